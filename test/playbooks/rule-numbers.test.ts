import { describe, expect, test } from "vitest";
import { templateKey } from "../../loaders/definitions/read-plays.js";
import type { Threshold } from "../../loaders/definitions/scheme.js";
import { listValues } from "../../loaders/playbooks/rule-values.js";
import { LANGS } from "../../src/terms/lang.js";
import { DEFINITIONS } from "../support/definitions.js";

const { schemes, sources, features } = DEFINITIONS;

/** A text without what Liquid fills in, and without the numbers that count a list. */
function typed(text: string): string {
  return text.replace(/\{[{%].*?[%}]\}/g, "").replace(/^\d+\. /gm, "");
}

/** How a text would type the value of a threshold; undefined for one of which no text can speak by a number. */
function spelling({ unit, value, quantile }: Threshold): RegExp | undefined {
  const number = (n: number) => `(?<![\\d.,–-])${String(n).replace(".", "[.,]")}`;
  if (quantile) return undefined;
  if (unit === "share") return new RegExp(`${number(Math.round(value * 1000) / 10)} ?%`);
  if (unit === "days") return new RegExp(`${number(value)}[ \u00a0](days|ngày)`);
  if (unit === "ratio") return new RegExp(`${number(value)}([ \u00a0](times|lần|nhịp)|×)`);
  return new RegExp(`${number(value)}[ \u00a0](orders|đơn|complaints|khiếu nại|categories|ngành|contacts|times|lần)`);
}

describe("a number of the scheme is filled in, not typed,", () => {
  test.each(schemes.filter((scheme) => scheme.thresholds.length > 0))("in the texts of $id", (scheme) => {
    const texts = scheme.groups.flatMap((group) => [
      ...LANGS.map((lang) => {
        const template = sources.templates.get(templateKey(lang, scheme.id, group.id));
        return [template?.title, template?.summary, template?.goal, template?.next_sign, template?.body].join("\n");
      }),
      ...(sources.plays.get(`${scheme.id}/${group.id}`) ?? []).flatMap(({ words }) =>
        LANGS.flatMap((lang) => Object.values(words[lang]))
      )
    ]);
    expect(texts.length).toBeGreaterThan(2);
    const found = scheme.thresholds.flatMap((threshold) =>
      texts.flatMap((text) => spelling(threshold)?.exec(typed(text))?.[0] ?? []).map((n) => `${threshold.id}: ${n}`)
    );
    expect(found).toEqual([]);
  });
});

describe("the texts of RFM groups", () => {
  const rfm = schemes.find(({ id }) => id === "rfm");
  const codesOf = (rule: Parameters<typeof listValues>[0]) => listValues(rule, features).rfm_code?.map(String) ?? [];
  const all = rfm?.groups.flatMap(({ rule }) => codesOf(rule)) ?? [];
  const groups = (rfm?.groups ?? []).flatMap((group) =>
    LANGS.map((lang) => ({ id: group.id, lang, codes: codesOf(group.rule) }))
  );

  test("were found", () => {
    expect(groups.length).toBeGreaterThan(20);
    expect(all).toHaveLength(125);
  });

  test.each(groups)("type no score and no code of their rule: $id in $lang", ({ id, lang }) => {
    const body = typed(sources.templates.get(templateKey(lang, "rfm", id))?.body ?? "");
    expect(body.length).toBeGreaterThan(500);
    // The saying of loyal customers who feed 90 % of profit is no rule; so is a span of days, hours or minutes.
    const left = body.replace(/90 ?%|\d+(–\d+)?[ \u00a0-](days?|ngày|hours?|giờ|minutes?|phút|weeks?|tuần)/g, "");
    expect(left.match(/.{0,30}\d.{0,30}/g) ?? []).toEqual([]);
  });

  test.each(groups)("show moves that start within the group: $id in $lang", ({ id, lang, codes }) => {
    const sign = sources.templates.get(templateKey(lang, "rfm", id))?.next_sign ?? "";
    const named = sign.match(/\b[1-5]{3}\b/g) ?? [];
    expect(named.filter((code) => !all.includes(code))).toEqual([]);
    const [first] = named;
    if (first) expect(codes).toContain(first);
  });
});
