import { describe, expect, test } from "vitest";
import type { Row } from "../../loaders/engine/engine.js";
import { withPeople } from "./people.js";

function united(...customers: Row[]): Promise<Row | undefined> {
  return withPeople({ customers }, async ({ rows }) => {
    const found = await rows("SELECT * FROM customers");
    expect(found).toHaveLength(1);
    return found[0];
  });
}

test("of several rows each column keeps the first value, by day of creation, then id", async () => {
  expect(
    await united(
      { customer_id: "C", name: "Lan", phone: "0912345678", created: null, province: "Huế", tags: "vip" },
      { customer_id: "B", name: "Lan", phone: "0912345678", created: "2025-05-01", province: "Hà Nội", source: null },
      {
        customer_id: "A",
        name: "Nguyễn Lan",
        phone: "0912345678",
        created: "2025-06-01",
        province: "Đà Nẵng",
        source: "zalo"
      }
    )
  ).toMatchObject({
    customer_id: "B",
    name: "Lan",
    province: "Hà Nội",
    source: "zalo",
    tags: "vip",
    created: "2025-05-01"
  });
});

test("rows of one id are one person, and nothing that only one of them says is lost", async () => {
  expect(
    await united(
      { customer_id: "A", name: "Lan", province: null, created: "2025-06-01" },
      { customer_id: "A", name: "Nguyễn Thị Lan", province: "Huế", created: "2025-05-01" },
      { customer_id: "A", name: "Lan", source: "web" }
    )
  ).toMatchObject({ customer_id: "A", name: "Nguyễn Thị Lan", province: "Huế", source: "web" });
});

describe("consent of several rows", () => {
  const row = (answer: string | null, date: string | null, more: Row = {}): Row => ({
    customer_id: "A",
    consent_zalo: answer,
    consent_zalo_date: date,
    ...more
  });

  test.each<[string, Row[], string | null, string | null]>([
    [
      "latest with a date",
      [row("yes", "2025-01-01"), row("no", "2025-03-01"), row("yes", "2025-02-01")],
      "no",
      "2025-03-01"
    ],
    ["a later yes over an earlier no", [row("no", "2025-01-01"), row("yes", "2025-03-01")], "yes", "2025-03-01"],
    ["on one day the no", [row("yes", "2025-01-01"), row("no", "2025-01-01")], "no", "2025-01-01"],
    ["a no of unknown day over any yes", [row("yes", "2025-01-01"), row("no", null)], "no", null],
    ["a yes with a day over one without", [row("yes", null), row("yes", "2025-01-01")], "yes", "2025-01-01"],
    ["without dates the no", [row("yes", null), row("no", null)], "no", null],
    ["silence takes nothing back", [row("yes", "2025-01-01"), row(null, "2025-05-01")], "yes", "2025-01-01"],
    ["silence says nothing", [row(null, "2025-01-01"), row(null, null)], null, null]
  ])("%s", async (_, rows, answer, date) => {
    expect(await united(...rows)).toMatchObject({ consent_zalo: answer, consent_zalo_date: date });
  });

  test("goes by channel, with the day given for all where a channel has none, and the source of the last answer", async () => {
    expect(
      await united(
        {
          customer_id: "A",
          consent_zalo: "yes",
          consent_email: "no",
          consent_date: "2025-01-01",
          consent_source: "hội chợ"
        },
        {
          customer_id: "A",
          consent_zalo: "no",
          consent_email: null,
          consent_zalo_date: "2025-02-01",
          consent_source: "web"
        }
      )
    ).toMatchObject({
      consent_zalo: "no",
      consent_zalo_date: "2025-02-01",
      consent_email: "no",
      consent_email_date: "2025-01-01",
      consent_sms: null,
      consent_sms_date: null,
      consent_source: "web"
    });
  });
});

test("answers are counted by person and channel, silence as unknown", async () => {
  await withPeople(
    {
      customers: [
        { customer_id: "A", consent_zalo: "yes", consent_date: "2025-01-01", consent_sms: null },
        { customer_id: "B", consent_zalo: "no", consent_date: null, consent_sms: null },
        { customer_id: "B", consent_zalo: null, consent_date: "2025-02-01", consent_sms: null },
        { customer_id: "C", consent_zalo: null, consent_date: null, consent_sms: null }
      ]
    },
    async ({ people }) =>
      expect(people.consent).toEqual({
        zalo: { yes: 1, no: 1, unknown: 1, withDate: 1 },
        sms: { yes: 0, no: 0, unknown: 3, withDate: 0 }
      })
  );
});
