import { type Folder, holdFiles } from "../../loaders/files/folder.js";

const HEADINGS = "Mã hóa đơn,Thời gian,Mã trả hàng,Mã khách hàng,Khách hàng,Tổng tiền hàng,Giảm giá,Khách đã trả";
const FAMILIES = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ"];
const GIVEN = ["Thị Lan", "Văn Hùng", "Thị Mai", "Minh Tú", "Quốc Anh", "Thu Hà", "Đức Bình"];
/** What cashiers write as a name, and what stands in sentences of the product, too. */
const ODD = [
  "Khách quen",
  "Công ty",
  "Cửa hàng",
  "Đại lý",
  "Bán sỉ",
  "Người mua",
  "New customer",
  "Chị Hoa",
  "Khách mới"
];

/** A shop's invoices as KiotViet exports them: 600 of 120 customers, every third of a walk-in without a code. */
export function kiotvietShop(): Folder {
  return holdFiles("shop", { "DanhSachHoaDon.csv": kiotvietInvoices() });
}

export function kiotvietInvoices(): string {
  const rows = Array.from({ length: 600 }, (_, i) => {
    const customer = (i * 37 + Math.floor(i / 120)) % 120;
    const walkIn = i % 3 === 0;
    const day = new Date(Date.UTC(2025, 6, 1 + Math.floor(i / 2), 8 + (i % 11)));
    const two = (n: number) => String(n).padStart(2, "0");
    const date = `${two(day.getUTCDate())}/${two(day.getUTCMonth() + 1)}/${day.getUTCFullYear()} ${two(day.getUTCHours())}:00`;
    const amount = 85_000 + 40_000 * ((i * 13) % 29);
    const name = ODD[customer] ?? `${FAMILIES[customer % 6]} ${GIVEN[customer % 7]} ${customer}`;
    const who = walkIn ? ",Khách lẻ" : `KH${String(customer).padStart(6, "0")},${name}`;
    return `HD${String(i).padStart(6, "0")},${date},,${who},${amount},0,${amount}`;
  });
  return `${[HEADINGS, ...rows].join("\n")}\n`;
}
