import type { Lang } from "../terms/lang.js";

const MONTHS = "January February March April May June July August September October November December".split(" ");

/** Words of the Upload page in both languages, in the order of the page. */
const vi = {
  choose: "Chọn tệp",
  drop: "Kéo tệp vào đây",
  or: "hoặc",
  pick: "Chọn tệp trên máy",
  pickMore: "Thêm tệp khác",
  remove: "Bỏ",
  chosen: "Tệp đã chọn",
  welcome:
    "Cần ít nhất một tệp đơn hàng, có khách, ngày và số tiền. Thêm tệp khách hàng, tin nhắn, chi phí thì biết thêm nhiều điều.",
  kinds:
    "Nhận thẳng tệp xuất từ KiotViet, Sapo, Haravan, Shopee, Lazada, TikTok Shop, Shopify, WooCommerce… hoặc bảng tự làm: Excel (XLSX, XLS), CSV, ODS, JSON, Parquet, SQLite, kể cả nén .zip hay .gz.",
  privateTitle: "Tệp không rời khỏi máy này.",
  privateText:
    "Mọi phép tính chạy ngay trong trình duyệt của bạn, không có máy chủ nào nhận dữ liệu. Đóng trang là mọi thứ mất hẳn, không có gì được giữ lại.",
  privateCheck: "Làm sao tự kiểm chứng?",
  privateHow:
    "Nhấn F12 (trên máy Mac: ⌥ ⌘ I), mở thẻ Network (Mạng) rồi hãy chọn tệp. Bạn sẽ thấy trang tải phần mềm tính toán của chính nó về máy (đuôi .js và .wasm), và không thấy lượt gửi nào đi. Chắc ăn hơn nữa: đợi bước 2 hiện ra, ngắt mạng rồi bấm Tính, mọi thứ vẫn chạy.",
  understood: "Xem máy hiểu tệp thế nào",
  understoodLede: "Đọc lướt từng tệp. Chỗ nào máy hiểu sai thì sửa ngay tại đây; tệp gốc vẫn nguyên vẹn.",
  inspecting: "Đang đọc tệp…",
  inspected: (sheets: string) => `Đã đọc xong ${sheets} bảng.`,
  isTable: "Bảng này là",
  leaveOut: "bỏ qua, không dùng",
  notRecognised: "Máy chưa nhận ra bảng này là gì. Chọn giúp ở trên, rồi chỉ cột nào là cột nào.",
  leftAlone: "Bảng này được bỏ qua.",
  columnsInUse: (used: string, all: string) => `${used} trên ${all} cột được dùng`,
  seeColumns: (all: string) => `Xem ${all} cột và ví dụ`,
  heading: "Tên cột trong tệp",
  examples: "Ví dụ",
  understoodAs: "Hiểu là",
  notUsed: "không dùng",
  required: "bắt buộc",
  leftRows: "Không tính là dữ liệu",
  rows: (rows: string) => `${rows} dòng`,
  atRow: (row: string) => `dòng ${row}`,
  constants: "Cả bảng",
  askDates: (column: string) => `Ngày ở cột “${column}” đọc được hai cách. Cách nào đúng?`,
  askNumbers: (column: string) => `Số ở cột “${column}” đọc được hai cách. Cách nào đúng?`,
  askDatesHere: "Ngày trong bảng này đọc được hai cách. Cách nào đúng?",
  askNumbersHere: "Số trong bảng này đọc được hai cách. Cách nào đúng?",
  answers: {
    dmy: "ngày trước, tháng sau",
    mdy: "tháng trước, ngày sau",
    comma: "dấu chấm ngăn hàng nghìn",
    dot: "dấu chấm là phần lẻ"
  } as Record<string, string>,
  example: (written: string, reads: string) => `“${written}” là ${reads}`,
  day: (day: number, month: number, year: string) => `ngày ${day} tháng ${month} năm ${year}`,
  decisions: { dates: "Ngày", numbers: "Số" },
  problems: (count: string) => `${count} chỗ cần sửa trước khi tính`,
  oneProblem: "Một chỗ cần sửa trước khi tính",
  advice: "cách sửa:",
  /** Where the page has a simpler way than a file of settings, by the problem's code. */
  adviceHere: {
    "no-orders": "xuất danh sách đơn hàng từ phần mềm bán hàng rồi thêm vào ở bước 1",
    "empty-file": "xuất lại tệp, hoặc bấm Bỏ cạnh tên tệp ở bước 1",
    "unknown-table": "chọn “Bảng này là” ở bên dưới rồi chỉ cột nào là cột nào; không cần bảng này thì chọn bỏ qua",
    "missing-column":
      "mở danh sách cột của bảng này ở bên dưới, chọn tiêu đề nào là cột ấy; tệp không có thì xuất lại cho đủ cột",
    "unknown-words":
      "đổi cột này thành “không dùng” ở bên dưới; hoặc tải mapping.yml về, ghi nghĩa từng trạng thái rồi kéo vào cùng với tệp"
  } as Record<string, string>,
  row: "dòng",
  column: "cột",
  compute: "Tính",
  computeHint:
    "Thường mất từ vài giây đến một phút, tùy số dòng. Lần đầu trình duyệt phải tải phần mềm tính toán về (khoảng 35 MB), lần sau thì có sẵn.",
  answerFirst: "Trả lời câu hỏi ở trên trước đã.",
  mendFirst: "Sửa những chỗ nêu ở trên trước đã, hoặc bỏ qua bảng bị lỗi.",
  saveMapping: "Tải cách hiểu này về (mapping.yml)",
  saveMappingHint: "Lần sau kéo mapping.yml vào cùng với tệp, máy sẽ hiểu y như vậy.",
  computing: "Đang tính",
  starting: "Tải phần mềm tính toán",
  cancel: "Dừng",
  cancelled: "Đã dừng. Không có gì được giữ lại; bấm Tính để chạy lại từ đầu.",
  stay: "Cứ để trang này mở. Đóng hay rời trang là phép tính dừng và mọi thứ mất hẳn.",
  finished: (seconds: string) => `Xong trong ${seconds} giây.`,
  early:
    "Đây là kết quả tính đến hôm nay của dữ liệu. Phần mềm đang xem lại từng tháng trước đó: xu hướng, dịch chuyển, sổ tay và tệp tải về sẽ hiện khi xong.",
  failures: {
    memory: {
      title: "Trình duyệt hết bộ nhớ",
      text: "Tệp của bạn vẫn nguyên vẹn và chưa có gì bị gửi đi. Thử lần lượt: đóng bớt các thẻ khác; xuất tệp với ít cột hơn hoặc khoảng ngày ngắn hơn; hoặc chạy segbook trên máy tính (npm run build), bản đó xử lý được hàng chục triệu dòng."
    },
    engine: {
      title: "Chưa tải được phần mềm tính toán",
      text: "Kiểm tra mạng rồi bấm Tính lần nữa. Nếu trang được mở trong mạng công ty, có thể bộ lọc đã chặn tệp .wasm."
    },
    order: {
      title: "Kết quả không còn ở đây",
      text: "Bấm Tính để làm lại."
    },
    unexpected: {
      title: "Trang gặp lỗi ngoài dự tính",
      text: "Đây là lỗi của chúng tôi, không phải của tệp. Tệp vẫn nguyên vẹn. Tải lại trang rồi thử lại; nếu vẫn vậy, chạy npm run check với thư mục tệp để biết máy vướng ở đâu."
    }
  },
  obstacle: {
    title: "Trình duyệt này chưa đủ mới",
    text: "Trang cần WebAssembly và Web Worker để tính ngay trên máy. Hãy mở bằng bản mới của Chrome, Edge, Firefox hoặc Safari. Hoặc chạy segbook trên máy tính: npm run build."
  },
  results: "Khách của bạn",
  resultsNote:
    "Kết quả chỉ nằm trong thẻ trình duyệt này. Tải về những gì muốn giữ trước khi đóng; tải lại trang là phải tính lại.",
  parts: {
    overview: "Điều đáng biết nhất",
    data: "Dữ liệu đã vào thế nào",
    segments: "Phân nhóm khách",
    funnel: "Phễu bảy trạng thái",
    targets: "Nên nhắm ai",
    playbook: "Sổ tay",
    person: "Tra một người",
    downloads: "Tải về"
  },
  onThisPage: "Trong sổ này",
  lede: {
    span: (from: string, to: string) => `Từ ${from} đến ${to}: `,
    customers: "khách",
    buyers: "người đã mua",
    orders: "đơn",
    revenue: "doanh thu",
    profit: "lợi nhuận"
  },
  noFindings: "Chưa có gì nổi bật đủ chắc để nói; xem từng phần dưới đây.",
  firstPlays: "Ba việc nên làm trước",
  data: {
    quality: "Chất lượng dữ liệu",
    people: "Bao nhiêu mã, bao nhiêu người",
    consent: "Khách cho phép nhắn qua kênh nào",
    analyses: "Phân tích nào đang chạy, thêm cột nào thì biết thêm"
  },
  saveRejects: "Tải các dòng để riêng (rejects.csv)",
  stageEvidence: (stage: string) => `Dữ liệu gợi ý: giai đoạn ${stage}. Căn cứ:`,
  pickPlaybook: "Chọn nhóm, sổ tay của nhóm đó hiện ra ngay bên dưới, viết từ số liệu của chính tệp bạn vừa đưa vào.",
  noPlaybook: "Nhóm này không có sổ tay.",
  saveList: "Tải danh sách nhóm này",
  saveListHint: "Chỉ những người đã đồng ý nhận tin, để gửi qua Zalo, SMS hoặc e-mail.",
  find: "Mã khách, số điện thoại, e-mail hoặc tên",
  findHint: "ví dụ: 0912 345 678",
  findButton: "Tra",
  finding: "Đang tìm…",
  foundNobody: "Không thấy ai. Thử mã khách hoặc số điện thoại đúng như trong tệp.",
  foundPeople: (count: string) => `Thấy ${count} người.`,
  personLede: "Người này đang ở nhóm nào, vì sao; đã qua những bước nào, từ ngày nào.",
  otherIds: "Cũng là",
  journey: "Đường đã đi",
  skipped: "bỏ qua bước này",
  skippedThen: (date: string) => `bỏ qua, đến ${date} mới có`,
  notYet: "chưa tới",
  numbers: "Các con số của người này",
  themes: {
    orders: "Đơn và tiền",
    habits: "Thói quen mua",
    contact: "Qua lại với cửa hàng",
    voice: "Khen, chê, giới thiệu",
    who: "Là ai, ở đâu",
    other: "Khác"
  },
  zeros: "Chưa có lần nào:",
  outputs: "Mọi kết quả (.zip)",
  outputsHint:
    "study.json, segments.csv, funnel.csv, targets.csv, sổ tay từng nhóm, kèm membership và features cho từng khách, mapping.yml, rejects.csv, people.csv. Có mã khách bên trong: giữ kỹ, đừng đăng lên mạng.",
  rejectsHint: "Những dòng không dùng được, kèm lý do và cách sửa.",
  lists: "Danh sách theo nhóm",
  listsHint: "Người trong nhóm đã đồng ý nhận tin. Ai chưa trả lời thì không có trong danh sách.",
  preparing: "Đang soạn…",
  saved: (name: string) => `Đã tải ${name}.`
};

