import { describe, expect, test } from "vitest";
import { parseRule } from "../../loaders/definitions/rule.js";
import { makeLiquid, renderLiquid } from "../../loaders/playbooks/liquid.js";
import { listValues, thresholdValues } from "../../loaders/playbooks/rule-values.js";
import { DEFINITIONS } from "../support/definitions.js";

function render(text: string, rule: string, lang: "vi" | "en" = "en"): unknown {
  const group = { listed: listValues(parseRule(rule), DEFINITIONS.features) };
  return renderLiquid(makeLiquid(lang, "VND"), text, { group }, { file: "t.md", line: 0 });
}

describe("what a template says of its group's rule", () => {
  test.each([
    ["{{ group.listed.rfm_code | digits: 1 }}", "1–2"],
    ["{{ group.listed.rfm_code | most_digits: 3 }}", "4–5"],
    ["{{ group.listed.rfm_code | among: 155, 154, 333 | join: ', ' }}", "155, 154"],
    ["{{ group.listed.rfm_code | sentence }}", "155, 154 and 214"],
    ["{{ group.listed.source.size }}", "0"]
  ])("%s follows the rule", (text, expected) => {
    expect(render(text, "rfm_code in [155, 154, 214]")).toBe(expected);
  });

  test("changes with it", () => {
    const text = "{{ group.listed.rfm_code | digits: 1 }}: {{ group.listed.rfm_code | among: 155, 333 | sentence }}";
    expect(render(text, "rfm_code in [155, 145]")).toBe("1: 155");
    expect(render(text, "rfm_code in [155, 333]", "vi")).toBe("1–3: 155, 333");
    expect(render(text, "orders_count > 3")).toBe(": ");
  });

  test("names a mistyped feature as a fault", () => {
    expect(render("{{ group.listed.rfm_cod }}", "rfm_code in [155]")).toMatchObject({ code: "template", row: 1 });
  });
});

test("a threshold is the firm's, and a quantile what it comes to", () => {
  const scheme = DEFINITIONS.schemes.find(({ id }) => id === "relationship");
  if (!scheme) throw new Error("no such scheme");
  const own = { ...scheme, thresholds: scheme.thresholds.map((t) => (t.id === "in_rhythm" ? { ...t, value: 2 } : t)) };
  const values = thresholdValues(own, { "relationship.broad": 3, "relationship.frequent": null });
  expect(values).toEqual({ regular_orders: 4, in_rhythm: 2, broad: 3, frequent: null });
});

describe("a template that never ends", () => {
  const place = { file: "t.md", line: 10 };
  const run = (text: string) => renderLiquid(makeLiquid("en", "VND"), text, {}, place);

  test.each([
    ["a huge range", "a\n{% for i in (1..100000000) %}x{% endfor %}"],
    ["loops in loops", `\n${"{% for i in (1..1000) %}".repeat(4)}x${"{% endfor %}".repeat(4)}`],
    ["text that doubles", `\n{% assign a = "xxxxxxxxxx" %}${"{% assign a = a | append: a %}".repeat(40)}{{ a }}`],
    ["a long text", `\n${"x".repeat(600_000)}`]
  ])("%s is an issue of its file", (_, text) => {
    const found = run(text);
    expect(found).toMatchObject({ code: "template", file: "t.md" });
    expect(JSON.stringify(found).length).toBeLessThan(500);
  });

  test.each(["include 'a'", "layout '/etc/passwd'", "render '../../segbook.yml'", "block a"])(
    "{%% %s %%} is no tag",
    (tag) => {
      expect(run(`one\n{% ${tag} %}`)).toMatchObject({
        code: "template",
        row: 12,
        got: expect.stringMatching(/not found/)
      });
    }
  );
});
