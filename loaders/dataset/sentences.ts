import type { Bilingual } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { DELIMITERS, GRAINS, MONEY, ROWS } from "../../src/words/understanding.js";
import type { TableName } from "../definitions/columns.js";
import type { Grain } from "../definitions/grain.js";
import type { MoneyReading } from "../definitions/money-reading.js";
import type { SheetForm } from "../files/sheet.js";
import type { ColumnMap } from "./source.js";

/** What one row of a table stands for. */
export function describeGrain(table: TableName, grain: Grain): Bilingual {
  return table === "orders" ? bilingual(GRAINS[grain]) : bilingual(ROWS[table]);
}

/** Which money of an orders file counts, where no layout says it: headings by name, in the order of precedence. */
export function describeMoney(columns: ColumnMap, grain: Grain, reading: MoneyReading = {}): Bilingual {
  const [whole, off] = [columns.order_amount ?? columns.amount, columns.order_discount ?? columns.discount];
  if (reading.amount === "before-discount" && whole && off)
    return bilingual(MONEY.difference, { price: whole, discount: off });
  const shared = grain === "first-line" || grain === "repeated" || grain === "line";
  const money = baseMoney(columns, shared);
  const less = ["order_discount", "refund", "order_refund", "returned_quantity"].flatMap((id) => columns[id] ?? []);
  if (less.length === 0) return money;
  return bilingual(MONEY.less, { money, list: less.map((heading) => `“${heading}”`).join(", ") });
}

function baseMoney(columns: ColumnMap, shared: boolean): Bilingual {
  const { amount, quantity, unit_price, list_price, discount, order_amount: order } = columns;
  if (order && shared) return bilingual(MONEY.shared, { order });
  if (amount) return discount ? bilingual(MONEY.net, { amount, discount }) : bilingual(MONEY.amount, { amount });
  if (quantity && unit_price) return bilingual(MONEY.product, { quantity, price: unit_price });
  if (quantity && list_price && discount) return bilingual(MONEY.discounted, { quantity, price: list_price, discount });
  if (quantity && list_price) return bilingual(MONEY.product, { quantity, price: list_price });
  if (list_price && discount) return bilingual(MONEY.difference, { price: list_price, discount });
  return bilingual(MONEY.amount, { amount: order ?? "" });
}

/** Kind, encoding, separator and packing, in words: `CSV, UTF-8, dấu phẩy`. */
export function describeForm({ kind, encoding, delimiter, packed }: SheetForm): Bilingual {
  const sign = delimiter === undefined ? undefined : describeDelimiter(delimiter);
  const form = (lang: keyof Bilingual) =>
    [kind.toUpperCase(), encoding?.toUpperCase(), sign?.[lang], packed && `.${packed}`]
      .filter((part) => part !== undefined)
      .join(", ");
  return { vi: form("vi"), en: form("en") };
}

function describeDelimiter(sign: string): Bilingual {
  return sign in DELIMITERS ? bilingual(DELIMITERS[sign as keyof typeof DELIMITERS]) : { vi: sign, en: sign };
}
