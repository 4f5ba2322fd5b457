import type { Dictionary } from "../terms/words.js";

/** What stands under a chart's title, in it and below it: what is drawn, its unit, how it is to be read. */
export const CAPTIONS = {
  sizes: ["{scheme}: phần trăm trên tổng số, ngày {date}", "{scheme}: share of the total, {date}"],
  profile: [
    "{name} so với mọi khách, xếp từ khác nhiều đến khác ít; thang gấp đôi",
    "{name} against everybody, most different first; each rule doubles"
  ],
  crosstab: [
    "Mỗi hàng là một nhóm của “{scheme}”; các ô cộng lại bằng 100 % hàng đó, chia theo “{other}”",
    "Each row is a group of “{scheme}”; its cells add up to 100%, divided by “{other}”"
  ],
  crosstabCell: ["{share} của {group}", "{share} of {group}"],
  crosstabWithheld: [
    "Ô dưới {minimum} người được ẩn, và không tính vào phần trăm.",
    "Cells of fewer than {minimum} people are withheld and left out of the shares."
  ],
  migration: [
    "Số khách đi từ nhóm nào sang nhóm nào trong {months} tháng; dải đậm là người đã đổi nhóm",
    "How many went from which group to which in {months} months; strong bands changed group"
  ],
  migrationChosen: [
    "Số khách đi từ nhóm nào sang nhóm nào trong {months} tháng; dải đậm là nhóm đang chọn",
    "How many went from which group to which in {months} months; the strong bands are the chosen group’s"
  ],
  monthsAgo: ["{months} tháng trước", "{months} months ago"],
  today: ["Hiện nay", "Today"],
  funnel: [
    "Số người đã tới mỗi trạng thái; phần đậm là người đang đứng ở đó, ngày {date}",
    "People who reached each state; the dark part stands there now, {date}"
  ],
  funnelSmall: ["Số người đã tới mỗi trạng thái, ngày {date}", "People who reached each state, {date}"],
  hereNow: ["(đang ở đây {count})", "({count} here now)"],
  steps: [
    "Tỷ lệ đi tiếp từ trạng thái trước, theo {dimension}; vạch đứng là mức của tất cả",
    "Share going on from the state before, by {dimension}; the upright rule is everybody"
  ],
  stepsLargest: [
    "Vẽ {shown} giá trị đông người nhất trong {all}; bảng số liệu có đủ.",
    "The {shown} largest of {all} values are drawn; the table has them all."
  ],
  cohorts: [
    "Theo tháng trở thành {from}. Cột đặc: tới {state} trong 90 ngày; viền: đến nay; gạch chéo: tháng chưa đủ 90 ngày",
    "By month of reaching {from}. Full bar: reached {state} within 90 days; outline: to date; hatched: 90 days not over"
  ],
  waiting: [
    "Số ngày kể từ trạng thái trước. Chấm: một nửa đã đi tiếp; dải: từ một phần tư đến ba phần tư; mũi tên: chưa tới ba phần tư",
    "Days since the state before. Dot: half have moved; band: a quarter to three quarters; arrow: three quarters not reached yet"
  ],
  waitingFew: ["chưa tới một phần tư đã đi tiếp", "fewer than a quarter have moved"],
  waitingNote: [
    "Người chưa đi tiếp vẫn được tính là đang chờ (Kaplan–Meier), nên số này không đẹp giả tạo.",
    "Those who have not moved yet count as still waiting (Kaplan–Meier), so the figure does not flatter."
  ],
  word: ["Số lượt trong cả kỳ, không bù trừ cho nhau", "Counts over the whole period, not netted"],
  wordRated: [
    "Số lượt trong cả kỳ, không bù trừ cho nhau; điểm trung bình {average}/5 từ {ratings} lượt chấm",
    "Counts over the whole period, not netted; average rating {average} of 5 from {ratings} ratings"
  ],
  gaps: [
    "Tỷ lệ đi tiếp hiện tại (vòng rỗng) và của một phần tư tháng tốt nhất của chính mình (chấm đặc)",
    "Share going on now (ring) and in your own best quarter of months (dot)"
  ],
  gapMet: ["đã đạt", "met"],
  gapUnknown: ["chưa đủ lứa khách để so", "too few cohorts to compare"],
  noFigure: ["chưa có số liệu", "no figure yet"],
  atLeast: ["cần từ {bar}", "at least {bar}"],
  atMost: ["không quá {bar}", "at most {bar}"],
  of: ["trên {count}", "of {count}"],
  lacking: ["Còn thiếu dữ liệu:", "Data that is missing:"],
  lackingAdd: ["thêm cột", "add the column"],
  lackingFor: ["để tính được {groups}", "to compute {groups}"],
  playbooksFound: ["{count} sổ tay khớp với “{query}”", "{count} match “{query}”"]
} as const satisfies Dictionary;
