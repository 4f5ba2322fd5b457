import type { Dictionary } from "../terms/words.js";

/** What one row of a file of orders stands for, as a person would say it. */
export const GRAINS = {
  order: ["Mỗi dòng là một đơn hàng.", "Each row is a whole order."],
  line: ["Mỗi dòng là một món trong đơn, có tiền riêng.", "Each row is an order line with its own money."],
  "first-line": [
    "Mỗi dòng là một món; thông tin chung của đơn chỉ ghi ở dòng đầu và được điền xuống các dòng sau.",
    "Each row is an order line; what belongs to the order stands on its first line only and is filled down."
  ],
  repeated: [
    "Mỗi dòng là một món; thông tin chung của đơn lặp lại trên từng dòng và chỉ tính một lần.",
    "Each row is an order line; what belongs to the order is repeated on every line and counted once."
  ],
  unit: [
    "Mỗi dòng là một chiếc: mua ba chiếc thì có ba dòng.",
    "Each row is a single unit: three units sold are three rows."
  ],
  row: ["Mỗi dòng là một mục.", "Each row is one entry."]
} as const satisfies Dictionary;

/** The same for tables other than orders. */
export const ROWS = {
  customers: ["Mỗi dòng là một khách hàng.", "Each row is one customer."],
  events: ["Mỗi dòng là một lần tiếp xúc với khách.", "Each row is one contact with a customer."],
  costs: ["Mỗi dòng là chi phí một tháng của một kênh.", "Each row is one month's cost of one channel."]
} as const satisfies Dictionary;

/** Which money of a file of orders counts. */
export const MONEY = {
  shared: [
    "Tiền của đơn lấy ở cột “{order}”, tính một lần cho mỗi đơn và chia cho các dòng.",
    "The order's money is in “{order}”, counted once per order and shared out over its lines."
  ],
  amount: ["Tiền lấy ở cột “{amount}”.", "The money is in “{amount}”."],
  net: [
    "Tiền lấy ở cột “{amount}”, coi là đã trừ “{discount}”.",
    "The money is in “{amount}”, taken as already less “{discount}”."
  ],
  product: ["Tiền = “{quantity}” × “{price}”.", "Money = “{quantity}” × “{price}”."],
  discounted: ["Tiền = “{quantity}” × “{price}” − “{discount}”.", "Money = “{quantity}” × “{price}” − “{discount}”."],
  difference: ["Tiền = “{price}” − “{discount}”.", "Money = “{price}” − “{discount}”."],
  less: ["{money} Trừ đi: {list}.", "{money} Less: {list}."]
} as const satisfies Dictionary;

/** Styles in which days are written. */
export const DAYS = {
  iso: ["năm-tháng-ngày (2026-06-30)", "year-month-day (2026-06-30)"],
  dmy: ["ngày trước, tháng sau (30/06/2026)", "day first (30/06/2026)"],
  mdy: ["tháng trước, ngày sau (06/30/2026)", "month first (06/30/2026)"],
  "ymd-compact": ["liền nhau (20260630)", "without signs (20260630)"],
  named: ["tháng viết bằng chữ (30 Jun 2026)", "month by name (30 Jun 2026)"],
  serial: ["số ngày của bảng tính (46203)", "a spreadsheet's day number (46203)"]
} as const satisfies Dictionary;

/** Styles in which numbers are written. */
export const NUMBERS = {
  comma: ["dấu chấm ngăn hàng nghìn (1.250.000,5)", "dots part thousands (1.250.000,5)"],
  dot: ["dấu chấm là thập phân (1,250,000.5)", "a dot parts decimals (1,250,000.5)"],
  mixed: [
    "mỗi ô một kiểu, nhóm ba chữ số là hàng nghìn (1,250,000 và 450.000)",
    "each cell its own way, three digits in a group are thousands (1,250,000 and 450.000)"
  ]
} as const satisfies Dictionary;

/** Rows that are no data, by kind. */
export const LEFT = {
  preamble: ["dòng phía trên tiêu đề", "rows above the headings"],
  heading: ["dòng tiêu đề khác", "other heading rows"],
  description: ["dòng giải thích cột", "rows that explain the columns"],
  total: ["dòng tổng cộng", "totals"],
  footer: ["dòng cuối tệp", "footers"],
  blank: ["dòng trống", "blank rows"],
  event: ["sự kiện không phải mua hàng", "events that are no purchases"],
  purchase: ["lượt mua, tính ở tệp đơn hàng", "purchases, counted with the orders"],
  ignored: ["sự kiện bỏ qua", "events to be ignored"]
} as const satisfies Dictionary;

/** What parts the cells of a text file. */
export const DELIMITERS = {
  ",": ["dấu phẩy", "comma"],
  ";": ["dấu chấm phẩy", "semicolon"],
  "\t": ["tab", "tab"],
  "|": ["gạch đứng", "bar"],
  " ": ["khoảng trắng", "blanks"]
} as const satisfies Dictionary;

/** Why a sheet was taken for what it is. */
export const WHY = {
  unknown: ["Chưa nhận ra tệp này.", "Not recognised."],
  layout: ["Dòng tiêu đề khớp với tệp xuất “{layout}”.", "The headings are those of the export “{layout}”."],
  column: ["{count} cột", "{count} column"],
  columns: ["{count} cột", "{count} columns"],
  names: ["Nhận ra {columns} theo tên cột.", "{columns} recognised by their names."],
  values: [
    "Nhận ra {columns}, trong đó {count} cột chỉ nhờ giá trị: nên kiểm tra lại.",
    "{columns} recognised, {count} of them by their values alone: please check."
  ],
  joined: [
    "Ghép với “{name}” ({rows} dòng) theo {keys}: tìm thấy {found}. Không muốn ghép thì ghi vào mapping.yml: join: none.",
    "Joined with “{name}” ({rows} rows) by {keys}: {found} found. To keep them apart write into mapping.yml: join: none."
  ],
  otherNumbers: ["Cột “{heading}” viết số kiểu khác: {style}.", "“{heading}” writes its numbers another way: {style}."],
  contradicted: [
    "Cột “{heading}” có tên như {label} nhưng giá trị không phải, hoặc bị che: không dùng.",
    "“{heading}” is named like {label}, but its values aren't, or are masked: not used."
  ]
} as const satisfies Dictionary;

/** Comments of a mapping file: it is read by people of either language, so each stands in both. */
export const MAPPING_COMMENTS = {
  head: [
    'Cách hiểu các tệp dữ liệu. Sửa gì ở đây cũng được; máy không ghi đè những gì bạn đã viết.\nChỗ nào có dấu "?" thì thay bằng câu trả lời đúng.',
    'How the data files are understood. Change what you like; nothing you wrote is overwritten.\nWherever a "?" stands, put the right answer in its place.'
  ],
  allRows: ["tìm từ mọi dòng", "found from all rows"],
  join: [
    "ghép với tệp khác theo cột chung; none là để riêng",
    "joined with another file by a common column; none keeps it apart"
  ],
  unused: ["không dùng", "not used"]
} as const satisfies Dictionary;
