import type { Dictionary } from "../terms/words.js";

/** Headings of the Method page's tables. */
export const METHOD = {
  title: ["Cách tính", "Method"],
  grains: ["Một dòng là gì", "What a row stands for"],
  grain: ["Trong mapping.yml", "In mapping.yml"],
  merging: ["Quy tắc gộp người", "Rules that merge people"],
  mergeNumber: ["Quy tắc", "Rule"],
  mergeRule: ["Hai mã là một người khi", "Two ids are one person when"],
  quality: ["Chất lượng dữ liệu", "Quality of the data"],
  side: ["Mặt", "Dimension"],
  good: ["Tốt từ", "Good from"],
  fair: ["Tạm được từ", "Fair from"],
  states: ["Bảy trạng thái", "The seven states"],
  state: ["Trạng thái", "State"],
  means: ["Nghĩa", "Meaning"],
  entered: ["Bước vào từ", "Entered on"],
  window: ["Cửa sổ xét chuyển bước", "Window for a move"],
  schemes: ["Các cách chia khách", "Schemes"],
  group: ["Nhóm", "Group"],
  who: ["Là ai", "Who"],
  rule: ["Điều kiện", "Rule"],
  threshold: ["Ngưỡng", "Threshold"],
  value: ["Giá trị", "Value"],
  range: ["Khoảng cho phép", "Range"],
  reason: ["Lý do", "Reason"],
  percentile: ["phân vị", "percentile"],
  stages: ["Giai đoạn kinh doanh", "Stages of the business"],
  stage: ["Giai đoạn", "Stage"],
  reached: ["Đã tới khi", "Reached when"],
  ready: ["Sẵn sàng khi", "Ready when"],
  wanted: ["Mong có (trên số khách đã mua)", "Wanted (of all buyers)"],
  features: ["Đặc điểm của khách", "Features of a customer"],
  feature: ["Đặc điểm", "Feature"],
  meaning: ["Cách tính", "How it is computed"],
  whenNull: ["Khi trống", "When empty"],
  needs: ["Cần cột", "Needs"],
  off: ["đang tắt vì thiếu cột", "off: column missing"],
  numbers: ["Con số của nhóm", "Numbers of a group"],
  number: ["Con số", "Number"]
} as const satisfies Dictionary;

/** What stands at the head of the Method page. */
export const METHOD_INTRO = {
  same: [
    "Mọi con số trên trang này đều bắt nguồn từ một định nghĩa dưới đây. Các bảng được sinh ra từ chính các định nghĩa mà chương trình dùng, nên không thể lệch nhau.",
    "Every number on this site goes back to a definition below. The tables are made from the very definitions the program runs on, so the two can't drift apart."
  ],
  asOf: [
    "Số liệu từ {from} đến {asOf}. Ngày chốt là ngày cuối cùng có trong dữ liệu, hoặc ngày ghi trong segbook.yml, không bao giờ là ngày của máy tính.",
    "Data from {from} to {asOf}. The as-of date is the last day in the data, or that of segbook.yml, never the computer's clock."
  ]
} as const satisfies Dictionary;

