import { csvParse } from "d3";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Formula } from "../../loaders/definitions/formula.js";
import { print } from "../../loaders/definitions/print.js";
import { schemeColumn } from "../../loaders/definitions/scheme.js";
import { toSql } from "../../loaders/definitions/to-sql.js";
import { monthEnd } from "../../loaders/features/calendar.js";
import { composeSiteData } from "../../loaders/publish/contents.js";
import { composeHeadlessTexts } from "../../loaders/publish/headless-texts.js";
import { completeNumbers, readNumbers } from "../../loaders/segments/numbers.js";
import type { Study } from "../../loaders/study.js";
import { aggregatesOf, type Found, findAll, type Published, type Row, readPublished } from "../support/reader.js";
import { type Shop, sampleShop, shopFiles, shops } from "../support/shop.js";
import { withStudy } from "../support/study.js";

/** A firm's own number of a kind that is built in nowhere: people who share, write or refer. */
const ADVOCATES = `
numbers:
  - id: advocates
    label: { vi: "khách lan truyền", en: "advocates" }
    meaning: { vi: "đã chia sẻ, nhận xét hoặc giới thiệu", en: "have shared, reviewed or referred" }
    unit: count
    formula: count(advocacy_count > 0)
    counts: people
    of: customers
  - id: advocate_share
    label: { vi: "tỷ lệ lan truyền", en: "share of advocates" }
    meaning: { vi: "khách lan truyền ÷ số khách", en: "advocates ÷ customers" }
    unit: share
    formula: advocates / customers
`;

/** How many people stand behind each aggregate in each group, from the customers' rows: `scheme/group aggregate`. */
async function countBehind({ engine, schemes }: Study, published: Published): Promise<Map<string, number>> {
  const aggregates = aggregatesOf(published);
  const column = (formula: Formula) => toSql(formula, { dialect: engine.dialect, name: (id) => `f.${id}` });
  const people = aggregates.map(({ name, parts: [x] }, i) => {
    const condition = !x
      ? "TRUE"
      : name === "count"
        ? column(x)
        : name === "total"
          ? `(${column(x)}) <> 0`
          : `(${column(x)}) IS NOT NULL`;
    return `sum(CASE WHEN ${condition} THEN 1 ELSE 0 END) AS a${i}`;
  });
  const behind = new Map<string, number>();
  for (const [scheme, by] of [["all", "'all'"], ...schemes.map(({ id }) => [id, `m.${schemeColumn(id)}`])]) {
    const rows = await engine.rows(
      `SELECT ${by} AS grp, ${people.join(", ")} FROM membership AS m INNER JOIN features AS f ON m.person = f.person GROUP BY 1`
    );
    for (const row of rows)
      for (const [i, aggregate] of aggregates.entries())
        behind.set(`${scheme}/${row.grp} ${print(aggregate)}`, Number(row[`a${i}`]));
  }
  return behind;
}

/** The numbers that are hidden, as they are: `scheme/group number`. */
async function readHidden({ engine, definitions, schemes, features }: Study, published: Published) {
  const exact = new Map<string, number | null>();
  for (const { id } of schemes) {
    const measured = await readNumbers(engine, definitions.numbers, `m.${schemeColumn(id)}`, features.lacking);
    for (const row of published.segments.filter((r) => r.scheme === id)) {
      const values = measured.get(String(row.group))?.values ?? {};
      const complete = completeNumbers(definitions.numbers, values, {}, () => null);
      for (const [number, value] of Object.entries(complete))
        if (row[number] === null && value !== null) exact.set(`${id}/${row.group} ${number}`, value);
    }
  }
  return exact;
}

/** What a reader finds out about fewer people than may be shown. */
function leaks(published: Published, behind: ReadonlyMap<string, number>): Found[] {
  const few = (people: number) => people > 0.01 && people < published.study.minimumGroup - 0.01;
  const people = ({ value, behind: b }: Found) =>
    b ? (behind.get(`${b.scheme}/${b.group} ${b.aggregate}`) ?? 0) : value;
  return findAll(published).filter((found) => few(people(found)) && !isGrowth(found, published));
}

async function inspect(shop: Shop) {
  return withStudy(shopFiles(shop, { "numbers.yaml": ADVOCATES }), async (study) => {
    const published = readPublished(await composeSiteData(study));
    await expectSame(study, published);
    return { published, behind: await countBehind(study, published), exact: await readHidden(study, published) };
  });
}

