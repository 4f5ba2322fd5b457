import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { CITIES } from "../../../loaders/people/places/cities.js";
import { PROVINCES, resolveProvince } from "../../../loaders/people/places/provinces.js";
import { lacks, sharedFile } from "../../support/shared.js";

test.each([
  ["Hà Nội", "Hà Nội"],
  ["HA NOI", "Hà Nội"],
  ["Thành phố Hà Nội", "Hà Nội"],
  ["TP.HCM", "TP. Hồ Chí Minh"],
  ["Sài Gòn", "TP. Hồ Chí Minh"],
  ["Ho Chi Minh City", "TP. Hồ Chí Minh"],
  ["tỉnh Bình Dương", "TP. Hồ Chí Minh"],
  ["Vũng Tàu", "TP. Hồ Chí Minh"],
  ["Thừa Thiên Huế", "Huế"],
  ["Thừa Thiên - Huế", "Huế"],
  ["Daklak", "Đắk Lắk"],
  ["Đăk Nông", "Lâm Đồng"],
  ["Quảng Nam".normalize("NFD"), "Đà Nẵng"],
  ["Khánh Hoà", "Khánh Hòa"],
  ["T.P Đà Nẵng", "Đà Nẵng"],
  ["Bac Ninh province", "Bắc Ninh"],
  ["Hue City", "Huế"],
  ["TPHCM", "TP. Hồ Chí Minh"],
  ["TP.Ho Chi Minh", "TP. Hồ Chí Minh"],
  ["Bà Rịa - Vũng Tàu", "TP. Hồ Chí Minh"],
  ["Biên Hòa", "Đồng Nai"],
  ["TP. Biên Hoà", "Đồng Nai"],
  ["Thủ Đức", "TP. Hồ Chí Minh"],
  ["Thành phố Thủ Đức", "TP. Hồ Chí Minh"],
  ["Đà Lạt", "Lâm Đồng"],
  ["Nha Trang", "Khánh Hòa"],
  ["Vinh", "Nghệ An"],
  ["Vĩnh Yên", "Phú Thọ"],
  ["Quận 1", "TP. Hồ Chí Minh"],
  ["Q.10", "TP. Hồ Chí Minh"],
  ["District 7", "TP. Hồ Chí Minh"],
  ["Quận Cầu Giấy", "Hà Nội"],
  ["Huyện Củ Chi", "TP. Hồ Chí Minh"],
  ["Tx. Sơn Tây", "Hà Nội"],
  ["Quảng Ninh", "Quảng Ninh"],
  ["Đắc Lắc", "Đắk Lắk"],
  ["Quận 99", undefined],
  ["London", undefined],
  ["", undefined]
])("%j is %s", (name, expected) => {
  expect(resolveProvince(name)).toBe(expected);
});

interface Merger {
  name: string;
  new_name: string;
}

const bare = (name: string) => name.replace(/^(Thành Phố|Thành phố|Tỉnh)\s+/, "");

test("no city is called like a province, and each lies in one of today's", () => {
  const names = Object.values(CITIES).flat();
  expect(Object.keys(CITIES).filter((province) => !PROVINCES.includes(province))).toEqual([]);
  expect(new Set(names).size).toBe(names.length);
  expect(
    Object.entries(CITIES).flatMap(([now, cities]) => cities.filter((city) => resolveProvince(city) !== now))
  ).toEqual([]);
});

describe.skipIf(lacks("vietnam/provinces-63-to-34.json"))("the official list of mergers (needs ../shared/data)", () => {
  const mergers = lacks("vietnam/provinces-63-to-34.json")
    ? []
    : (JSON.parse(readFileSync(sharedFile("vietnam/provinces-63-to-34.json"), "utf8")) as Merger[]);

  test("has 63 provinces that became 34", () => {
    expect([mergers.length, new Set(mergers.map((m) => m.new_name)).size]).toEqual([63, 34]);
  });

  test("is what names resolve by: with and without prefix, with and without accents", () => {
    const today = (name: string) => resolveProvince(name);
    const wrong = mergers.filter(({ name, new_name }) => {
      const expected = today(new_name);
      const plain = bare(name).normalize("NFD").replace(/\p{M}/gu, "").replaceAll("Đ", "D").replaceAll("đ", "d");
      return (
        expected === undefined ||
        [name, bare(name), plain, name.toUpperCase()].some((spelling) => today(spelling) !== expected)
      );
    });
    expect(wrong).toEqual([]);
  });

  test("gives each of the 34 a name of its own, the official one but for the prefix", () => {
    const names = [...new Set(mergers.map((m) => m.new_name))].map((official) => [
      bare(official),
      resolveProvince(official)?.replace("TP. ", "")
    ]);
    const spelled = (name = "") => name.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
    expect(names.filter(([official, ours]) => spelled(official) !== spelled(ours))).toEqual([]);
    expect(new Set(names.map(([, ours]) => ours)).size).toBe(34);
  });
});
