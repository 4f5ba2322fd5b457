import type { Text } from "../publish/published.js";

export type TableName = "customers" | "orders" | "events" | "costs";

/**
 * `id` and `text` stay as written; `phone` and `email` too, until people are told apart; `day` is a date in the firm's zone; `money` and `number` are exact;
 * `word` is one of a closed list; `month` is `YYYY-MM`; `flag` is yes or no.
 */
export type ColumnKind = "id" | "text" | "phone" | "email" | "day" | "money" | "number" | "word" | "month" | "flag";

/** One canonical column: what it is called, what it holds, which headings are taken for it. */
export interface Column {
  id: string;
  label: Text;
  kind: ColumnKind;
  /** A row without it can't be used. */
  required?: boolean;
  /** Never published, and searched for in everything that is. */
  personal?: boolean;
  /** Serves to work out other columns while a file is read; no table has it. */
  working?: boolean;
  /** For `word`: canonical value → further spellings. */
  words?: Record<string, readonly string[]>;
  /** For `number`: smallest and largest value that makes sense. */
  range?: readonly [number, number];
  /** Headings taken for this column, folded (no accents, blanks or signs); earlier wins. */
  headings: readonly string[];
}

function column(
  id: string,
  kind: ColumnKind,
  label: [string, string],
  headings: string,
  more: Partial<Column> = {}
): Column {
  return {
    id,
    kind,
    label: { vi: label[0], en: label[1] },
    headings: [id.replaceAll("_", ""), ...headings.split(" ").filter(Boolean)],
    ...more
  };
}

const CUSTOMER_HEADINGS =
  "custid clientid buyerid memberid userid customer customerno customernumber makhachhang makh idkhachhang khachhang";

const STATUS = {
  completed: [
    "complete",
    "done",
    "paid",
    "fulfilled",
    "delivered",
    "hoan thanh",
    "da giao",
    "thanh cong",
    "da thanh toan"
  ],
  cancelled: ["canceled", "cancel", "void", "voided", "failed", "huy", "da huy"],
  returned: ["return", "refund", "refunded", "tra hang", "hoan tien", "da tra hang"]
};

const SOURCE_LABEL: [string, string] = ["nguồn", "source"];

/** How an order or an event names a person besides the id, or instead of it. */
const CONTACT: readonly Column[] = [
  column(
    "phone",
    "phone",
    ["điện thoại", "phone"],
    "customerphone phonenumber mobile billingphone shippingphone dienthoai sodienthoai sdt dienthoaikhachhang",
    {
      personal: true
    }
  ),
  column("email", "email", ["e-mail", "e-mail"], "customeremail emailaddress billingemail emailkhachhang", {
    personal: true
  }),
  column(
    "customer_name",
    "text",
    ["tên khách", "customer name"],
    "billingname recipient tenkhachhang tenkhach tennguoinhan nguoinhan",
    {
      personal: true
    }
  )
];

/** Kinds of events, with the words other tools use for them. */
export const EVENT_KINDS = {
  reach: ["impression", "ad", "sent", "email-sent", "sms-sent", "tiep can"],
  visit: ["page-visit", "session", "ghe tham", "truy cap"],
  view: ["pageview", "product-view", "click", "open", "xem"],
  message: ["chat", "inbox", "comment", "nhan tin", "tin nhan"],
  call: ["phone-call", "goi dien", "cuoc goi"],
  signup: ["sign-up", "register", "subscribe", "form", "dang ky"],
  trial: ["sample", "try", "dung thu"],
  workshop: ["event", "class", "hoi thao", "su kien"],
  gift: ["qua tang", "tang qua"],
  "group-join": ["group", "join-group", "vao nhom"],
  care: ["follow-up", "followup", "aftersales", "cham soc"],
  complaint: ["complain", "khieu nai", "phan nan"],
  rating: ["rate", "nps", "danh gia sao", "cham diem"],
  review: ["feedback", "testimonial", "danh gia", "nhan xet"],
  share: ["post", "chia se"],
  referral: ["refer", "invite", "gioi thieu"],
  support: ["ticket", "ho tro"]
} as const satisfies Record<string, readonly string[]>;

