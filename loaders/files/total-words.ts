/** A cell that says nothing but that its row adds up others: `Tổng cộng`, `Cộng ngày 3/4`, `Subtotal`, `合计`. */
const WHOLE = new RegExp(
  [
    "^(grand |sub-?\\s?)?totals?(\\s*\\(.*\\))?\\s*:?$",
    "^(grand |sub-?\\s?)totals?\\b.{0,40}$",
    "^sum\\s*:?$",
    "^tổng( (cộng|số|tiền|kết|doanh thu|doanh số|số tiền|hợp|giá trị|chung))*(\\s*[:(].*)?$",
    "^(tổng )?cộng( dồn| mang sang| chuyển sang)?\\s*:?$",
    "^(tổng|cộng|tổng cộng) (theo )?(tháng|ngày|tuần|quý|năm|kỳ|trang|nhóm|chi nhánh|ca|khách|khách hàng|đơn|hóa đơn|cửa hàng|nhân viên)(\\s.{0,30})?$",
    "^(mang|chuyển) sang( trang)?( (sau|trước))?\\s*:?$",
    "^((carried|brought) forward|running total|(day|daily|week|weekly|month|monthly|year|page|report) totals?)\\s*:?$",
    "^(gesamt(ergebnis|summe|betrag)?|(zwischen|end)summe|summe|ergebnis)\\s*:?$",
    "^(sous[- ]total|total (général|general|geral|generale)|(sub)?totale|somme|suma( total)?|soma)\\s*:?$",
    "^(jumlah|итого|всего|合计|合計|总计|總計|小计|小計|합계|소계|총계|รวม(ทั้งหมด)?)\\s*:?$"
  ].join("|"),
  "iu"
);

/** A group's name with such a word before or behind it, as a spreadsheet's subtotals write it: `KH1 Total`, `Tổng KH1`. */
const NAMED =
  /^\S.{0,80}[\s:–-](sub-?)?(totals?|tổng|sum|ergebnis|gesamt|somme|suma|soma|jumlah|итог|итого|计|計|합계|汇总|요약)$|^((sub-?)?total|tổng( cộng)?|cộng|summe|somme|suma|soma|jumlah|итого)[\s:–-].{1,80}$/iu;

/** What a cell says of its row: that it adds up others, the name of a group with such a word, or nothing. */
export function totalWord(cell: string): "whole" | "named" | undefined {
  if (WHOLE.test(cell)) return "whole";
  return NAMED.test(cell) ? "named" : undefined;
}
