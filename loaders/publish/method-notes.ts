import type { Lang } from "../../src/terms/lang.js";

interface Notes extends Record<Word, string> {
  title: string;
  intro: readonly string[];
  sections: readonly { title: string; texts: readonly string[] }[];
}

/** What the definitions can't say for themselves. Names in braces are filled in. */
export const NOTES: Record<Lang, Notes> = {
  vi: {
    title: "Cách tính",
    intro: [
      "Mọi con số trên trang này đều bắt nguồn từ một định nghĩa dưới đây. Các bảng được sinh ra từ chính các định nghĩa mà chương trình dùng, nên không thể lệch nhau.",
      "Số liệu từ {from} đến {asOf}. Ngày chốt là ngày cuối cùng có trong dữ liệu, hoặc ngày ghi trong segbook.yml, không bao giờ là ngày của máy tính."
    ],
    sections: [
      {
        title: "Tiền và đơn hàng",
        texts: [
          "Doanh thu là tiền thuần: tiền hàng đã bán trừ hàng trả lại; đơn huỷ không tính. Dòng có số tiền âm và dòng trong tệp trả hàng được trừ vào ngày trả. Tiền hoàn lại cho một món đã bán, và món ghi là trả hàng, được trừ vào ngày bán; món hoàn hết tiền thì coi như chưa từng mua. Một đơn được đếm khi có ít nhất một món bán ra, tính cho ngày đầu tiên có món bán ra.",
          "Dòng không ghi khách hàng vẫn nằm trong tổng doanh thu của hãng nhưng không thuộc nhóm nào.",
          "Hàng mồi được nhận ra theo cột loại món; không có cột thì theo danh sách sản phẩm, không có danh sách thì theo ngưỡng giá trong segbook.yml."
        ]
      },
      {
        title: "Tệp được hiểu thế nào",
        texts: [
          "Tệp được nhận ra theo mẫu xuất của từng phần mềm; không có mẫu thì theo tên cột và nội dung ô. Hiểu sai chỗ nào thì sửa trong mapping.yml. Ngày và số của một tệp đọc theo một kiểu; chỗ nào hiểu được hai cách thì hỏi, không đoán.",
          "Tiền của một dòng là cột thành tiền; không có thì số lượng × đơn giá, hoặc số lượng × giá niêm yết − giảm giá. Tiền của cả đơn chỉ tính một lần, chia cho các dòng theo giá trị, cộng lại khớp đúng. Tiền của tệp là tổng tiền các dòng; ô không đọc được hay ghi bằng loại tiền khác thì không cộng vào đâu cả."
        ]
      },
      {
        title: "Bảo toàn",
        texts: [
          "Với mỗi tệp: số dòng đọc = dùng được + để riêng + trùng; tiền cũng vậy. Dòng có ô không đọc được bị để riêng, không bao giờ mất im lặng. Dòng sai nhiều chỗ đếm một lần, theo lỗi đầu tiên. Dòng không phải dữ liệu được đếm và chừa ra, không nằm trong số dòng đọc: {left}.",
          "Dòng trùng chỉ tính một lần, dù nằm trong một tệp hay ở hai tệp xuất chồng ngày nhau: {duplicates}. Giữa hai tệp, tệp nào nói được nhiều hơn thì giữ: có tên khách, rồi có từng món, rồi nhiều cột hơn, rồi ngày mới hơn.",
          "Dữ liệu đáng tin khi số dòng của mọi tệp khớp, ít nhất 90% số dòng và 90% tiền trong các tệp đơn hàng không có lỗi, và không điểm chất lượng nào ở mức Yếu. Dòng trùng không phải là lỗi."
        ]
      },
      {
        title: "Ai là ai",
        texts: [
          "Cùng một người ở nhiều tệp, nhiều mã được gộp làm một theo các quy tắc dưới đây, mạnh nhất trước; mỗi lần gộp đều có lý do và tách lại được bằng một dòng trong segbook.yml (people → apart). Số điện thoại hay e-mail có hơn {names} tên khác nhau, hoặc hơn {identities} mã, dùng chung thì không gộp ai.",
          "Số mã đem so gồm mọi mã khách, cùng các số điện thoại và e-mail ở những dòng không ghi mã. Số người là số còn lại sau khi gộp; mã được gộp đếm theo quy tắc đã gộp nó. Số điện thoại và e-mail bịa, bị che, mất chữ số hay không đọc được thì không dùng để gộp; chúng được đếm theo số cách viết khác nhau.",
          "Cho phép nhận tin tính theo người trong các tệp khách hàng, từng kênh một. Lời từ chối không rõ ngày luôn được giữ; ngoài ra lấy câu trả lời có ngày mới nhất, cùng ngày thì lấy lời từ chối, sau cùng mới đến lời cho phép không rõ ngày. Im lặng là chưa trả lời, không phải đồng ý."
        ]
      },
      {
        title: "Cột và phân tích",
        texts: [
          "Ở từng cột, “có dữ liệu” là phần dòng dùng được có giá trị ở cột đó; “đọc được” là phần ô có chữ đọc ra đúng kiểu của cột, tính trên mọi dòng đã đọc.",
          "Một cách chia chạy đủ khi có đủ cột để xét mọi nhóm của nó; một trạng thái hay một đặc điểm chạy khi có cột nó cần. Thiếu cột thì tắt và nêu tên cột. Cột bật được nhiều nhất là cột đang thiếu ở nhiều phân tích nhất."
        ]
      },
      {
        title: "Thử với tệp của bạn",
        texts: [
          "Trang ấy tính ngay trong trình duyệt bằng chính các định nghĩa này, nên cùng một tệp thì ra cùng con số. Ngưỡng là ngưỡng mặc định, trừ khi segbook.yml thả vào cùng ghi khác. Thời gian ghi ở kết quả là từ lúc bấm Tính đến lúc có kết quả. Danh sách của một nhóm chỉ có người đã cho phép ít nhất một kênh, và chỉ có số điện thoại hay e-mail của kênh đó."
        ]
      },
      {
        title: "Xếp nhóm",
        texts: [
          "Trong mỗi cách chia, điều kiện nào đúng trước thì khách vào nhóm đó, nên mỗi khách có đúng một chỗ. Ai không khớp nhóm nào vào phần Còn lại. Ai thiếu dữ liệu để phán đoán vào phần Chưa đủ dữ liệu.",
          "Ngưỡng phân vị so khách với chính tệp khách của hãng. Điểm RFM theo ngũ phân vị của khách đã mua; giá trị bằng nhau luôn bằng điểm, bất kể thứ tự dòng. Khách chưa mua không có điểm RFM."
        ]
      },
      {
        title: "Theo thời gian",
        texts: [
          "Các nhóm được tính lại tại ngày chốt và tại {months} cuối tháng trước đó, mỗi lần chỉ dùng những gì đã biết đến ngày ấy. Thông tin như tỉnh, nguồn, loại khách lấy theo hiện tại. Cửa sổ 3, 6, 12 tháng tính lùi từ ngày đang xét."
        ]
      },
      {
        title: "Phễu",
        texts: [
          "Ngày vào một trạng thái là ngày của bằng chứng sớm nhất cho trạng thái đó hoặc bất kỳ trạng thái sau, nên phễu không bao giờ phình ra. Bước không có bằng chứng riêng được coi là đã qua vào lúc của bước sau, và được đếm là bỏ qua.",
          "Thời gian chuyển bước dùng ước lượng Kaplan–Meier: người chưa chuyển được tính là còn chờ, không phải thất bại. Người đã bỏ qua bước trước không tính vào thời gian của bước này."
        ]
      },
      {
        title: "Mục tiêu",
        texts: [
          "Khoảng cách của phễu so tỷ lệ chuyển bình thường với tứ phân vị trên của chính các tháng đã đủ thời gian, chỉ xét tháng có từ 20 người và khi có ít nhất 4 tháng như vậy. Giá trị = số người tăng thêm trong 12 tháng × chênh lệch doanh thu trung bình giữa người đã đi tiếp và người dừng lại.",
          "Gần nhất: người chưa ở trong nhóm nhưng sẽ vào nếu mỗi ngưỡng của nhóm được nới một nửa."
        ]
      },
      {
        title: "Riêng tư",
        texts: [
          "Chỉ công bố số gộp. Nhóm dưới {k} người bị giấu số, cùng với nhóm nhỏ kế tiếp để không thể trừ ngược ra. Bảng chéo giấu thêm những ô tạo thành vòng kín quanh ô nhỏ. Trước khi xuất bản, chương trình tìm trong mọi tệp xem có lọt mã, tên, địa chỉ, điện thoại hay e-mail của khách nào không; có thì không xuất bản."
        ]
      }
    ],
    grains: "Một dòng là gì",
    grain: "Trong mapping.yml",
    merging: "Quy tắc gộp người",
    mergeNumber: "Quy tắc",
    mergeRule: "Hai mã là một người khi",
    quality: "Chất lượng dữ liệu",
    side: "Mặt",
    good: "Tốt từ",
    fair: "Tạm được từ",
    states: "Bảy trạng thái",
    state: "Trạng thái",
    means: "Nghĩa",
    window: "Cửa sổ xét chuyển bước",
    schemes: "Các cách chia khách",
    group: "Nhóm",
    who: "Là ai",
    rule: "Điều kiện",
    threshold: "Ngưỡng",
    value: "Giá trị",
    range: "Khoảng cho phép",
    reason: "Lý do",
    percentile: "phân vị",
    stages: "Giai đoạn kinh doanh",
    stage: "Giai đoạn",
    reached: "Đã tới khi",
    ready: "Sẵn sàng khi",
    wanted: "Mong có (trên số khách đã mua)",
    features: "Đặc điểm của khách",
    feature: "Đặc điểm",
    meaning: "Cách tính",
    whenNull: "Khi trống",
    needs: "Cần cột",
    off: "đang tắt vì thiếu cột",
    numbers: "Con số của nhóm",
    number: "Con số"
  },
  en: {
    title: "Method",
    intro: [
      "Every number on this site goes back to a definition below. The tables are made from the very definitions the program runs on, so the two can't drift apart.",
      "Data from {from} to {asOf}. The as-of date is the last day in the data, or that of segbook.yml, never the computer's clock."
    ],
    sections: [
      {
        title: "Money and orders",
        texts: [
          "Revenue is net: what was sold less what was given back; cancelled orders don't count. Lines of negative money and those of a file of returns are taken off on the day they came back. Money paid back on a sale, and a sale marked returned, are taken off on the day of the sale; what was paid back in full was never bought. An order counts once it has sold at least one line, on the first day it did.",
          "Lines that name no customer are part of the firm's revenue and of no group.",
          "Bait is told by the offer column; without it by a list of products, without that by a price limit in segbook.yml."
        ]
      },
      {
        title: "How a file is understood",
        texts: [
          "A file is recognised by the layout in which a tool exports it; without one by its headings and by what its cells look like. What is wrong is corrected in mapping.yml. Days and numbers of a file are read in one style; what reads in two ways is asked, never guessed.",
          "The money of a row is its amount; without one quantity × unit price, or quantity × list price − discount. An order's money counts once, shared among its lines by their value so that they add up to it exactly. The money of a file is the sum over its rows; a cell that can't be read, or is in another currency, is added nowhere."
        ]
      },
      {
        title: "Conservation",
        texts: [
          "For every file, rows read = accepted + set aside + duplicates, and so for money. A row with a cell that can't be read is set aside, never lost in silence. A row with several faults counts once, by the first. Rows that are no data are counted and left out, and are not among the rows read: {left}.",
          "A duplicate counts once, whether it stands in one file or in two exports that share days: {duplicates}. Of two files the one that says more stays: who bought, then single lines, then more columns, then later days.",
          "Data can be trusted when the rows of every file add up, at least 90% of all rows and 90% of the money in files of orders have no fault, and no score of quality is weak. Duplicates are no fault."
        ]
      },
      {
        title: "Who is who",
        texts: [
          "One person in several files or under several ids is merged by the rules below, strongest first; each merge has its reason and is undone by a line in segbook.yml (people → apart). A phone or e-mail under which more than {names} different names, or more than {identities} ids, are known merges nobody.",
          "Compared are all customer ids, and the phones and e-mails of rows without one. People are what is left after merging; a merged id counts under the rule that merged it. Phones and e-mails that are made up, masked, unreadable or have lost digits merge nobody; they are counted by different ways of writing.",
          "Consent is counted by person of the customers files, each channel by itself. A no of unknown day always stands; else the latest answer with a day, on one day a no; last a yes of unknown day. Silence is no answer, not consent."
        ]
      },
      {
        title: "Columns and analyses",
        texts: [
          "Of a column, “filled in” is the share of usable rows that have a value in it; “could be read” is the share of filled cells that are what the column holds, over all rows read.",
          "A scheme is fully on when the columns are there to decide every group of it; a state or a feature is on when its column is there. What lacks a column is off and names it. The column that switches on most is the one that most analyses lack."
        ]
      },
      {
        title: "Try your own file",
        texts: [
          "That page computes in the browser by these very definitions, so the same file gives the same numbers. Thresholds are the defaults, unless a segbook.yml dropped in with the files says otherwise. The time shown with the results is that from pressing Compute until they are there. The list of a group holds only people who said yes to a channel, with the phone or e-mail of that channel only."
        ]
      },
      {
        title: "Segments",
        texts: [
          "Within a scheme the first rule that holds wins, so everybody has exactly one place. Those whom no rule takes are the others; those for whom a rule can't be decided, as data are missing, are not enough data.",
          "Percentile thresholds compare with the firm's own customers. RFM scores go by quintile of the buyers; equal values get equal scores, whatever the row order. Customers without orders have no RFM score."
        ]
      },
      {
        title: "Time",
        texts: [
          "Groups are computed as of the as-of date and as of the {months} month ends before it, each with only what was known by then. Facts such as province, source and type are today's. Windows of 3, 6 and 12 months end on the date in question."
        ]
      },
      {
        title: "Funnel",
        texts: [
          "Somebody enters a state on the day of its earliest evidence, or of that of any later state: so the funnel never grows. A step without evidence of its own counts as passed at the moment of the later one, and is shown as skipped.",
          "Time to move is a Kaplan–Meier estimate: people who have not moved yet are still waiting, not failures. Those who skipped the state before are left out of it."
        ]
      },
      {
        title: "Targets",
        texts: [
          "Funnel gaps compare the usual conversion with the upper quartile of the firm's own months, counting months of 20 people or more whose window has passed, and only where there are 4 of them. Worth = people gained in 12 months × the difference in average revenue between those who went on and those who stayed.",
          "Nearest are people outside a group who would be inside if each of its thresholds were eased by half."
        ]
      },
      {
        title: "Privacy",
        texts: [
          "Only aggregates are published. The numbers of groups under {k} people are withheld, and with them the next smallest, so that they can't be found by subtraction. Cross-tabs also hide the cells that close a circle around a small one. Before publishing, every file is searched for the ids, names, addresses, phones and e-mails that were read; one hit and nothing is published."
        ]
      }
    ],
    grains: "What a row stands for",
    grain: "In mapping.yml",
    merging: "Rules that merge people",
    mergeNumber: "Rule",
    mergeRule: "Two ids are one person when",
    quality: "Quality of the data",
    side: "Dimension",
    good: "Good from",
    fair: "Fair from",
    states: "The seven states",
    state: "State",
    means: "Meaning",
    window: "Window for a move",
    schemes: "Schemes",
    group: "Group",
    who: "Who",
    rule: "Rule",
    threshold: "Threshold",
    value: "Value",
    range: "Range",
    reason: "Reason",
    percentile: "percentile",
    stages: "Stages of the business",
    stage: "Stage",
    reached: "Reached when",
    ready: "Ready when",
    wanted: "Wanted (of all buyers)",
    features: "Features of a customer",
    feature: "Feature",
    meaning: "How it is computed",
    whenNull: "When empty",
    needs: "Needs",
    off: "off: column missing",
    numbers: "Numbers of a group",
    number: "Number"
  }
};

type Word =
  | "grains"
  | "grain"
  | "merging"
  | "mergeNumber"
  | "mergeRule"
  | "quality"
  | "side"
  | "good"
  | "fair"
  | "states"
  | "state"
  | "means"
  | "window"
  | "schemes"
  | "group"
  | "who"
  | "rule"
  | "threshold"
  | "value"
  | "range"
  | "reason"
  | "percentile"
  | "stages"
  | "stage"
  | "reached"
  | "ready"
  | "wanted"
  | "features"
  | "feature"
  | "meaning"
  | "whenNull"
  | "needs"
  | "off"
  | "numbers"
  | "number";
