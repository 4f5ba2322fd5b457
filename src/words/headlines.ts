import type { Dictionary } from "../terms/words.js";

/** The sentences above the charts. Numbers and names come written out, so that wording stands here and arithmetic in the chart. */
export const HEADLINES = {
  concentration: [
    "{count} trong {of} nhóm mang về {share} {money}, với {people} số khách",
    "{count} of {of} groups bring {share} of {money}, with {people} of customers"
  ],
  oneCarries: ["{name}: {people} số khách, {share} {money}", "{name}: {people} of customers, {share} of {money}"],
  biggest: ["Nhóm đông nhất: {name}, {people} số khách", "The largest group: {name}, {people} of customers"],
  grew: [
    "{name} tăng nhiều nhất: từ {from} lên {to} trong {months} tháng",
    "{name} grew most: from {from} to {to} in {months} months"
  ],
  shrank: [
    "{name} giảm nhiều nhất: từ {from} xuống {to} trong {months} tháng",
    "{name} shrank most: from {from} to {to} in {months} months"
  ],
  steady: ["Cơ cấu nhóm gần như không đổi trong {months} tháng", "The mix of groups hardly changed in {months} months"],
  went: ["{name}: {from} thành {to} sau {months} tháng", "{name}: {from} became {to} in {months} months"],
  profile: [
    "{name} khác mọi khách nhất ở “{first}” ({firstValue} so với {firstUsual}) và “{second}” ({secondValue} so với {secondUsual})",
    "{name} differ most in “{first}” ({firstValue} against {firstUsual}) and “{second}” ({secondValue} against {secondUsual})"
  ],
  profileNone: ["{name}: chưa đủ số liệu để so với mọi khách", "{name}: too few figures to compare with everybody"],
  overlap: [
    "{share} của {a} nằm trong {b}; với mọi khách là {usual}",
    "{share} of {a} are {b}; among all customers it is {usual}"
  ],
  overlapNone: [
    "Hai cách chia này gần như không liên quan với nhau",
    "These two schemes have little to do with each other"
  ],
  migration: [
    "{stayed} vẫn ở nhóm cũ; dòng chuyển lớn nhất là {from} sang {to}: {people} khách",
    "{stayed} stayed where they were; the largest move is {from} to {to}: {people} customers"
  ],
  migrationStill: ["{stayed} vẫn ở nhóm cũ", "{stayed} stayed where they were"],
  funnel: [
    "Rơi nhiều nhất giữa {from} và {to}: cứ 100 người chỉ {of} người đi tiếp",
    "Most are lost between {from} and {to}: of 100 people {of} go on"
  ],
  steps: [
    "{value} khác hẳn ở bước {from} → {to}: {share}, so với {usual} của tất cả",
    "{value} stands apart at {from} → {to}: {share}, against {usual} overall"
  ],
  stepsNone: ["Không có giá trị nào tách hẳn khỏi mức chung", "No value stands apart from the whole"],
  cohorts: [
    "Khách vào {month} thành {state} nhanh nhất: {share} trong 90 ngày; thấp nhất là {worst}, {worstShare}",
    "Those who came in {month} became {state} fastest: {share} within 90 days; slowest was {worst}, {worstShare}"
  ],
  cohortsNone: ["Chưa có tháng nào đủ 90 ngày để đo {state}", "No month has had its 90 days yet to measure {state}"],
  waiting: [
    "Chậm nhất là từ {from} lên {to}: phải {days} mới được một nửa",
    "Slowest is {from} to {to}: it takes {days} for half to move"
  ],
  waitingOpen: [
    "Từ {from} lên {to}: đến nay chưa được một nửa số người đi tiếp",
    "{from} to {to}: so far fewer than half have moved"
  ],
  word: [
    "{good} lượt tiếng tốt, nhưng cũng có {bad} lượt tiếng xấu",
    "{good} good words, but {bad} bad ones beside them"
  ],
  wordGoodOnly: ["{good} lượt tiếng tốt; chưa có số liệu về lời chê", "{good} good words; no figures on bad ones yet"],
  wordNone: ["Chưa có số liệu về truyền miệng", "No figures on word of mouth yet"],
  targets: [
    "Nhóm nên nhắm lúc này: {name}. Có {have}, cần {wanted}, còn thiếu {gap}",
    "The group to want now: {name}. {have} there, {wanted} wanted, {gap} missing"
  ],
  targetsMet: [
    "Nhóm nên nhắm lúc này: {name}. Có {have}, đã đủ",
    "The group to want now: {name}. {have} there, enough"
  ],
  targetsOpen: ["Nhóm nên nhắm lúc này: {name}", "The group to want now: {name}"],
  gaps: [
    "Đáng tiền nhất là bước {from} → {to}: thêm {people} người, khoảng {money}",
    "Worth most: {from} → {to}, {people} more people, about {money}"
  ],
  gapsNone: [
    "Chưa đủ lứa khách để so với những tháng tốt nhất của chính mình",
    "Too few cohorts yet to compare with your own best months"
  ]
} as const satisfies Dictionary;
