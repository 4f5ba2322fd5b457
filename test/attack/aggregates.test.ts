import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { schemeColumn } from "../../loaders/definitions/scheme.js";
import { literal } from "../../loaders/engine/dialect.js";
import { composeSiteData } from "../../loaders/publish/contents.js";
import { isFew } from "../../loaders/segments/suppress.js";
import type { Study } from "../../loaders/study.js";
import { type Published, type Row, readPublished } from "../support/reader.js";
import { shopFiles, shops } from "../support/shop.js";
import { withStudy } from "../support/study.js";

/*
 * What somebody reads off the published bytes without solving anything: a word, a threshold, a name, a month. What
 * follows by adding, subtracting and dividing is the matter of test/publish/privacy.test.ts.
 */

/** Firms to attack; more in the hands of who wants to be sure. */
const FIRMS = Number(process.env.SEGBOOK_FIRMS ?? 3);

interface Attacked {
  study: Study;
  published: Published;
  k: number;
}

/** What an attack found, a line each. */
type Attack = (attacked: Attacked) => string[] | Promise<string[]>;

/** Word of a group → what says, of a row `f` of features, that it is true of somebody. */
const WORDS: Record<string, (word: string) => string> = {
  main_source: (word) => `f.source = ${word}`,
  main_region: (word) => `f.province = ${word}`,
  main_category: (word) =>
    `EXISTS (SELECT * FROM customer_categories AS c WHERE c.person = f.person AND c.category = ${word})`
};

const ATTACKS: Record<string, Attack> = {
  "a value of the funnel's dimensions that few people have": ({ published, k }) =>
    tops(published)
      .flatMap((row) => (row.reached === null && !anyShown(published, row) ? [`${row.dimension} ${row.value}`] : []))
      .concat(
        tops(published).flatMap((row) =>
          isFew(Number(row.reached ?? k), k) ? [`${row.dimension} ${row.value} ${row.reached}`] : []
        )
      ),

  "who moved on, where who came isn't told": ({ published, k }) =>
    published.funnel.flatMap((row) =>
      isFew(Number(row.moved ?? 0), k) || isFew(Number(row.skipped ?? 0), k)
        ? [`${row.dimension} ${row.value} ${row.state}`]
        : []
    ),

  "a threshold with few people on one side of it": async ({ study, published, k }) => {
    const found: string[] = [];
    for (const scheme of study.schemes)
      for (const { id, quantile } of scheme.thresholds) {
        const told = published.definitions.schemes
          .find((s) => s.id === scheme.id)
          ?.thresholds.find((t) => t.id === id)?.found;
        if (!quantile || told === null || told === undefined) continue;
        const [row] = await study.engine.rows(
          `SELECT sum(CASE WHEN ${quantile.of} >= ${told} THEN 1 ELSE 0 END) AS above, sum(CASE WHEN ${quantile.of} <= ${told} THEN 1 ELSE 0 END) AS below FROM features`
        );
        if (isFew(Number(row?.above), k) || isFew(Number(row?.below), k)) found.push(`${scheme.id}.${id} = ${told}`);
      }
    return found;
  },

  "a month in which few people became known": ({ published, k }) => {
    const found: string[] = [];
    for (const scheme of new Set(published.trend.map((row) => row.scheme))) {
      const sizes = [...new Set(published.trend.map((row) => String(row.date)))].sort().flatMap((date) => {
        const told = published.trend.find((row) => row.scheme === scheme && row.date === date && Number(row.share) > 0);
        return told ? [{ date, people: Math.round(Number(told.customers) / Number(told.share)) }] : [];
      });
      for (const [i, { date, people }] of sizes.entries()) {
        const before = sizes[i - 1];
        if (before && isFew(Math.abs(people - before.people), k)) found.push(`${scheme} ${before.date} ${date}`);
      }
    }
    return found;
  },

  "a column with something in it for few": ({ published, k }) =>
    published.study.files.flatMap(({ file, rowsAccepted, columns }) =>
      columns.flatMap(({ column, filled }) =>
        isFew(Math.round((filled ?? 0) * rowsAccepted), k) ? [`${file} ${column}`] : []
      )
    ),

  "an answer about consent that few gave": ({ published, k }) =>
    published.study.consent.flatMap(({ channel, yes, no, unknown }) =>
      [yes, no, unknown].some((count) => isFew(count ?? 0, k)) ? [channel] : []
    ),

  "a target of few": ({ published, k }) =>
    published.targets.stages.flatMap(({ id, have, nearest }) =>
      isFew(have ?? 0, k) || isFew(nearest ?? 0, k) ? [id] : []
    ),

  "a word that is true of few": async ({ study, published, k }) => {
    const found: string[] = [];
    for (const row of published.segments.filter((one) => one.scheme !== "all"))
      for (const [word, holds] of Object.entries(WORDS)) {
        const text = row[word];
        if (typeof text !== "string") continue;
        const [count] = await study.engine.rows(
          `SELECT count(*) AS n FROM features AS f INNER JOIN membership AS m ON f.person = m.person WHERE m.${schemeColumn(String(row.scheme))} = '${row.group}' AND ${holds(literal(text))}`
        );
        if (Number(count?.n) < k) found.push(`${row.scheme}/${row.group} ${word} ${text}`);
      }
    return found;
  }
};

function tops({ funnel, definitions }: Published): Row[] {
  return funnel.filter((row) => row.state === definitions.states[0]?.id && row.dimension !== "all");
}

function anyShown({ funnel }: Published, { dimension, value }: Row): boolean {
  return funnel.some((row) => row.dimension === dimension && row.value === value && row.reached !== null);
}

describe("what somebody reads off the published files", () => {
  it("tells of nobody, in any made-up firm", async () => {
    await fc.assert(
      fc.asyncProperty(shops({ people: [30, 300], orders: 400, events: 300 }), async (shop) => {
        await withStudy(shopFiles(shop), async (study) => {
          const published = readPublished(await composeSiteData(study));
          const found: Record<string, string[]> = {};
          for (const [name, attack] of Object.entries(ATTACKS)) {
            const hits = await attack({ study, published, k: published.study.minimumGroup });
            if (hits.length > 0) found[name] = hits;
          }
          expect(found).toEqual({});
        });
      }),
      { numRuns: FIRMS, endOnFailure: true, seed: 8 }
    );
  });
});
