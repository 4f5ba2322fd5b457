import { expect, test } from "vitest";
import { withStudy } from "../support/study.js";

const file = (...lines: string[]) => `${lines.join("\n")}\n`;
const day = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10);

test("that nobody has become a fan says nothing while nobody has had the time", async () => {
  const orders = Array.from({ length: 40 }, (_, i) => [
    `A${i},C${i},${day(i)},50`,
    ...(i < 20 ? [`B${i},C${i},${day(i + 60)},50`] : [])
  ]);
  await withStudy({ "o.csv": file("order_id,customer_id,date,amount", ...orders.flat()) }, ({ funnel }) => {
    const of = (state: string) => funnel.rows.find((row) => row.dimension === "all" && row.state === state);
    expect(of("member")).toMatchObject({ reached: 20, conversionFromPrevious: 0.5 });
    expect(of("fan")).toMatchObject({ reached: 0, conversionFromPrevious: null, conversionFromTop: null });
    expect(of("referral")).toBeUndefined();
  });
});

test("nobody is called forgotten by the rhythm of one, nor where no file records contacts", async () => {
  const once = Array.from({ length: 60 }, (_, i) => `A${i},C${i},${day(i)},50`);
  const again = Array.from({ length: 10 }, (_, i) => `B${i},C${i},${day(i + 20)},50`);
  const head = "order_id,customer_id,date,amount";
  const rated = file(
    "customer_id,date,kind,score",
    ...once.map((_, i) => `C${i},${day(i + 3)},rating,4`),
    `C1,${day(250)},rating,5`
  );
  const called = `${rated}C3,${day(5)},care,\n`;
  const kinds = (orders: string[], events: string) =>
    withStudy({ "o.csv": file(head, ...orders), "e.csv": events }, ({ findings }) => findings.map(({ kind }) => kind));
  expect(await kinds([...once, ...again], rated)).not.toContain("lost-after-sale");
  expect(await kinds([...once, ...again.slice(0, 1)], called)).not.toContain("lost-after-sale");
  expect(await kinds([...once, ...again], called)).toContain("lost-after-sale");
});
