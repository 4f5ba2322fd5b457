import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { shownSteps, suppressParts } from "../../loaders/segments/suppress.js";
import { type Cell, suppressCells } from "../../loaders/segments/suppress-cells.js";
import { solve } from "../support/linear.js";

const MINIMUM = 5;
/** Small, zero and large counts in about equal parts, so that every case occurs. */
const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 }), fc.integer({ min: 5, max: 200 }));

describe("suppressed parts of a whole", () => {
  it.each<[string, Record<string, number>, string[]]>([
    ["nothing is hidden where every part is large or empty", { a: 5, b: 0, c: 90 }, []],
    ["a small part takes the smallest other with it", { a: 3, b: 40, c: 20 }, ["a", "c"]],
    ["a rest is hidden before a group", { a: 3, b: 20, others: 500 }, ["a", "others"]],
    ["two small parts of enough people hide no third", { a: 3, b: 4, c: 90 }, ["a", "b"]],
    ["two small parts of too few people need a third", { a: 1, b: 1, c: 90, d: 50 }, ["a", "b", "d"]],
    ["an empty part covers nobody", { a: 3, b: 0, c: 90 }, ["a", "c"]],
    ["a small part alone is all there is to hide", { a: 3, b: 0 }, ["a"]]
  ])("%s", (_, counts, hidden) => {
    expect([...suppressParts(new Map(Object.entries(counts)), MINIMUM)].sort()).toEqual(hidden);
  });

  test("are at least two with enough people together, and leave no small part to be seen", () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 2, maxLength: 12 }), (list) => {
        const counts = new Map(list.map((n, i) => [`g${i}`, n]));
        const hidden = suppressParts(counts, MINIMUM);
        for (const [id, n] of counts) if (!hidden.has(id)) expect(n === 0 || n >= MINIMUM).toBe(true);
        const people = [...hidden].reduce((sum, id) => sum + (counts.get(id) ?? 0), 0);
        const everybodyHidden = list.every((n, i) => n === 0 || hidden.has(`g${i}`));
        if (hidden.size > 0 && !everybodyHidden) expect(hidden.size >= 2 && people >= MINIMUM).toBe(true);
      })
    );
  });
});

function tableOf(rows: number[][]): Cell[] {
  return rows.flatMap((row, r) => row.map((n, c) => ({ row: `r${r}`, column: `c${c}`, count: n })));
}

/** What row totals, column totals and the cells left to see give away, by linear algebra. */
function solvable(
  cells: readonly Cell[],
  hidden: ReadonlySet<Cell>,
  unknownTotals: ReadonlySet<string> = new Set()
): Set<string> {
  const name = (c: Cell) => `${c.row} ${c.column}`;
  const lines = new Map<string, Map<string, number>>();
  for (const cell of cells)
    for (const line of [cell.row, cell.column]) {
      const equation = lines.get(line) ?? new Map<string, number>(unknownTotals.has(line) ? [[line, -1]] : []);
      lines.set(line, hidden.has(cell) ? equation.set(name(cell), 1) : equation);
    }
  const sides = ["r", "c"].map(
    (side) =>
      new Map([...unknownTotals].filter((line) => line.startsWith(side)).map((line): [string, number] => [line, 1]))
  );
  const equations = [...lines.values(), ...sides].filter((e) => e.size > 0);
  return new Set(solve(equations.map((terms) => ({ terms, sum: 0 }))).keys());
}

const tables = fc
  .tuple(fc.integer({ min: 2, max: 7 }), fc.integer({ min: 2, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(fc.array(count, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows })
  );

describe("suppressed cells of a two-way table", () => {
  test("the independent check itself sees a cell that subtraction gives away", () => {
    const cells = tableOf([
      [3, 20],
      [30, 40]
    ]);
    expect(solvable(cells, new Set(cells.slice(0, 1)))).toEqual(new Set(["r0 c0"]));
    expect(solvable(cells, new Set(cells.slice(0, 3)))).toEqual(new Set(["r0 c0", "r0 c1", "r1 c0"]));
    expect(solvable(cells, new Set(cells))).toEqual(new Set());
  });

  test("hide every small cell, and none of the hidden can be solved from totals and the cells shown", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const cells = tableOf(rows);
        const hidden = suppressCells(cells, MINIMUM);
        for (const cell of cells) if (cell.count > 0 && cell.count < MINIMUM) expect(hidden.has(cell)).toBe(true);
        expect(solvable(cells, hidden)).toEqual(new Set());
      }),
      { numRuns: 200 }
    );
  });

  test("nor can a hidden total be solved, of a row or column that is itself too small to show", () => {
    fc.assert(
      fc.property(tables, (rows) => {
        const cells = tableOf(rows);
        const total = (line: string) =>
          cells.reduce((sum, c) => sum + (c.row === line || c.column === line ? c.count : 0), 0);
        const side = (key: "row" | "column") =>
          suppressParts(new Map([...new Set(cells.map((c) => c[key]))].map((line) => [line, total(line)])), MINIMUM);
        const totals = { rows: side("row"), columns: side("column") };
        const hidden = suppressCells(cells, MINIMUM, totals);
        const unknown = new Set([...totals.rows, ...totals.columns]);
        // Where a single line holds everybody its total is the total of all, which everybody knows.
        fc.pre(totals.rows.size !== 1 && totals.columns.size !== 1);
        expect(solvable(cells, hidden, unknown)).toEqual(new Set());
      }),
      { numRuns: 200 }
    );
  });

  test("a table without small cells is shown whole", () => {
    expect(
      suppressCells(
        tableOf([
          [5, 0, 9],
          [12, 7, 0]
        ]),
        MINIMUM
      ).size
    ).toBe(0);
  });
});

describe("shown steps of a shrinking series", () => {
  it.each([
    [
      [100, 60, 20, 0],
      [true, true, true, true]
    ],
    [
      [100, 97, 60, 4],
      [true, false, true, false]
    ],
    [
      [100, 98, 96, 95],
      [true, false, false, true]
    ],
    [
      [4, 4, 0],
      [false, false, true]
    ],
    [
      [9, 9, 9],
      [true, true, true]
    ],
    [
      [7, 3, 0],
      [true, false, true]
    ]
  ])("%j shows %j", (counts, shown) => {
    expect(shownSteps(counts, MINIMUM)).toEqual(shown);
  });

  test("never show a count or a difference of one to four people", () => {
    fc.assert(
      fc.property(fc.array(count, { minLength: 1, maxLength: 8 }), (list) => {
        const counts = [...list].sort((a, b) => b - a);
        const seen = counts.filter((_, i) => shownSteps(counts, MINIMUM)[i]);
        for (const [i, n] of seen.entries())
          for (const smaller of [0, ...seen.slice(i + 1)])
            expect(n - smaller === 0 || n - smaller >= MINIMUM).toBe(true);
      }),
      { numRuns: 200 }
    );
  });
});