const en: typeof vi = {
  choose: "Choose files",
  drop: "Drop files here",
  or: "or",
  pick: "Choose files on this computer",
  pickMore: "Add more files",
  remove: "Remove",
  chosen: "Chosen files",
  welcome:
    "At least one file of orders is needed, with customer, date and amount. Files of customers, messages or costs tell you more.",
  kinds:
    "Exports go in as they are: KiotViet, Sapo, Haravan, Shopee, Lazada, TikTok Shop, Shopify, WooCommerce… or a table of your own: Excel (XLSX, XLS), CSV, ODS, JSON, Parquet, SQLite, packed as .zip or .gz if you like.",
  privateTitle: "Your files stay on this computer.",
  privateText:
    "Everything is computed inside your browser; no server receives any data. Close the page and all of it is gone: nothing is kept.",
  privateCheck: "How can I check that?",
  privateHow:
    "Press F12 (on a Mac: ⌥ ⌘ I), open the Network tab, then choose your files. You will see the page fetch its own software (.js and .wasm files), and nothing being sent. Surer still: wait for step 2, cut the connection, press Compute, and everything still works.",
  understood: "See how they are understood",
  understoodLede: "Look over each table. What was taken wrongly can be put right here; your files stay as they are.",
  inspecting: "Reading the files…",
  inspected: (sheets) => `Tables read: ${sheets}.`,
  isTable: "This table holds",
  leaveOut: "leave it out",
  notRecognised: "It isn’t clear what this table holds. Choose above, then say which of its headings is which column.",
  leftAlone: "This table is left out.",
  columnsInUse: (used, all) => `${used} of ${all} columns in use`,
  seeColumns: (all) => `See its ${all} columns, with examples`,
  heading: "Heading in the file",
  examples: "Examples",
  understoodAs: "Understood as",
  notUsed: "not used",
  required: "needed",
  leftRows: "Not counted as data",
  rows: (rows) => `${rows} rows`,
  atRow: (row) => `row ${row}`,
  constants: "Whole table",
  askDates: (column) => `Dates in the column “${column}” can be read in two ways. Which is right?`,
  askNumbers: (column) => `Numbers in the column “${column}” can be read in two ways. Which is right?`,
  askDatesHere: "Dates of this table can be read in two ways. Which is right?",
  askNumbersHere: "Numbers of this table can be read in two ways. Which is right?",
  answers: {
    dmy: "day first, then month",
    mdy: "month first, then day",
    comma: "dots part thousands",
    dot: "a dot parts decimals"
  },
  example: (written, reads) => `“${written}” is ${reads}`,
  day: (day, month, year) => `${day} ${MONTHS[month - 1]} ${year}`,
  decisions: { dates: "Dates", numbers: "Numbers" },
  problems: (count) => `${count} things to put right first`,
  oneProblem: "One thing to put right first",
  advice: "do this:",
  adviceHere: {
    "no-orders": "export the orders from your shop software and add the file in step 1",
    "empty-file": "export the file again, or press Remove beside its name in step 1",
    "unknown-table": "choose what the table holds below, then which heading is which column; or leave it out",
    "missing-column":
      "open the columns of this table below and choose the heading that is this column; if there is none, export the file again with it",
    "unknown-words":
      "set this column to “not used” below; or save mapping.yml, write what each status means and drop it in with the file"
  },
  row: "row",
  column: "column",
  compute: "Compute",
  computeHint:
    "This takes from a few seconds to a minute, depending on the number of rows. The first time, the software for it is fetched (about 35 MB); after that it is there.",
  answerFirst: "Answer the question above first.",
  mendFirst: "Put right what is named above first, or leave the faulty table out.",
  saveMapping: "Save this understanding (mapping.yml)",
  saveMappingHint: "Drop mapping.yml in with your files next time, and they are understood the same way.",
  computing: "Computing",
  starting: "Fetching the software",
  cancel: "Stop",
  cancelled: "Stopped. Nothing was kept; press Compute to start over.",
  stay: "Leave this page open. Closing or leaving it stops the work, and all of it is gone.",
  finished: (seconds) => `Done in ${seconds} seconds.`,
  early:
    "This is how things stand as of the last day. The months before are still being looked at: trend, migration, playbooks and downloads follow.",
  failures: {
    memory: {
      title: "The browser has run out of memory",
      text: "Your files are unharmed and nothing was sent. Try, in this order: close other tabs; export the file with fewer columns or a shorter span of dates; or run segbook on the computer itself (npm run build), which handles tens of millions of rows."
    },
    engine: {
      title: "The software for computing could not be fetched",
      text: "Check the connection and press Compute again. Inside a company’s network, a filter may be holding back .wasm files."
    },
    order: {
      title: "The results are no longer here",
      text: "Press Compute to make them again."
    },
    unexpected: {
      title: "Something went wrong that shouldn’t",
      text: "This is our fault, not your file’s. Your files are unharmed. Reload the page and try again; if it stays so, npm run check on the folder of files shows where it stops."
    }
  },
  obstacle: {
    title: "This browser is too old for it",
    text: "The page needs WebAssembly and Web Workers to compute on your computer. Open it in a current Chrome, Edge, Firefox or Safari. Or run segbook on the computer itself: npm run build."
  },
  results: "Your customers",
  resultsNote:
    "The results live in this browser tab only. Save what you want to keep before closing it; after a reload they have to be computed again.",
  parts: {
    overview: "What matters most",
    data: "How the data came in",
    segments: "Segments",
    funnel: "Seven-state funnel",
    targets: "Whom to want",
    playbook: "Playbook",
    person: "Look a person up",
    downloads: "Downloads"
  },
  onThisPage: "In this notebook",
  lede: {
    span: (from, to) => `From ${from} to ${to}: `,
    customers: "customers",
    buyers: "of them buyers",
    orders: "orders",
    revenue: "revenue",
    profit: "profit"
  },
  noFindings: "Nothing stands out firmly enough to be said; see the parts below.",
  firstPlays: "Three things to do first",
  data: {
    quality: "Quality of the data",
    people: "How many ids, how many people",
    consent: "Who may be written to, and how",
    analyses: "What can be computed, and what a column more would tell"
  },
  saveRejects: "Save the rows set aside (rejects.csv)",
  stageEvidence: (stage) => `The data suggest stage ${stage}. Because:`,
  pickPlaybook: "Choose a group: its playbook appears below, written from the numbers of the files you just brought.",
  noPlaybook: "This group has no playbook.",
  saveList: "Save this group’s list",
  saveListHint: "Only people who agreed to be written to, for Zalo, SMS or e-mail.",
  find: "Customer id, phone, e-mail or name",
  findHint: "for example: 0912 345 678",
  findButton: "Look up",
  finding: "Looking…",
  foundNobody: "Nobody found. Try the id or the phone number as it stands in the file.",
  foundPeople: (count) => `People found: ${count}.`,
  personLede: "Which groups this person is in and why; which steps they have taken, and when.",
  otherIds: "Also known as",
  journey: "The way so far",
  skipped: "skipped",
  skippedThen: (date) => `skipped, came to it on ${date}`,
  notYet: "not yet",
  numbers: "This person’s numbers",
  themes: {
    orders: "Orders and money",
    habits: "Buying habits",
    contact: "Dealings with the shop",
    voice: "Praise, complaints, referrals",
    who: "Who and where",
    other: "Other"
  },
  zeros: "None so far:",
  outputs: "All results (.zip)",
  outputsHint:
    "study.json, segments.csv, funnel.csv, targets.csv, a playbook for each group, membership and features of each customer, mapping.yml, rejects.csv, people.csv. Customer ids are inside: keep it safe and off the web.",
  rejectsHint: "Rows that could not be used, with the reason and what to do.",
  lists: "Lists by group",
  listsHint: "People of the group who agreed to be written to. Those who never answered are not in it.",
  preparing: "Preparing…",
  saved: (name) => `Saved ${name}.`
};

export function uploadWords(lang: Lang): typeof vi {
  return lang === "vi" ? vi : en;
}
