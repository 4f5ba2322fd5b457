import { beforeAll, describe, expect, test } from "vitest";
import type { Row } from "../../loaders/engine/engine.js";
import { csv, readFeatures } from "../support/stages.js";

/**
 * As of 2025-06-30. In January the firm spent 100 on care and 90 on Facebook; two people came from there that
 * month. January has three contacts that cost care: Giang's message and call, Hoa's care.
 */
const FILES = {
  "customers.csv": csv(
    "customer_id,source,created,referred_by",
    "giang,fb,2025-01-05,",
    "hoa,Facebook Ads,2025-01-20,giang",
    "kim,zalo,2025-01-21,",
    "lan,,2025-02-01,"
  ),
  "orders.csv": csv(
    "order_id,customer_id,date,amount,cost",
    "1,giang,2025-03-01,1000,800",
    "2,hoa,2025-03-02,500,500",
    "3,kim,2025-01-25,100,60",
    "4,lan,2025-03-05,70,20"
  ),
  "events.csv": csv(
    "customer_id,date,kind,value,other_customer_id",
    "giang,2025-01-06,message,,",
    "giang,2025-01-07,call,,",
    "giang,2025-01-08,visit,,",
    "giang,2025-04-01,view,,",
    "giang,2025-05-01,rating,4.5,",
    "giang,2025-06-01,rating,3,",
    "giang,2025-06-02,rating,2,",
    "giang,2025-06-03,review,,",
    "giang,2025-06-03,review,2,",
    "giang,2025-06-04,share,,",
    "giang,2025-06-05,trial,,",
    "kim,2024-06-30,complaint,,",
    "kim,2024-07-01,complaint,,",
    "giang,2025-02-01,referral,,lan",
    "giang,2025-02-02,referral,,kim",
    "hoa,2025-01-21,care,,",
    "hoa,2025-06-30,group-join,,"
  ),
  "costs.csv": csv("period,channel,amount", "2025-01,Care,100", "2025-01,facebook,90", "2025-02,facebook,50"),
  "segbook.yml": "asOf: 2025-06-30\n"
};

let rows: Record<string, Row>;
beforeAll(async () => {
  rows = await readFeatures(FILES);
});

describe("being in touch", () => {
  test.each<[string, string, unknown, string]>([
    ["giang", "first_touch_date", "2025-01-06", "the message"],
    ["giang", "last_touch_date", "2025-06-05", "the trial; what is said afterwards is no touch"],
    ["giang", "touches_count", 5, "message, call, visit, view, trial"],
    ["giang", "touches_recent_count", 2, "view of 1 April and trial: since 31 March"],
    ["giang", "connections_count", 5, "all five were the customer's own"],
    ["giang", "visits_count", 2, "visit, view"],
    ["giang", "visits_per_order", 2, "two for one order"],
    ["hoa", "connections_count", 1, "joined a group; being cared for is no contact of her own"],
    ["hoa", "follow_ups_count", 1, "care"],
    ["hoa", "group_joins_count", 1, "one"],
    ["kim", "touches_count", 0, "a complaint is no touch"],
    ["kim", "first_touch_date", null, "nor the first"],
    ["kim", "visits_per_order", 0, "no visit"]
  ])("%s: %s is %s (%s)", (who, id, expected) => {
    expect(rows[who]?.[id]).toBe(expected);
  });
});

describe("what customers say", () => {
  test.each<[string, string, number | null, string]>([
    ["giang", "ratings_count", 3, "three"],
    ["giang", "rating_average", 9.5 / 3, "(4.5 + 3 + 2) ÷ 3: halves count"],
    ["giang", "low_ratings_count", 1, "the 2"],
    ["kim", "complaints_count", 2, "both"],
    ["kim", "complaints_12m_count", 1, "12 months begin on 1 July 2024"],
    ["giang", "reviews_count", 2, "both, the one with two stars as well"],
    ["giang", "shares_count", 1, "one"],
    ["giang", "referrals_count", 2, "Lan and Kim"],
    ["giang", "referred_buyers_count", 2, "Hoa by her own word, Lan; Kim had bought before she was referred"],
    ["giang", "advocacy_count", 6, "1 share + 1 review, as two stars are no good word, + 2 referrals + 2 buyers"],
    ["giang", "feedback_count", 6, "3 ratings + 2 reviews + 1 trial"],
    ["hoa", "rating_average", null, "never rated"],
    ["hoa", "advocacy_count", 0, "nothing"]
  ])("%s: %s is %s (%s)", (who, id, expected) => {
    const value = rows[who]?.[id];
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 6);
  });
});

describe("what customers cost", () => {
  test.each<[string, string, number | null, string]>([
    ["giang", "cost_to_serve_value", 66.6666, "two of three contacts of 33.3333"],
    ["hoa", "cost_to_serve_value", 33.3333, "one"],
    ["kim", "cost_to_serve_value", 0, "none"],
    ["giang", "cost_to_win_value", 45, "90 ÷ two people, however the source was written"],
    ["hoa", "cost_to_win_value", 45, "90 ÷ 2"],
    ["kim", "cost_to_win_value", null, "nothing is known of what Zalo cost"],
    ["lan", "cost_to_win_value", null, "the source is not known"],
    ["giang", "cost_share", 111.6666 / 200, "(66.6666 + 45) ÷ (1000 − 800)"],
    ["hoa", "cost_share", null, "no profit"],
    ["kim", "cost_share", 0, "nothing known ÷ 40"]
  ])("%s: %s is %s (%s)", (who, id, expected) => {
    const value = rows[who]?.[id];
    if (expected === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(expected, 4);
  });
});

describe("a rating outside 1 to 5 is set aside, one inside counts", () => {
  test.each([
    ["1", 1],
    ["5", 5],
    ["0", null],
    ["6", null]
  ])("%s", async (value, expected) => {
    const events = csv(
      "customer_id,date,kind,value",
      `a,2025-01-01,rating,${value}`,
      "a,2025-01-02,visit,",
      "a,2025-01-03,visit,",
      "a,2025-01-04,visit,"
    );
    const found = await readFeatures({
      "e.csv": events,
      "o.csv": csv("customer_id,date,amount", "a,2025-01-01,5"),
      "segbook.yml": "maximumRejected: 1\n"
    });
    expect(found.a?.rating_average).toBe(expected);
  });
});
