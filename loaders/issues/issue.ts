import type { Bilingual, Lang } from "../../src/terms/lang.js";

/**
 * One problem in what a person brought: data, settings, schemes, plays or templates. Everything a reader
 * needs to mend it: where it is, what was found, what was expected, what to do.
 */
export interface Issue {
  code: IssueCode;
  file: string;
  /** Row as a spreadsheet counts it (heading = 1), or the line of a text file; undefined where no one row is to blame. */
  row?: number | undefined;
  column?: string | undefined;
  got?: string | undefined;
  /** Words to fill into the wording of the code. */
  detail?: IssueDetail;
}

/** Words by the name they have in a wording; figures and names are the same in both languages. */
export type IssueDetail = Record<string, string | Bilingual>;

/** Thrown by a stage that can't go on; holds every issue found, not only the first. */
export class IssuesError extends Error {
  constructor(readonly issues: readonly Issue[]) {
    super(issues.map((issue) => describeIssue(issue, "en")).join("\n"));
    this.name = "IssuesError";
  }
}

/** An issue as one line: `file · row · column · got · expected · do this`. */
export function describeIssue(issue: Issue, lang: Lang): string {
  const words = HEADS[lang];
  const { expected, advice } = WORDING[issue.code];
  const parts = [issue.file];
  if (issue.row !== undefined) parts.push(`${words.row} ${issue.row}`);
  if (issue.column !== undefined) parts.push(`${words.column} ${issue.column}`);
  if (issue.got) parts.push(`${words.got} “${shorten(issue.got)}”`);
  parts.push(
    `${words.expected} ${fill(expected[lang], lang, issue.detail)}`,
    `${words.advice} ${fill(advice[lang], lang, issue.detail)}`
  );
  return parts.join(" · ");
}

/** Short name of a reason, for tables of set-aside rows. */
export function reasonLabel(code: IssueCode): Bilingual {
  return WORDING[code].label;
}

function fill(template: string, lang: Lang, detail: IssueDetail = {}): string {
  return template.replace(/\{(\w+)\}/g, (_, key: string) => {
    const words = detail[key] ?? "";
    return typeof words === "string" ? words : words[lang];
  });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 80 ? `${line.slice(0, 79)}…` : line;
}

const HEADS: Record<Lang, Record<"row" | "column" | "got" | "expected" | "advice", string>> = {
  vi: { row: "dòng", column: "cột", got: "gặp", expected: "cần:", advice: "cách sửa:" },
  en: { row: "row", column: "column", got: "got", expected: "expected:", advice: "do this:" }
};

interface Wording {
  label: Bilingual;
  expected: Bilingual;
  advice: Bilingual;
}

function wording(label: [string, string], expected: [string, string], advice: [string, string]): Wording {
  const text = ([vi, en]: [string, string]): Bilingual => ({ vi, en });
  return { label: text(label), expected: text(expected), advice: text(advice) };
}

export type IssueCode = keyof typeof WORDING;

