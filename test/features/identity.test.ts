import { beforeAll, expect, test } from "vitest";
import type { Row } from "../../loaders/engine/engine.js";
import { csv, readFeatures } from "../support/stages.js";

/** Twenty in Hanoi, so it is home, where a tenth of the customers live; one in former Quảng Nam; one abroad, the only one with a country; one who knows where. */
const FILES = {
  "customers.csv": csv(
    "customer_id,customer_type,trade_role,firm_size,sector,province,country,urbanity,source,branch,created,consent_zalo,consent_email",
    "a1,cá nhân,tiêu dùng,,,Hà Nội,,thành phố,FB,North,2025-01-01,có,",
    "a2,Doanh nghiệp,bán buôn,lớn,sản xuất,TP Hà Nội,,nông thôn,Giới thiệu,,2025-01-01,no,yes",
    ...Array.from({ length: 18 }, (_, i) => `a${i + 3},,,,,ha noi,,,,,2025-01-01,,`),
    "b1,,,,,Quảng Nam,,,Some Fair,,2025-01-01,no,no",
    "c1,,,,,,Japan,,,,2025-01-01,,",
    "d1,,,,,Kansai,,,,,2025-01-01,,"
  ),
  "orders.csv": csv(
    "order_id,customer_id,date,category,amount,channel,branch,campaign",
    "1,a1,2025-01-10,home,10,store,South,SPRING",
    "2,a1,2025-02-10,light,50,zalo,South,SUMMER",
    "3,a1,2025-03-10,home,30,store,South,",
    "4,a2,2025-01-10,home,10,zalo,South,",
    "5,a2,2025-01-11,home,90,store,North,",
    "6,z9,2025-06-30,,5,,,"
  ),
  "events.csv": csv("customer_id,date,kind", "b1,2025-02-01,visit", "c1,2025-02-01,reach")
};

let rows: Record<string, Row>;
beforeAll(async () => {
  rows = await readFeatures(FILES);
});

test.each<[string, Record<string, unknown>, string]>([
  [
    "a1",
    {
      customer_type: "individual",
      trade_role: "consumer",
      urbanity: "city",
      province: "Hà Nội",
      country: "VN",
      distance: "local",
      source: "facebook",
      consent: 1
    },
    "words in Vietnamese"
  ],
  [
    "a1",
    { branch: "North", main_channel: "zalo", first_channel: "store", main_category: "light", first_campaign: "SPRING" },
    "the branch in charge goes before the one bought at; 50 by Zalo against 40"
  ],
  [
    "a2",
    {
      customer_type: "business",
      trade_role: "wholesale",
      firm_size: "large",
      sector: "manufacturing",
      urbanity: "countryside",
      source: "referral",
      consent: 1
    },
    "one yes is consent"
  ],
  [
    "a2",
    { branch: "North", main_channel: "store", first_channel: "zalo", first_campaign: null },
    "where most was bought; the first order had no code"
  ],
  [
    "a3",
    { province: "Hà Nội", distance: "local", source: null, branch: null, consent: 0, connected: 0 },
    "silence is no consent"
  ],
  [
    "b1",
    { province: "Đà Nẵng", distance: "other-province", source: "Some Fair", consent: 0, connected: 1 },
    "merged in July 2025; a source of no group keeps its name"
  ],
  [
    "c1",
    { province: null, country: "JP", distance: "international", connected: 0 },
    "being reached is not being connected"
  ],
  [
    "d1",
    { province: "Kansai", country: null, distance: "other-province" },
    "no province of Vietnam, so no country is guessed"
  ],
  [
    "z9",
    { customer_type: null, province: null, distance: null, known_days: 0, connected: 1 },
    "known by an order alone"
  ],
  ["a3", { known_days: 180 }, "1 January to 30 June"]
])("%s is %j: %s", (who, expected) => {
  expect(rows[who]).toMatchObject(expected);
});

test("settings decide where home is", async () => {
  const found = await readFeatures({ ...FILES, "segbook.yml": "homeProvinces: [Quảng Nam]\nhomeCountry: Japan\n" });
  expect([found.a1?.distance, found.b1?.distance, found.c1?.distance]).toEqual([
    "international",
    "international",
    null
  ]);
});
