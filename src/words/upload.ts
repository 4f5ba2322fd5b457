import type { Dictionary } from "../terms/words.js";

/** Words of the Upload page, in the order of the page. */
export const UPLOAD = {
  choose: ["Chọn tệp", "Choose files"],
  drop: ["Kéo tệp vào đây", "Drop files here"],
  or: ["hoặc", "or"],
  pick: ["Chọn tệp trên máy", "Choose files on this computer"],
  pickMore: ["Thêm tệp khác", "Add more files"],
  remove: ["Bỏ", "Remove"],
  chosen: ["Tệp đã chọn", "Chosen files"],
  welcome: [
    "Cần ít nhất một tệp đơn hàng, có khách, ngày và số tiền. Thêm tệp khách hàng, tin nhắn, chi phí thì biết thêm nhiều điều.",
    "At least one file of orders is needed, with customer, date and amount. Files of customers, messages or costs tell you more."
  ],
  kinds: [
    "Nhận thẳng tệp xuất từ KiotViet, Sapo, Haravan, Shopee, Lazada, TikTok Shop, Shopify, WooCommerce… hoặc bảng tự làm: Excel (XLSX, XLS), CSV, ODS, JSON, Parquet, SQLite, kể cả nén .zip hay .gz.",
    "Exports go in as they are: KiotViet, Sapo, Haravan, Shopee, Lazada, TikTok Shop, Shopify, WooCommerce… or a table of your own: Excel (XLSX, XLS), CSV, ODS, JSON, Parquet, SQLite, packed as .zip or .gz if you like."
  ],
  privateTitle: ["Tệp không rời khỏi máy này.", "Your files stay on this computer."],
  privateText: [
    "Mọi phép tính chạy ngay trong trình duyệt của bạn, không có máy chủ nào nhận dữ liệu. Đóng trang là mọi thứ mất hẳn, không có gì được giữ lại.",
    "Everything is computed inside your browser; no server receives any data. Close the page and all of it is gone: nothing is kept."
  ],
  privateCheck: ["Làm sao tự kiểm chứng?", "How can I check that?"],
  privateHow: [
    "Nhấn F12 (trên máy Mac: ⌥ ⌘ I), mở thẻ Network (Mạng) rồi hãy chọn tệp. Bạn sẽ thấy trang tải phần mềm tính toán của chính nó về máy (đuôi .js và .wasm), và không thấy lượt gửi nào đi. Chắc ăn hơn nữa: đợi bước 2 hiện ra, ngắt mạng rồi bấm Tính, mọi thứ vẫn chạy.",
    "Press F12 (on a Mac: ⌥ ⌘ I), open the Network tab, then choose your files. You will see the page fetch its own software (.js and .wasm files), and nothing being sent. Surer still: wait for step 2, cut the connection, press Compute, and everything still works."
  ],
  understood: ["Xem máy hiểu tệp thế nào", "See how they are understood"],
  understoodLede: [
    "Đọc lướt từng tệp. Chỗ nào máy hiểu sai thì sửa ngay tại đây; tệp gốc vẫn nguyên vẹn.",
    "Look over each table. What was taken wrongly can be put right here; your files stay as they are."
  ],
  inspecting: ["Đang đọc tệp…", "Reading the files…"],
  inspected: ["Đã đọc xong {sheets} bảng.", "Tables read: {sheets}."],
  isTable: ["Bảng này là", "This table holds"],
  leaveOut: ["bỏ qua, không dùng", "leave it out"],
  notRecognised: [
    "Máy chưa nhận ra bảng này là gì. Chọn giúp ở trên, rồi chỉ cột nào là cột nào.",
    "It isn’t clear what this table holds. Choose above, then say which of its headings is which column."
  ],
  leftAlone: ["Bảng này được bỏ qua.", "This table is left out."],
  columnsInUse: ["{used} trên {all} cột được dùng", "{used} of {all} columns in use"],
  seeColumns: ["Xem {all} cột và ví dụ", "See its {all} columns, with examples"],
  heading: ["Tên cột trong tệp", "Heading in the file"],
  examples: ["Ví dụ", "Examples"],
  understoodAs: ["Hiểu là", "Understood as"],
  notUsed: ["không dùng", "not used"],
  required: ["bắt buộc", "needed"],
  leftRows: ["Không tính là dữ liệu", "Not counted as data"],
  rows: ["{rows} dòng", "{rows} rows"],
  atRow: ["dòng {row}", "row {row}"],
  constants: ["Cả bảng", "Whole table"],
  askDates: [
    "Ngày ở cột “{column}” đọc được hai cách. Cách nào đúng?",
    "Dates in the column “{column}” can be read in two ways. Which is right?"
  ],
  askNumbers: [
    "Số ở cột “{column}” đọc được hai cách. Cách nào đúng?",
    "Numbers in the column “{column}” can be read in two ways. Which is right?"
  ],
  askAmount: [
    "Tiền ở cột “{column}” đã trừ giảm giá chưa? Tiền của dòng này là bao nhiêu?",
    "Is the money in “{column}” less the discount already? What does this row come to?"
  ],
  askCost: [
    "Giá vốn ở cột “{column}” là của cả dòng hay của một chiếc?",
    "Is the cost in “{column}” that of the whole line or of one piece?"
  ],
  askDatesHere: [
    "Ngày trong bảng này đọc được hai cách. Cách nào đúng?",
    "Dates of this table can be read in two ways. Which is right?"
  ],
  askNumbersHere: [
    "Số trong bảng này đọc được hai cách. Cách nào đúng?",
    "Numbers of this table can be read in two ways. Which is right?"
  ],
  answers: {
    "after-discount": ["đã trừ giảm giá", "the discount is off already"],
    "before-discount": ["chưa trừ giảm giá", "the discount is still to be taken off"],
    line: ["của cả dòng", "of the whole line"],
    piece: ["của một chiếc", "of one piece"],
    dmy: ["ngày trước, tháng sau", "day first, then month"],
    mdy: ["tháng trước, ngày sau", "month first, then day"],
    comma: ["dấu chấm ngăn hàng nghìn", "dots part thousands"],
    mixed: ["mỗi ô một kiểu, nhóm ba chữ số là hàng nghìn", "each cell its own way, three digits are thousands"],
    dot: ["dấu chấm là phần lẻ", "a dot parts decimals"]
  },
  example: ["“{written}” là {reads}", "“{written}” is {reads}"],
  day: ["ngày {day} tháng {month} năm {year}", "{day} {month} {year}"],
  months: [
    "1 2 3 4 5 6 7 8 9 10 11 12",
    "January February March April May June July August September October November December"
  ],
  decimalMark: [",", "."],
  decisions: {
    dates: ["Ngày", "Dates"],
    numbers: ["Số", "Numbers"]
  },
  problems: ["{count} chỗ cần sửa trước khi tính", "{count} things to put right first"],
  oneProblem: ["Một chỗ cần sửa trước khi tính", "One thing to put right first"],
  advice: ["cách sửa:", "do this:"],
  adviceHere: {
    "nothing-to-compute": [
      "xuất danh sách đơn hàng, khách hàng hoặc khách tiềm năng từ phần mềm rồi thêm vào ở bước 1",
      "export the orders, customers or leads from your software and add the file in step 1"
    ],
    "empty-file": [
      "xuất lại tệp, hoặc bấm Bỏ cạnh tên tệp ở bước 1",
      "export the file again, or press Remove beside its name in step 1"
    ],
    "unknown-table": [
      "chọn “Bảng này là” ở bên dưới rồi chỉ cột nào là cột nào; không cần bảng này thì chọn bỏ qua",
      "choose what the table holds below, then which heading is which column; or leave it out"
    ],
    "missing-column": [
      "mở danh sách cột của bảng này ở bên dưới, chọn tiêu đề nào là cột ấy; tệp không có thì xuất lại cho đủ cột",
      "open the columns of this table below and choose the heading that is this column; if there is none, export the file again with it"
    ],
    "unknown-words": [
      "đổi cột này thành “không dùng” ở bên dưới; hoặc tải mapping.yml về, ghi nghĩa từng trạng thái rồi kéo vào cùng với tệp",
      "set this column to “not used” below; or save mapping.yml, write what each status means and drop it in with the file"
    ]
  },
  row: ["dòng", "row"],
  column: ["cột", "column"],
  compute: ["Tính", "Compute"],
  computeHint: [
    "Thường mất từ vài giây đến một phút, tùy số dòng. Lần đầu trình duyệt phải tải phần mềm tính toán về (khoảng 35 MB), lần sau thì có sẵn.",
    "This takes from a few seconds to a minute, depending on the number of rows. The first time, the software for it is fetched (about 35 MB); after that it is there."
  ],
  answerFirst: ["Trả lời câu hỏi ở trên trước đã.", "Answer the question above first."],
  mendFirst: [
    "Sửa những chỗ nêu ở trên trước đã, hoặc bỏ qua bảng bị lỗi.",
    "Put right what is named above first, or leave the faulty table out."
  ],
  saveMapping: ["Tải cách hiểu này về (mapping.yml)", "Save this understanding (mapping.yml)"],
  saveMappingHint: [
    "Lần sau kéo mapping.yml vào cùng với tệp, máy sẽ hiểu y như vậy.",
    "Drop mapping.yml in with your files next time, and they are understood the same way."
  ],
  computing: ["Đang tính", "Computing"],
  starting: ["Tải phần mềm tính toán", "Fetching the software"],
  cancel: ["Dừng", "Stop"],
  cancelled: [
    "Đã dừng. Không có gì được giữ lại; bấm Tính để chạy lại từ đầu.",
    "Stopped. Nothing was kept; press Compute to start over."
  ],
  stay: [
    "Cứ để trang này mở. Đóng hay rời trang là phép tính dừng và mọi thứ mất hẳn.",
    "Leave this page open. Closing or leaving it stops the work, and all of it is gone."
  ],
  finished: ["Xong trong {seconds} giây.", "Done in {seconds} seconds."],
  early: [
    "Đây là kết quả tính đến hôm nay của dữ liệu. Phần mềm đang xem lại từng tháng trước đó: xu hướng, dịch chuyển, sổ tay và tệp tải về sẽ hiện khi xong.",
    "This is how things stand as of the last day. The months before are still being looked at: trend, migration, playbooks and downloads follow."
  ],
  failures: {
    memory: {
      title: ["Trình duyệt hết bộ nhớ", "The browser has run out of memory"],
      text: [
        "Tệp của bạn vẫn nguyên vẹn và chưa có gì bị gửi đi. Thử lần lượt: đóng bớt các thẻ khác; xuất tệp với ít cột hơn hoặc khoảng ngày ngắn hơn; hoặc chạy segbook trên máy tính (npm run build), bản đó xử lý được hàng chục triệu dòng.",
        "Your files are unharmed and nothing was sent. Try, in this order: close other tabs; export the file with fewer columns or a shorter span of dates; or run segbook on the computer itself (npm run build), which handles tens of millions of rows."
      ]
    },
    engine: {
      title: ["Chưa tải được phần mềm tính toán", "The software for computing could not be fetched"],
      text: [
        "Kiểm tra mạng rồi bấm Tính lần nữa. Nếu trang được mở trong mạng công ty, có thể bộ lọc đã chặn tệp .wasm.",
        "Check the connection and press Compute again. Inside a company’s network, a filter may be holding back .wasm files."
      ]
    },
    order: {
      title: ["Kết quả không còn ở đây", "The results are no longer here"],
      text: ["Bấm Tính để làm lại.", "Press Compute to make them again."]
    },
    unexpected: {
      title: ["Trang gặp lỗi ngoài dự tính", "Something went wrong that shouldn’t"],
      text: [
        "Đây là lỗi của chúng tôi, không phải của tệp. Tệp vẫn nguyên vẹn. Tải lại trang rồi thử lại; nếu vẫn vậy, chạy npm run check với thư mục tệp để biết máy vướng ở đâu.",
        "This is our fault, not your file’s. Your files are unharmed. Reload the page and try again; if it stays so, npm run check on the folder of files shows where it stops."
      ]
    }
  },
  obstacle: {
    title: ["Trình duyệt này chưa đủ mới", "This browser is too old for it"],
    text: [
      "Trang cần WebAssembly và Web Worker để tính ngay trên máy. Hãy mở bằng bản mới của Chrome, Edge, Firefox hoặc Safari. Hoặc chạy segbook trên máy tính: npm run build.",
      "The page needs WebAssembly and Web Workers to compute on your computer. Open it in a current Chrome, Edge, Firefox or Safari. Or run segbook on the computer itself: npm run build."
    ]
  },
  results: ["Khách của bạn", "Your customers"],
  resultsNote: [
    "Kết quả chỉ nằm trong thẻ trình duyệt này. Tải về những gì muốn giữ trước khi đóng; tải lại trang là phải tính lại.",
    "The results live in this browser tab only. Save what you want to keep before closing it; after a reload they have to be computed again."
  ],
  parts: {
    overview: ["Điều đáng biết nhất", "What matters most"],
    data: ["Dữ liệu đã vào thế nào", "How the data came in"],
    segments: ["Phân nhóm khách", "Segments"],
    funnel: ["Phễu bảy trạng thái", "Seven-state funnel"],
    targets: ["Nên nhắm ai", "Whom to want"],
    playbook: ["Sổ tay", "Playbook"],
    person: ["Tra một người", "Look a person up"],
    downloads: ["Tải về", "Downloads"]
  },
  onThisPage: ["Trong sổ này", "In this notebook"],
  lede: {
    span: ["Từ {from} đến {to}: ", "From {from} to {to}: "],
    customers: ["khách", "customers"],
    buyers: ["người đã mua", "of them buyers"],
    orders: ["đơn", "orders"],
    revenue: ["doanh thu", "revenue"],
    profit: ["lợi nhuận", "profit"]
  },
  firstPlays: ["Ba việc nên làm trước", "Three things to do first"],
  data: {
    quality: ["Chất lượng dữ liệu", "Quality of the data"],
    people: ["Bao nhiêu mã, bao nhiêu người", "How many ids, how many people"],
    consent: ["Khách cho phép nhắn qua kênh nào", "Who may be written to, and how"],
    analyses: [
      "Phân tích nào đang chạy, thêm cột nào thì biết thêm",
      "What can be computed, and what a column more would tell"
    ]
  },
  saveRejects: ["Tải các dòng để riêng (rejects.csv)", "Save the rows set aside (rejects.csv)"],
  pickPlaybook: [
    "Chọn nhóm, sổ tay của nhóm đó hiện ra ngay bên dưới, viết từ số liệu của chính tệp bạn vừa đưa vào.",
    "Choose a group: its playbook appears below, written from the numbers of the files you just brought."
  ],
  noPlaybook: ["Nhóm này không có sổ tay.", "This group has no playbook."],
  saveList: ["Tải danh sách nhóm này", "Save this group’s list"],
  saveListHint: [
    "Chỉ những người đã đồng ý nhận tin, để gửi qua Zalo, SMS hoặc e-mail.",
    "Only people who agreed to be written to, for Zalo, SMS or e-mail."
  ],
  find: ["Mã khách, số điện thoại, e-mail hoặc tên", "Customer id, phone, e-mail or name"],
  findHint: ["ví dụ: 0912 345 678", "for example: 0912 345 678"],
  findButton: ["Tra", "Look up"],
  finding: ["Đang tìm…", "Looking…"],
  foundNobody: [
    "Không thấy ai. Thử mã khách hoặc số điện thoại đúng như trong tệp.",
    "Nobody found. Try the id or the phone number as it stands in the file."
  ],
  foundPeople: ["Thấy {count} người.", "People found: {count}."],
  personLede: [
    "Người này đang ở nhóm nào, vì sao; đã qua những bước nào, từ ngày nào.",
    "Which groups this person is in and why; which steps they have taken, and when."
  ],
  otherIds: ["Cũng là", "Also known as"],
  journey: ["Đường đã đi", "The way so far"],
  skipped: ["bỏ qua bước này", "skipped"],
  skippedThen: ["bỏ qua, đến {date} mới có", "skipped, came to it on {date}"],
  notYet: ["chưa tới", "not yet"],
  numbers: ["Các con số của người này", "This person’s numbers"],
  themes: {
    orders: ["Đơn và tiền", "Orders and money"],
    habits: ["Thói quen mua", "Buying habits"],
    contact: ["Qua lại với cửa hàng", "Dealings with the shop"],
    voice: ["Khen, chê, giới thiệu", "Praise, complaints, referrals"],
    who: ["Là ai, ở đâu", "Who and where"],
    other: ["Khác", "Other"]
  },
  zeros: ["Chưa có lần nào:", "None so far:"],
  /** How labels that count begin, the longest first. */
  counting: ["số lần |số ", "number of "],
  outputs: ["Mọi kết quả (.zip)", "All results (.zip)"],
  outputsHint: [
    "study.json, segments.csv, funnel.csv, targets.csv, sổ tay từng nhóm, kèm membership và features cho từng khách, mapping.yml, rejects.csv, people.csv. Có mã khách bên trong: giữ kỹ, đừng đăng lên mạng.",
    "study.json, segments.csv, funnel.csv, targets.csv, a playbook for each group, membership and features of each customer, mapping.yml, rejects.csv, people.csv. Customer ids are inside: keep it safe and off the web."
  ],
  rejectsHint: [
    "Những dòng không dùng được, kèm lý do và cách sửa.",
    "Rows that could not be used, with the reason and what to do."
  ],
  lists: ["Danh sách theo nhóm", "Lists by group"],
  listsHint: [
    "Người trong nhóm đã đồng ý nhận tin. Ai chưa trả lời thì không có trong danh sách.",
    "People of the group who agreed to be written to. Those who never answered are not in it."
  ],
  preparing: ["Đang soạn…", "Preparing…"],
  saved: ["Đã tải {name}.", "Saved {name}."]
} as const satisfies Dictionary;
