// @vitest-environment jsdom
import { describe, expect, test } from "vitest";
import type { PublishedFile, PublishedPeople, PublishedScore } from "../../loaders/publish/published.js";
import { analyses } from "../../src/charts/analyses.js";
import { consent } from "../../src/charts/consent.js";
import { conservation } from "../../src/charts/conservation.js";
import { people } from "../../src/charts/people.js";
import { scorecard } from "../../src/charts/scorecard.js";
import { trust } from "../../src/charts/trust.js";
import type { Lang } from "../../src/terms/lang.js";
import { both, IN, readFigure, textOf } from "../support/chart.js";

function file(
  name: string,
  read: number,
  rejected: number,
  duplicate: number,
  money: [read: number, rejected: number] | null
): PublishedFile {
  return {
    file: name,
    table: "orders",
    tableLabel: both("orders"),
    form: both("CSV"),
    preset: null,
    grain: { id: "line", text: both("a line") },
    money: null,
    rowsRead: read,
    rowsAccepted: read - rejected - duplicate,
    rowsRejected: rejected,
    rowsDuplicate: duplicate,
    moneyRead: money?.[0] ?? null,
    moneyAccepted: money ? money[0] - money[1] : null,
    moneyRejected: money?.[1] ?? null,
    moneyDuplicate: money ? 0 : null,
    left: [],
    duplicateOf: [],
    columns: [],
    ignored: []
  };
}

const score = (
  name: string,
  dimension: string,
  value: number | null,
  level: PublishedScore["level"]
): PublishedScore => ({
  file: name,
  dimension,
  label: { vi: `Mặt ${dimension}`, en: `Side ${dimension}` },
  score: value,
  level,
  text: both("because")
});
const good = score("a.csv", "fresh", 1, "good");
const weak = score("a.csv", "filled", 0.3, "weak");

describe("whether the data can be trusted", () => {
  const judge = (lang: Lang, files: PublishedFile[], scores: PublishedScore[]) => {
    const element = trust({ files, scorecard: scores }, { f: IN[lang] });
    return { level: element.className, sentence: textOf(element.querySelector(".sentence")) };
  };

  test.each([
    ["vi", "Dữ liệu đáng tin: 98% số dòng và 99% số tiền không có lỗi, không dòng nào mất dấu"],
    ["en", "The data can be trusted: 98% of rows and 99% of money are sound, no row is lost"]
  ] as const)("they can, where rows and money are sound; copies are no loss (%s)", (lang, sentence) => {
    expect(judge(lang, [file("a.csv", 100, 2, 30, [1000, 10])], [good])).toEqual({ level: "trust good", sentence });
  });

  test.each([
    ["vi", "Dữ liệu tin được: 100% số dòng không có lỗi. Nên xem lại a.csv: mặt “mặt filled” chỉ 30%"],
    ["en", "The data can be used: 100% of rows are sound. Look at a.csv: side filled is only 30%"]
  ] as const)("they can be used, where a side of a file is weak (%s)", (lang, sentence) => {
    expect(judge(lang, [file("a.csv", 100, 0, 0, null)], [good, weak])).toEqual({ level: "trust fair", sentence });
  });

  test.each([
    ["vi", "Chưa nên tin vội: chỉ 95% số dòng và 80% số tiền không có lỗi. Hãy sửa b.csv trước"],
    ["en", "Not to be trusted yet: only 95% of rows and 80% of money are sound. Mend b.csv first"]
  ] as const)("they can't, where a tenth of the rows or of the money is wrong (%s)", (lang, sentence) => {
    const files = [file("a.csv", 100, 0, 0, [1000, 0]), file("b.csv", 100, 10, 0, [1000, 400])];
    expect(judge(lang, files, [good])).toEqual({ level: "trust weak", sentence });
  });

  test.each([
    ["vi", "Chưa dùng được con số nào: sổ của a.csv không khớp"],
    ["en", "No number can be used: the rows of a.csv don’t add up"]
  ] as const)("nothing can be said where rows are lost (%s)", (lang, sentence) => {
    const lost = { ...file("a.csv", 100, 0, 0, null), rowsAccepted: 99 };
    expect(judge(lang, [lost], [good])).toEqual({ level: "trust weak", sentence });
  });

  test("the account of rows adds up all files", () => {
    const element = trust(
      { files: [file("a", 100, 2, 3, null), file("b", 10, 1, 0, null)], scorecard: [] },
      { f: IN.en }
    );
    expect([...element.querySelectorAll("dd")].map(textOf)).toEqual(["110", "104", "3", "3"]);
  });
});

describe("conservation", () => {
  const account = (of: PublishedFile) =>
    [...conservation(of, { f: IN.en, width: 900 }).querySelectorAll("p")].map(textOf);

  test("says in words how a file's rows and money add up", () => {
    expect(account(file("a", 100, 2, 3, [1000, 10]))).toEqual([
      "Rows: 100 read = 95 usable + 2 set aside + 3 duplicate",
      "Money: ₫1,000 read = ₫990 usable + ₫10 set aside + ₫0 duplicate"
    ]);
  });

  test("says when they don't", () => {
    expect(account({ ...file("a", 100, 2, 3, null), rowsAccepted: 90 })[0]).toContain("100 read ≠ 90 usable");
  });
});