/** What is written beside the site, for schedulers and trainers, says no more than the site. */
async function expectSame(study: Study, { segments, definitions, targets }: Published): Promise<void> {
  const files = new Map(await composeHeadlessTexts(study));
  const csv = (name: string) => csvParse(String(files.get(name)));
  const groups = segments.filter((row) => row.scheme !== "all");
  for (const [i, written] of csv("segments.csv").entries())
    for (const { id } of definitions.numbers)
      if (groups[i]?.[id] === null)
        expect([written.scheme, written.group, id, written[id]]).toEqual([written.scheme, written.group, id, ""]);
  for (const written of csv("targets.csv")) {
    const stage = targets.stages.find((s) => s.id === written.id);
    for (const key of ["have", "gap", "nearest"] as const) if (stage?.[key] === null) expect(written[key]).toBe("");
  }
  for (const { scheme, group, lang, numbers, plays } of study.playbooks) {
    const row = segments.find((r) => r.scheme === scheme.id && r.group === group);
    const shown = definitions.numbers.filter(({ id }) => row?.[id] !== null).map(({ label }) => label[lang]);
    for (const { label } of numbers) expect(shown).toContain(label);
    for (const { people } of plays) expect(people === null || people === 0 || people >= 5).toBe(true);
  }
}

/**
 * How many people became known between two dates follows from how many there are at both, whatever is suppressed: who
 * is new in a scheme with one group is no secret of the table.
 */
function isGrowth({ name, value }: Found, { migration, trend, study }: Published): boolean {
  const [, scheme, span] = /^migration (\S+) (\d+) not-known → /.exec(name) ?? [];
  if (!scheme) return false;
  const size = (date: string | undefined) => {
    const complete = trend.filter((t) => t.date === date && typeof t.share === "number" && t.share > 0)[0];
    return complete ? Number(complete.customers) / Number(complete.share) : Number.NaN;
  };
  const grown = size(study.asOfDate) - size(monthEnd(study.asOfDate, -Number(span)));
  return migration.length > 0 && Math.abs(grown - value) < 0.01;
}

describe("what is published", () => {
  it("tells nobody of one to four people, whatever is added, subtracted or divided", async () => {
    const advocates = { hidden: 0, shown: 0 };
    await fc.assert(
      fc.asyncProperty(shops({ people: [20, 90], orders: 160, events: 200 }), async (shop) => {
        const { published, behind } = await inspect(shop);
        expect(leaks(published, behind)).toEqual([]);
        for (const row of published.segments) {
          const count = behind.get(`${row.scheme}/${row.group} count(advocacy_count > 0)`) ?? 0;
          if (count > 0 && count < 5) expect([row.advocates, row.advocate_share]).toEqual([null, null]);
          advocates[row.advocates === null ? "hidden" : "shown"]++;
        }
      }),
      { numRuns: 5, endOnFailure: true, seed: 5 }
    );
    expect(advocates.hidden).toBeGreaterThan(50);
    expect(advocates.shown).toBeGreaterThan(50);
  });
});

describe("the reader that looks for leaks", () => {
  const shop = sampleShop(5, { people: [60, 60], orders: 160, events: 200 });
  const made = inspect(shop);

  /** The published files with some cells of a table put back, or taken to be known. */
  async function put(table: "segments" | "crosstab", change: (row: Row) => Row): Promise<Found[]> {
    const { published, behind } = await made;
    return leaks({ ...published, [table]: published[table].map(change) }, behind);
  }

  it("finds nothing in what is published", async () => {
    const { published, behind } = await made;
    expect(leaks(published, behind)).toEqual([]);
    // Enough is shown for something to be found.
    expect(findAll(published).length).toBeGreaterThan(1000);
  });

  it("is right about what it finds", async () => {
    const { published, behind } = await made;
    const counts = published.definitions.numbers.filter((n) => n.formula.startsWith("count("));
    const found = new Map(findAll(published).map(({ name, value }) => [name, value]));
    let checked = 0;
    for (const { scheme, group } of published.segments)
      for (const { id, formula } of counts) {
        const value = found.get(`segments ${scheme}/${group} ${id}`);
        if (value === undefined) continue;
        expect([scheme, group, id, Math.round(value)]).toEqual([
          scheme,
          group,
          id,
          behind.get(`${scheme}/${group} ${formula}`) ?? 0
        ]);
        checked++;
      }
    expect(checked).toBeGreaterThan(500);
  });

  it.each(["referred_buyers", "complaints", "buyers", "revenue", "advocates"])(
    "sees %s put back where few are behind it",
    async (id) => {
      const { exact } = await made;
      const seen = await put("segments", (row) => ({
        ...row,
        [id]: exact.get(`${row.scheme}/${row.group} ${id}`) ?? row[id] ?? null
      }));
      expect(seen.map(({ name }) => name.split(" ").at(-1))).toContain(id);
    }
  );

  it("sees that small numbers follow where their companions are put back", async () => {
    const { exact } = await made;
    const seen = await put("segments", (row) => {
      const count = exact.get(`${row.scheme}/${row.group} trial_customers`) ?? 0;
      return count >= 5 ? { ...row, trial_customers: count } : row;
    });
    expect(seen.filter(({ name }) => name.endsWith(" trial_customers")).length).toBeGreaterThan(0);
  });

  it("sees a share of a hidden count", async () => {
    const { exact } = await made;
    const seen = await put("segments", (row) => ({
      ...row,
      complaint_share: exact.get(`${row.scheme}/${row.group} complaint_share`) ?? row.complaint_share ?? null
    }));
    expect(seen.map(({ name }) => name)).toContainEqual(expect.stringContaining("complaint_customers"));
  });
});
