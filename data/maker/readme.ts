import { FIRST_DATE, LAST_DATE } from "./calendar.js";
import type { DirtyRow } from "./dirt.js";
import { BRANCHES } from "./places.js";
import { FAULTY_NAME } from "./products.js";
import { careTable, dirtyTable, fileTable, sourceTable, writers } from "./readme-tables.js";
import type { Tables } from "./rows.js";
import type { Truths } from "./truths.js";

/** What the README tells of: the clean tables, the measured truths, the bad rows, rows per written file. */
interface Facts {
  seed: string;
  tables: Tables;
  truths: Truths;
  dirty: readonly DirtyRow[];
  rows: readonly (readonly [file: string, rows: number])[];
}

/** The README of the sample, Vietnamese first. */
export function renderReadme(facts: Facts): string {
  return `# Nhà Mộc An: dữ liệu mẫu / sample data\n\n${renderVietnamese(facts)}\n\n---\n\n${renderEnglish(facts)}\n`;
}

function renderVietnamese({ seed, tables, truths, dirty, rows }: Facts): string {
  const { p, n } = writers("vi");
  const { wave, care, sale, second, concentration } = truths;
  return `**Toàn bộ dữ liệu là bịa**: cửa hàng, người, số điện thoại, thư điện tử, đơn hàng đều do máy sinh ra. Cửa hàng đồ gia dụng "Nhà Mộc An" có ${BRANCHES.length} chi nhánh (${shops()}) và các kênh trực tuyến; từ ${FIRST_DATE} đến ${LAST_DATE}; tiền là đồng (VND).

Mã gieo: \`${seed}\`. Tạo lại, giống từng byte: \`npx tsx data/maker/generate.ts\`. Các tệp ở đây, kể cả tệp này, đều được ghi đè; đừng sửa tay.

${fileTable(rows, "tệp | số dòng (không kể tiêu đề)", n)}

${n(tables.customers.length)} liên hệ, ${n(concentration.buyers)} người đã mua, ${n(orderCount(tables))} đơn. Đơn không có mã khách là khách vãng lai. Dòng \`returned\` là hàng trả: cùng mã đơn, số lượng và tiền âm. \`care\` là lần cửa hàng hỏi thăm sau bán. \`value\` của \`rating\` và \`review\` là 1–5 sao.

## Những điều được cài sẵn
Số đo trên các dòng sạch. *Đầu mối*: có ít nhất một tương tác ngoài \`reach\`, hoặc đã mua. *Người mua*: có đơn \`completed\`.

1. **Zalo biến đầu mối thành người mua gấp đôi.** Mọi nguồn khác gần như nhau.

${sourceTable(truths, "nguồn | liên hệ | đầu mối | người mua | tỷ lệ", n, p)}

2. **Một sản phẩm gây sóng khiếu nại.** "${FAULTY_NAME}" (bếp, bán từ ${wave.launchDate}) có ${wave.productInMarch} khiếu nại trong tháng 2026-03, ${wave.faultInMarch} vì "lỗi sản phẩm"; các tháng khác trung bình ${n(wave.usual, 1)}, tức gấp ${n(wave.times, 1)} lần. Cả tháng đó có ${wave.allInMarch} khiếu nại; tháng thường ${n(wave.allUsual, 1)}.
3. **Đà Nẵng thôi hỏi thăm sau bán từ 2025-10-01.** Đơn có \`care\` trong 30 ngày và đơn được mua tiếp trong 90 ngày:

${careTable(care, "chi nhánh và thời gian | đơn | có hỏi thăm | mua lại 90 ngày | mua lại sau đơn đầu (số đơn đầu)", ["Đà Nẵng, trước", "Đà Nẵng, sau", "nơi khác, trước", "nơi khác, sau"], n, p)}

4. **\`SALE1111\` (5–15/11/2025, giảm sâu) dạy khách chờ giảm giá.** ${n(sale.inSale.customers)} khách có đơn đầu trong đợt này: ${p(sale.inSale.discounted)} trong ${n(sale.inSale.laterOrders)} đơn sau là đơn giảm giá (giảm ${p(sale.inSale.discountShare)} giá niêm yết), cách nhau trung bình ${n(sale.inSale.meanGapDays, 1)} ngày. Người khác: ${p(sale.others.discounted)} trong ${n(sale.others.laterOrders)} đơn sau (giảm ${p(sale.others.discountShare)}), cách ${n(sale.others.meanGapDays, 1)} ngày. Riêng ${n(sale.peers.customers)} người bắt đầu cùng thời (2025-09-01 đến 2026-01-15) nhưng ngoài đợt: ${p(sale.peers.discounted)} trong ${n(sale.peers.laterOrders)} đơn sau, cách ${n(sale.peers.meanGapDays, 1)} ngày.

Những điều lặng hơn:

5. **Lần mua thứ hai tự nhiên.** Sau khi món chính đầu tiên có "Nội thất nhỏ", ${p(second.afterFurniture)} đơn kế tiếp có "Chăm sóc nhà" (${n(second.furnitureBuyers)} khách); sau món chính khác ${p(second.afterOthers)}.
6. **Lợi nhuận dồn về ít người.** 20 % người mua đứng đầu mang về ${p(concentration.top20)} lợi nhuận, 5 % đầu ${p(concentration.top5)}, 1 % đầu ${p(concentration.top1)}.
7. **Hỏi thăm giữ khách ở mọi chi nhánh.** Đơn có hỏi thăm trong 14 ngày được mua tiếp trong 90 ngày ${p(care.repeatWithCare)}, đơn không có ${p(care.repeatWithoutCare)}.

## Dòng bẩn cố ý: ${dirty.length}
Số dòng tính cả dòng tiêu đề (dòng 1).

${dirtyTable(dirty, "vi", "tệp | dòng | vấn đề")}`;
}

