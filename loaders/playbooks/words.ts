import type { Lang } from "../../src/terms/lang.js";
import type { PlayField } from "../definitions/play.js";

/** The few words of the frame around playbooks; everything else stands in templates and plays. */
export const FRAME: Record<Lang, Record<PlayField | FrameWord, string>> = {
  vi: {
    name: "Tên",
    know: "Biết",
    say: "Nói",
    show: "Cho xem",
    do: "Làm",
    trigger: "Khi nào",
    channel: "Kênh",
    offer: "Ưu đãi và giới hạn",
    owner: "Ai làm",
    cadence: "Nhịp",
    stop: "Dừng khi",
    measure: "Đo bằng",
    number: "Con số",
    group: "Nhóm này",
    everybody: "Tất cả khách",
    goal: "Mục tiêu",
    now: "hiện nay",
    target: "đích sau 90 ngày",
    why: "vì",
    people: "người",
    response: "giả định",
    acts: "hưởng ứng",
    each: "mỗi lượt",
    worth: "giá trị kỳ vọng",
    noValue: "Chưa đủ số liệu để tính giá trị kỳ vọng.",
    notNow: "Chưa cần lúc này",
    asOf: "Số liệu đến",
    stale: "Nên làm mới trước",
    empty: "Hiện chưa có khách nào trong nhóm này. Playbook vẫn ở đây để dùng khi họ xuất hiện.",
    withheld:
      "Các con số được giấu để bảo vệ riêng tư: nhóm này, hoặc một nhóm suy ra được từ nó, có ít hơn {k} khách.",
    how: "Cách xếp nhóm",
    sign: "Dấu hiệu đã chuyển",
    share: "tổng số khách",
    channelIs: "Kênh mua chính",
    productIs: "Món mua nhiều nhất",
    nextIs: "Nên mời thử ngành",
    complaintIs: "Hay phàn nàn về",
    sourceIs: "Phần lớn đến từ",
    regionIs: "Ở nhiều nhất",
    assumption:
      "Giá trị kỳ vọng = số người × tỷ lệ hưởng ứng giả định × giá trị mỗi lượt. Chạy thử rồi thay bằng tỷ lệ thật của mình."
  },
  en: {
    name: "Name",
    know: "Know",
    say: "Say",
    show: "Show",
    do: "Do",
    trigger: "When",
    channel: "Channel",
    offer: "Offer and limits",
    owner: "Who",
    cadence: "How often",
    stop: "Stop when",
    measure: "Measure",
    number: "Number",
    group: "This group",
    everybody: "Everybody",
    goal: "Goal",
    now: "now",
    target: "target in 90 days",
    why: "because",
    people: "people",
    response: "assuming",
    acts: "act",
    each: "each",
    worth: "expected value",
    noValue: "Not enough figures for an expected value yet.",
    notNow: "Not needed now",
    asOf: "Data up to",
    stale: "Renew before",
    empty: "Nobody is in this group at present. The playbook stands ready for when they come.",
    withheld:
      "The numbers are withheld for privacy: this group, or one that could be worked out from it, has fewer than {k} customers.",
    how: "How people get here",
    sign: "How to see that someone has moved",
    share: "of all customers",
    channelIs: "Main channel",
    productIs: "Bought most",
    nextIs: "Offer next",
    complaintIs: "Complain most about",
    sourceIs: "Most came from",
    regionIs: "Most live in",
    assumption:
      "Expected value = people × assumed response × worth of each. Run it, then put your own response rate in."
  }
};

type FrameWord =
  | "number"
  | "group"
  | "everybody"
  | "goal"
  | "now"
  | "target"
  | "why"
  | "people"
  | "response"
  | "acts"
  | "each"
  | "worth"
  | "noValue"
  | "notNow"
  | "asOf"
  | "stale"
  | "empty"
  | "withheld"
  | "how"
  | "sign"
  | "share"
  | "channelIs"
  | "productIs"
  | "nextIs"
  | "complaintIs"
  | "sourceIs"
  | "regionIs"
  | "assumption";
