import { describe, expect, test } from "vitest";
import { customerIds, ordersOf, type Read, withPeople } from "./people.js";

const LAN = { customer_id: "K1", name: "Nguyễn Thị Lan", phone: "0912 345 678", email: "lan@xuong.vn" };
const order = (product: string, more: Record<string, string>) => ({
  product,
  ordered_at: "2026-01-05",
  amount: "100",
  ...more
});

describe("the same person under several ids", () => {
  test.each<[string, Read, string[]]>([
    [
      "same phone, same name",
      { customers: [LAN, { customer_id: "S9", name: "NGUYEN THI LAN", phone: "+84912345678" }] },
      ["K1"]
    ],
    [
      "same phone, words of the name turned",
      { customers: [LAN, { customer_id: "S9", name: "Lan Nguyễn Thị", phone: "84912345678" }] },
      ["K1"]
    ],
    [
      "same phone, part of the name",
      { customers: [LAN, { customer_id: "S9", name: "Chị Lan", phone: "912345678" }] },
      ["K1"]
    ],
    ["same phone, no name", { customers: [LAN, { customer_id: "S9", name: null, phone: "0912345678.0" }] }, ["K1"]],
    [
      "same e-mail, same name",
      { customers: [LAN, { customer_id: "S9", name: "nguyen thi lan", email: "LAN@xuong.vn" }] },
      ["K1"]
    ],
    [
      "second phone of a cell",
      {
        customers: [
          { ...LAN, phone: "0987 111 222 / 0912345678", email: null },
          { customer_id: "S9", name: "Lan", phone: "0912345678" }
        ]
      },
      ["K1"]
    ],
    [
      "a chain of phone and e-mail",
      {
        customers: [
          LAN,
          { customer_id: "S8", name: "Lan", phone: "0912345678", email: "l2@xuong.vn" },
          { customer_id: "S9", name: null, email: "l2@xuong.vn" }
        ]
      },
      ["K1"]
    ],
    [
      "same phone, another name",
      { customers: [LAN, { customer_id: "S9", name: "Trần Văn Hùng", phone: "0912345678" }] },
      ["K1", "S9"]
    ],
    [
      "same name, nothing else",
      { customers: [LAN, { customer_id: "S9", name: "Nguyễn Thị Lan", phone: "0987000111" }] },
      ["K1", "S9"]
    ],
    [
      "hidden phones",
      {
        customers: [
          { customer_id: "A", name: "Lan", phone: "******78" },
          { customer_id: "B", name: "Lan", phone: "******78" }
        ]
      },
      ["A", "B"]
    ],
    [
      "made-up e-mails",
      {
        customers: [
          { customer_id: "A", name: "Lan", email: "noemail@shop.vn" },
          { customer_id: "B", name: "Lan", email: "noemail@shop.vn" }
        ]
      },
      ["A", "B"]
    ],
    [
      "e-mails that the shop's software made of a phone",
      {
        customers: [
          { customer_id: "A", name: null, email: "0912345678@84.phone" },
          { customer_id: "B", name: null, email: "0912345678@84.phone" }
        ]
      },
      ["A", "B"]
    ],
    [
      "phones that lost their digits",
      {
        customers: [
          { customer_id: "A", name: "Lan", phone: "9.12E+08" },
          { customer_id: "B", name: "Lan", phone: "9.12E+08" }
        ]
      },
      ["A", "B"]
    ],
    [
      "a short name that fits two people",
      {
        customers: [
          LAN,
          { customer_id: "S8", name: "Trần Thị Lan", phone: "0912345678" },
          { customer_id: "S9", name: "Lan", phone: "0912345678" }
        ]
      },
      ["K1", "S8", "S9"]
    ],
    [
      "no name beside two people",
      {
        customers: [
          LAN,
          { customer_id: "S8", name: "Hùng", phone: "0912345678" },
          { customer_id: "S9", name: null, phone: "0912345678" }
        ]
      },
      ["K1", "S8", "S9"]
    ],
    [
      "strangers whom one row without a name could join",
      {
        customers: [
          LAN,
          { customer_id: "S8", name: null, phone: "0912345678", email: "hung@xuong.vn" },
          { customer_id: "S9", name: "Hùng", email: "hung@xuong.vn" }
        ]
      },
      ["K1", "S9"]
    ]
  ])("%s", async (_, read, expected) => {
    expect(await customerIds(read)).toEqual(expected);
  });

  test("is called by the id created first, then by the smallest", async () => {
    const two = (a: string | null, b: string | null) => ({
      customers: [
        { customer_id: "A", name: "Lan", phone: "0912345678", created: a },
        { customer_id: "B", name: "Lan", phone: "0912345678", created: b }
      ]
    });
    expect(await customerIds(two("2025-03-01", "2025-02-01"))).toEqual(["B"]);
    expect(await customerIds(two("2025-03-01", null))).toEqual(["A"]);
    expect(await customerIds(two(null, "2025-02-01"))).toEqual(["B"]);
    expect(await customerIds(two(null, null))).toEqual(["A"]);
  });
});

