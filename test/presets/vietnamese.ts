import { type Layout, text, workbook } from "./layout.js";

const split = (headings: string) => headings.split(",");

const SHOPEE = split(
  "Mã đơn hàng,Mã Kiện Hàng,Ngày đặt hàng,Trạng Thái Đơn Hàng,Sản Phẩm Bán Chạy,Lý do hủy,Nhận xét từ Người mua,Mã vận đơn,Đơn Vị Vận Chuyển,Phương thức giao hàng,Loại đơn hàng,Ngày giao hàng dự kiến,Ngày gửi hàng,Thời gian giao hàng,Trạng thái Trả hàng/Hoàn tiền,SKU sản phẩm,Tên sản phẩm,Cân nặng sản phẩm,Tổng cân nặng,SKU phân loại hàng,Tên phân loại hàng,Giá gốc,Người bán trợ giá,Được Shopee trợ giá,Tổng số tiền được người bán trợ giá,Giá ưu đãi,Số lượng,Số lượng sản phẩm được hoàn trả,Tổng số tiền Người mua thanh toán,Tổng giá trị đơn hàng (VND),Mã giảm giá của Shop,Hoàn Xu,Mã giảm giá của Shopee,Phí vận chuyển (dự kiến),Tổng số tiền người mua thanh toán,Phương thức thanh toán,Phí cố định,Người Mua,Tên Người nhận,Số điện thoại,Tỉnh/Thành phố,TP / Quận / Huyện,Quận,Địa chỉ nhận hàng,Quốc gia,Ghi chú"
);
const DECOMPOSED = new Set(["Mã vận đơn", "Tên sản phẩm", "Số lượng", "Giá ưu đãi"]);
const TIKTOK = split(
  "Order ID,Order Status,Order Substatus,Cancelation/Return Type,Normal or Pre-order,SKU ID,Seller SKU,Product Name,Variation,Quantity,Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Shipping Fee After Discount,Original Shipping Fee,Payment platform discount,Taxes,Order Amount,Order Refund Amount,Created Time,Paid Time,RTS Time,Shipped Time,Delivered Time,Cancelled Time,Cancel By,Cancel Reason,Buyer Message,Buyer Username,Recipient,Phone #,Country,Province,District,Commune,Detail Address,Payment Method,Weight(kg),Product Category,Package ID,Seller Note"
);
const LAZADA = split(
  "orderItemId,orderType,Guarantee,deliveryType,lazadaId,sellerSku,lazadaSku,wareHouse,createTime,updateTime,rtsSla,ttsSla,orderNumber,invoiceRequired,invoiceNumber,deliveredDate,customerName,customerEmail,nationalRegistrationNumber,shippingName,shippingAddress,shippingPhone,shippingPhone2,shippingCity,shippingCountry,billingName,billingPhone,billingCountry,payMethod,paidPrice,unitPrice,sellerDiscountTotal,shippingFee,walletCredit,itemName,variation,status,refundAmount,sellerNote"
);
const KIOT_CUSTOMERS = split(
  "Loại khách,Chi nhánh tạo,Mã khách hàng,Tên khách hàng,Điện thoại,Địa chỉ,Khu vực giao hàng,Phường/Xã,Công ty,Mã số thuế,Số CMND/CCCD,Ngày sinh,Giới tính,Email,Facebook,Nhóm khách hàng,Ghi chú,Điểm hiện tại,Tổng điểm,Người tạo,Ngày tạo,Ngày giao dịch cuối,Nợ cần thu hiện tại,Tổng bán,Tổng bán trừ trả hàng,Trạng thái"
);
const KIOT_INVOICES = split(
  "Mã hóa đơn,Thời gian,Mã trả hàng,Mã khách hàng,Khách hàng,Tổng tiền hàng,Giảm giá,Khách đã trả"
);
const KIOT_DETAILS = split(
  "Chi nhánh,Mã hóa đơn,Thời gian,Thời gian tạo,Mã khách hàng,Tên khách hàng,Người bán,Kênh bán,Người tạo,Ghi chú,Tổng tiền hàng,Giảm giá hóa đơn,Khách cần trả,Khách đã trả,Trạng thái,Mã hàng,Tên hàng,ĐVT,Số lượng,Đơn giá,Giảm giá %,Giảm giá,Giá bán,Thành tiền"
);
const KIOT_RETURNS = split(
  "Mã trả hàng,Thời gian,Mã hóa đơn,Mã khách hàng,Tên khách hàng,Mã hàng,Tên hàng,Số lượng,Giá nhập lại,Thành tiền"
);

