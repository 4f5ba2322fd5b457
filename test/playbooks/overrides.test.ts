import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../loaders/playbooks/markdown.js";
import { openFolder } from "../../loaders/store/disk.js";
import { type Files, withDataset } from "../support/dataset.js";
import { definitionsOf } from "../support/definitions.js";
import { issuesOf, withPlaybooks } from "../support/stages.js";

const ORDERS = `order_id,customer_id,ordered_at,amount\n${Array.from({ length: 8 }, (_, n) => `${n},C${n % 4},2025-0${1 + (n % 6)}-1${n},100`).join("\n")}\n`;
const BODY = "Our own words for {{ group.label }}.\n\n{{ parts.numbers }}\n\n{{ parts.kpi }}\n\n{{ parts.plays }}\n";
const front = (more = "") => `---
title: Ours
summary: Own summary
goal: Own goal
kpi: { number: repeat_share, direction: up, change: 0.1, why: so }
next: current
next_sign: They order
stale_after_days: 30
${more}---
`;
const FORMER = "templates/en/sales-process/former.md";

/** Liquid is refused when it is rendered, with the group's numbers. */
const refusals = (files: Files) =>
  issuesOf(withPlaybooks({ "orders.csv": ORDERS, ...files }, () => {}, { schemes: ["sales-process", "rfm"] }));

describe("a firm's own template", () => {
  it("takes the place of the built-in one, for that group and language only", async () => {
    const files = { "orders.csv": ORDERS, [FORMER]: front() + BODY };
    await withPlaybooks(
      files,
      ({ playbooks, firm }) => {
        const of = (lang: string, group: string) =>
          playbooks.find((p) => p.lang === lang && p.scheme.id === "sales-process" && p.group === group);
        const own = of("en", "former");
        expect(own).toMatchObject({ title: "Ours", summary: "Own summary" });
        expect(own && renderMarkdown(own, firm)).toContain("Our own words for Former.");
        expect(of("vi", "former")?.title).not.toBe("Ours");
        expect(of("en", "current")?.title).not.toBe("Ours");
      },
      { schemes: ["sales-process"] }
    );
  });

  // Front matter takes lines 1–9; the body begins on line 10.
  it.each<[string, string, object]>([
    ["no front matter", "Only words.\n", { row: 1 }],
    ["a key missing", front().replace("goal: Own goal\n", "") + BODY, { column: "goal" }],
    [
      "an unknown number as KPI",
      front().replace("repeat_share", "happiness") + BODY,
      { row: 5, column: "kpi → number" }
    ],
    ["YAML that does not parse", front("broken: [\n") + BODY, { row: expect.any(Number) }],
    [
      "an unknown variable",
      `${front()}Line one\n{{ group.hapiness }}\n${BODY}`,
      { row: 11, got: expect.stringContaining("hapiness") }
    ],
    [
      "an unknown filter",
      `${front()}${BODY}{{ group.revenue | euros }}\n`,
      { row: 17, got: expect.stringContaining("euros") }
    ],
    ["a tag left open", `${front()}{% if group.revenue %}\n${BODY}`, { row: 10 }],
    ["an include of a file", `${front()}${BODY}{% include "/etc/passwd" %}\n`, { row: 17 }],
    ["a part left out", front() + BODY.replace("{{ parts.kpi }}", ""), { got: "parts.kpi" }],
    ["a part twice", `${front()}${BODY}{{ parts.plays }}\n`, { got: "parts.plays" }],
    [
      "a mistake in a line of the front matter",
      front().replace("Own summary", '"{{ nobody }}"') + BODY,
      { column: "summary" }
    ]
  ])("with %s is refused with file and line", async (_, text, expected) => {
    expect(await refusals({ [FORMER]: text })).toContainEqual(
      expect.objectContaining({ code: "template", file: FORMER, ...expected })
    );
  });

  it("with mistakes in several files is refused once, with all of them", async () => {
    const files = await refusals({
      [FORMER]: `${front()}{{ nobody }}\n${BODY}`,
      "templates/vi/rfm/lost.md": `${front()}{{ nothing }}\n${BODY}`
    });
    expect(files.map((i) => i.file).sort()).toEqual([FORMER, "templates/vi/rfm/lost.md"]);
  });
});

const words = (name: string) =>
  `{ ${["name", "know", "say", "show", "do", "trigger", "channel", "offer", "owner", "cadence", "stop", "measure"].map((f) => `${f}: "${f === "name" ? name : f}"`).join(", ")} }`;
const plays = (when: string) => `former:
  - id: call
    audience: customers
    response: 0.1
    worth: average_order_value
    when: ["${when}"]
    vi: ${words("Gọi")}
    en: ${words("Call {{ group.label }}")}
`;

describe("a firm's own plays", () => {
  it("take the place of the group's built-in ones; other groups of the scheme keep theirs", async () => {
    await withDataset({ "plays/sales-process.yaml": plays("customers > 0") }, async (path) => {
      const folder = await openFolder(path);
      const { sources } = await definitionsOf(folder);
      expect(sources.plays.get("sales-process/former")?.map((p) => p.id)).toEqual(["call"]);
      expect(sources.plays.get("sales-process/current")?.length).toBeGreaterThanOrEqual(3);
    });
  });

  it.each([
    ["a condition on an unknown number", plays("joy > 0"), { row: 6, got: "joy" }],
    [
      "a condition on a number that everybody lacks",
      plays("customers > 2 * all.custmers"),
      { row: 6, got: "all.custmers" }
    ],
    ["a condition that can't be read", plays("customers ~ 0"), { row: 6, got: "customers ~ 0" }],
    ["a number where a condition goes", plays("customers + 1"), { row: 6, got: "customers + 1" }],
    [
      "an audience that is none",
      plays("customers > 0").replace("audience: customers", "audience: friends"),
      { row: 3 }
    ],
    ["a response above one", plays("customers > 0").replace("0.1", "1.5"), { row: 4 }],
    [
      "Liquid that names nothing",
      plays("customers > 0").replace("group.label", "group.lable"),
      { column: expect.stringContaining("call → en → name") }
    ]
  ])("with %s are refused with file and line", async (_, text, expected) => {
    expect(await refusals({ "plays/sales-process.yaml": text })).toContainEqual(
      expect.objectContaining({ code: "template", file: "plays/sales-process.yaml", ...expected })
    );
  });
});