/** What the definitions can't say for themselves, by subject: a heading and its paragraphs, in the order of the page. */
export const METHOD_NOTES = {
  money: {
    title: ["Tiền và đơn hàng", "Money and orders"],
    revenue: [
      "Doanh thu là tiền thuần: tiền hàng đã bán trừ hàng trả lại; đơn huỷ không tính. Dòng có số tiền âm và dòng trong tệp trả hàng được trừ vào ngày trả. Tiền hoàn lại cho một món đã bán, và món ghi là trả hàng, được trừ vào ngày bán; món hoàn hết tiền thì coi như chưa từng mua. Một đơn được đếm khi có ít nhất một món bán ra, tính cho ngày đầu tiên có món bán ra.",
      "Revenue is net: what was sold less what was given back; cancelled orders don't count. Lines of negative money and those of a file of returns are taken off on the day they came back. Money paid back on a sale, and a sale marked returned, are taken off on the day of the sale; what was paid back in full was never bought. An order counts once it has sold at least one line, on the first day it did."
    ],
    nameless: [
      "Dòng không ghi khách hàng vẫn nằm trong tổng doanh thu của hãng nhưng không thuộc nhóm nào.",
      "Lines that name no customer are part of the firm's revenue and of no group."
    ],
    bait: [
      "Hàng mồi được nhận ra theo cột loại món; không có cột thì theo danh sách sản phẩm, không có danh sách thì theo ngưỡng giá trong segbook.yml.",
      "Bait is told by the offer column; without it by a list of products, without that by a price limit in segbook.yml."
    ]
  },
  files: {
    title: ["Tệp được hiểu thế nào", "How a file is understood"],
    recognised: [
      "Tệp được nhận ra theo mẫu xuất của từng phần mềm; không có mẫu thì theo tên cột và nội dung ô. Hiểu sai chỗ nào thì sửa trong mapping.yml. Ngày và số của một tệp đọc theo một kiểu; chỗ nào hiểu được hai cách thì hỏi, không đoán.",
      "A file is recognised by the layout in which a tool exports it; without one by its headings and by what its cells look like. What is wrong is corrected in mapping.yml. Days and numbers of a file are read in one style; what reads in two ways is asked, never guessed."
    ],
    money: [
      "Tiền của một dòng là cột thành tiền; không có thì số lượng × đơn giá, hoặc số lượng × giá niêm yết − giảm giá. Tiền của cả đơn chỉ tính một lần, chia cho các dòng theo giá trị, cộng lại khớp đúng. Tiền của tệp là tổng tiền các dòng; ô không đọc được hay ghi bằng loại tiền khác thì không cộng vào đâu cả.",
      "The money of a row is its amount; without one quantity × unit price, or quantity × list price − discount. An order's money counts once, shared among its lines by their value so that they add up to it exactly. The money of a file is the sum over its rows; a cell that can't be read, or is in another currency, is added nowhere."
    ]
  },
  conservation: {
    title: ["Bảo toàn", "Conservation"],
    law: [
      "Với mỗi tệp: số dòng đọc = dùng được + để riêng + trùng; tiền cũng vậy. Dòng có ô không đọc được bị để riêng, không bao giờ mất im lặng. Dòng sai nhiều chỗ đếm một lần, theo lỗi đầu tiên. Dòng không phải dữ liệu được đếm và chừa ra, không nằm trong số dòng đọc: {left}.",
      "For every file, rows read = accepted + set aside + duplicates, and so for money. A row with a cell that can't be read is set aside, never lost in silence. A row with several faults counts once, by the first. Rows that are no data are counted and left out, and are not among the rows read: {left}."
    ],
    duplicates: [
      "Dòng trùng ở hai tệp xuất chồng ngày nhau, hoặc cả một đơn chép hai lần trong một tệp, chỉ tính một lần: {duplicates}. Dòng giống hệt nhau trong một tệp mà không phải như vậy là bán thêm. Một đơn được hai tệp cùng mẫu ghi khác nhau thì theo bản đã hủy hoặc đã hoàn, rồi bản của tệp mới hơn. Giữa hai tệp, tệp nào nói được nhiều hơn thì giữ: có tên khách, rồi có từng món, rồi nhiều cột hơn, rồi ngày mới hơn.",
      "A row that stands in two exports that share days, and a whole order that stands twice in one file, count once: {duplicates}. Other equal rows of a file are further sales. Of an order that two files of one layout tell differently, the cancelled or refunded reading stays, then the later file's. Of two files the one that says more stays: who bought, then single lines, then more columns, then later days."
    ],
    trusted: [
      "Dữ liệu đáng tin khi số dòng của mọi tệp khớp, ít nhất {trusted} số dòng và {trusted} tiền trong các tệp đơn hàng không có lỗi, và không điểm chất lượng nào ở mức Yếu. Dòng trùng không phải là lỗi.",
      "Data can be trusted when the rows of every file add up, at least {trusted} of all rows and {trusted} of the money in files of orders have no fault, and no score of quality is weak. Duplicates are no fault."
    ]
  },
  people: {
    title: ["Ai là ai", "Who is who"],
    merging: [
      "Cùng một người ở nhiều tệp, nhiều mã được gộp làm một theo các quy tắc dưới đây, mạnh nhất trước; mỗi lần gộp đều có lý do và tách lại được bằng một dòng trong segbook.yml (people → apart). Số điện thoại hay e-mail có hơn {names} tên khác nhau, hoặc hơn {identities} mã, dùng chung thì không gộp ai.",
      "One person in several files or under several ids is merged by the rules below, strongest first; each merge has its reason and is undone by a line in segbook.yml (people → apart). A phone or e-mail under which more than {names} different names, or more than {identities} ids, are known merges nobody."
    ],
    counting: [
      "Số mã đem so gồm mọi mã khách, cùng các số điện thoại và e-mail ở những dòng không ghi mã. Số người là số còn lại sau khi gộp; mã được gộp đếm theo quy tắc đã gộp nó. Số điện thoại và e-mail bịa, bị che, mất chữ số hay không đọc được thì không dùng để gộp; chúng được đếm theo số cách viết khác nhau.",
      "Compared are all customer ids, and the phones and e-mails of rows without one. People are what is left after merging; a merged id counts under the rule that merged it. Phones and e-mails that are made up, masked, unreadable or have lost digits merge nobody; they are counted by different ways of writing."
    ],
    consent: [
      "Cho phép nhận tin tính theo người trong các tệp khách hàng, từng kênh một. Lời từ chối không rõ ngày luôn được giữ; ngoài ra lấy câu trả lời có ngày mới nhất, cùng ngày thì lấy lời từ chối, sau cùng mới đến lời cho phép không rõ ngày. Im lặng là chưa trả lời, không phải đồng ý.",
      "Consent is counted by person of the customers files, each channel by itself. A no of unknown day always stands; else the latest answer with a day, on one day a no; last a yes of unknown day. Silence is no answer, not consent."
    ]
  },
  columns: {
    title: ["Cột và phân tích", "Columns and analyses"],
    filled: [
      "Ở từng cột, “có dữ liệu” là phần dòng dùng được có giá trị ở cột đó; “đọc được” là phần ô có chữ đọc ra đúng kiểu của cột, tính trên mọi dòng đã đọc.",
      "Of a column, “filled in” is the share of usable rows that have a value in it; “could be read” is the share of filled cells that are what the column holds, over all rows read."
    ],
    on: [
      "Một cách chia chạy đủ khi có đủ cột để xét mọi nhóm của nó; một trạng thái hay một đặc điểm chạy khi có cột nó cần. Thiếu cột thì tắt và nêu tên cột. Cột bật được nhiều nhất là cột đang thiếu ở nhiều phân tích nhất.",
      "A scheme is fully on when the columns are there to decide every group of it; a state or a feature is on when its column is there. What lacks a column is off and names it. The column that switches on most is the one that most analyses lack."
    ]
  },
  upload: {
    title: ["Thử với tệp của bạn", "Try your own file"],
    same: [
      "Trang ấy tính ngay trong trình duyệt bằng chính các định nghĩa này, nên cùng một tệp thì ra cùng con số. Ngưỡng là ngưỡng mặc định, trừ khi segbook.yml thả vào cùng ghi khác. Thời gian ghi ở kết quả là từ lúc bấm Tính đến lúc có kết quả. Danh sách của một nhóm chỉ có người đã cho phép ít nhất một kênh, và chỉ có số điện thoại hay e-mail của kênh đó.",
      "That page computes in the browser by these very definitions, so the same file gives the same numbers. Thresholds are the defaults, unless a segbook.yml dropped in with the files says otherwise. The time shown with the results is that from pressing Compute until they are there. The list of a group holds only people who said yes to a channel, with the phone or e-mail of that channel only."
    ]
  },
  segments: {
    title: ["Xếp nhóm", "Segments"],
    first: [
      "Trong mỗi cách chia, điều kiện nào đúng trước thì khách vào nhóm đó, nên mỗi khách có đúng một chỗ. Ai không khớp nhóm nào vào phần Còn lại. Ai thiếu dữ liệu để phán đoán vào phần Chưa đủ dữ liệu.",
      "Within a scheme the first rule that holds wins, so everybody has exactly one place. Those whom no rule takes are the others; those for whom a rule can't be decided, as data are missing, are not enough data."
    ],
    percentiles: [
      "Ngưỡng phân vị so khách với chính tệp khách của hãng. Điểm RFM theo ngũ phân vị của khách đã mua; giá trị bằng nhau luôn bằng điểm, bất kể thứ tự dòng, và lấy điểm tốt hơn: giá trị tốt nhất luôn được điểm cao nhất, giá trị kém nhất luôn điểm thấp nhất, mọi người bằng nhau thì ở điểm giữa. Khách chưa mua không có điểm RFM.",
      "Percentile thresholds compare with the firm's own customers. RFM scores go by quintile of the buyers; equal values get equal scores, whatever the row order, and the better one: the best value always scores highest, the worst always lowest, and where all are equal all score in the middle. Customers without orders have no RFM score."
    ]
  },
  time: {
    title: ["Theo thời gian", "Time"],
    past: [
      "Các nhóm được tính lại tại ngày chốt và tại {months} cuối tháng trước đó, mỗi lần chỉ dùng những gì đã biết đến ngày ấy. Thông tin như tỉnh, nguồn, loại khách lấy theo hiện tại. Cửa sổ tính theo tháng được tính lùi từ ngày đang xét.",
      "Groups are computed as of the as-of date and as of the {months} month ends before it, each with only what was known by then. Facts such as province, source and type are today's. Windows of months end on the date in question."
    ]
  },
  funnel: {
    title: ["Phễu", "Funnel"],
    entry: [
      "Ngày vào một trạng thái là ngày của bằng chứng sớm nhất cho trạng thái đó hoặc bất kỳ trạng thái sau, nên phễu không bao giờ phình ra. Bước không có bằng chứng riêng được coi là đã qua vào lúc của bước sau, và được đếm là bỏ qua.",
      "Somebody enters a state on the day of its earliest evidence, or of that of any later state: so the funnel never grows. A step without evidence of its own counts as passed at the moment of the later one, and is shown as skipped."
    ],
    waiting: [
      "Thời gian chuyển bước dùng ước lượng Kaplan–Meier: người chưa chuyển được tính là còn chờ, không phải thất bại. Người đã bỏ qua bước trước không tính vào thời gian của bước này.",
      "Time to move is a Kaplan–Meier estimate: people who have not moved yet are still waiting, not failures. Those who skipped the state before are left out of it."
    ]
  },
  targets: {
    title: ["Mục tiêu", "Targets"],
    gap: [
      "Khoảng cách của phễu so tỷ lệ chuyển bình thường với tứ phân vị trên của chính các tháng đã đủ thời gian, chỉ xét tháng có từ {people} người và khi có ít nhất {cohorts} tháng như vậy. Giá trị = số người tăng thêm trong {year} tháng × chênh lệch doanh thu trung bình giữa người đã đi tiếp và người dừng lại.",
      "Funnel gaps compare the usual conversion with the upper quartile of the firm's own months, counting months of {people} people or more whose window has passed, and only where there are {cohorts} of them. Worth = people gained in {year} months × the difference in average revenue between those who went on and those who stayed."
    ],
    nearest: [
      "Gần nhất: người chưa ở trong nhóm nhưng sẽ vào nếu mỗi ngưỡng của nhóm được nới {eased}.",
      "Nearest are people outside a group who would be inside if each of its thresholds were eased by {eased}."
    ]
  },
  privacy: {
    title: ["Riêng tư", "Privacy"],
    suppression: [
      "Chỉ công bố số gộp. Nhóm dưới {k} người bị giấu số, cùng với nhóm nhỏ kế tiếp để không thể trừ ngược ra. Bảng chéo giấu thêm những ô tạo thành vòng kín quanh ô nhỏ. Trước khi xuất bản, chương trình tìm trong mọi tệp xem có lọt mã, tên, địa chỉ, điện thoại hay e-mail của khách nào không; có thì không xuất bản.",
      "Only aggregates are published. The numbers of groups under {k} people are withheld, and with them the next smallest, so that they can't be found by subtraction. Cross-tabs also hide the cells that close a circle around a small one. Before publishing, every file is searched for the ids, names, addresses, phones and e-mails that were read; one hit and nothing is published."
    ]
  }
} as const satisfies Dictionary;