const shopee = (id: string, status: string, more: Record<string, string>) =>
  Object.fromEntries(
    Object.entries({
      "Mã đơn hàng": id,
      "Ngày đặt hàng": "2026-04-01 02:22",
      "Trạng Thái Đơn Hàng": status,
      "Người Mua": "lan.tea88",
      "Tên Người nhận": "N****n",
      "Số điện thoại": "******78",
      "Quốc gia": "VN",
      "Số lượng sản phẩm được hoàn trả": "0",
      ...more
    }).map(([heading, cell]) => [DECOMPOSED.has(heading) ? heading.normalize("NFD") : heading, cell])
  );

export const VIETNAMESE: readonly Layout[] = [
  {
    preset: "shopee-orders",
    file: "Order.all.20260401_20260430.xlsx",
    contents: workbook(
      "orders",
      SHOPEE.map((heading) => (DECOMPOSED.has(heading) ? heading.normalize("NFD") : heading)),
      [
        // One order of two lines: its shop voucher is written on both.
        shopee("2604010001", "Hoàn thành", {
          "Tên sản phẩm": "Trà",
          "Giá ưu đãi": "165000.00",
          "Số lượng": "2",
          "Mã giảm giá của Shop": "30000.00",
          "Tổng số tiền Người mua thanh toán": "330000.00",
          "Tổng số tiền người mua thanh toán": "420000.00"
        }),
        shopee("2604010001", "Hoàn thành", {
          "Tên sản phẩm": "Ly",
          "Giá ưu đãi": "120000.00",
          "Số lượng": "1",
          "Mã giảm giá của Shop": "30000.00"
        }),
        shopee("2604010002", "Đã hủy", {
          "Tên sản phẩm": "Ly",
          "Giá ưu đãi": "120000.00",
          "Số lượng": "1",
          "Lý do hủy": "Hủy bởi người mua lí do là: đổi ý"
        }),
        shopee("2604010003", "Đã giao", {
          "Tên sản phẩm": "Ly",
          "Giá ưu đãi": "100000.00",
          "Số lượng": "4",
          "Số lượng sản phẩm được hoàn trả": "1",
          "Mã giảm giá của Shop": "0.00"
        })
      ]
    ),
    table: "orders",
    grain: "repeated",
    columns: {
      order_id: "Mã đơn hàng",
      customer_id: "Người Mua",
      unit_price: "Giá ưu đãi",
      quantity: "Số lượng",
      order_discount: "Mã giảm giá của Shop",
      product: "Tên sản phẩm"
    },
    // 2 × 165,000 + 120,000 − 30,000 = 420,000 · 4 × 100,000 less one of four = 300,000.
    money: { "lan.tea88": 720000 },
    orders: 2
  },
  {
    preset: "lazada-orders",
    file: "lazada.xlsx",
    contents: workbook(
      "sheet1",
      LAZADA,
      [
        ["1", "L1", "01 Apr 2026 02:22", "delivered", "99000.00", "0912345678"],
        ["2", "L1", "01 Apr 2026 02:22", "delivered", "99000.00", "0912345678"],
        ["3", "L2", "15 Apr 2026 12:00", "canceled", "50000.00", "0912345678"],
        ["4", "L3", "16 Apr 2026 12:00", "shipped", "70000.00", "0987654321"]
      ].map(([item = "", order = "", time = "", status = "", paid = "", phone = ""]) => ({
        orderItemId: item,
        orderNumber: order,
        createTime: time,
        status,
        paidPrice: paid,
        unitPrice: "120000.00",
        itemName: "Trà",
        customerName: "L***n",
        billingPhone: phone,
        shippingCountry: "Vietnam"
      }))
    ),
    table: "orders",
    grain: "unit",
    columns: { order_id: "orderNumber", amount: "paidPrice", phone: "billingPhone" },
    // Two units of one product are two rows, and no copies.
    money: { "0912345678": 198000, "0987654321": 70000 },
    orders: 2
  },
  {
    preset: "tiktok-shop-orders",
    file: "OrderSKUList-2026.xlsx",
    contents: workbook(
      "OrderSKUList",
      TIKTOK,
      [
        ["576461413038785752", "Đã hoàn tất", "Trà", "1", "150000", "250000", "0", "21/04/2026 10:00:00"],
        ["576461413038785752", "Đã hoàn tất", "Ly", "2", "100000", "250000", "0", "21/04/2026 10:00:00"],
        ["576461413038785753", "Đã hủy", "Ly", "1", "50000", "50000", "0", "22/04/2026 10:00:00"],
        ["576461413038785754", "Đang vận chuyển", "Ly", "1", "50000", "80000", "20000", "03/04/2026 10:00:00"]
      ].map(([id = "", status = "", name = "", quantity = "", sub = "", order = "", refund = "", time = ""]) => ({
        "Order ID": `${id}\t`,
        "Order Status": status,
        "Product Name": name,
        Quantity: quantity,
        "SKU Subtotal After Discount": sub,
        "Order Amount": order,
        "Order Refund Amount": refund,
        "Created Time": `${time}\t`,
        "Cancelled Time": status === "Đã hủy" ? `${time}\t` : "",
        "Buyer Username": "minh_nek",
        "Phone #": "(+84)91*****78",
        Country: "Việt Nam"
      })),
      [TIKTOK.map((heading) => `The ${heading} of the platform, as text.`)]
    ),
    table: "orders",
    grain: "repeated",
    columns: { order_id: "Order ID", amount: "SKU Subtotal After Discount", order_refund: "Order Refund Amount" },
    // 150,000 + 100,000 · 50,000 less 20,000.
    money: { minh_nek: 280000 },
    orders: 2
  },
  {
    preset: "kiotviet-customers",
    file: "DanhSachKhachHang_KV23032026-101010-1.xlsx",
    contents: workbook("DanhSachKhachHang", KIOT_CUSTOMERS, [
      {
        "Loại khách": "Cá nhân",
        "Chi nhánh tạo": "Quận 1",
        "Mã khách hàng": "ĐĐT",
        "Tên khách hàng": "Đỗ Đình Tú",
        "Điện thoại": "0912345678",
        "Khu vực giao hàng": "Hà Nội - Quận Cầu Giấy",
        "Ngày tạo": 46105.69,
        "Nợ cần thu hiện tại": -50000,
        "Tổng bán": 1250000
      },
      { "Loại khách": "Công ty", "Mã khách hàng": "FGL U2", "Tên khách hàng": "FGL", "Ngày tạo": 46106.2 }
    ]),
    table: "customers",
    columns: { customer_id: "Mã khách hàng", name: "Tên khách hàng", created: "Ngày tạo", tags: "Nhóm khách hàng" },
    customers: 2
  },
  {
    preset: "kiotviet-invoices",
    file: "DanhSachHoaDon_KV23032026.csv",
    contents: text(
      KIOT_INVOICES,
      [
        ["HD000001", "21/03/2026 10:15", "KH01", "150.000", "10.000", "140.000"],
        ["HD000002", "03/04/2026 11:00", "KH01", "200.000", "0", "100.000"],
        ["HD000003", "04/04/2026 11:00", "KH02", "90.000", "0", "90.000"]
      ].map(([id = "", time = "", customer = "", total = "", off = "", paid = ""]) => ({
        "Mã hóa đơn": id,
        "Thời gian": time,
        "Mã khách hàng": customer,
        "Khách hàng": `Khách ${customer}`,
        "Tổng tiền hàng": total,
        "Giảm giá": off,
        "Khách đã trả": paid
      })),
      { mark: true, lineEnd: "\r\n" }
    ),
    table: "orders",
    grain: "order",
    columns: { order_id: "Mã hóa đơn", list_price: "Tổng tiền hàng", discount: "Giảm giá" },
    money: { KH01: 340000, KH02: 90000 },
    orders: 3
  },
  {
    preset: "kiotviet-invoice-details",
    file: "DanhSachChiTietHoaDon_KV23032026.csv",
    contents: text(
      KIOT_DETAILS,
      [
        ["HD01", "KH01", "100000", "20000", "SP1", "2", "30000", "60000", "Hoàn thành"],
        ["HD01", "KH01", "100000", "20000", "SP2", "1", "40000", "40000", "Hoàn thành"],
        ["HD02", "KH01", "50000", "0", "SP1", "1", "50000", "50000", "Đã hủy"],
        ["HD03", "KH02", "45000", "0", "SP2", "1", "45000", "45000", "Đang xử lý"]
      ].map(
        ([
          id = "",
          who = "",
          total = "",
          off = "",
          product = "",
          quantity = "",
          price = "",
          sum = "",
          status = ""
        ]) => ({
          "Mã hóa đơn": id,
          "Thời gian": "21/03/2026 10:15:00",
          "Mã khách hàng": who,
          "Tổng tiền hàng": total,
          "Giảm giá hóa đơn": off,
          "Khách cần trả": total,
          "Mã hàng": product,
          "Tên hàng": product,
          "Số lượng": quantity,
          "Giá bán": price,
          "Thành tiền": sum,
          "Trạng thái": status
        })
      )
    ),
    table: "orders",
    grain: "repeated",
    columns: { amount: "Thành tiền", order_discount: "Giảm giá hóa đơn", unit_price: "Giá bán" },
    // 60,000 + 40,000 − 20,000.
    money: { KH01: 80000, KH02: 45000 },
    orders: 2
  },
  {
    preset: "kiotviet-returns",
    file: "DanhSachChiTietTraHang_KV23032026.csv",
    contents: text(
      KIOT_RETURNS,
      [
        ["TH01", "22/03/2026 10:15:00", "KH01", "1", "30000", "30000"],
        ["TH02", "23/03/2026 10:15:00", "KH02", "1", "45000", "45000"]
      ].map(([id = "", time = "", who = "", quantity = "", price = "", sum = ""]) => ({
        "Mã trả hàng": id,
        "Thời gian": time,
        "Mã khách hàng": who,
        "Mã hàng": "SP1",
        "Số lượng": quantity,
        "Giá nhập lại": price,
        "Thành tiền": sum
      }))
    ),
    table: "orders",
    columns: { order_id: "Mã trả hàng", amount: "Thành tiền" },
    // Nothing was bought here, whatever the amounts say.
    money: { KH01: 0, KH02: 0 },
    orders: 0
  },
  {
    preset: "sapo-orders",
    file: "sapo_don_hang.xlsx",
    contents: workbook(
      "Đơn hàng",
      split(
        "STT,Mã đơn hàng,Ngày đặt hàng,Mã khách hàng,Tên khách hàng,Nguồn bán hàng,Trạng thái,Mã SKU,Tên sản phẩm,Số lượng,Đơn giá,Thành tiền"
      ),
      [
        ["1", "SON01", "21/03/2026", "CUZN1", "Facebook", "Hoàn thành", "A", "2", "50000", "100000"],
        ["", "", "", "", "", "", "B", "1", "30000", "30000"],
        ["2", "SON02", "22/03/2026", "CUZN2", "Web", "Đã hủy", "A", "1", "50000", "50000"]
      ].map(
        ([
          no = "",
          id = "",
          day = "",
          who = "",
          from = "",
          status = "",
          sku = "",
          quantity = "",
          price = "",
          sum = ""
        ]) => ({
          STT: no,
          "Mã đơn hàng": id,
          "Ngày đặt hàng": day,
          "Mã khách hàng": who,
          "Nguồn bán hàng": from,
          "Trạng thái": status,
          "Mã SKU": sku,
          "Tên sản phẩm": `Hàng ${sku}`,
          "Số lượng": quantity,
          "Đơn giá": price,
          "Thành tiền": sum
        })
      )
    ),
    table: "orders",
    grain: "first-line",
    columns: { order_id: "Mã đơn hàng", customer_id: "Mã khách hàng", amount: "Thành tiền", channel: "Nguồn bán hàng" },
    money: { CUZN1: 130000 },
    orders: 1
  },
  {
    preset: "sapo-customers",
    file: "sapo_customers.csv",
    contents: text(split("First Name,Last Name,Email,Company,Address 1,City,Country,Country Code,Phone,Note"), [
      { "First Name": "Lan", "Last Name": "Nguyễn Thị", Email: "lan@shop.test", City: "Huế", Phone: "0912345678" },
      { "First Name": "Minh", "Last Name": "Trần", Email: "minh@shop.test" }
    ]),
    table: "customers",
    columns: { first_name: "First Name", email: "Email", province: "City", phone: "Phone" },
    customers: 2
  },
  {
    preset: "haravan-orders",
    file: "haravan_orders.csv",
    contents: text(
      split("Mã đơn hàng,Ngày tạo,Khách hàng,Tình trạng,Thanh toán,Giao hàng,Kênh,Tổng tiền"),
      [
        ["#10001", "21/03/2026", "Nguyễn Thị Lan", "Đã thanh toán", "1.250.000"],
        ["#10002", "04/04/2026", "Nguyễn Thị Lan", "Đã thanh toán", "250.000"],
        ["#10003", "05/04/2026", "Trần Minh", "Chờ xử lý", "90.000"]
      ].map(([id = "", day = "", who = "", paid = "", total = ""]) => ({
        "Mã đơn hàng": id,
        "Ngày tạo": day,
        "Khách hàng": who,
        "Tình trạng": "Mới",
        "Thanh toán": paid,
        Kênh: "Web",
        "Tổng tiền": total
      })),
      { delimiter: ";" }
    ),
    table: "orders",
    grain: "order",
    columns: { order_id: "Mã đơn hàng", customer_id: "Khách hàng", status: "Tình trạng", payment: "Thanh toán" },
    money: { "Nguyễn Thị Lan": 1500000 },
    orders: 2
  },
  {
    preset: "haravan-customers",
    file: "haravan_customers.csv",
    contents: text(split("Họ,Tên,Email,Điện thoại,Ngày sinh,Địa chỉ,Tỉnh thành,Tổng chi tiêu,Nhận email quảng cáo"), [
      {
        Họ: "Nguyễn",
        Tên: "Lan",
        Email: "lan@shop.test",
        "Điện thoại": "0912345678",
        "Ngày sinh": "03/04/1990",
        "Nhận email quảng cáo": "yes"
      },
      { Họ: "Trần", Tên: "Minh", Email: "0987654321@vn.phone", "Điện thoại": "0987654321", "Ngày sinh": "12/25/1991" }
    ]),
    table: "customers",
    columns: { last_name: "Họ", first_name: "Tên", province: "Tỉnh thành", consent_email: "Nhận email quảng cáo" },
    customers: 2
  },
  {
    preset: "getfly-customers",
    file: "getfly.csv",
    contents: text(
      split(
        "Customer ID,Name,Phone Number,Email,Address,Date of Birth,Gender,Tax Code,Province/City,District/County,Country,Contact Name,Contact Phone,Notes,Referrer,Industry,Relationship,Customer Source"
      ),
      [
        {
          "Customer ID": "KH1",
          Name: "Công ty Trà",
          "Phone Number": "02838123456",
          "Customer Source": "Facebook",
          Relationship: "Tiềm năng"
        },
        {
          "Customer ID": "KH2",
          Name: "Lan",
          "Phone Number": "0912345678",
          "Customer Source": "Zalo",
          Relationship: "Khách hàng"
        }
      ]
    ),
    table: "customers",
    columns: { customer_id: "Customer ID", source: "Customer Source", province: "Province/City" },
    customers: 2
  }
];
