import type { PublishedDefinitions, PublishedScheme } from "../../loaders/publish/published.js";
import type { SegmentRow } from "../../src/charts/rows.js";
import { formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";

/** A chart as those read it who don't see it. */
export interface ReadFigure {
  title: string;
  subtitle: string;
  sentence: string;
  note: string | null;
  /** What each mark says when it is pointed at, line by line. */
  marks: string[][];
  /** Texts that are drawn, in order. */
  drawn: string[];
  /** The data table, its head first. */
  table: string[][];
}

/** Numbers of both languages, in đồng. */
export const IN: Record<Lang, ReturnType<typeof formats>> = { vi: formats("vi"), en: formats("en") };

/** Unbreakable and other spaces as plain ones, for tests that name a sentence. */
export function textOf(node: Node | null | undefined): string {
  return (node?.textContent ?? "").replace(/\s+/g, " ").trim();
}

export function readFigure(element: Element): ReadFigure {
  const figure = element.localName === "figure" ? element : element.querySelector("figure");
  const plot = figure?.querySelector(".plot")?.firstElementChild;
  if (!figure || !plot) throw new Error(`no figure: ${element.outerHTML.slice(0, 200)}`);
  return {
    title: textOf(figure.querySelector("figcaption h3")),
    subtitle: textOf(figure.querySelector("figcaption p")),
    sentence: (plot.getAttribute("aria-label") ?? "").replace(/\s+/g, " "),
    note: [...figure.children].filter((child) => child.className === "note").map(textOf)[0] ?? null,
    marks: [...plot.querySelectorAll("title")].map((title) =>
      (title.textContent ?? "").split("\n").map((line) => line.replace(/\s+/g, " "))
    ),
    drawn: [...plot.querySelectorAll("text")].map(textOf),
    table: readTable(figure)
  };
}

/** Unfolds the data table, as somebody would who asks for it. */
function readTable(figure: Element): string[][] {
  const details = figure.querySelector("details");
  if (!details) return [];
  if (!details.querySelector("table")) details.dispatchEvent(new Event("toggle"));
  return [...details.querySelectorAll("tr")].map((row) => [...row.children].map(textOf));
}

export function both(text: string): Bilingual {
  return { vi: `${text} (vi)`, en: `${text} (en)` };
}

/** A scheme of groups by their ids, with its two rests; labels are the ids in capitals. */
export function schemeOf(id: string, groups: readonly string[]): PublishedScheme {
  const label = (name: string): Bilingual => ({ vi: name.toUpperCase(), en: name.toUpperCase() });
  const group = (name: string, rest: boolean) => ({
    id: name,
    label: label(name),
    description: both(`Who ${name} are`),
    rule: both(`rule of ${name}`),
    rest
  });
  return {
    id,
    family: id,
    familyLabel: label(id),
    label: label(id),
    question: both(`What is ${id}`),
    groups: [...groups.map((name) => group(name, false)), group("others", true), group("not-enough-data", true)],
    thresholds: [],
    lacking: []
  };
}

/** Rows of `segments.arrow` for a scheme, from numbers by group; null for the numbers of a withheld group. */
export function segmentRows(scheme: string, groups: Record<string, Record<string, number> | null>): SegmentRow[] {
  return Object.entries(groups).map(([group, numbers]) => ({ scheme, group, withheld: numbers === null, ...numbers }));
}

export const STATES: PublishedDefinitions["states"] = ["stranger", "lead", "buyer", "fan"].map((id) => {
  const label = { vi: id.toUpperCase(), en: id.toUpperCase() };
  return { id, label, means: both(`means ${id}`), work: both(`work of ${id}`) };
});
