import { describe, expect, test } from "vitest";
import { readSheet } from "../../loaders/dataset/read-sheet.js";
import { chooseZone } from "../../loaders/tables/choose-zone.js";
import { findCountry, nameCountry, resolveCountry } from "../../loaders/tables/country.js";
import { findHome } from "../../loaders/tables/home.js";
import { sheetOf } from "../dataset/sheets.js";
import { DEFINITIONS } from "../support/definitions.js";

function shop(headings: string, ...rows: string[]) {
  const sheet = sheetOf(
    "o.csv",
    headings.split(","),
    rows.map((row) => row.split(","))
  );
  const { source } = readSheet(sheet, DEFINITIONS);
  if (!source) throw new Error("not understood");
  return source;
}
const HEADINGS = "order_id,customer_id,order_date,amount";
const home = (...file: [string, ...string[]]) => findHome([shop(...file)], {});
const zone = (...file: [string, ...string[]]) => {
  const source = shop(...file);
  return chooseZone([source], {}, findHome([source], {}));
};

describe("home is", () => {
  test("where most rows with a country are", () => {
    const rows = ["1,a,2026-01-01,5,United Kingdom", "2,b,2026-01-02,5,UK", "3,c,2026-01-03,5,France"];
    expect(home(`${HEADINGS},country`, ...rows)).toEqual({ country: "GB", by: "countries" });
  });

  test("Vietnam where headings speak Vietnamese, with accents or without", () => {
    expect(home("Mã đơn,Mã KH,Ngày,Thành tiền", "1,a,2026-01-01,5000")).toEqual({ country: "VN", by: "words" });
    expect(home("Ma don,Ma KH,Ngay,Thanh tien", "1,a,2026-01-01,5000")).toEqual({ country: "VN", by: "words" });
  });

  test("Vietnam where phones are Vietnamese, the country of their code where others are", () => {
    const phones = (...all: string[]) =>
      home(`${HEADINGS},phone`, ...all.map((p, i) => `${i},c${i},2026-01-0${i + 1},5,${p}`));
    expect(phones("0912345678", "+84912345679")).toEqual({ country: "VN", by: "words" });
    expect(phones("+447700900123", "+447700900124", "+33612345678")).toEqual({ country: "GB", by: "phones" });
  });

  test("that of a currency which no other country has, and unknown otherwise", () => {
    expect(home(`${HEADINGS},currency`, "1,a,2026-01-01,5,THB")).toEqual({ country: "TH", by: "currency" });
    expect(home(`${HEADINGS},currency`, "1,a,2026-01-01,5,EUR")).toEqual({ country: undefined, by: undefined });
    expect(home(HEADINGS, "1,Nguyễn,2026-01-01,5")).toEqual({ country: undefined, by: undefined });
  });

  test("what settings say", () => {
    expect(findHome([shop(HEADINGS, "1,a,2026-01-01,5")], { homeCountry: "Deutschland" }).country).toBe("DE");
  });
});

describe("days are counted by the clocks of", () => {
  test("the offsets in the shop's own stamps, summer and winter", () => {
    const rows = ["1,a,2026-01-31 20:30:00 -0500,5", "2,b,2026-04-30 22:30:00 -0400,5"];
    expect(zone(HEADINGS, ...rows)).toBe("America/New_York");
    expect(zone(HEADINGS, "1,a,2026-01-31T20:30:00+07:00,5")).toBe("Asia/Ho_Chi_Minh");
    expect(zone(HEADINGS, "1,a,2026-07-31T20:30:00+12:45,5")).toBe("Asia/Ho_Chi_Minh");
    expect(zone(HEADINGS, "1,a,2026-07-31T20:30:00-02:00,5")).toBe("Etc/GMT+2");
  });

  test("its country, where that has one zone", () => {
    expect(zone(`${HEADINGS},country`, "1,a,2026-01-01T20:00:00Z,5,Japan")).toBe("Asia/Tokyo");
    expect(zone(`${HEADINGS},country`, "1,a,2026-01-01,5,United States")).toBe("Asia/Ho_Chi_Minh");
  });

  test("nobody, where the country has several and the file writes UTC: that is asked", () => {
    expect(() => zone(`${HEADINGS},country`, "1,a,2026-01-01T20:00:00Z,5,United States")).toThrow("a time zone");
  });
});

test("a country is found under its code and its names", () => {
  expect(["vn", "Việt Nam", "VNM", "Viet Nam"].map(resolveCountry)).toEqual(["VN", "VN", "VN", "VN"]);
  expect([resolveCountry("Atlantis"), findCountry("")]).toEqual(["Atlantis", undefined]);
  expect([nameCountry("Germany"), nameCountry("Atlantis")]).toEqual([
    { vi: "Đức", en: "Germany" },
    { vi: "Atlantis", en: "Atlantis" }
  ]);
});