export const TABLES: Record<TableName, { label: Text; columns: readonly Column[] }> = {
  orders: {
    label: { vi: "đơn hàng", en: "orders" },
    columns: [
      column(
        "order_id",
        "id",
        ["mã đơn", "order id"],
        "orderno ordernumber order invoiceno invoice invoiceid receiptno transactionid billno madonhang madon mahoadon sohoadon"
      ),
      column("customer_id", "id", ["mã khách hàng", "customer id"], CUSTOMER_HEADINGS, { personal: true }),
      ...CONTACT,
      column(
        "ordered_at",
        "day",
        ["ngày đặt", "order date"],
        "orderdate date datetime time createdat created orderedon invoicedate purchasedate purchasedat transactiondate paidat ngaydat ngaydathang ngaymua ngay ngayban thoigian thoigiantao ngaytao",
        { required: true }
      ),
      column(
        "product_id",
        "id",
        ["mã hàng", "product id"],
        "sku stockcode productcode itemcode itemid mahang masanpham masp"
      ),
      column(
        "product",
        "text",
        ["tên hàng", "product"],
        "productname item itemname description title tenhang tensanpham sanpham"
      ),
      column(
        "category",
        "text",
        ["ngành hàng", "category"],
        "productcategory producttype department nhomhang nganhhang danhmuc loaihang"
      ),
      column("quantity", "number", ["số lượng", "quantity"], "qty units count soluong sl"),
      column("unit_price", "money", ["đơn giá", "unit price"], "price itemprice dongia giaban gia"),
      column(
        "amount",
        "money",
        ["thành tiền", "amount"],
        "lineamount linetotal total revenue grandtotal netamount sales ordertotal value sotien thanhtien tongtien doanhthu"
      ),
      column("discount", "money", ["giảm giá", "discount"], "discountamount giamgia chietkhau tiengiam khuyenmai"),
      column("list_price", "money", ["giá niêm yết", "price before discount"], "originalprice giagoc gianiemyet", {
        working: true
      }),
      column("order_amount", "money", ["tiền cả đơn", "amount of the whole order"], "", { working: true }),
      column(
        "order_discount",
        "money",
        ["giảm giá cả đơn", "discount of the whole order"],
        "giamgiahoadon giamgiadonhang",
        {
          working: true
        }
      ),
      column("refund", "money", ["tiền trả lại", "money paid back"], "refundamount refundedamount tienhoan sotienhoan"),
      column("order_refund", "money", ["tiền trả lại cả đơn", "money paid back on the order"], "", { working: true }),
      column(
        "returned_quantity",
        "number",
        ["số lượng trả", "quantity returned"],
        "quantityreturned soluongtra soluonghoantra",
        {
          working: true
        }
      ),
      column("cancelled_at", "day", ["ngày hủy", "cancelled on"], "canceledat ngayhuy", { working: true }),
      column("currency", "text", ["loại tiền", "currency"], "currencycode ordercurrency loaitien tiente"),
      column("cost", "money", ["giá vốn", "cost"], "cogs costofgoods giavon"),
      column("profit", "money", ["lợi nhuận", "profit"], "margin grossprofit loinhuan lai"),
      column(
        "status",
        "word",
        ["trạng thái", "status"],
        "orderstatus financialstatus trangthai tinhtrang trangthaidonhang",
        { words: STATUS }
      ),
      column("channel", "text", ["kênh bán", "channel"], "saleschannel platform kenh kenhban kenhbanhang"),
      column("branch", "text", ["chi nhánh", "branch"], "store shop location cuahang chinhanh"),
      column("country", "text", ["nước", "country"], "countrycode quocgia nuoc"),
      column("offer", "word", ["loại món (mồi, chính, bán thêm)", "offer (bait, main, upsell)"], "offertype loaimon", {
        words: {
          bait: ["tripwire", "moi", "san pham moi nhu"],
          main: ["core", "chinh", "san pham chinh"],
          upsell: ["up-sell", "cross-sell", "ban them"]
        }
      }),
      column(
        "campaign",
        "text",
        ["chiến dịch", "campaign"],
        "promotion promo coupon discountcode voucher chiendich makhuyenmai magiamgia"
      )
    ]
  },
  customers: {
    label: { vi: "khách hàng", en: "customers" },
    columns: [
      column("customer_id", "id", ["mã khách hàng", "customer id"], `${CUSTOMER_HEADINGS} id`, { personal: true }),
      column("name", "text", ["họ tên", "name"], "fullname customername contactname hoten ten tenkhachhang hovaten", {
        personal: true
      }),
      column("first_name", "text", ["tên", "first name"], "givenname", { personal: true, working: true }),
      column("last_name", "text", ["họ", "last name"], "surname familyname", { personal: true, working: true }),
      column("phone", "phone", ["điện thoại", "phone"], "phonenumber mobile tel dienthoai sodienthoai sdt", {
        personal: true
      }),
      column("email", "email", ["e-mail", "e-mail"], "emailaddress mail thudientu", { personal: true }),
      column("customer_type", "word", ["loại khách", "customer type"], "type loaikhach loaikhachhang", {
        words: {
          individual: ["person", "consumer", "ca nhan", "khach le"],
          business: ["company", "firm", "organization", "doanh nghiep", "cong ty", "to chuc"]
        }
      }),
      column("trade_role", "word", ["vai trò mua", "trade role"], "role vaitro vaitromua", {
        words: {
          wholesale: ["wholesaler", "ban buon", "ban si", "dai ly"],
          retail: ["retailer", "shop", "ban le", "cua hang"],
          consumer: ["end consumer", "end user", "nguoi tieu dung", "tieu dung"]
        }
      }),
      column("firm_size", "word", ["quy mô", "firm size"], "companysize size quymo", {
        words: { large: ["lon", "big"], medium: ["vua", "mid"], small: ["nho", "micro"] }
      }),
      column("sector", "word", ["lĩnh vực", "sector"], "industry linhvuc nganh nganhnghe", {
        words: {
          manufacturing: ["manufacturer", "san xuat"],
          "trade-services": ["trade", "services", "trade and services", "thuong mai dich vu", "thuong mai", "dich vu"],
          "government-central": ["central government", "trung uong", "co quan trung uong"],
          "government-local": ["local government", "dia phuong", "co quan dia phuong"]
        }
      }),
      column("province", "text", ["tỉnh, thành", "province"], "city state region tinh tinhthanh thanhpho tinhthanhpho"),
      column("district", "text", ["quận, huyện", "district"], "quan quanhuyen huyen"),
      column("ward", "text", ["phường, xã", "ward or commune"], "commune phuong phuongxa"),
      column("address", "text", ["địa chỉ", "address"], "address1 street diachi", { personal: true }),
      column("country", "text", ["nước", "country"], "countrycode quocgia nuoc"),
      column(
        "urbanity",
        "word",
        ["khu vực sống", "city, town or countryside"],
        "area areatype khuvuc thanhthinongthon",
        {
          words: {
            city: ["urban", "thanh pho", "do thi"],
            town: ["thi xa", "thi tran", "suburban"],
            countryside: ["rural", "village", "nong thon", "xa"]
          }
        }
      ),
      column("source", "text", SOURCE_LABEL, "leadsource customersource utmsource nguon nguonkhach nguonkhachhang"),
      column("campaign", "text", ["chiến dịch", "campaign"], "utmcampaign chiendich"),
      column("owner", "text", ["người phụ trách", "owner"], "salesperson contactowner nhanvien nguoiphutrach", {
        personal: true
      }),
      column("branch", "text", ["chi nhánh", "branch"], "store shop location chinhanh cuahang"),
      column(
        "created",
        "day",
        ["ngày tạo", "created"],
        "createdat createdate createddate datecreated registered signupdate ngaytao ngaydangky"
      ),
      column("consent_zalo", "flag", ["cho phép nhắn Zalo", "consent Zalo"], "zaloconsent"),
      column(
        "consent_email",
        "flag",
        ["cho phép gửi e-mail", "consent e-mail"],
        "acceptsemailmarketing acceptsmarketing emailconsent"
      ),
      column("consent_sms", "flag", ["cho phép nhắn SMS", "consent SMS"], "acceptssmsmarketing smsconsent"),
      column("consent_zalo_date", "day", ["ngày trả lời về Zalo", "date of the Zalo answer"], ""),
      column("consent_email_date", "day", ["ngày trả lời về e-mail", "date of the e-mail answer"], ""),
      column("consent_sms_date", "day", ["ngày trả lời về SMS", "date of the SMS answer"], ""),
      column("consent_source", "text", ["nơi cho phép", "where consent was given"], "nguonchophep"),
      column("consent_date", "day", ["ngày cho phép", "consent date"], "optintime"),
      column("referred_by", "id", ["người giới thiệu", "referred by"], "referrer referrerid nguoigioithieu", {
        personal: true
      }),
      column("tags", "text", ["nhãn", "tags"], "tag labels nhan")
    ]
  },
  events: {
    label: { vi: "sự kiện", en: "events" },
    columns: [
      column("customer_id", "id", ["mã khách hàng", "customer id"], CUSTOMER_HEADINGS, { personal: true }),
      ...CONTACT,
      column(
        "occurred_at",
        "day",
        ["thời điểm", "time"],
        "eventdate eventtime date datetime time timestamp createdat ngay thoigian",
        { required: true }
      ),
      column(
        "kind",
        "word",
        ["loại sự kiện", "kind"],
        "event eventtype eventname type activity loai loaisukien sukien",
        { required: true, words: EVENT_KINDS }
      ),
      column("channel", "text", ["kênh", "channel"], "platform source kenh"),
      column("value", "number", ["giá trị", "value"], "rating score stars giatri diem"),
      column(
        "other_customer_id",
        "id",
        ["khách liên quan", "other customer"],
        "referredcustomer othercustomer khachduocgioithieu",
        { personal: true }
      ),
      column("product", "text", ["sản phẩm", "product"], "productname item sanpham tensanpham"),
      column("subject", "text", ["chủ đề", "subject"], "topic reason chude lydo"),
      column("branch", "text", ["chi nhánh", "branch"], "store shop location chinhanh cuahang"),
      column("campaign", "text", ["chiến dịch", "campaign"], "chiendich")
    ]
  },
  costs: {
    label: { vi: "chi phí", en: "costs" },
    columns: [
      column("period", "month", ["tháng", "period"], "month thang ky", { required: true }),
      column("channel", "text", ["kênh", "channel"], "source kenh nguon", { required: true }),
      column("amount", "money", ["số tiền", "amount"], "cost spend value chiphi sotien", { required: true })
    ]
  }
};

/** Finds a column by `table.column`; a programmer's error if there is none. */
export function findColumn(path: string): Column {
  const [table, id] = path.split(".");
  const found = TABLES[table as TableName]?.columns.find((c) => c.id === id);
  if (!found) throw new Error(`unknown column: ${path}`);
  return found;
}
