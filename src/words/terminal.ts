import type { Dictionary } from "../terms/words.js";

/** How each command is called. */
export const USAGE = {
  check: [
    "Cách dùng: npm run check -- [<thư mục>] [--data <thư mục>] [--lang vi|en]",
    "Usage: npm run check -- [<folder>] [--data <folder>] [--lang vi|en]"
  ],
  start: [
    "Cách dùng: npm start -- [--data <thư mục>] [--port 3000] [--no-open] [--lang vi|en]",
    "Usage: npm start -- [--data <folder>] [--port 3000] [--no-open] [--lang vi|en]"
  ],
  build: [
    "Cách dùng: npm run build -- [--data <thư mục>] [--lang vi|en]",
    "Usage: npm run build -- [--data <folder>] [--lang vi|en]"
  ],
  study: [
    "Cách dùng: npm run study -- --out <thư mục> [--data <thư mục>] [--memory 2GB] [--lang vi|en]",
    "Usage: npm run study -- --out <folder> [--data <folder>] [--memory 2GB] [--lang vi|en]"
  ],
  page: [
    "Cách dùng: npm run page -- [index|segments|funnel|targets|data] [--out <tệp>.html] [--data <thư mục>] [--lang vi|en]",
    "Usage: npm run page -- [index|segments|funnel|targets|data] [--out <file>.html] [--data <folder>] [--lang vi|en]"
  ],
  bench: [
    "Cách dùng: npm run bench -- [--rows 1000000,10000000] [--format csv|parquet] [--memory 4GB] [--times 3] [--no-browser] [--no-site] [--write]",
    "Usage: npm run bench -- [--rows 1000000,10000000] [--format csv|parquet] [--memory 4GB] [--times 3] [--no-browser] [--no-site] [--write]"
  ],
  compute: [
    "Cách dùng: node loaders/run.js compute --data <thư mục>",
    "Usage: node loaders/run.js compute --data <folder>"
  ]
} as const satisfies Dictionary;

/** What is wrong with how a command was called. */
export const WRONG_USAGE = {
  arguments: ["sai tham số: {reason}", "wrong arguments: {reason}"],
  lang: ["--lang phải là vi hoặc en, không phải “{lang}”", "--lang must be vi or en, not “{lang}”"],
  folders: ["Có {count} thư mục dữ liệu. Chọn một:\n  {list}", "There are {count} data folders. Name one:\n  {list}"],
  port: ["--port phải là một số từ 1 đến 65535: {port}", "--port must be a number from 1 to 65535: {port}"],
  noData: ["thiếu --data", "--data is missing"],
  noOut: ["thiếu --out: thư mục để ghi kết quả", "--out is missing: the folder to write to"],
  memory: ["--memory phải như 2GB, không phải “{memory}”", "--memory must be such as 2GB, not “{memory}”"],
  nested: ["--out và --data phải là hai thư mục rời nhau: {out}", "--out and --data must be folders apart: {out}"],
  noFolder: ["--out không phải thư mục: {out}", "--out is not a folder: {out}"],
  foreign: [
    "--out có thứ không phải kết quả của segbook ({foreign}); chọn một thư mục mới hoặc rỗng: {out}",
    "--out holds something that is no result of segbook ({foreign}); name a new or empty folder: {out}"
  ],
  page: ["không có trang “{page}”; chọn một trong: {pages}", "there is no page “{page}”; choose one of: {pages}"],
  counts: ["--rows và --times phải là số", "--rows and --times must be numbers"],
  otherSite: [
    "Đang chạy trang xem thử của {folder} (tiến trình {pid}). Dừng nó trước (Ctrl+C ở cửa sổ đó), hoặc chạy từ một bản chép khác của chương trình.",
    "The live site of {folder} is running (process {pid}). Stop it first (Ctrl+C in its window), or start from another copy of the program."
  ],
  format: ["--format phải là csv hoặc parquet", "--format must be csv or parquet"]
} as const satisfies Dictionary;

/** How a command ends that couldn't do its work. */
export const FAILED = {
  issue: ["{count} vấn đề.", "{count} problem."],
  issues: ["{count} vấn đề.", "{count} problems."],
  program: [
    "Lỗi của chương trình: {reason} · chạy lại với SEGBOOK_DEBUG=1 để thấy chi tiết",
    "Program error: {reason} · run again with SEGBOOK_DEBUG=1 for details"
  ]
} as const satisfies Dictionary;

