import { expect, test } from "vitest";
import { csv, readFeatures } from "../support/stages.js";

const days = (who: string, ...rows: string[]) => rows.map((row, i) => `${who}${i},${who},${row}`);

/** An goes through every state; the fan's default is six days with orders over 270 days. */
const FILES = {
  "customers.csv": csv("customer_id,created", "an,2024-01-01", "sam,2024-12-01"),
  "orders.csv": csv(
    "order_id,customer_id,date,amount,offer",
    ...days(
      "an",
      "2024-02-01,10,bait",
      "2024-03-01,100,main",
      "2024-03-01,50,upsell",
      "2024-04-01,100,main",
      "2024-05-01,100,main",
      "2024-06-01,100,main",
      "2024-07-01,100,main",
      "2024-12-01,100,main"
    ),
    ...days("binh", "2024-05-05,10,main", "2024-05-05,10,main"),
    ...days(
      "chi",
      "2024-01-01,1,main",
      "2024-02-01,1,main",
      "2024-03-01,1,main",
      "2024-04-01,1,main",
      "2024-05-01,1,main",
      "2024-06-01,1,main",
      "2024-07-01,1,main"
    ),
    ...days("sam", "2024-12-20,10,main")
  ),
  "events.csv": csv(
    "customer_id,date,kind,other_customer_id",
    "an,2024-01-10,reach,",
    "an,2024-01-15,visit,",
    "an,2024-12-10,referral,sam",
    "dung,2024-08-01,reach,"
  )
};

test.each<[string, Record<string, string | null>, string]>([
  [
    "an",
    {
      niche_date: "2024-01-01",
      lead_date: "2024-01-15",
      buyer_date: "2024-02-01",
      customer_date: "2024-03-01",
      member_date: "2024-04-01",
      fan_date: "2024-12-01",
      referral_date: "2024-12-10"
    },
    "created; the visit, not the advertisement; bait; main; second day with a main order, not the second order of one day; 304 days after the first order (and more than six days of orders); said so ten days before Sam bought"
  ],
  [
    "binh",
    {
      niche_date: "2024-05-05",
      lead_date: null,
      buyer_date: null,
      customer_date: "2024-05-05",
      member_date: null,
      fan_date: null,
      referral_date: null
    },
    "known by the order alone; two orders on one day are one day"
  ],
  ["chi", { member_date: "2024-02-01", fan_date: null }, "seven days of orders, but only half a year"],
  ["dung", { niche_date: "2024-08-01", lead_date: null, customer_date: null }, "was reached, nothing more"]
])("%s has %j", async (who, expected) => {
  expect((await readFeatures(FILES))[who]).toMatchObject(expected);
});
