import type { Dictionary } from "../terms/words.js";

/** The frame around playbooks; everything else stands in templates and plays. */
export const PLAYBOOK = {
  back: ["Tất cả sổ tay", "All playbooks"],
  name: ["Tên", "Name"],
  know: ["Biết", "Know"],
  say: ["Nói", "Say"],
  show: ["Cho xem", "Show"],
  do: ["Làm", "Do"],
  trigger: ["Khi nào", "When"],
  channel: ["Kênh", "Channel"],
  offer: ["Ưu đãi và giới hạn", "Offer and limits"],
  owner: ["Ai làm", "Who"],
  cadence: ["Nhịp", "How often"],
  stop: ["Dừng khi", "Stop when"],
  measure: ["Đo bằng", "Measure"],
  number: ["Con số", "Number"],
  group: ["Nhóm này", "This group"],
  everybody: ["Tất cả khách", "Everybody"],
  goal: ["Mục tiêu", "Goal"],
  now: ["hiện nay", "now"],
  target: ["đích sau {days} ngày", "target in {days} days"],
  why: ["vì", "because"],
  people: ["người", "people"],
  acts: ["hưởng ứng", "act"],
  noValue: ["Chưa đủ số liệu để tính giá trị kỳ vọng.", "Not enough figures for an expected value yet."],
  and: [", ", " and "],
  none: ["chưa có số liệu", "no figure yet"],
  notNow: ["Chưa cần lúc này", "Not needed now"],
  asOf: ["Số liệu đến", "Data up to"],
  stale: ["Nên làm mới trước", "Renew before"],
  empty: [
    "Hiện chưa có khách nào trong nhóm này. Sổ tay vẫn ở đây để dùng khi họ xuất hiện.",
    "Nobody is in this group at present. The playbook stands ready for when they come."
  ],
  withheld: [
    "Các con số được giấu để bảo vệ riêng tư: nhóm này, hoặc một nhóm suy ra được từ nó, có ít hơn {k} khách.",
    "The numbers are withheld for privacy: this group, or one that could be worked out from it, has fewer than {k} customers."
  ],
  how: ["Cách xếp nhóm", "How people get here"],
  sign: ["Dấu hiệu đã chuyển", "How to see that someone has moved"],
  channelIs: ["Kênh mua chính", "Main channel"],
  productIs: ["Món mua nhiều nhất", "Bought most"],
  nextIs: ["Nên mời thử ngành", "Offer next"],
  complaintIs: ["Hay phàn nàn về", "Complain most about"],
  sourceIs: ["Phần lớn đến từ", "Most came from"],
  regionIs: ["Ở nhiều nhất", "Most live in"],
  assumption: [
    "Giá trị kỳ vọng = số người × tỷ lệ hưởng ứng giả định × giá trị mỗi lượt. Chạy thử rồi thay bằng tỷ lệ thật của mình.",
    "Expected value = people × assumed response × worth of each. Run it, then put your own response rate in."
  ]
} as const satisfies Dictionary;
