import { afterAll, beforeAll, expect, test } from "vitest";
import { literal } from "../../loaders/engine/dialect.js";
import { openDuckdb } from "../../loaders/engine/duckdb.js";
import type { Engine } from "../../loaders/engine/engine.js";
import { compareNames, nameSql, parseName } from "../../loaders/people/name.js";

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckdb();
});
afterAll(() => engine.close());

async function words(text: string): Promise<readonly string[]> {
  const [row] = await engine.rows(`SELECT ${nameSql(engine.dialect, literal(text))} AS name`);
  return parseName(String(row?.name ?? ""));
}

test.each([
  ["Nguyễn Văn A", "NGUYEN VAN A", "same"],
  ["Nguyễn Văn A", "A Nguyễn Văn", "same"],
  ["Nguyễn Văn A", "Nguyễn Văn A".normalize("NFD"), "same"],
  ["  Nguyễn   Văn\u00a0A ", "nguyễn văn a", "same"],
  ["Chị Nguyễn Thị Lan", "Nguyễn Thị Lan (Gò Vấp)", "same"],
  ["Mr. John Smith", "SMITH, John", "same"],
  ["Đỗ Đức", "do duc", "same"],
  ["Lan", "Nguyễn Thị Lan", "part"],
  ["Chị Lan", "Lan Nguyễn", "part"],
  ["Anh", "Lan Anh", "part"],
  ["Nguyễn Thị Lan", "Trần Thị Lan", "other"],
  ["Lan", "Hùng", "other"],
  ["Lan", "", "absent"],
  ["N***n", "Hùng", "absent"],
  ["0912345678", "Hùng", "absent"],
  ["李雷", "李雷", "same"],
  ["Наталья Иванова", "ИВАНОВА Наталья", "same"]
])("%j and %j: %s", async (a, b, expected) => {
  expect(compareNames(await words(a), await words(b))).toBe(expected);
});