describe("scorecard", () => {
  const draw = (lang: Lang, scores: PublishedScore[]) => readFigure(scorecard(scores, { f: IN[lang], width: 900 }));

  test.each([
    ["vi", "Yếu nhất là mặt “mặt filled” của a.csv: 30%", "Mọi tệp đều tốt ở cả năm mặt"],
    ["en", "Weakest: side filled of a.csv, 30%", "Every file is good on all five dimensions"]
  ] as const)("names the weakest side, a weak one before a lower fair one (%s)", (lang, weakest, fine) => {
    expect(draw(lang, [good, score("a.csv", "valid", 0.2, "fair"), weak]).title).toBe(weakest);
    expect(draw(lang, [good]).title).toBe(fine);
  });

  test("has the reason of every score in its table, and no score where none can be given", () => {
    expect(draw("en", [weak, score("a.csv", "unique", null, null)]).table).toEqual([
      ["File", "Dimension", "Score", "Because"],
      ["a.csv", "Side filled", "30%", "because (en)"],
      ["a.csv", "Side unique", "–", "because (en)"]
    ]);
  });
});

describe("people", () => {
  const merged: PublishedPeople = {
    identities: 120,
    persons: 100,
    merges: [
      { rule: "phone", label: both("same phone"), count: 15 },
      { rule: "email", label: both("same e-mail"), count: null }
    ],
    shared: { phone: 2, email: 0 },
    unused: []
  };
  const options = (lang: Lang) => ({ f: IN[lang], width: 900, minimum: 5 });

  test.each([
    ["vi", "120 mã, số điện thoại và e-mail hoá ra là 100 người"],
    ["en", "120 ids, phones and e-mails are 100 people"]
  ] as const)("says how many ids are how many people (%s)", (lang, title) => {
    const chart = readFigure(people(merged, options(lang)));
    expect(chart.title).toBe(title);
    expect(chart.table.slice(1)).toEqual([
      [`same phone (${lang})`, "15"],
      [`same e-mail (${lang})`, lang === "vi" ? "dưới 5" : "under 5"]
    ]);
  });

  test.each([
    ["vi", "100 mã là từng ấy người: không ai bị tính hai lần", "Có vài mã được gộp; con số quá nhỏ nên được giấu"],
    [
      "en",
      "100 ids are as many people: nobody is counted twice",
      "Some ids were merged; the number is too small to show"
    ]
  ] as const)("draws no bars of nothing or of what is withheld (%s)", (lang, same, hidden) => {
    const nobody = people({ ...merged, identities: 100, merges: [] }, options(lang));
    expect(textOf(nobody.querySelector("strong"))).toBe(same);
    const few = people({ ...merged, persons: null, merges: merged.merges.slice(1) }, options(lang));
    expect(textOf(few.querySelector("strong"))).toBe(hidden);
    expect(few.querySelector("svg")).toBe(null);
  });

  test("says why nobody was compared", () => {
    expect(textOf(people(null, options("en")))).toContain("no phones or e-mails to compare");
  });
});

describe("consent", () => {
  const channel = (id: string, yes: number | null, no: number | null, unknown: number | null) => ({
    channel: id,
    label: both(id),
    yes,
    no,
    unknown,
    dated: 3
  });
  const rows = [channel("sms", 10, 10, 80), channel("zalo", 60, 20, 20), channel("email", null, null, null)];

  test.each([
    ["vi", "zalo (vi) được nhiều khách cho phép nhất: 60%", "Câu trả lời còn quá ít để công bố"],
    ["en", "Most customers agreed to zalo (en): 60%", "Too few answers to be published"]
  ] as const)("names the channel that most agreed to, of all who were asked (%s)", (lang, title, hidden) => {
    const options = { f: IN[lang], width: 900 };
    expect(readFigure(consent(rows, options)).title).toBe(title);
    expect(readFigure(consent(rows.slice(2), options)).title).toBe(hidden);
    expect(consent([], options).querySelector("svg")).toBe(null);
  });

  test("has every answer in its table", () => {
    expect(readFigure(consent(rows, { f: IN.en, width: 900 })).table).toEqual([
      ["Channel", "Agreed", "Refused", "No answer", "With a date"],
      ["sms (en)", "10", "10", "80", "3"],
      ["zalo (en)", "60", "20", "20", "3"],
      ["email (en)", "–", "–", "–", "3"]
    ]);
  });
});

describe("analyses", () => {
  const missing = (column: string) => ({
    column,
    label: { vi: `Cột ${column}`, en: `Column ${column}` },
    table: "orders" as const,
    files: ["a.csv"],
    parts: [both("part")]
  });
  const analysis = (id: string, on: number, of: number, ...columns: string[]) => ({
    id,
    kind: "scheme" as const,
    label: both(id),
    on,
    of,
    missing: columns.map(missing)
  });

  test.each([
    ["vi", "1 trên 3 phân tích chạy đủ; thêm cột “Cột cost” bật được nhiều nhất: 2", "Cả 1 phân tích đều đang chạy"],
    ["en", "1 of 3 analyses are fully on; the column “Column cost” would switch on most: 2", "All 1 analyses are on"]
  ] as const)("names the column that would switch on most (%s)", (lang, some, all) => {
    const list = [analysis("a", 2, 2), analysis("b", 0, 1, "cost"), analysis("c", 1, 2, "date", "cost")];
    expect(textOf(analyses(list, { f: IN[lang] }).querySelector("h3"))).toBe(some);
    expect(textOf(analyses(list.slice(0, 1), { f: IN[lang] }).querySelector("h3"))).toBe(all);
  });
});