function renderEnglish({ seed, tables, truths, dirty, rows }: Facts): string {
  const { p, n } = writers("en");
  const { wave, care, sale, second, concentration } = truths;
  return `**All of it is made up**: the shop, people, phone numbers, e-mail addresses and orders were generated. The household retailer "Nhà Mộc An" has ${BRANCHES.length} branches (${shops()}) and online channels; from ${FIRST_DATE} to ${LAST_DATE}; money is in dong (VND).

Seed: \`${seed}\`. Regenerate, byte for byte the same: \`npx tsx data/maker/generate.ts\`. Every file here, this one included, is overwritten; don't edit by hand.

${fileTable(rows, "file | rows (without the headings)", n)}

${n(tables.customers.length)} contacts, ${n(concentration.buyers)} people who bought, ${n(orderCount(tables))} orders. Orders without a customer id are walk-ins. A \`returned\` row is goods brought back: same order id, negative quantity and amount. \`care\` is the shop's follow-up after a sale. The \`value\` of \`rating\` and \`review\` is 1–5 stars.

## What was planted
Measured on the clean rows. *Lead*: has at least one event other than \`reach\`, or bought. *Buyer*: has a \`completed\` order.

1. **Zalo turns leads into buyers about twice as often.** All other sources are nearly alike.

${sourceTable(truths, "source | contacts | leads | buyers | conversion", n, p)}

2. **One product brings a wave of complaints.** "${FAULTY_NAME}" (kitchen, on sale from ${wave.launchDate}) has ${wave.productInMarch} complaints in 2026-03, ${wave.faultInMarch} of them "lỗi sản phẩm" (faulty product); its other months have ${n(wave.usual, 1)} on average, so ${n(wave.times, 1)} times as many. That month has ${wave.allInMarch} complaints in all; a usual month has ${n(wave.allUsual, 1)}.
3. **Đà Nẵng stops following up from 2025-10-01.** Orders with \`care\` within 30 days, and orders followed by another within 90 days:

${careTable(care, "branch and time | orders | followed up | repeat in 90 days | repeat after first order (first orders)", ["Đà Nẵng, before", "Đà Nẵng, after", "elsewhere, before", "elsewhere, after"], n, p)}

4. **\`SALE1111\` (5–15 November 2025, deep discount) trained customers to wait.** ${n(sale.inSale.customers)} customers had their first order in it: ${p(sale.inSale.discounted)} of their ${n(sale.inSale.laterOrders)} later orders are discounted (${p(sale.inSale.discountShare)} off list value), ${n(sale.inSale.meanGapDays, 1)} days apart on average. Everyone else: ${p(sale.others.discounted)} of ${n(sale.others.laterOrders)} later orders (${p(sale.others.discountShare)} off), ${n(sale.others.meanGapDays, 1)} days apart. The ${n(sale.peers.customers)} who began about then (2025-09-01 to 2026-01-15) but outside it: ${p(sale.peers.discounted)} of ${n(sale.peers.laterOrders)} later orders, ${n(sale.peers.meanGapDays, 1)} days apart.

Quieter truths:

5. **A natural second purchase.** When the first main product is from "Nội thất nhỏ" (small furniture), ${p(second.afterFurniture)} of next orders hold "Chăm sóc nhà" (home care; ${n(second.furnitureBuyers)} customers); after other main products ${p(second.afterOthers)}.
6. **Profit sits with few.** The top 20 % of buyers bring ${p(concentration.top20)} of profit, the top 5 % ${p(concentration.top5)}, the top 1 % ${p(concentration.top1)}.
7. **Following up keeps customers in every branch.** Orders followed up within 14 days see another within 90 days in ${p(care.repeatWithCare)} of cases, others in ${p(care.repeatWithoutCare)}.

## Rows dirty on purpose: ${dirty.length}
Line numbers count the headings as line 1.

${dirtyTable(dirty, "en", "file | line | problem")}`;
}

function shops(): string {
  return BRANCHES.map((branch) => `${branch.name}: ${branch.shop}`).join("; ");
}

function orderCount(tables: Tables): number {
  return new Set(tables.orders.map((row) => row.order_id)).size;
}
