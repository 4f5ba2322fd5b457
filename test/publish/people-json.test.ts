import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { People } from "../../loaders/people/compute.js";
import { RULES, type RuleId } from "../../loaders/people/rules.js";
import { consentJson, peopleJson } from "../../loaders/publish/people-json.js";

const MINIMUM = 5;

const found = (more: Partial<People> = {}): People => ({
  identities: 100,
  persons: 100,
  merges: {},
  shared: { phone: 0, email: 0 },
  unused: { phone: {}, email: {} },
  unknown: [],
  consent: {},
  ...more
});

describe("people as published", () => {
  it("are null where nothing was compared", () => {
    expect(peopleJson(found({ identities: 0, persons: 0 }), MINIMUM)).toBeNull();
  });

  it("name the rules that merged, strongest first", () => {
    const { merges } = peopleJson(found({ merges: { "email-only": 9, "phone-name": 12 } }), MINIMUM) ?? {};
    expect(merges?.map((m) => [m.rule, m.count])).toEqual([
      ["phone-name", 12],
      ["email-only", 9]
    ]);
  });

  it.each<[string, Partial<Record<RuleId, number>>]>([
    ["a single small merge", { "phone-name": 3 }],
    ["two that are small together", { "phone-name": 2, "email-only": 1 }]
  ])("hide how many ids and people there are where that would give away %s", (_, merges) => {
    const json = peopleJson(found({ persons: 97, merges }), MINIMUM);
    expect(json).toMatchObject({ identities: null, persons: null });
    expect(new Set(json?.merges.map(({ count }) => count))).toEqual(new Set([null]));
  });

  it("show how many ids stand on several rows: a fact of the file", () => {
    const json = peopleJson(found({ merges: { "same-id": 1 } }), MINIMUM);
    expect(json).toMatchObject({ identities: 100, persons: 100, merges: [{ rule: "same-id", count: 1 }] });
  });

  it("show no count of one to four, and no difference that is one", () => {
    const ids = Object.keys(RULES).filter((rule) => rule !== "same-id") as RuleId[];
    const counts = fc.record(
      Object.fromEntries(ids.map((rule) => [rule, fc.nat(12)])) as Record<RuleId, fc.Arbitrary<number>>
    );
    fc.assert(
      fc.property(counts, (merges) => {
        const merged = Object.values(merges).reduce((sum, n) => sum + n, 0);
        const json = peopleJson(found({ identities: 500, persons: 500 - merged, merges }), MINIMUM);
        const shown = (json?.merges ?? []).map((m) => m.count);
        for (const n of shown) expect(n === null || n === 0 || n >= MINIMUM).toBe(true);
        if (json?.persons === null || !shown.includes(null)) return;
        const rest = 500 - (json?.persons ?? 0) - shown.reduce((sum: number, n) => sum + (n ?? 0), 0);
        expect(rest === 0 || rest >= MINIMUM).toBe(true);
        expect(shown.filter((n) => n === null).length).not.toBe(1);
      })
    );
  });
});

describe("consent as published", () => {
  it("shows the answers by channel", () => {
    const consent = { zalo: { yes: 60, no: 30, unknown: 10, withDate: 90 } };
    expect(consentJson(found({ consent }), MINIMUM)).toEqual([
      { channel: "zalo", label: { vi: "Zalo", en: "Zalo" }, yes: 60, no: 30, unknown: 10, dated: 90 }
    ]);
  });

  it.each([
    [
      "a small answer takes the next smallest along",
      { yes: 60, no: 2, unknown: 38, withDate: 60 },
      [60, null, null, null]
    ],
    ["few answers with a date are withheld", { yes: 60, no: 30, unknown: 10, withDate: 3 }, [60, 30, 10, null]],
    ["few answers without a date are withheld too", { yes: 60, no: 30, unknown: 10, withDate: 88 }, [60, 30, 10, null]],
    ["silence of everybody is no secret", { yes: 0, no: 0, unknown: 100, withDate: 0 }, [0, 0, 100, 0]]
  ])("%s", (_, zalo, wanted) => {
    const [json] = consentJson(found({ consent: { zalo } }), MINIMUM);
    expect([json?.yes, json?.no, json?.unknown, json?.dated]).toEqual(wanted);
  });
});