describe("a phone of many", () => {
  const counter = ["Lan", "Hùng", "Mai", "Tuấn", "Đào"].map((name, i) => ({
    customer_id: `C${i}`,
    name,
    phone: "0912345678"
  }));

  test("merges nobody, not even those of one name", async () => {
    const read = { customers: [...counter, { customer_id: "C9", name: "Lan", phone: "0912345678" }] };
    expect(await customerIds(read)).toHaveLength(6);
    await withPeople(read, async ({ people, rows }) => {
      expect(people.shared).toEqual({ phone: 1, email: 0 });
      expect(await rows("SELECT * FROM shared_contacts")).toEqual([
        { kind: "phone", key: "+84912345678", reason: "many-names", identities: 6 }
      ]);
    });
  });

  test("merges those of one name as long as four or fewer share it", async () => {
    const read = { customers: [...counter.slice(0, 4), { customer_id: "C9", name: "Lan", phone: "0912345678" }] };
    expect(await customerIds(read)).toEqual(["C0", "C1", "C2", "C3"]);
    await withPeople(read, async ({ rows }) =>
      expect(await rows("SELECT reason FROM shared_contacts")).toEqual([{ reason: "other-names" }])
    );
  });

  test("names nobody on an order without a name", async () => {
    expect(
      await ordersOf({
        customers: counter,
        orders: [order("a", { phone: "0912345678" }), order("b", { phone: "0912345678", customer_name: "Mận" })]
      })
    ).toEqual({ a: null, b: "phone:+84912345678" });
  });

  test("counts ids without a name, too", async () => {
    const read = {
      customers: ["A", "B", "C", "D", "E"].map((id) => ({ customer_id: id, name: null, phone: "0912345678" }))
    };
    expect(await customerIds(read)).toHaveLength(5);
    expect(await customerIds({ customers: read.customers.slice(1) })).toEqual(["B"]);
  });
});

describe("orders and events", () => {
  test("with only a phone or an e-mail belong to the customer who has it", async () => {
    expect(
      await ordersOf({
        customers: [LAN],
        orders: [
          order("a", { email: "Lan@Xuong.vn" }),
          order("b", { phone: "+84 912.345.678", customer_name: "Lan" }),
          order("c", { customer_id: "K1" }),
          order("d", { phone: "0912345678", customer_name: "Hùng" }),
          order("e", { phone: "******78" })
        ]
      })
    ).toEqual({ a: "K1", b: "K1", c: "K1", d: "phone:+84912345678", e: null });
  });

  test("of people whom no customers file knows have an id that can be read", async () => {
    expect(
      await ordersOf({
        orders: [
          order("a", { email: "mai@xuong.vn" }),
          order("b", { email: "MAI@xuong.vn", phone: "0987111222" }),
          order("c", { phone: "0987 111 222" }),
          order("d", { phone: "0987000999", customer_name: "Hùng" }),
          order("e", { phone: "0987000999", customer_name: "Trần Đào" })
        ]
      })
    ).toEqual({
      a: "email:mai@xuong.vn",
      b: "email:mai@xuong.vn",
      c: "email:mai@xuong.vn",
      d: "phone:+84987000999/hung",
      e: "phone:+84987000999/tran dao"
    });
  });

  test("under an id that the customers file doesn't know join by the order's phone and name", async () => {
    expect(
      await ordersOf({
        customers: [LAN],
        orders: [
          order("a", { customer_id: "WEB-7", phone: "0912345678", customer_name: "Lan Nguyễn Thị" }),
          order("b", { customer_id: "WEB-8", phone: "0912345678", customer_name: "Hùng" })
        ]
      })
    ).toEqual({ a: "K1", b: "WEB-8" });
  });

  test("of a buyer who has gifts sent to others leave buyer and others apart", async () => {
    expect(
      await ordersOf({
        customers: [LAN, { customer_id: "K2", name: "Hùng", phone: "0987111222", email: null }],
        orders: [order("a", { customer_id: "K1", phone: "0987111222", customer_name: "Hùng" })]
      })
    ).toEqual({ a: "K1" });
  });

  test("carry the person's id wherever a person is named", async () => {
    await withPeople(
      {
        customers: [
          LAN,
          { customer_id: "S9", name: "Lan", phone: "0912345678" },
          { customer_id: "T1", name: "Tú", referred_by: "S9" }
        ],
        orders: [order("a", { customer_id: "S9" })],
        events: [
          { customer_id: "S9", occurred_at: "2026-01-01", kind: "visit" },
          { customer_id: "T1", occurred_at: "2026-01-02", kind: "referral", other_customer_id: "S9" },
          { customer_id: null, email: "lan@xuong.vn", occurred_at: "2026-01-03", kind: "visit" }
        ]
      },
      async ({ rows }) => {
        expect(await rows("SELECT customer_id FROM orders")).toEqual([{ customer_id: "K1" }]);
        expect(await rows("SELECT customer_id, other_customer_id FROM events ORDER BY occurred_at")).toEqual([
          { customer_id: "K1", other_customer_id: null },
          { customer_id: "T1", other_customer_id: "K1" },
          { customer_id: "K1", other_customer_id: null }
        ]);
        expect(await rows("SELECT referred_by FROM customers WHERE customer_id = 'T1'")).toEqual([
          { referred_by: "K1" }
        ]);
      }
    );
  });
});

