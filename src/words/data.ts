import type { Dictionary } from "../terms/words.js";

/** Words and sentences of the Data page; numbers come written out. */
export const DATA = {
  /** Parts that sentences about trust are made of: what is without error. */
  ofRows: ["{rows} số dòng", "{rows} of rows"],
  ofRowsAndMoney: ["{rows} số dòng và {money} số tiền", "{rows} of rows and {money} of money"],
  sound: [
    "Dữ liệu đáng tin: {part} không có lỗi, không dòng nào mất dấu",
    "The data can be trusted: {part} are sound, no row is lost"
  ],
  mostly: [
    "Dữ liệu tin được: {part} không có lỗi. Nên xem lại {file}: mặt “{what}” chỉ {score}",
    "The data can be used: {part} are sound. Look at {file}: {what} is only {score}"
  ],
  shaky: [
    "Chưa nên tin vội: chỉ {part} không có lỗi. Hãy sửa {file} trước",
    "Not to be trusted yet: only {part} are sound. Mend {file} first"
  ],
  broken: [
    "Chưa dùng được con số nào: sổ của {file} không khớp",
    "No number can be used: the rows of {file} don’t add up"
  ],
  rowsRead: ["dòng đã đọc", "rows read"],
  rowsUsable: ["dùng được", "usable"],
  rowsAside: ["để riêng vì lỗi", "set aside, with an error"],
  rowsTwice: ["trùng, chỉ tính một lần", "duplicates, counted once"],
  fileLine: ["{part} không có lỗi", "{part} are sound"],
  fileAll: ["Không dòng nào có lỗi", "No row has an error"],
  fileTwice: ["{count} dòng trùng chỉ tính một lần", "{count} duplicates count once"],
  rows: ["Dòng", "Rows"],
  money: ["Tiền", "Money"],
  read: ["đã đọc", "read"],
  accepted: ["dùng được", "usable"],
  rejected: ["để riêng", "set aside"],
  duplicate: ["trùng", "duplicate"],
  takenFor: ["Hiểu là", "Taken for"],
  byHeadings: ["nhận ra theo tên cột và nội dung", "recognised by headings and contents"],
  passed: ["Bỏ qua vì không có gì để đọc", "Passed over: nothing there to read"],
  leftOut: ["Dòng không phải dữ liệu, đã chừa ra", "Rows that are no data, left out"],
  atRows: ["ở dòng", "at row"],
  copies: ["Dòng trùng", "Duplicates"],
  copiesOf: ["đã có trong {file}", "already in {file}"],
  copiesHere: ["lặp lại trong chính tệp này", "repeated within this file"],
  setAside: ["Dòng để riêng", "Rows set aside"],
  columns: ["{n} cột đã nhận ra", "{n} columns recognised"],
  unused: ["{n} cột không dùng tới", "{n} not used"],
  heading: ["Tên cột trong tệp", "Heading in the file"],
  column: ["Hiểu là", "Taken for"],
  filled: ["Có dữ liệu", "Filled in"],
  valid: ["Đọc được", "Readable"],
  file: ["Tệp", "File"],
  side: ["Mặt", "Dimension"],
  score: ["Điểm", "Score"],
  because: ["Vì", "Because"],
  levels: {
    good: ["Tốt", "Good"],
    fair: ["Tạm được", "Fair"],
    weak: ["Yếu", "Weak"]
  },
  noScore: ["Chưa chấm được", "Can’t be scored"],
  scoreAllGood: ["Mọi tệp đều tốt ở cả năm mặt", "Every file is good on all five dimensions"],
  scoreWeakest: ["Yếu nhất là mặt “{what}” của {file}: {score}", "Weakest: {what} of {file}, {score}"],
  scoreWhat: [
    "Mỗi mặt chấm từ 0 đến 100%; cách chấm và các mức ở trang Cách tính",
    "Each dimension is scored from 0 to 100%; how, and from where on it is good, is on the Method page"
  ],
  people: [
    "{ids} mã, số điện thoại và e-mail hoá ra là {people} người",
    "{ids} ids, phones and e-mails are {people} people"
  ],
  peopleSame: [
    "{ids} mã là từng ấy người: không ai bị tính hai lần",
    "{ids} ids are as many people: nobody is counted twice"
  ],
  peopleHidden: [
    "Có vài mã được gộp; con số quá nhỏ nên được giấu",
    "Some ids were merged; the number is too small to show"
  ],
  peopleNone: [
    "Không có số điện thoại hay e-mail để so, nên mỗi mã khách được tính là một người.",
    "There are no phones or e-mails to compare, so each customer id counts as one person."
  ],
  peopleWhat: [
    "Số mã được gộp, theo quy tắc mạnh nhất đã gộp chúng",
    "Ids merged, by the strongest rule that merged them"
  ],
  peopleUndo: [
    "Gộp nhầm thì tách được: ghi hai mã vào segbook.yml, mục people → apart.",
    "A wrong merge can be undone: put both ids into segbook.yml under people → apart."
  ],
  rule: ["Quy tắc", "Rule"],
  merged: ["Mã được gộp", "Ids merged"],
  sharedPhones: [
    "số điện thoại nhiều người dùng chung, không dùng để gộp",
    "phones that several people share, merging nobody"
  ],
  sharedEmails: [
    "e-mail nhiều người dùng chung, không dùng để gộp",
    "e-mails that several people share, merging nobody"
  ],
  consent: ["{channel} được nhiều khách cho phép nhất: {share}", "Most customers agreed to {channel}: {share}"],
  consentHidden: ["Câu trả lời còn quá ít để công bố", "Too few answers to be published"],
  consentNone: [
    "Không tệp nào cho biết khách có đồng ý nhận tin hay không, nên danh sách gửi tin sẽ trống.",
    "No file says whether customers agreed to be written to, so lists for sending will be empty."
  ],
  consentWhat: [
    "Khách trong tệp khách hàng; im lặng không phải là đồng ý",
    "Customers in the customers files; silence is not consent"
  ],
  channel: ["Kênh", "Channel"],
  yes: ["Cho phép", "Agreed"],
  no: ["Từ chối", "Refused"],
  unknown: ["Chưa trả lời", "No answer"],
  dated: ["Có ghi ngày", "With a date"],
  analysesAll: ["Cả {count} phân tích đều đang chạy", "All {count} analyses are on"],
  analysesSome: [
    "{on} trên {of} phân tích chạy đủ; thêm cột “{column}” bật được nhiều nhất: {count}",
    "{on} of {of} analyses are fully on; the column “{column}” would switch on most: {count}"
  ],
  kinds: {
    scheme: ["Cách chia khách", "Schemes"],
    state: ["Phễu bảy trạng thái", "The seven-state funnel"],
    feature: ["Số đo của khách", "Measures of a customer"]
  },
  on: ["Đang chạy", "On"],
  part: ["Chạy {on} trên {of} nhóm", "{on} of {of} groups on"],
  off: ["Đang tắt", "Off"],
  allOn: ["chạy đủ", "on"],
  addColumn: ["Thêm cột", "Add the column"],
  to: ["vào", "to"],
  tables: {
    customers: ["khách hàng", "customers"],
    orders: ["đơn hàng", "orders"],
    events: ["sự kiện", "events"],
    costs: ["chi phí", "costs"]
  },
  newFile: ["một tệp {table} (hiện chưa có tệp nào)", "a file of {table} (there is none yet)"],
  switchesOn: ["sẽ bật", "to switch on"],
  under: ["dưới {n}", "under {n}"]
} as const satisfies Dictionary;
