import type { Pair } from "../terms/lang.js";
import type { Dictionary } from "../terms/words.js";

/** What stands between the parts of a problem's line. */
export const ISSUE_LINE = {
  row: ["dòng {row}", "row {row}"],
  column: ["cột {column}", "column {column}"],
  got: ["gặp “{got}”", "got “{got}”"],
  expected: ["cần: {expected}", "expected: {expected}"],
  advice: ["cách sửa: {advice}", "do this: {advice}"]
} as const satisfies Dictionary;

/**
 * Every problem that data, settings and definitions may have, under its code: its short name for tables, what was
 * expected, and what to do. The names in braces are what whoever finds it has to tell.
 */
export const ISSUES = {
  "missing-folder": {
    label: ["không có thư mục", "missing folder"],
    expected: ["một thư mục có tệp dữ liệu", "a folder with data files"],
    advice: ["kiểm tra đường dẫn sau --data", "check the path after --data"]
  },
  "missing-file": {
    label: ["không có tệp", "missing file"],
    expected: ["tệp được nêu trong segbook.yml hoặc mapping.yml", "the file named in segbook.yml or mapping.yml"],
    advice: [
      "thêm tệp vào thư mục hoặc bỏ tên tệp khỏi nơi đó",
      "put the file into the folder or take its name out there"
    ]
  },
  "nothing-to-compute": {
    label: ["không có gì để tính", "nothing to compute"],
    expected: [
      "một tệp nói về khách: đơn hàng (khách hàng, thời gian, số tiền), khách hàng hay khách tiềm năng, hoặc sự kiện; hiện có: {found}",
      "a file that tells of customers: orders (customer, time, amount), customers or leads, or events; there is: {found}"
    ],
    advice: [
      "xuất danh sách đơn hàng, khách hàng hoặc khách tiềm năng từ phần mềm rồi đặt vào thư mục này",
      "export the orders, customers or leads from your software into this folder"
    ]
  },
  "no-days": {
    label: ["không có ngày nào", "no days"],
    expected: [
      "ít nhất một ngày trong dữ liệu, để biết số liệu tính đến khi nào",
      "at least one day in the data, to know up to when they go"
    ],
    advice: [
      "ghi ngày xuất tệp vào segbook.yml, ví dụ asOf: 2026-03-31",
      "write the day of the export into segbook.yml, such as asOf: 2026-03-31"
    ]
  },
  "empty-file": {
    label: ["tệp rỗng", "empty file"],
    expected: ["dòng tiêu đề và ít nhất một dòng dữ liệu", "a heading row and at least one row of data"],
    advice: ["xuất lại tệp, hoặc xoá tệp này khỏi thư mục", "export the file again, or remove it from the folder"]
  },
  "header-only": {
    label: ["chỉ có dòng tiêu đề", "headings only"],
    expected: ["ít nhất một dòng dữ liệu dưới dòng tiêu đề", "at least one row of data under the headings"],
    advice: ["kiểm tra bộ lọc ngày khi xuất tệp", "check the date filter of the export"]
  },
  "unknown-format": {
    label: ["loại tệp chưa đọc được", "unreadable kind of file"],
    expected: [
      "tệp CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow hoặc SQLite",
      "a file of CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow or SQLite"
    ],
    advice: ["lưu lại tệp dưới dạng CSV UTF-8", "save the file as CSV UTF-8"]
  },
  "one-column": {
    label: ["chỉ thấy một cột", "only one column"],
    expected: [
      "nhiều cột cách nhau bằng dấu phẩy, chấm phẩy, tab hoặc gạch đứng",
      "several columns separated by comma, semicolon, tab or bar"
    ],
    advice: ["kiểm tra dấu phân cách của tệp", "check the separator of the file"]
  },
  "unknown-table": {
    label: ["không nhận ra nội dung tệp", "contents not recognised"],
    expected: [
      "tiêu đề của đơn hàng, khách hàng, sự kiện hoặc chi phí",
      "headings of orders, customers, events or costs"
    ],
    advice: [
      "khai báo tệp trong mapping.yml: files → tên tệp → table và columns; các tiêu đề đang có: {headings}",
      "name the file in mapping.yml: files → file name → table and columns; its headings are: {headings}"
    ]
  },
  "missing-column": {
    label: ["thiếu cột bắt buộc", "needed column missing"],
    expected: ["cột “{needed}” ({label})", "a column “{needed}” ({label})"],
    advice: [
      "thêm cột, hoặc khai báo tiêu đề tương ứng trong mapping.yml; các tiêu đề đang có: {headings}",
      "add the column, or name its heading in mapping.yml; the headings are: {headings}"
    ]
  },
  "unknown-heading": {
    label: ["tiêu đề không có trong tệp", "heading not in the file"],
    expected: ["một tiêu đề có thật trong tệp: {headings}", "a heading that the file has: {headings}"],
    advice: [
      "sửa mapping.yml (hoặc segbook.yml) cho khớp với dòng tiêu đề",
      "make mapping.yml (or segbook.yml) match the heading row"
    ]
  },
  "unknown-preset": {
    label: ["không có mẫu tệp này", "no such layout"],
    expected: ["một trong: {presets}", "one of: {presets}"],
    advice: ["sửa tên mẫu tệp, hoặc bỏ dòng preset", "mend the layout's name, or take the line “preset” out"]
  },
  "unknown-words": {
    label: ["từ chưa rõ nghĩa", "words of unknown meaning"],
    expected: ["mỗi từ là một trong: {words}", "each word to be one of: {words}"],
    advice: [
      "ghi vào mapping.yml: files → {file} → words → {column}, mỗi từ một dòng",
      "write into mapping.yml: files → {file} → words → {column}, a line for each word"
    ]
  },
  "many-duplicates": {
    label: ["nhiều dòng trùng trong một tệp", "many equal rows in one file"],
    expected: [
      "tệp nói rõ dòng trùng là bản sao hay là hàng bán thêm: {rows} dòng giống hệt dòng khác, {share} tiền của tệp",
      "whether equal rows are copies or further sales: {rows} rows equal another, {share} of the file's money"
    ],
    advice: [
      "ghi vào mapping.yml: files → {file} → duplicates: keep (mỗi dòng một lần bán) hoặc drop (bản sao, chỉ tính một lần)",
      "write into mapping.yml: files → {file} → duplicates: keep (each row is a sale) or drop (copies, counted once)"
    ]
  },
  "open-question": {
    label: ["câu hỏi chưa trả lời", "question still open"],
    expected: ["một câu trả lời thay cho dấu “?”: {answers}", "an answer in place of “?”: {answers}"],
    advice: ["sửa dấu “?” ở dòng này của mapping.yml", "put the answer in place of “?” at this line of mapping.yml"]
  },
  mapping: {
    label: ["tệp mapping.yml sai", "wrong mapping file"],
    expected: ["{expected}", "{expected}"],
    advice: ["sửa dòng này; xem docs/mapping.md", "mend this line; see docs/mapping.md"]
  },
  "ambiguous-dates": {
    label: ["ngày đọc được hai cách", "dates readable in two ways"],
    expected: [
      "một cách đọc duy nhất; “{example}” có thể là: {readings}",
      "one reading only; “{example}” may be: {readings}"
    ],
    advice: [
      "ghi vào mapping.yml: files → {file} → dates: dmy (ngày trước) hoặc mdy (tháng trước)",
      "write into mapping.yml: files → {file} → dates: dmy (day first) or mdy (month first)"
    ]
  },
  "ambiguous-numbers": {
    label: ["số đọc được hai cách", "numbers readable in two ways"],
    expected: [
      "một cách đọc duy nhất; “{example}” có thể là: {readings}",
      "one reading only; “{example}” may be: {readings}"
    ],
    advice: [
      "ghi vào mapping.yml: files → {file} → numbers: comma (dấu chấm ngăn hàng nghìn), dot (dấu chấm là thập phân) hoặc mixed (mỗi ô một kiểu, nhóm ba chữ số là hàng nghìn)",
      "write into mapping.yml: files → {file} → numbers: comma (dots part thousands), dot (a dot parts decimals) or mixed (each cell its own way, three digits in a group are thousands)"
    ]
  },
  "ambiguous-amount": {
    label: ["tiền đã trừ giảm giá hay chưa", "money with or without the discount"],
    expected: [
      "biết tiền đã trừ giảm giá chưa; “{example}” có thể là: {readings}",
      "to know whether the discount is off the money; “{example}” may be: {readings}"
    ],
    advice: [
      "ghi vào mapping.yml: files → {file} → amount: after-discount (đã trừ giảm giá) hoặc before-discount (chưa trừ)",
      "write into mapping.yml: files → {file} → amount: after-discount (the discount is off already) or before-discount (it is still to be taken off)"
    ]
  },
  "summary-sheet": {
    label: ["bảng tổng hợp của một bảng khác", "a summary of another table"],
    expected: [
      "không tính hai lần: {fitting}/{rows} dòng theo “{by}” đúng bằng tổng của {detail}",
      "no money twice: {fitting} of {rows} rows by “{by}” are the sums of {detail}"
    ],
    advice: [
      "không cần làm gì; nếu đây là đơn hàng khác, ghi vào mapping.yml: files → {file} → table: orders",
      "nothing; if these are other orders, write into mapping.yml: files → {file} → table: orders"
    ]
  },
  "ambiguous-cost": {
    label: ["giá vốn của dòng hay của một chiếc", "cost of the line or of a piece"],
    expected: [
      "biết giá vốn là của cả dòng hay của một chiếc; “{example}” có thể là: {readings}",
      "to know whether the cost is of the line or of a piece; “{example}” may be: {readings}"
    ],
    advice: [
      "ghi vào mapping.yml: files → {file} → cost: line (của cả dòng) hoặc piece (của một chiếc)",
      "write into mapping.yml: files → {file} → cost: line (of the whole line) or piece (of one piece)"
    ]
  },
  "unreadable-date": {
    label: ["ngày không đọc được", "unreadable date"],
    expected: ["ngày có thật, như 2026-06-30 hoặc 30/06/2026", "a real date such as 2026-06-30 or 30/06/2026"],
    advice: ["sửa ô này rồi chạy lại", "mend the cell and run again"]
  },
  "unreadable-dates": {
    label: ["phần lớn ngày không đọc được", "most dates unreadable"],
    expected: [
      "ngày viết cùng một kiểu trong cả tệp, như 2026-06-30, 30/06/2026 hoặc 30-Jun-26; chỉ đọc được {read} trên {filled} ô",
      "days written in one way throughout the file, such as 2026-06-30, 30/06/2026 or 30-Jun-26; only {read} of {filled} cells can be read"
    ],
    advice: [
      "kiểm tra cột ngày đã khai báo đúng chưa, hoặc ghi kiểu ngày vào mapping.yml: dates",
      "check that the right column is taken for the date, or write the kind of date into mapping.yml: dates"
    ]
  },
  "implausible-date": {
    label: ["ngày lạc xa khỏi dữ liệu", "date far from all others"],
    expected: ["ngày trong khoảng {from} – {to} như các dòng khác", "a date within {from} – {to} like the other rows"],
    advice: ["kiểm tra năm của dòng này", "check the year of this row"]
  },
  "after-as-of": {
    label: ["sau ngày chốt số liệu", "after the as-of date"],
    expected: ["ngày không sau ngày chốt {to}", "a date not after the as-of date {to}"],
    advice: ["bỏ dòng này hoặc đổi asOf trong segbook.yml", "drop the row or change asOf in segbook.yml"]
  },
  "unreadable-number": {
    label: ["số không đọc được", "unreadable number"],
    expected: ["một con số, như 1250000 hoặc 1250000.50", "a number such as 1250000 or 1250000.50"],
    advice: ["chỉ để lại con số trong ô này", "leave nothing but the number in the cell"]
  },
  "unknown-zone": {
    label: ["chưa biết múi giờ", "time zone not known"],
    expected: [
      "một múi giờ: giờ trong tệp là giờ UTC, còn {country} có nhiều múi giờ",
      "a time zone: the file writes UTC, and {country} has several zones"
    ],
    advice: [
      "ghi vào segbook.yml một dòng như zone: America/New_York",
      "write a line such as zone: America/New_York into segbook.yml"
    ]
  },
  "implausible-currency": {
    label: ["số tiền quá nhỏ so với đồng", "money too small for đồng"],
    expected: [
      "số tiền bằng đồng; một nửa số tiền ở đây dưới {least} ₫",
      "money in đồng; half of the amounts here are below {least} ₫"
    ],
    advice: [
      "nếu tệp ghi bằng nghìn đồng thì nhân lên rồi xuất lại; nếu là tiền khác hoặc đúng là đồng thì ghi vào segbook.yml: currency: VND (hoặc mã khác)",
      "if the file counts in thousands of đồng, multiply and export again; if it is another currency, or đồng indeed, write into segbook.yml: currency: VND (or the other code)"
    ]
  },
  "unknown-value": {
    label: ["giá trị lạ", "unknown value"],
    expected: ["một trong: {values}", "one of: {values}"],
    advice: ["sửa ô này theo một trong các giá trị trên", "change the cell to one of these"]
  },
  "lost-digits": {
    label: ["mã bị mất chữ số", "digits of an id lost"],
    expected: [
      "mã viết đủ chữ số; bảng tính đã rút nó thành số dạng 9.12E+08",
      "an id with all its digits; a spreadsheet made it a number such as 9.12E+08"
    ],
    advice: [
      "xuất lại từ phần mềm bán hàng và mở tệp với cột mã ở dạng văn bản (Text)",
      "export it again from the shop software, and open it with the id column as text"
    ]
  },
  "other-currency": {
    label: ["loại tiền khác", "other currency"],
    expected: [
      "số tiền bằng {currency} như các dòng khác; các loại tiền không được cộng với nhau",
      "an amount in {currency} like the other rows; currencies are never added up"
    ],
    advice: [
      "đổi số tiền sang {currency}, hoặc để các đơn này vào một thư mục riêng",
      "convert the amount to {currency}, or put these orders into a folder of their own"
    ]
  },
  "missing-value": {
    label: ["ô bắt buộc bị trống", "needed cell is empty"],
    expected: ["một giá trị", "a value"],
    advice: ["điền ô này rồi chạy lại", "fill the cell and run again"]
  },
  "ragged-row": {
    label: ["số ô lệch với tiêu đề", "row of unequal width"],
    expected: ["đúng {expected} ô như dòng tiêu đề", "exactly {expected} cells like the heading row"],
    advice: ["kiểm tra dấu ngoặc kép và dấu phân cách của dòng này", "check the quotes and separators of this row"]
  },
  "ragged-file": {
    label: ["phần lớn các dòng lệch với tiêu đề", "most rows don't fit the headings"],
    expected: [
      "các dòng có {expected} ô như dòng tiêu đề; {ragged} trên {rows} dòng đầu bị lệch",
      "rows of {expected} cells like the heading row; {ragged} of the first {rows} rows differ"
    ],
    advice: [
      "kiểm tra dấu phân cách và dấu ngoặc kép, hoặc xuất lại tệp dưới dạng XLSX",
      "check separators and quotes, or export the file again as XLSX"
    ]
  },
  "no-headings": {
    label: ["không thấy dòng tiêu đề", "no heading row"],
    expected: ["một dòng tên cột phía trên dữ liệu", "a row of column names above the data"],
    advice: [
      "thêm dòng tiêu đề, hoặc ghi tên các cột vào mapping.yml: files → {file} → headings",
      "add a heading row, or name the columns in mapping.yml: files → {file} → headings"
    ]
  },
  "too-wide": {
    label: ["quá nhiều cột", "too many columns"],
    expected: ["không quá {limit} cột", "at most {limit} columns"],
    advice: ["xuất tệp chỉ với các cột cần dùng", "export the file with the columns that are needed"]
  },
  "too-large": {
    label: ["vượt giới hạn kích thước", "over a size limit"],
    expected: ["không quá {limit}", "at most {limit}"],
    advice: [
      "chia tệp thành nhiều phần, hoặc xuất lại dưới dạng CSV hay Parquet",
      "split the file, or export it again as CSV or Parquet"
    ]
  },
  "too-many-files": {
    label: ["quá nhiều tệp", "too many files"],
    expected: ["không quá {limit} tệp", "at most {limit} files"],
    advice: [
      "gộp các tệp cùng loại lại, hoặc chia tệp nén thành nhiều phần",
      "join files of one kind, or split the archive"
    ]
  },
  "not-a-file": {
    label: ["không phải tệp đọc được", "no file that can be read"],
    expected: [
      "một tệp nằm ngay trong thư mục và được phép đọc",
      "a file that lies in the folder itself and may be read"
    ],
    advice: [
      "chép chính tệp đó vào thư mục và cho phép đọc, hoặc bỏ nó ra",
      "copy the file itself into the folder and let it be read, or take it out"
    ]
  },
  "cut-off": {
    label: ["tệp bị cắt cụt hoặc hỏng", "file cut off or damaged"],
    expected: ["một tệp trọn vẹn", "a whole file"],
    advice: ["tải hoặc xuất lại tệp", "download or export the file again"]
  },
  "rows-differ": {
    label: ["số dòng không khớp", "numbers of rows differ"],
    expected: ["{rows} dòng, như đếm được trong tệp", "{rows} rows, as counted in the file"],
    advice: [
      "lưu lại tệp dưới một tên khác, chỉ gồm chữ và số; tệp không được thay đổi trong lúc đọc",
      "save the file under another name, of letters and digits; let nothing change it while it is read"
    ]
  },
  "other-format": {
    label: ["tệp loại khác", "file of another kind"],
    expected: [
      "tệp CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow hoặc SQLite, có thể nén .gz hay .zip",
      "CSV, TSV, XLSX, XLS, ODS, JSON, NDJSON, Parquet, Arrow or SQLite, packed as .gz or .zip if you like"
    ],
    advice: [
      "đây là tệp {what}: hãy xuất bảng dưới dạng CSV hoặc XLSX, hoặc bỏ tệp này khỏi thư mục",
      "this is {what}: export the table as CSV or XLSX, or take the file out of the folder"
    ]
  },
  "unknown-encoding": {
    label: ["không đoán được bảng mã chữ", "unknown encoding of letters"],
    expected: [
      "UTF-8, UTF-16, Windows-1252, Windows-1258 hoặc Mac Roman",
      "UTF-8, UTF-16, Windows-1252, Windows-1258 or Mac Roman"
    ],
    advice: ["lưu lại tệp dưới dạng CSV UTF-8", "save the file as CSV UTF-8"]
  },
  "lost-letters": {
    label: ["chữ bị hỏng trong tệp", "damaged letters in the file"],
    expected: [
      "chữ UTF-8 nguyên vẹn; số dòng có chữ hỏng, hiện thành “\ufffd”: {rows}",
      "whole UTF-8 letters; rows with damaged ones, shown as “\ufffd”: {rows}"
    ],
    advice: [
      "vẫn đọc được các dòng này; nếu tên khách bị sai, xuất lại tệp từ phần mềm",
      "these rows are read all the same; if names are wrong, export the file again"
    ]
  },
  "locked-file": {
    label: ["tệp đặt mật khẩu", "protected by a password"],
    expected: ["tệp không đặt mật khẩu", "a file without a password"],
    advice: ["mở tệp, bỏ mật khẩu, lưu lại", "open the file, take the password off, save it again"]
  },
  "nested-archive": {
    label: ["tệp nén trong tệp nén", "archive in an archive"],
    expected: ["tệp dữ liệu nằm ngay trong tệp nén", "data files right inside the archive"],
    advice: ["giải nén tệp bên trong rồi đặt vào thư mục", "unpack the inner archive into the folder"]
  },
  "unknown-sheet": {
    label: ["không có trang tính này", "no such sheet"],
    expected: ["một trong: {sheets}", "one of: {sheets}"],
    advice: ["sửa tên trang tính trong mapping.yml", "mend the sheet's name in mapping.yml"]
  },
  "open-quote": {
    label: ["ngoặc kép không đóng", "quote never closed"],
    expected: ["dấu ngoặc kép mở ra phải đóng lại trong cùng ô", "a quote that is closed in the cell it opens"],
    advice: [
      "đóng hoặc bỏ dấu ngoặc kép ở dòng này; từ đây các dòng sau không đếm được",
      "close or remove the quote in this row; the rows after it can't be counted"
    ]
  },
  "too-many-rejected": {
    label: ["quá nhiều dòng bị loại", "too many rows set aside"],
    expected: [
      "ít hơn {limit} số dòng bị loại; tệp này: {rejected} trên {read}",
      "less than {limit} of the rows set aside; this file: {rejected} of {read}"
    ],
    advice: [
      "sửa các lỗi liệt kê ở trên, hoặc khai báo lại cột trong mapping.yml",
      "mend the problems listed above, or name the columns again in mapping.yml"
    ]
  },
  "no-customers": {
    label: ["không có khách hàng nào", "no customers"],
    expected: [
      "ít nhất một dòng có mã khách hàng, số điện thoại hoặc e-mail",
      "at least one row that names a customer by id, phone or e-mail"
    ],
    advice: ["kiểm tra cột mã khách hàng", "check the customer column"]
  },
  settings: {
    label: ["cài đặt sai", "wrong setting"],
    expected: ["{expected}", "{expected}"],
    advice: ["sửa dòng này; xem docs/input.md", "mend this line; see docs/input.md"]
  },
  definition: {
    label: ["định nghĩa sai", "wrong definition"],
    expected: ["{expected}", "{expected}"],
    advice: ["sửa định nghĩa này; xem docs/schemes.md", "mend this definition; see docs/schemes.md"]
  },
  template: {
    label: ["mẫu sổ tay sai", "wrong playbook template"],
    expected: ["{expected}", "{expected}"],
    advice: ["sửa mẫu ở dòng này; xem docs/playbooks.md", "mend the template at this line; see docs/playbooks.md"]
  },
  "identifier-leak": {
    label: ["lộ thông tin cá nhân", "personal data in what is published"],
    expected: [
      "không có thông tin nhận dạng khách hàng nào trong tệp xuất bản",
      "no customer's identifier in a published file"
    ],
    advice: [
      "bỏ cột hoặc giá trị này khỏi nơi xuất bản (có trong {files} tệp); nếu nó không phải của người nào, ghi vào segbook.yml: privacy: allow: [{allow}]",
      "take this column or value out of what is published (it is in {files} of its files); if it is nobody's, write into segbook.yml: privacy: allow: [{allow}]"
    ]
  }
} as const satisfies { readonly [code: string]: Readonly<Record<"label" | "expected" | "advice", Pair>> };
