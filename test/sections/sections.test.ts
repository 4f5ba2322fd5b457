// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { PublishedDefinitions, PublishedStudy } from "../../loaders/publish/published.js";
import { siteLinks } from "../../src/charts/link.js";
import { choicesInAddress, choicesInMemory } from "../../src/controls/choices.js";
import { group } from "../../src/sections/group.js";
import { playbooks } from "../../src/sections/playbooks.js";
import { segments } from "../../src/sections/segments.js";
import { both, IN, STATES, schemeOf, segmentRows, textOf } from "../support/chart.js";

const definitions: PublishedDefinitions = {
  schemes: [schemeOf("rfm", ["a", "b"]), schemeOf("source", ["web", "shop"]), schemeOf("tier", ["gold"])],
  features: [],
  numbers: [],
  states: STATES,
  dimensions: []
};
// Of a study the sections ask only these.
const study = { asOfDate: "2026-06-30", minimumGroup: 5, currency: "VND" } as PublishedStudy;
const share = (customers: number, revenue: number) => ({
  customers,
  customer_share: customers / 100,
  revenue,
  revenue_share: revenue / 100
});
const published = {
  study,
  definitions,
  targets: { funnel: [] },
  playbooks: ["a", "b"].map((id) => ({
    scheme: "rfm",
    group: id,
    title: { vi: `Sổ tay ${id}`, en: `Playbook ${id}` },
    summary: both(id),
    customers: 10,
    withheld: false,
    keywords: id === "a" ? "than thiet" : "moi",
    plays: []
  })),
  segments: [
    ...segmentRows("rfm", { a: share(20, 80), b: share(80, 20) }),
    ...segmentRows("source", { web: share(50, 30), shop: share(50, 70) }),
    ...segmentRows("all", { all: share(100, 100) })
  ],
  trend: [
    { scheme: "rfm", group: "a", date: "2026-05-31", customers: 10, share: 0.1 },
    { scheme: "rfm", group: "a", date: "2026-06-30", customers: 20, share: 0.2 }
  ],
  crosstab: [],
  migration: []
};

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      constructor(private hear: (entries: unknown[]) => void) {}
      observe() {
        this.hear([{ contentRect: { width: 900 } }]);
      }
    }
  );
});
afterEach(() => {
  history.replaceState(null, "", "/");
  vi.unstubAllGlobals();
});

const open = (lang: "vi" | "en") => segments(published, { f: IN[lang], choices: choicesInAddress(), links: siteLinks });
const titleOf = (part: Element) => textOf(part.querySelector("h3"));

function choose(part: Element, label: string, value: string): void {
  const field = [...part.querySelectorAll("label, legend")].find((d) => textOf(d) === label)?.parentElement;
  const select = field?.querySelector("select");
  const radio = [...(field?.querySelectorAll("input") ?? [])].find((input) => input.value === value);
  if (select) select.value = value;
  if (radio) radio.checked = true;
  (select ?? radio)?.dispatchEvent(new Event("input", { bubbles: true }));
}

describe("the section of segments", () => {
  test("shows the first scheme, in the language it is asked for", () => {
    expect(titleOf(open("vi").sizes)).toBe("A: 20% số khách, 80% doanh thu");
    expect(titleOf(open("en").sizes)).toBe("A: 20% of customers, 80% of revenue");
    expect(textOf(open("vi").question)).toBe("What is rfm (vi)");
  });

  test("draws all that depends on the scheme when another is picked, offers its groups, and tells the address", () => {
    const parts = open("en");
    choose(parts.choose, "Scheme", "source");
    expect(titleOf(parts.sizes)).toBe("SHOP: 50% of customers, 70% of revenue");
    expect(textOf(parts.question)).toBe("What is source (en)");
    expect([...parts.choose.querySelectorAll("select")].map((d) => [...d.options].map((o) => o.value))[1]).toEqual([
      "",
      "web",
      "shop"
    ]);
    expect([...(parts.crosstab.querySelector("select")?.options ?? [])].map((o) => o.value)).toEqual(["rfm", "tier"]);
    expect(location.search).toBe("?scheme=source");
  });

  test("opens with what its address asks for, and forgets a group that another scheme hasn't", () => {
    history.replaceState(null, "", "/?scheme=source&group=web&against=tier");
    const parts = open("en");
    expect(parts.groups.querySelector(".chosen h3")?.textContent).toContain("WEB");
    choose(parts.choose, "Scheme", "tier");
    expect(location.search).toBe("?scheme=tier");
  });

  test("keeps nothing in the address where its choices are in memory", () => {
    const choices = choicesInMemory();
    const parts = segments(published, { f: IN.en, choices, links: siteLinks });
    choices.set("scheme", "source");
    expect(titleOf(parts.sizes)).toBe("SHOP: 50% of customers, 70% of revenue");
    expect(location.search).toBe("");
  });

  test("names the grey groups as their definitions do", () => {
    expect(textOf(open("vi").rests)).toBe(
      "Hai nhóm xám không giấu gì: OTHERS (who others are (vi)), NOT-ENOUGH-DATA (who not-enough-data are (vi))."
    );
  });
});

test("the page shows every part of its section, and makes nothing of its own", () => {
  const page = readFileSync(resolve(import.meta.dirname, "../../src/pages/segments.md"), "utf8");
  const shown = [...page.matchAll(/^parts\.(\w+)$/gm)].map(([, part]) => part);
  expect(shown).toEqual(Object.keys(open("vi")));
});

test("playbooks are found with and without accents", () => {
  const element = playbooks(published, { f: IN.vi, choices: choicesInAddress(), links: siteLinks });
  const search = (text: string) => {
    const input = element.querySelector("input");
    if (input) input.value = text;
    input?.dispatchEvent(new Event("input", { bubbles: true }));
    return [...element.querySelectorAll("li a")].map((a) => a.getAttribute("href"));
  };
  expect(search("")).toEqual(["./playbooks/rfm/a.html", "./playbooks/rfm/b.html"]);
  expect(search("thân thiết")).toEqual(["./playbooks/rfm/a.html"]);
  expect(textOf(element.querySelector(".status"))).toBe("1 sổ tay khớp với “thân thiết”");
  expect(search("xyz")).toEqual([]);
  expect(textOf(element.querySelector(".status"))).toBe("Không có sổ tay nào khớp. Thử ít chữ hơn, hoặc bỏ dấu.");
});

test("a playbook's charts are of its group alone", () => {
  const element = group(published, { scheme: "rfm", group: "a", f: IN.vi });
  expect(titleOf(element)).toBe("A: 10 thành 20 sau 1 tháng");
});