const WORDING = {
  "missing-folder": wording(
    ["không có thư mục", "missing folder"],
    ["một thư mục có tệp dữ liệu", "a folder with data files"],
    ["kiểm tra đường dẫn sau --data", "check the path after --data"]
  ),
  "missing-file": wording(
    ["không có tệp", "missing file"],
    ["tệp được nêu trong segbook.yml hoặc mapping.yml", "the file named in segbook.yml or mapping.yml"],
    ["thêm tệp vào thư mục hoặc bỏ tên tệp khỏi nơi đó", "put the file into the folder or take its name out there"]
  ),
  "no-orders": wording(
    ["thiếu đơn hàng", "no orders"],
    [
      "ít nhất một tệp đơn hàng có cột khách hàng, thời gian và số tiền",
      "at least one orders file with customer, time and amount"
    ],
    [
      "xuất danh sách đơn hàng từ phần mềm bán hàng rồi đặt vào thư mục này",
      "export the orders from your shop software into this folder"
    ]
  ),
  "empty-file": wording(
    ["tệp rỗng", "empty file"],
    ["dòng tiêu đề và ít nhất một dòng dữ liệu", "a heading row and at least one row of data"],
    ["xuất lại tệp, hoặc xoá tệp này khỏi thư mục", "export the file again, or remove it from the folder"]
  ),
  "header-only": wording(
    ["chỉ có dòng tiêu đề", "headings only"],
    ["ít nhất một dòng dữ liệu dưới dòng tiêu đề", "at least one row of data under the headings"],
    ["kiểm tra bộ lọc ngày khi xuất tệp", "check the date filter of the export"]
  ),
  "unknown-format": wording(
    ["loại tệp chưa đọc được", "unreadable kind of file"],
    [
      "tệp CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow hoặc SQLite",
      "a file of CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow or SQLite"
    ],
    ["lưu lại tệp dưới dạng CSV UTF-8", "save the file as CSV UTF-8"]
  ),
  "one-column": wording(
    ["chỉ thấy một cột", "only one column"],
    [
      "nhiều cột cách nhau bằng dấu phẩy, chấm phẩy, tab hoặc gạch đứng",
      "several columns separated by comma, semicolon, tab or bar"
    ],
    ["kiểm tra dấu phân cách của tệp", "check the separator of the file"]
  ),
  "unknown-table": wording(
    ["không nhận ra nội dung tệp", "contents not recognised"],
    ["tiêu đề của đơn hàng, khách hàng, sự kiện hoặc chi phí", "headings of orders, customers, events or costs"],
    [
      "khai báo tệp trong mapping.yml: files → tên tệp → table và columns; các tiêu đề đang có: {headings}",
      "name the file in mapping.yml: files → file name → table and columns; its headings are: {headings}"
    ]
  ),
  "missing-column": wording(
    ["thiếu cột bắt buộc", "needed column missing"],
    ["cột “{needed}” ({label})", "a column “{needed}” ({label})"],
    [
      "thêm cột, hoặc khai báo tiêu đề tương ứng trong mapping.yml; các tiêu đề đang có: {headings}",
      "add the column, or name its heading in mapping.yml; the headings are: {headings}"
    ]
  ),
  "unknown-heading": wording(
    ["tiêu đề không có trong tệp", "heading not in the file"],
    ["một tiêu đề có thật trong tệp: {headings}", "a heading that the file has: {headings}"],
    [
      "sửa mapping.yml (hoặc segbook.yml) cho khớp với dòng tiêu đề",
      "make mapping.yml (or segbook.yml) match the heading row"
    ]
  ),
  "unknown-preset": wording(
    ["không có mẫu tệp này", "no such layout"],
    ["một trong: {presets}", "one of: {presets}"],
    ["sửa tên mẫu tệp, hoặc bỏ dòng preset", "mend the layout's name, or take the line “preset” out"]
  ),
  "unknown-words": wording(
    ["trạng thái chưa rõ nghĩa", "statuses of unknown meaning"],
    ["mỗi trạng thái là một trong: {words}", "each status to be one of: {words}"],
    [
      "ghi vào mapping.yml: files → {file} → words → {column}, mỗi trạng thái một dòng",
      "write into mapping.yml: files → {file} → words → {column}, a line for each status"
    ]
  ),
  "open-question": wording(
    ["câu hỏi chưa trả lời", "question still open"],
    ["một câu trả lời thay cho dấu “?”: {answers}", "an answer in place of “?”: {answers}"],
    ["sửa dấu “?” ở dòng này của mapping.yml", "put the answer in place of “?” at this line of mapping.yml"]
  ),
  mapping: wording(
    ["tệp mapping.yml sai", "wrong mapping file"],
    ["{expected}", "{expected}"],
    ["sửa dòng này; xem docs/mapping.md", "mend this line; see docs/mapping.md"]
  ),
  "ambiguous-dates": wording(
    ["ngày đọc được hai cách", "dates readable in two ways"],
    [
      "một cách đọc duy nhất; “{example}” có thể là {dmy} hoặc {mdy}",
      "one reading only; “{example}” may be {dmy} or {mdy}"
    ],
    [
      "ghi vào mapping.yml: files → {file} → dates: dmy (ngày trước) hoặc mdy (tháng trước)",
      "write into mapping.yml: files → {file} → dates: dmy (day first) or mdy (month first)"
    ]
  ),
  "ambiguous-numbers": wording(
    ["số đọc được hai cách", "numbers readable in two ways"],
    [
      "một cách đọc duy nhất; “{example}” có thể là {dot} hoặc {comma}",
      "one reading only; “{example}” may be {dot} or {comma}"
    ],
    [
      "ghi vào mapping.yml: files → {file} → numbers: comma (dấu chấm ngăn hàng nghìn) hoặc dot (dấu chấm là thập phân)",
      "write into mapping.yml: files → {file} → numbers: comma (dots part thousands) or dot (a dot parts decimals)"
    ]
  ),
  "unreadable-date": wording(
    ["ngày không đọc được", "unreadable date"],
    ["ngày có thật, như 2026-06-30 hoặc 30/06/2026", "a real date such as 2026-06-30 or 30/06/2026"],
    ["sửa ô này rồi chạy lại", "mend the cell and run again"]
  ),
  "unreadable-dates": wording(
    ["phần lớn ngày không đọc được", "most dates unreadable"],
    [
      "ngày viết cùng một kiểu trong cả tệp, như 2026-06-30, 30/06/2026 hoặc 30-Jun-26; chỉ đọc được {read} trên {filled} ô",
      "days written in one way throughout the file, such as 2026-06-30, 30/06/2026 or 30-Jun-26; only {read} of {filled} cells can be read"
    ],
    [
      "kiểm tra cột ngày đã khai báo đúng chưa, hoặc ghi kiểu ngày vào mapping.yml: dates",
      "check that the right column is taken for the date, or write the kind of date into mapping.yml: dates"
    ]
  ),
  "implausible-date": wording(
    ["ngày lạc xa khỏi dữ liệu", "date far from all others"],
    ["ngày trong khoảng {from} – {to} như các dòng khác", "a date within {from} – {to} like the other rows"],
    ["kiểm tra năm của dòng này", "check the year of this row"]
  ),
  "after-as-of": wording(
    ["sau ngày chốt số liệu", "after the as-of date"],
    ["ngày không sau ngày chốt {to}", "a date not after the as-of date {to}"],
    ["bỏ dòng này hoặc đổi asOf trong segbook.yml", "drop the row or change asOf in segbook.yml"]
  ),
  "unreadable-number": wording(
    ["số không đọc được", "unreadable number"],
    ["một con số, như 1250000 hoặc 1250000.50", "a number such as 1250000 or 1250000.50"],
    ["chỉ để lại con số trong ô này", "leave nothing but the number in the cell"]
  ),
  "unknown-value": wording(
    ["giá trị lạ", "unknown value"],
    ["một trong: {values}", "one of: {values}"],
    ["sửa ô này theo một trong các giá trị trên", "change the cell to one of these"]
  ),
  "lost-digits": wording(
    ["mã bị mất chữ số", "digits of an id lost"],
    [
      "mã viết đủ chữ số; bảng tính đã rút nó thành số dạng 9.12E+08",
      "an id with all its digits; a spreadsheet made it a number such as 9.12E+08"
    ],
    [
      "xuất lại từ phần mềm bán hàng và mở tệp với cột mã ở dạng văn bản (Text)",
      "export it again from the shop software, and open it with the id column as text"
    ]
  ),
  "other-currency": wording(
    ["loại tiền khác", "other currency"],
    [
      "số tiền bằng {currency} như các dòng khác; các loại tiền không được cộng với nhau",
      "an amount in {currency} like the other rows; currencies are never added up"
    ],
    [
      "đổi số tiền sang {currency}, hoặc để các đơn này vào một thư mục riêng",
      "convert the amount to {currency}, or put these orders into a folder of their own"
    ]
  ),
  "missing-value": wording(
    ["ô bắt buộc bị trống", "needed cell is empty"],
    ["một giá trị", "a value"],
    ["điền ô này rồi chạy lại", "fill the cell and run again"]
  ),
  "ragged-row": wording(
    ["số ô lệch với tiêu đề", "row of unequal width"],
    ["đúng {expected} ô như dòng tiêu đề", "exactly {expected} cells like the heading row"],
    ["kiểm tra dấu ngoặc kép và dấu phân cách của dòng này", "check the quotes and separators of this row"]
  ),
  "ragged-file": wording(
    ["phần lớn các dòng lệch với tiêu đề", "most rows don't fit the headings"],
    [
      "các dòng có {expected} ô như dòng tiêu đề; {ragged} trên {rows} dòng đầu bị lệch",
      "rows of {expected} cells like the heading row; {ragged} of the first {rows} rows differ"
    ],
    [
      "kiểm tra dấu phân cách và dấu ngoặc kép, hoặc xuất lại tệp dưới dạng XLSX",
      "check separators and quotes, or export the file again as XLSX"
    ]
  ),
  "no-headings": wording(
    ["không thấy dòng tiêu đề", "no heading row"],
    ["một dòng tên cột phía trên dữ liệu", "a row of column names above the data"],
    [
      "thêm dòng tiêu đề, hoặc ghi tên các cột vào mapping.yml: files → {file} → headings",
      "add a heading row, or name the columns in mapping.yml: files → {file} → headings"
    ]
  ),
  "too-wide": wording(
    ["quá nhiều cột", "too many columns"],
    ["không quá {limit} cột", "at most {limit} columns"],
    ["xuất tệp chỉ với các cột cần dùng", "export the file with the columns that are needed"]
  ),
  "too-large": wording(
    ["vượt giới hạn kích thước", "over a size limit"],
    ["không quá {limit}", "at most {limit}"],
    [
      "chia tệp thành nhiều phần, hoặc xuất lại dưới dạng CSV hay Parquet",
      "split the file, or export it again as CSV or Parquet"
    ]
  ),
  "cut-off": wording(
    ["tệp bị cắt cụt hoặc hỏng", "file cut off or damaged"],
    ["một tệp trọn vẹn", "a whole file"],
    ["tải hoặc xuất lại tệp", "download or export the file again"]
  ),
  "other-format": wording(
    ["tệp loại khác", "file of another kind"],
    [
      "tệp CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow hoặc SQLite, có thể nén .gz hay .zip",
      "CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow or SQLite, packed as .gz or .zip if you like"
    ],
    [
      "đây là tệp {what}: hãy xuất bảng dưới dạng CSV hoặc XLSX, hoặc bỏ tệp này khỏi thư mục",
      "this is {what}: export the table as CSV or XLSX, or take the file out of the folder"
    ]
  ),
  "unknown-encoding": wording(
    ["không đoán được bảng mã chữ", "unknown encoding of letters"],
    [
      "UTF-8, UTF-16, Windows-1252, Windows-1258 hoặc Mac Roman",
      "UTF-8, UTF-16, Windows-1252, Windows-1258 or Mac Roman"
    ],
    ["lưu lại tệp dưới dạng CSV UTF-8", "save the file as CSV UTF-8"]
  ),
  "lost-letters": wording(
    ["chữ bị hỏng trong tệp", "damaged letters in the file"],
    [
      "chữ UTF-8 nguyên vẹn; số dòng có chữ hỏng, hiện thành “\ufffd”: {rows}",
      "whole UTF-8 letters; rows with damaged ones, shown as “\ufffd”: {rows}"
    ],
    [
      "vẫn đọc được các dòng này; nếu tên khách bị sai, xuất lại tệp từ phần mềm",
      "these rows are read all the same; if names are wrong, export the file again"
    ]
  ),
  "locked-file": wording(
    ["tệp đặt mật khẩu", "protected by a password"],
    ["tệp không đặt mật khẩu", "a file without a password"],
    ["mở tệp, bỏ mật khẩu, lưu lại", "open the file, take the password off, save it again"]
  ),
  "nested-archive": wording(
    ["tệp nén trong tệp nén", "archive in an archive"],
    ["tệp dữ liệu nằm ngay trong tệp nén", "data files right inside the archive"],
    ["giải nén tệp bên trong rồi đặt vào thư mục", "unpack the inner archive into the folder"]
  ),
  "unknown-sheet": wording(
    ["không có trang tính này", "no such sheet"],
    ["một trong: {sheets}", "one of: {sheets}"],
    ["sửa tên trang tính trong mapping.yml", "mend the sheet's name in mapping.yml"]
  ),
  "open-quote": wording(
    ["ngoặc kép không đóng", "quote never closed"],
    ["dấu ngoặc kép mở ra phải đóng lại trong cùng ô", "a quote that is closed in the cell it opens"],
    [
      "đóng hoặc bỏ dấu ngoặc kép ở dòng này; từ đây các dòng sau không đếm được",
      "close or remove the quote in this row; the rows after it can't be counted"
    ]
  ),
  "too-many-rejected": wording(
    ["quá nhiều dòng bị loại", "too many rows set aside"],
    [
      "ít hơn {limit} số dòng bị loại; tệp này: {rejected} trên {read}",
      "less than {limit} of the rows set aside; this file: {rejected} of {read}"
    ],
    [
      "sửa các lỗi liệt kê ở trên, hoặc khai báo lại cột trong mapping.yml",
      "mend the problems listed above, or name the columns again in mapping.yml"
    ]
  ),
  "no-customers": wording(
    ["không có khách hàng nào", "no customers"],
    ["ít nhất một dòng có mã khách hàng", "at least one row that names a customer"],
    ["kiểm tra cột mã khách hàng", "check the customer column"]
  ),
  settings: wording(
    ["cài đặt sai", "wrong setting"],
    ["{expected}", "{expected}"],
    ["sửa dòng này; xem docs/input.md", "mend this line; see docs/input.md"]
  ),
  definition: wording(
    ["định nghĩa sai", "wrong definition"],
    ["{expected}", "{expected}"],
    ["sửa định nghĩa này; xem docs/schemes.md", "mend this definition; see docs/schemes.md"]
  ),
  template: wording(
    ["mẫu playbook sai", "wrong playbook template"],
    ["{expected}", "{expected}"],
    ["sửa mẫu ở dòng này; xem docs/playbooks.md", "mend the template at this line; see docs/playbooks.md"]
  ),
  "identifier-leak": wording(
    ["lộ thông tin cá nhân", "personal data in what is published"],
    ["không có thông tin nhận dạng khách hàng nào trong tệp xuất bản", "no customer's identifier in a published file"],
    [
      "bỏ cột hoặc giá trị này khỏi nơi xuất bản; nếu nó không phải của người nào, thêm vào privacy.allow trong segbook.yml",
      "take this column or value out of what is published; if it is nobody's, add it to privacy.allow in segbook.yml"
    ]
  )
} as const satisfies Record<string, Wording>;