describe("what the firm says", () => {
  const read = {
    customers: [
      LAN,
      { customer_id: "S9", name: "Lan", phone: "0912345678" },
      { customer_id: "S8", name: "Hùng", phone: "0987111222" }
    ],
    orders: [order("a", { customer_id: "Z5" }), order("b", { phone: "0912345678", customer_name: "Nguyễn Thị Lan" })]
  };

  test("undoes a merge by one line", async () => {
    expect(await customerIds(read)).toEqual(["K1", "S8"]);
    expect(await customerIds(read, { people: { apart: [["K1", "S9"]] } })).toEqual(["K1", "S8", "S9"]);
  });

  test("undoes the merge of a customer with an order's contact", async () => {
    expect((await ordersOf(read)).b).toBe("K1");
    const settings = { people: { apart: [["K1", "phone:+84912345678"]] } };
    expect((await ordersOf(read, settings)).b).toBe("phone:+84912345678");
  });

  test("joins whom no rule would join, and ids that only orders know", async () => {
    const settings = { people: { together: [["K1", "S8", "Z5"]] } };
    expect(await customerIds(read, settings)).toEqual(["K1"]);
    expect((await ordersOf(read, settings)).a).toBe("K1");
  });

  test("is applied where no file has phones", async () => {
    const bare = {
      customers: [{ customer_id: "A" }, { customer_id: "B" }],
      orders: [order("a", { customer_id: "B" })]
    };
    expect(await customerIds(bare, { people: { together: [["A", "B"]] } })).toEqual(["A"]);
    expect(await ordersOf(bare, { people: { together: [["A", "B"]] } })).toEqual({ a: "A" });
  });

  test("is reported back where no file knows an id", async () => {
    const settings = { people: { apart: [["K1", "nobody"]] } };
    await withPeople(read, async ({ people }) => expect(people.unknown).toEqual(["nobody"]), settings);
  });
});

test("the counts are those of the tables, and every merge has one row and one reason", async () => {
  await withPeople(
    {
      customers: [
        LAN,
        LAN,
        { customer_id: "S9", name: "Lan", phone: "0912345678" },
        { customer_id: "K7", name: "Mai", phone: "9.12E+08", email: "noemail@x.vn" }
      ],
      orders: [order("a", { email: "lan@xuong.vn" })]
    },
    async ({ people, rows }) => {
      expect(people).toMatchObject({
        identities: 4,
        persons: 2,
        merges: { "same-id": 1, "phone-part": 1, "email-only": 1 },
        unused: { phone: { "lost-digits": 1 }, email: { invented: 1 } }
      });
      expect(await rows("SELECT * FROM merges ORDER BY id")).toEqual([
        {
          person_id: "K1",
          id: "K1",
          other_id: "K1",
          kind: "id",
          key: "K1",
          rule: "same-id",
          name: null,
          other_name: null
        },
        {
          person_id: "K1",
          id: "S9",
          other_id: "K1",
          kind: "phone",
          key: "+84912345678",
          rule: "phone-part",
          name: "lan",
          other_name: "nguyen thi lan"
        },
        {
          person_id: "K1",
          id: "email:lan@xuong.vn",
          other_id: "K1",
          kind: "email",
          key: "lan@xuong.vn",
          rule: "email-only",
          name: null,
          other_name: "nguyen thi lan"
        }
      ]);
    }
  );
});
