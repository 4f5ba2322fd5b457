import type { Lang } from "../terms/lang.js";

/**
 * The sentences above the charts. Each takes numbers and names already written out, so that wording lives
 * here and arithmetic in the chart.
 */
const vi = {
  concentration: (d: { count: string; of: string; money: string; share: string; people: string }) =>
    `${d.count} trong ${d.of} nhóm mang về ${d.share} ${d.money}, với ${d.people} số khách`,
  oneCarries: (d: { name: string; people: string; money: string; share: string }) =>
    `${d.name}: ${d.people} số khách, ${d.share} ${d.money}`,
  biggest: (d: { name: string; people: string }) => `Nhóm đông nhất: ${d.name}, ${d.people} số khách`,
  grew: (d: { name: string; from: string; to: string; months: string }) =>
    `${d.name} tăng nhiều nhất: từ ${d.from} lên ${d.to} trong ${d.months} tháng`,
  shrank: (d: { name: string; from: string; to: string; months: string }) =>
    `${d.name} giảm nhiều nhất: từ ${d.from} xuống ${d.to} trong ${d.months} tháng`,
  steady: (d: { months: string }) => `Cơ cấu nhóm gần như không đổi trong ${d.months} tháng`,
  went: (d: { name: string; from: string; to: string; months: string }) =>
    `${d.name}: ${d.from} thành ${d.to} sau ${d.months} tháng`,
  profile: (d: {
    name: string;
    first: string;
    firstValue: string;
    firstUsual: string;
    second: string;
    secondValue: string;
    secondUsual: string;
  }) =>
    `${d.name} khác mọi khách nhất ở “${d.first}” (${d.firstValue} so với ${d.firstUsual}) và “${d.second}” (${d.secondValue} so với ${d.secondUsual})`,
  profileNone: (d: { name: string }) => `${d.name}: chưa đủ số liệu để so với mọi khách`,
  overlap: (d: { a: string; b: string; share: string; usual: string }) =>
    `${d.share} của ${d.a} nằm trong ${d.b}; với mọi khách là ${d.usual}`,
  overlapNone: () => "Hai cách chia này gần như không liên quan với nhau",
  migration: (d: { stayed: string; from: string; to: string; people: string }) =>
    `${d.stayed} vẫn ở nhóm cũ; dòng chuyển lớn nhất là ${d.from} sang ${d.to}: ${d.people} khách`,
  migrationStill: (d: { stayed: string }) => `${d.stayed} vẫn ở nhóm cũ`,
  funnel: (d: { from: string; to: string; of: string }) =>
    `Rơi nhiều nhất giữa ${d.from} và ${d.to}: cứ 100 người chỉ ${d.of} người đi tiếp`,
  steps: (d: { value: string; from: string; to: string; share: string; usual: string }) =>
    `${d.value} khác hẳn ở bước ${d.from} → ${d.to}: ${d.share}, so với ${d.usual} của tất cả`,
  stepsNone: () => "Không có giá trị nào tách hẳn khỏi mức chung",
  cohorts: (d: { month: string; state: string; share: string; worst: string; worstShare: string }) =>
    `Khách vào ${d.month} thành ${d.state} nhanh nhất: ${d.share} trong 90 ngày; thấp nhất là ${d.worst}, ${d.worstShare}`,
  cohortsNone: (d: { state: string }) => `Chưa có tháng nào đủ 90 ngày để đo ${d.state}`,
  waiting: (d: { from: string; to: string; days: string }) =>
    `Chậm nhất là từ ${d.from} lên ${d.to}: phải ${d.days} mới được một nửa`,
  waitingOpen: (d: { from: string; to: string }) =>
    `Từ ${d.from} lên ${d.to}: đến nay chưa được một nửa số người đi tiếp`,
  word: (d: { good: string; bad: string }) => `${d.good} lượt tiếng tốt, nhưng cũng có ${d.bad} lượt tiếng xấu`,
  wordGoodOnly: (d: { good: string }) => `${d.good} lượt tiếng tốt; chưa có số liệu về lời chê`,
  wordNone: () => "Chưa có số liệu về truyền miệng",
  targets: (d: { name: string; have: string; wanted: string; gap: string }) =>
    `Nhóm nên nhắm lúc này: ${d.name}. Có ${d.have}, cần ${d.wanted}, còn thiếu ${d.gap}`,
  targetsMet: (d: { name: string; have: string }) => `Nhóm nên nhắm lúc này: ${d.name}. Có ${d.have}, đã đủ`,
  targetsOpen: (d: { name: string }) => `Nhóm nên nhắm lúc này: ${d.name}`,
  gaps: (d: { from: string; to: string; people: string; money: string }) =>
    `Đáng tiền nhất là bước ${d.from} → ${d.to}: thêm ${d.people} người, khoảng ${d.money}`,
  gapsNone: () => "Chưa đủ lứa khách để so với những tháng tốt nhất của chính mình"
};

