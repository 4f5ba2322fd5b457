import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { csvFormat } from "d3";
import { describe, expect, it } from "vitest";
import { parse, stringify } from "yaml";
import { PLAY_FIELDS } from "../../loaders/definitions/play.js";
import { pages } from "../../loaders/publish/pages.js";
import { inProject } from "../../loaders/store/project.js";
import { LANGS } from "../../src/terms/lang.js";
import { day } from "../support/shop.js";
import { share } from "../support/stages.js";
import { withStudy } from "../support/study.js";

/** What somebody may write wherever words may stand. Each piece does something if it gets into a page as it is. */
const PLANT =
  '<script>planted()</script><form action="//evil.example"></form><a href="//evil.example/a">a</a><a href="javascript:planted()">b</a>' +
  "<img src=x onerror=planted()></article></td>[c](//evil.example/c) [d](javascript:planted()) ![e](//evil.example/e)";

/** Every text in both languages of a definition file, with the plant behind it; what a play says is such a text, too. */
function plant(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plant);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      LANGS.includes(key as never) && typeof inner === "string"
        ? inner + PLANT
        : LANGS.includes(key as never) && inner !== null && typeof inner === "object"
          ? Object.fromEntries(
              Object.entries(inner).map(([field, text]) => [
                field,
                (PLAY_FIELDS as readonly string[]).includes(field) ? `${text}${PLANT}` : text
              ])
            )
          : plant(inner)
    ])
  );
}

const built = (path: string) => inProject("loaders", "definitions", path);
const listed = (folder: string) => readdirSync(built(folder));
const planted = (path: string) => stringify(plant(parse(readFileSync(built(path), "utf8"))));

/** Definitions of a firm's own that say what the built-in ones say, and the plant. */
const definitions = Object.fromEntries([
  ...listed("schemes").map((file) => [`schemes/${file}`, planted(`schemes/${file}`)]),
  ...listed("plays").map((file) => [`plays/${file}`, planted(`plays/${file}`)]),
  ...LANGS.map((lang) => {
    const path = `templates/${lang}/generic.md`;
    return [
      `templates/${lang}/rfm/champions.md`,
      readFileSync(built(path), "utf8")
        .replace("\n\n", `\n\n${PLANT}\n\n`)
        .replace(/^title: "/m, "title: \"<b onclick='planted()'>")
    ];
  }),
  ["numbers.yaml", planted("numbers.yaml")],
  ["states.yaml", stringify(ownStates())]
]);

/** Of the states a firm may change only what they are called. */
function ownStates(): unknown {
  const { label, question, states } = plant(parse(readFileSync(built("states.yaml"), "utf8"))) as Record<
    string,
    unknown
  >;
  const words = ["id", "label", "means", "work", "evidence"];
  const own = (states as Record<string, unknown>[]).map((state) =>
    Object.fromEntries(Object.entries(state).filter(([key]) => words.includes(key)))
  );
  return { label, question, states: own };
}

const PEOPLE = 12;
const of = (n: number) => `C${n % PEOPLE}`;
const cells = (...columns: string[]) => Object.fromEntries(columns.map((column) => [column, column + PLANT]));
const data = {
  "orders.csv": csvFormat(
    Array.from({ length: 40 }, (_, n) => ({
      order_id: `D${n}`,
      customer_id: of(n),
      ordered_at: day(n * 9),
      amount: 100 + n,
      ...cells("product", "category", "channel", "branch")
    }))
  ),
  "customers.csv": csvFormat(
    Array.from({ length: PEOPLE }, (_, n) => ({
      customer_id: of(n),
      ...cells("source", "campaign", "province", "branch")
    }))
  ),
  "events.csv": csvFormat(
    Array.from({ length: 40 }, (_, n) => ({
      customer_id: of(n),
      occurred_at: day(n * 9),
      kind: "complaint",
      ...cells("product", "subject", "channel")
    }))
  ),
  "<img src=x onerror=planted()>.csv": csvFormat([{ a: "1", b: "2" }]),
  "mapping.yml": 'files:\n  "<img src=x onerror=planted()>.csv": { table: ignore }\n',
  "segbook.yml": stringify({ name: { vi: `Hãng ${PLANT}`, en: `Firm ${PLANT}` } })
};

const { JSDOM } = createRequire(import.meta.url)("jsdom") as {
  JSDOM: new (html: string) => { window: { document: Document } };
};

/** What in a page would act, load, send or lead elsewhere. */
function findAlive(body: string): string[] {
  const { document } = new JSDOM(body).window;
  return [...document.querySelectorAll("*")].flatMap((element) => [
    ...(/^(script|form|img|iframe|object|embed|base|meta|link|style|svg)$/i.test(element.tagName)
      ? [element.outerHTML]
      : []),
    ...[...element.attributes]
      .filter(
        ({ name, value }) =>
          /^on|^(src|action|formaction|style)$/i.test(name) || (name === "href" && !/^(#|\.{1,2}\/(?!\/))/.test(value))
      )
      .map(({ name, value }) => `${element.tagName} ${name}=${value}`)
  ]);
}

describe("words that somebody planted", () => {
  const study = share(withStudy, { ...definitions, ...data });

  it("stand in the pages as words, and nothing of them lives", () => {
    const made = pages(study());
    const shown = [...made.values()].filter((text) => text.includes("evil.example"));
    expect(shown.length).toBe(made.size);
    for (const [path, text] of made) {
      const [, front = "", body = ""] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? [];
      expect([path, findAlive(body.replace(/^```js\n[\s\S]*?^```$/m, ""))]).toEqual([path, []]);
      // Framework runs these wherever they stand; one cell is our own.
      expect(body).not.toMatch(/\$\{/);
      expect(body.match(/^```/gm)?.length ?? 0).toBeLessThanOrEqual(2);
      expect(JSON.parse(/^title: (.*)$/m.exec(front)?.[1] ?? "")).toBeTypeOf("string");
      const { document } = new JSDOM(body).window;
      expect(document.querySelectorAll("article")).toHaveLength(1);
    }
  });

  it("reach the Method page from every kind of definition", () => {
    const method = pages(study()).get("vi/method.md") ?? "";
    const text = new JSDOM(method).window.document.body.textContent ?? "";
    expect(text.split("planted()").length).toBeGreaterThan(300);
  });
});
