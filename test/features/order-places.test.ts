import { expect, test } from "vitest";
import { withStudy } from "../support/study.js";

const orders = [
  "Mã đơn hàng,Ngày đặt,Mã khách hàng,Tỉnh/Thành phố,Quận/Huyện,Thành tiền",
  "D1,2026-01-05,K1,Huế,Huyện Phú Lộc,200000",
  "D2,2026-03-05,K1,Đà Nẵng,Quận Hải Châu,210000",
  "D3,2026-04-05,K1,,,220000",
  "D4,2026-02-05,K2,Hà Nội - Quận Cầu Giấy,,230000",
  "D5,2026-02-06,K3,Hà Nội,Quận Ba Đình,240000",
  ""
].join("\n");
const customers = "Mã khách hàng,Họ tên,Tỉnh\nK3,Lê Thị Mơ,Cần Thơ\n";

test("where somebody lives is that of the latest order which says it, unless a customers file does", () =>
  withStudy({ "don.csv": orders, "khach.csv": customers }, async ({ engine }) => {
    const rows = await engine.rows(
      "SELECT p.customer_id, f.province, f.urbanity FROM features AS f INNER JOIN people AS p ON f.person = p.person ORDER BY 1"
    );
    expect(rows).toEqual([
      { customer_id: "K1", province: "Đà Nẵng", urbanity: "city" },
      { customer_id: "K2", province: "Hà Nội", urbanity: "city" },
      { customer_id: "K3", province: "Cần Thơ", urbanity: null }
    ]);
  }));