const en: typeof vi = {
  concentration: (d) => `${d.count} of ${d.of} groups bring ${d.share} of ${d.money}, with ${d.people} of customers`,
  oneCarries: (d) => `${d.name}: ${d.people} of customers, ${d.share} of ${d.money}`,
  biggest: (d) => `The largest group: ${d.name}, ${d.people} of customers`,
  grew: (d) => `${d.name} grew most: from ${d.from} to ${d.to} in ${d.months} months`,
  shrank: (d) => `${d.name} shrank most: from ${d.from} to ${d.to} in ${d.months} months`,
  steady: (d) => `The mix of groups hardly changed in ${d.months} months`,
  went: (d) => `${d.name}: ${d.from} became ${d.to} in ${d.months} months`,
  profile: (d) =>
    `${d.name} differ most in “${d.first}” (${d.firstValue} against ${d.firstUsual}) and “${d.second}” (${d.secondValue} against ${d.secondUsual})`,
  profileNone: (d) => `${d.name}: too few figures to compare with everybody`,
  overlap: (d) => `${d.share} of ${d.a} are ${d.b}; among all customers it is ${d.usual}`,
  overlapNone: () => "These two schemes have little to do with each other",
  migration: (d) =>
    `${d.stayed} stayed where they were; the largest move is ${d.from} to ${d.to}: ${d.people} customers`,
  migrationStill: (d) => `${d.stayed} stayed where they were`,
  funnel: (d) => `Most are lost between ${d.from} and ${d.to}: of 100 people ${d.of} go on`,
  steps: (d) => `${d.value} stands apart at ${d.from} → ${d.to}: ${d.share}, against ${d.usual} overall`,
  stepsNone: () => "No value stands apart from the whole",
  cohorts: (d) =>
    `Those who came in ${d.month} became ${d.state} fastest: ${d.share} within 90 days; slowest was ${d.worst}, ${d.worstShare}`,
  cohortsNone: (d) => `No month has had its 90 days yet to measure ${d.state}`,
  waiting: (d) => `Slowest is ${d.from} to ${d.to}: it takes ${d.days} for half to move`,
  waitingOpen: (d) => `${d.from} to ${d.to}: so far fewer than half have moved`,
  word: (d) => `${d.good} good words, but ${d.bad} bad ones beside them`,
  wordGoodOnly: (d) => `${d.good} good words; no figures on bad ones yet`,
  wordNone: () => "No figures on word of mouth yet",
  targets: (d) => `The group to want now: ${d.name}. ${d.have} there, ${d.wanted} wanted, ${d.gap} missing`,
  targetsMet: (d) => `The group to want now: ${d.name}. ${d.have} there, enough`,
  targetsOpen: (d) => `The group to want now: ${d.name}`,
  gaps: (d) => `Worth most: ${d.from} → ${d.to}, ${d.people} more people, about ${d.money}`,
  gapsNone: () => "Too few cohorts yet to compare with your own best months"
};

export function headlines(lang: Lang): typeof vi {
  return lang === "vi" ? vi : en;
}
