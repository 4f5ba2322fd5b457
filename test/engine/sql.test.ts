import { expect, it, test } from "vitest";
import { all, any, sql, union } from "../../loaders/engine/sql.js";

test("the indent that all lines share is taken off", () => {
  expect(sql`
    SELECT a
    FROM t
      WHERE b
  `).toBe("SELECT a\nFROM t\n  WHERE b");
});

test("a part of several lines is indented as far as the line it stands in", () => {
  const inner = "SELECT b\nFROM u";
  expect(sql`
    WITH x AS (
      ${inner}
    )
    SELECT * FROM x
  `).toBe("WITH x AS (\n  SELECT b\n  FROM u\n)\nSELECT * FROM x");
});

test("a list is joined by commas, one item a line, what is empty left out", () => {
  expect(sql`
    SELECT
      person,
      ${["a AS x", undefined, ["b AS y"]]}
    FROM t
  `).toBe("SELECT\n  person,\n  a AS x,\n  b AS y\nFROM t");
});

test("a line whose parts are all empty goes; one with other words stays", () => {
  expect(sql`
    SELECT a
    ${undefined}
    FROM ${"t"} ${false}
    ${null}${[]}
  `).toBe("SELECT a\nFROM t ");
});

test("parts may hold anything, signs of templates too", () => {
  expect(sql`SELECT ${"'$& ${x}'"} AS a, ${0} AS b`).toBe("SELECT '$& ${x}' AS a, 0 AS b");
});

it.each([
  [all(["a", false, "b OR c"]), "a\nAND b OR c"],
  [all([]), "TRUE"],
  [any(["a", "b"]), "a\nOR b"],
  [any([undefined]), "FALSE"],
  [union(["SELECT 1", "SELECT 2"]), "SELECT 1\nUNION ALL\nSELECT 2"]
])("%s", (made, text) => {
  expect(made).toBe(text);
});
