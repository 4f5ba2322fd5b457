// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import { figure } from "../../src/charts/figure.js";
import { portrait } from "../../src/charts/group.js";
import { cut, lines, spread } from "../../src/charts/scale.js";
import { schemeOf, segmentRows } from "../support/chart.js";

describe("spread", () => {
  test.each([
    ["leaves alone what is far enough apart", [0, 20, 40], [0, 20, 40]],
    ["pushes down what is too close, in order", [0, 2, 40], [0, 10, 40]],
    ["keeps an order that was given the other way round", [40, 2, 0], [40, 10, 0]],
    ["pushes up from the bottom", [95, 96, 97], [80, 90, 100]],
    ["keeps below the top", [-5, 0], [0, 10]],
    ["of nothing makes nothing", [], []]
  ])("%s", (_, wanted, placed) => {
    expect(spread(wanted, 10, [0, 100])).toEqual(placed);
  });

  test("keeps the gap where there is room for all, wherever they want to be", () => {
    for (let seed = 1; seed <= 50; seed++) {
      const wanted = Array.from({ length: 9 }, (_, i) => ((seed * 7919 + i * 104729) % 1000) / 10);
      const sorted = spread(wanted, 10, [0, 100]).sort((a, b) => a - b);
      expect(
        sorted.every((y, i) => y >= -1e-9 && y <= 100 + 1e-9 && (i === 0 || y - (sorted[i - 1] ?? 0) >= 10 - 1e-9))
      ).toBe(true);
    }
  });
});

test("texts are cut where they must be, at a letter or between words", () => {
  expect(cut("khách quen", 1000, 10)).toBe("khách quen");
  expect(cut("khách quen", 40, 10)).toBe("khách…");
  expect(lines("khách hàng trung thành", 70, 10)).toEqual(["khách hàng", "trung thành"]);
  expect(lines("khách", 70, 10)).toEqual(["khách"]);
});

describe("portrait", () => {
  const scheme = schemeOf("rfm", ["a", "b"]);
  const rows = segmentRows("rfm", {
    a: { revenue: 5, customers: 90 },
    b: { revenue: 9, customers: 10 },
    others: { revenue: 99 }
  });

  test("is of the chosen group", () => {
    expect(portrait(rows, scheme, "a")?.group).toBe("a");
  });

  test("is of the group that brings most, no rest, while none is chosen", () => {
    expect(portrait(rows, scheme, "")?.group).toBe("b");
    expect(portrait(segmentRows("rfm", { a: { customers: 90 }, b: { customers: 10 } }), scheme, "")?.group).toBe("a");
  });

  test("is of nobody where the scheme has nobody", () => {
    expect(portrait([], scheme, "a")).toBe(undefined);
    expect(portrait(rows, schemeOf("source", ["web"]), "")).toBe(undefined);
  });
});

describe("a figure", () => {
  const make = () => {
    // Of a drawing the document of these tests lets links alone be reached by the keyboard.
    const plot = document.createElement("div");
    for (const name of ["one", "two", "three"]) {
      const title = Object.assign(document.createElement("title"), { textContent: name });
      const mark = Object.assign(document.createElement("div"), { className: "mark" });
      mark.append(title);
      plot.append(mark);
    }
    const element = figure(plot, {
      lang: "vi",
      title: "Phát hiện",
      subtitle: "đơn vị",
      sentence: "Một câu.",
      table: () => document.createElement("table")
    });
    document.body.replaceChildren(element);
    const marks = [...element.querySelectorAll<HTMLElement>(".mark")];
    const press = (key: string) =>
      document.activeElement?.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    return { element, marks, press, tip: element.querySelector<HTMLElement>(".tip") };
  };

  test("is told by its sentence, and has one tab stop", () => {
    const { element, marks } = make();
    expect(element.querySelector("[role=group]")?.getAttribute("aria-label")).toBe("Một câu.");
    expect(marks.map((mark) => mark.getAttribute("tabindex"))).toEqual(["0", "-1", "-1"]);
  });

  test("goes from mark to mark by arrow keys, round at the ends, and takes the tab stop along", () => {
    const { marks, press, tip } = make();
    marks[0]?.focus();
    expect(tip?.textContent).toBe("one");
    press("ArrowLeft");
    expect(document.activeElement).toBe(marks[2]);
    press("ArrowRight");
    press("ArrowDown");
    expect(document.activeElement).toBe(marks[1]);
    expect(marks.map((mark) => mark.getAttribute("tabindex"))).toEqual(["-1", "0", "-1"]);
    expect(tip?.hidden).toBe(false);
    press("Escape");
    expect(tip?.hidden).toBe(true);
    press("End");
    expect(tip?.textContent).toBe("three");
  });

  test("makes its table when it is first asked for", () => {
    const details = make().element.querySelector("details");
    expect(details?.querySelector("table")).toBe(null);
    details?.dispatchEvent(new Event("toggle"));
    details?.dispatchEvent(new Event("toggle"));
    expect(details?.querySelectorAll("table")).toHaveLength(1);
    expect(details?.querySelector("summary")?.textContent).toBe("Xem bảng số liệu");
  });
});