/** Which data a command uses, and why those. */
export const DATA_FOLDER = {
  named: ["Dữ liệu: {folder} (nêu bằng --data)", "Data: {folder} (named with --data)"],
  own: ["Dữ liệu của bạn: {folder}", "Your data: {folder}"],
  sample: ["Dữ liệu mẫu (bịa): data/sample", "Sample data (made up): data/sample"]
} as const satisfies Dictionary;

/** What the live site says on its terminal. */
export const LIVE = {
  address: ["\n  Trang của bạn: {address}\n  Dừng: Ctrl+C\n", "\n  Your site: {address}\n  To stop: Ctrl+C\n"],
  again: ["Đã tính lại; các trang đang mở tự tải lại.", "Computed again; open pages reload by themselves."],
  before: ["Trang vẫn hiện số liệu trước đó.", "The site still shows the study before."]
} as const satisfies Dictionary;

/** What became of the mapping beside the data. */
export const MAPPING_KEPT = {
  written: [
    "Cách hiểu các tệp đã ghi vào {file} cạnh dữ liệu: xem lại và sửa nếu cần.",
    "How the files are understood stands in {file} beside the data: look it over and change what is wrong."
  ],
  lost: [
    "Không ghi được {file} vào thư mục dữ liệu: vẫn chạy tiếp, nhưng cách hiểu tệp không được lưu lại.",
    "{file} couldn't be written into the data folder: going on, but how the files are understood isn't kept."
  ]
} as const satisfies Dictionary;

/** How `npm run check` tells what it understood of each sheet, and what of it could be used. */
export const CHECK = {
  readAs: ["Đọc là {table}. {why}", "Read as {table}. {why}"],
  days: ["ngày: {text}", "days: {text}"],
  numbers: ["số: {text}", "numbers: {text}"],
  unused: ["không dùng: {list}", "not used: {list}"],
  left: ["để ra ngoài: {rows} {label} (dòng {at})", "left out: {rows} {label} (row {at})"],
  question: ["HỎI: {column}: “{example}” là {answers}?", "QUESTION: {column}: is “{example}” {answers}?"],
  ignored: ["\n{file}: bỏ qua theo ý bạn", "\n{file}: left alone, as you say"],
  note: ["\nLưu ý: {issue}", "\nNote: {issue}"],
  usable: ["\nDùng được ({from} – {to}):", "\nCan be used ({from} – {to}):"],
  rowsRead: ["{rows} dòng đọc", "{rows} rows read"],
  rowsUsed: ["{rows} dùng", "{rows} used"],
  rowsAside: ["{rows} để riêng", "{rows} set aside"],
  rowsTwice: ["{rows} trùng", "{rows} duplicate"],
  moneyUsed: ["tiền dùng: {money}", "money used: {money}"],
  people: [
    "{identities} mã và số liên hệ của khách thuộc về {persons} người",
    "{identities} customer ids and contacts belong to {persons} people"
  ],
  nameless: [
    "{rows} dòng bán hàng không cho biết khách là ai: có trong doanh thu, không thuộc nhóm khách nào",
    "{rows} order lines name no customer: they count as revenue and belong to no group"
  ],
  nobody: ["“{word}”: {rows} dòng, tiền {money}", "“{word}”: {rows} lines, money {money}"],
  lostDigits: [
    "{count} số điện thoại đã mất chữ số (như 9.12E+08): xuất lại tệp với cột điện thoại ở dạng văn bản (Text)",
    "{count} phone numbers lost their digits (such as 9.12E+08): export the file again with phones as text"
  ],
  unknownIds: ["people nêu mã không có trong tệp nào: {ids}", "people names ids that no file has: {ids}"],
  aside: ["\nĐể riêng, không tính:", "\nSet aside, not counted:"],
  more: ["{file}: còn {count} vấn đề nữa", "{file}: {count} more problems"],
  moreInFile: ["{file}: còn {count} vấn đề nữa, xem rejects.csv", "{file}: {count} more problems, see rejects.csv"]
} as const satisfies Dictionary;
