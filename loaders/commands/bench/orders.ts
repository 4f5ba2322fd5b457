import { openDuckdb } from "../../engine/duckdb.js";

/** About 70 bytes a line, as shops export: 36 months, one customer for every 50 lines, a few of whom buy most. */
export async function writeOrders(rows: number, file: string, kind: "csv" | "parquet"): Promise<void> {
  const customers = Math.max(1, Math.round(rows / 50));
  const engine = await openDuckdb({ memory: "2GB" });
  const chance = (of: string) => (salt: number) => `((hash(${of} * 31 + ${salt}) >> 11)::DOUBLE / 9007199254740992)`;
  // Two lines an order, both of one customer at one time.
  const [order, u] = [chance("(i // 2)"), chance("i")];
  const options = kind === "csv" ? "FORMAT csv, HEADER true" : "FORMAT parquet, ROW_GROUP_SIZE 122880";
  try {
    await engine.run(`
      COPY (
        SELECT
          'D' || lpad(CAST(i // 2 AS VARCHAR), 9, '0') AS order_id,
          'K' || lpad(CAST(1 + CAST(floor(${customers} * pow(${order(1)}, 3)) AS BIGINT) AS VARCHAR), 8, '0') AS customer_id,
          strftime(TIMESTAMP '2023-01-01 07:00:00' + to_seconds(CAST(floor(${order(2)} * 1095 * 86400) AS BIGINT)), '%Y-%m-%d %H:%M:%S') AS ordered_at,
          'SP' || lpad(CAST(floor(400 * ${u(3)} * ${u(4)}) AS VARCHAR), 4, '0') AS product,
          'Group ' || CAST(CAST(floor(12 * ${u(5)}) AS INTEGER) AS VARCHAR) AS category,
          1 + CAST(floor(3 * pow(${u(6)}, 4)) AS INTEGER) AS quantity,
          1000 * (20 + CAST(floor(1500 * pow(${u(7)}, 3)) AS INTEGER)) AS amount,
          (['zalo', 'store', 'website', 'facebook', 'shopee'])[1 + CAST(floor(5 * ${order(8)}) AS INTEGER)] AS channel
        FROM range(${rows}) AS r(i)
      ) TO '${file.replaceAll("'", "''")}' (${options})`);
  } finally {
    await engine.close();
  }
}
