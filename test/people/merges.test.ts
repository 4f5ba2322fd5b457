import { csvParse } from "d3";
import { expect, test } from "vitest";
import { listMerges, renderMergesCsv } from "../../loaders/people/merges.js";
import { withPeople } from "./people.js";

const READ = {
  customers: [
    { customer_id: "K1", name: "Nguyễn Thị Lan", phone: "0912345678" },
    { customer_id: "=K9", name: "Lan", phone: "+84912345678" },
    { customer_id: "H1", name: "Hùng", phone: "0912345678" }
  ]
};

test("each merge says why, in both languages", async () => {
  await withPeople(READ, async ({ engine }) => {
    expect(await listMerges(engine)).toEqual([
      {
        personId: "=K9",
        id: "K1",
        kind: "phone",
        key: "+84912345678",
        rule: "phone-part",
        reason: {
          vi: "luật 4: cùng số +84912345678; tên “nguyen thi lan” và “lan” khớp một phần",
          en: "rule 4: same phone +84912345678; the names “nguyen thi lan” and “lan” agree in part"
        }
      }
    ]);
  });
});

test("a shared phone keeps why it merged nobody", async () => {
  await withPeople(READ, async ({ engine }) => {
    expect(await engine.rows("SELECT kind, key, identities, reason FROM shared_contacts")).toMatchObject([
      { kind: "phone", key: "+84912345678", identities: 3, reason: "other-names" }
    ]);
  });
});

test("people.csv runs no formula and ends with a line", async () => {
  await withPeople(READ, async ({ engine }) => {
    const text = await renderMergesCsv(engine);
    expect(text.endsWith("\n")).toBe(true);
    expect([...csvParse(text)]).toMatchObject([{ person_id: "'=K9", id: "K1", rule: "phone-part" }]);
  });
});

test("a line of the settings is given as the reason of what it joined", async () => {
  await withPeople(
    { customers: [{ customer_id: "A" }, { customer_id: "B" }] },
    async ({ engine }) =>
      expect(await listMerges(engine)).toMatchObject([
        { personId: "A", id: "B", kind: "settings", key: "A", rule: "together" }
      ]),
    { people: { together: [["A", "B"]] } }
  );
});
