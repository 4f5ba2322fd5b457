import type { Dictionary } from "../terms/words.js";

/** The first sentence of the Overview. */
export const OVERVIEW = {
  sales: [
    "Từ {from} đến {to}, {name} có {customers} khách. {buyers} người trong số đó đã mua, qua {orders} đơn, mang về {revenue} doanh thu{profit}.",
    "From {from} to {to} {name} had {customers} customers. {buyers} of them have bought, in {orders} orders worth {revenue}{profit}."
  ],
  profit: [" và {profit} lợi nhuận", ", with {profit} of profit"],
  totals: [
    "Số đơn và tiền lấy từ cột tổng trong tệp khách hàng; thêm tệp đơn hàng thì mới biết từng tháng, từng món.",
    "Orders and money are totals of the customers file; an orders file would tell them by month and by product."
  ],
  people: [
    "Từ {from} đến {to}, {name} có {customers} người trong tệp.",
    "From {from} to {to} {name} had {customers} people on file."
  ],
  leads: ["{leads} người trong số đó đã kết nối.", "{leads} of them have made contact."],
  noGroups: [
    "Năm nhóm ở quầy chia theo việc mua hàng, nên cần tệp đơn hàng. Tệp đang có chia được theo nguồn khách, nơi ở, loại khách và bước trong quá trình bán.",
    "The five groups go by what people buy, so they need orders. What there is divides people by source, place, kind and step of the sale."
  ],
  noOrders: [
    "Không tệp nào có đơn hàng, nên chưa biết ai đã mua; thêm tệp đơn hàng thì có doanh thu, nhịp mua và các nhóm người mua.",
    "No file has orders, so who has bought is not known; an orders file adds revenue, rhythm and the groups of buyers."
  ]
} as const satisfies Dictionary;
