import type { Bilingual } from "../../src/terms/lang.js";

export type TableName = "customers" | "orders" | "events" | "costs";

/**
 * `id` and `text` stay as written; `phone` and `email` too, until people are told apart; `day` is a date in the firm's zone; `money` and `number` are exact;
 * `word` is one of a closed list; `month` is `YYYY-MM`; `flag` is yes or no.
 */
export type ColumnKind = "id" | "text" | "phone" | "email" | "day" | "money" | "number" | "word" | "month" | "flag";

/** One canonical column: what it is called, what it holds, which headings are taken for it. */
export interface Column {
  id: string;
  label: Bilingual;
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
  "custid clientid buyerid memberid userid contactid makhachhang makh idkhachhang khachhangid mathanhvien mahoivien makhach customerno customernumber customercode recordid customer khachhang client buyer member buyerusername nguoimua khach";

/**
 * A sale that is paid, or on its way to the buyer, is `completed`: it is a sale in the making. One that nobody has
 * confirmed or paid for, or that failed, is no sale: `cancelled`. A closed list of three keeps the question simple.
 */
const STATUS = {
  completed: [
    ..."complete,done,paid,fulfilled,delivered,shipped,success,successful,succeeded,settled,captured,authorized,processing,in progress,confirmed,ready to ship,to ship,in transit,closed won,won,closed-won,partially paid,partially refunded,partial refund,partially fulfilled,partially shipped,invoiced,active".split(
      ","
    ),
    ..."hoan thanh,da hoan thanh,hoan tat,da hoan tat,da giao,da giao hang,giao thanh cong,giao hang thanh cong,thanh cong,da thanh toan,da nhan hang,da nhan duoc hang,da thu tien,dang giao,dang giao hang,dang van chuyen,dang xu ly,cho lay hang,cho giao hang,cho giao,da xac nhan,da dong goi,da xuat kho,da ban,thanh toan mot phan,hoan tien mot phan,da tra tien,da doi soat,luu tru".split(
      ","
    )
  ],
  cancelled: [
    ..."canceled,cancel,void,voided,failed,failure,declined,denied,expired,rejected,pending,pending payment,on hold,on-hold,unpaid,awaiting payment,draft,abandoned,checkout-draft,lost,closed lost,closed-lost,incomplete,requires payment method,failed delivery,delivery failed".split(
      ","
    ),
    ..."huy,da huy,huy don,don huy,bi huy,huy bo,that bai,giao that bai,giao hang that bai,khong giao duoc,cho xac nhan,cho thanh toan,chua thanh toan,chua xac nhan,cho duyet,nhap,phieu tam,don nhap,dat hang,tu choi,het han".split(
      ","
    )
  ],
  returned: [
    ..."return,returns,refund,refunded,fully refunded,chargeback,charged back,reversed,returned to sender,shipped back".split(
      ","
    ),
    ..."tra hang,da tra hang,tra lai,da tra lai,hoan tien,da hoan tien,hoan hang,da hoan hang,chuyen hoan,da chuyen hoan,dang chuyen hoan,dang hoan,tra hang/hoan tien,tra hang hoan tien,doi tra".split(
      ","
    )
  ]
};

/** Statuses of money that isn't there yet: where the goods are on their way, the courier brings it. */
export const UNPAID = "pending,pending payment,unpaid,awaiting payment,cho thanh toan,chua thanh toan".split(",");

const SENT = {
  yes: "fulfilled,shipped,sent,in transit,out for delivery,delivered,complete,completed,da giao,da giao hang,giao thanh cong,giao hang thanh cong,da nhan hang,dang giao,dang giao hang,dang van chuyen,da xuat kho,hoan thanh".split(
    ","
  ),
  no: "unfulfilled,not shipped,partial,partially fulfilled,restocked,on hold,scheduled,pending,cancelled,returned,chua giao,chua giao hang,cho giao,cho giao hang,cho lay hang,cho xu ly,da huy,that bai,giao that bai,chuyen hoan,dang hoan,da hoan,hoan hang".split(
    ","
  )
};

const SOURCE_LABEL: [string, string] = ["nguồn", "source"];

/** How an order or an event names a person besides the id, or instead of it. */
const CONTACT: readonly Column[] = [
  column(
    "phone",
    "phone",
    ["điện thoại", "phone"],
    "customerphone phonenumber phoneno mobile mobilephone mobilenumber tel telephone contactphone billingphone shippingphone dienthoai sodienthoai sdt dienthoaikhachhang sdtkhachhang sdtkhach dienthoaikhach sodienthoaikhachhang dienthoainguoinhan sodt dtdd didong sodidong zalo sozalo",
    {
      personal: true
    }
  ),
  column(
    "email",
    "email",
    ["e-mail", "e-mail"],
    "customeremail emailaddress billingemail buyeremail contactemail mail thudientu emailkhachhang diachiemail",
    {
      personal: true
    }
  ),
  column(
    "customer_name",
    "text",
    ["tên khách", "customer name"],
    "customerfullname clientname buyername billingname shippingname recipient recipientname fullname contactname contact name tenkhachhang tenkhach tenkh hotenkhachhang hoten hovaten tennguoimua tennguoinhan nguoinhan consignee customer khachhang client buyer nguoimua khach",
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

/** One of the canonical tables. */
export interface Table {
  label: Bilingual;
  columns: readonly Column[];
}

export const TABLES: Readonly<Record<TableName, Table>> = {
  orders: {
    label: { vi: "đơn hàng", en: "orders" },
    columns: [
      column(
        "order_id",
        "id",
        ["mã đơn", "order id"],
        "orderno ordernumber ordercode orderref order invoiceno invoicenumber invoice invoiceid receiptno receiptid receiptnumber transactionid transactionno billno billid saleid salesid ticketid dealid madonhang madon madh maddh mahoadon mahd sohoadon sohd sochungtu sophieu mavandon magiaodich sodonhang donhang donhangid iddonhang hoadonid idhoadon id"
      ),
      column("customer_id", "id", ["mã khách hàng", "customer id"], CUSTOMER_HEADINGS, { personal: true }),
      ...CONTACT,
      column(
        "ordered_at",
        "day",
        ["ngày đặt", "order date"],
        "orderdate ordertime ordercreated date datetime time createdat createdtime createtime created createddate orderedon orderon invoicedate purchasedate purchasedat purchasetime transactiondate transactiontime saledate salesdate paidat paidtime paymentdate closedate ngaydat ngaydathang thoigiandathang ngaymua ngaymuahang ngay ngayban ngaybanhang ngaygiaodich ngaychungtu ngayhoadon ngayhd ngaylap ngaylaphoadon ngayxuathoadon ngaythanhtoan thoigian thoigiantao ngaytao ngaytaodon thoigianban ngaygio ngaythang timestamp day",
        { required: true }
      ),
      column(
        "product_id",
        "id",
        ["mã hàng", "product id"],
        "sku stockcode productcode productsku itemcode itemid itemsku barcode mahang mahanghoa masanpham masp mavach skusanpham sellersku"
      ),
      column(
        "product",
        "text",
        ["tên hàng", "product"],
        "productname productitle producttitle item itemname itemdescription lineitemname description title service tenhang tenhanghoa tensanpham tensp sanpham mathang tenmathang dichvu tendichvu monhang mon tenmon noidung diengiai"
      ),
      column(
        "category",
        "text",
        ["ngành hàng", "category"],
        "productcategory producttype productgroup department collection nhomhang nhomhanghoa nhomsanpham nganhhang danhmuc danhmucsanpham loaihang loaisanpham nhom"
      ),
      column(
        "quantity",
        "number",
        ["số lượng", "quantity"],
        "qty units unitssold count pcs itemquantity orderquantity lineitemquantity soluong soluongban sl slban soluongmua"
      ),
      column(
        "unit_price",
        "money",
        ["đơn giá", "unit price"],
        "price itemprice sellingprice saleprice priceeach unitcost dongia giaban gia giabanle giasaugiam giauudai dongiaban"
      ),
      column(
        "amount",
        "money",
        ["thành tiền", "amount"],
        "lineamount linetotal linevalue subtotal netsales netamount nettotal total totalamount totalprice totalsales amountpaid revenue grandtotal sales sale ordertotal ordervalue ordervalueinclvat gross value dollarvalue sotien thanhtien tongtien tonggiatri tonggiatridonhang tongcong tongthanhtoan tongtienthanhtoan khachcantra khachphaitra khachdatra tienhang doanhthu doanhthuthuan doanhso doanhsoban giatri giatridonhang giatridon trigia tongtienvnd sotienvnd thanhtienvnd tien tongtienhang"
      ),
      column(
        "discount",
        "money",
        ["giảm giá", "discount"],
        "discountamount discounts discountvalue totaldiscount giamgia tiengiamgia sotiengiam chietkhau tienchietkhau tiengiam khuyenmai tienkhuyenmai ck"
      ),
      column(
        "list_price",
        "money",
        ["giá niêm yết", "price before discount"],
        "originalprice regularprice compareatprice rrp msrp giagoc gianiemyet",
        {
          working: true
        }
      ),
      column("order_amount", "money", ["tiền cả đơn", "amount of the whole order"], "", { working: true }),
      column(
        "order_discount",
        "money",
        ["giảm giá cả đơn", "discount of the whole order"],
        "cartdiscount giamgiahoadon giamgiadonhang giamgiacadon chietkhauhoadon chietkhaudonhang",
        {
          working: true
        }
      ),
      column(
        "refund",
        "money",
        ["tiền trả lại", "money paid back"],
        "refundamount refundedamount amountrefunded totalrefunded refunded refundvalue tienhoan sotienhoan sotienhoanlai tienhoanlai tientralai tientrakhach"
      ),
      column("order_refund", "money", ["tiền trả lại cả đơn", "money paid back on the order"], "", { working: true }),
      column(
        "returned_quantity",
        "number",
        ["số lượng trả", "quantity returned"],
        "quantityreturned returnedqty qtyreturned returnqty refundedquantity soluongtra soluongtralai soluonghoantra soluonghoan sltra",
        {
          working: true
        }
      ),
      column(
        "cancelled_at",
        "day",
        ["ngày hủy", "cancelled on"],
        "canceledat canceleddate cancelleddate canceldate cancelledtime ngayhuy ngayhuydon thoigianhuy",
        { working: true }
      ),
      column(
        "currency",
        "text",
        ["loại tiền", "currency"],
        "currencycode ordercurrency loaitien tiente donvitien donvitiente dongtien"
      ),
      column("cost", "money", ["giá vốn", "cost"], "cogs costofgoods totalcost giavon tonggiavon tienvon von"),
      column(
        "profit",
        "money",
        ["lợi nhuận", "profit"],
        "margin grossprofit netprofit loinhuan loinhuangop lai tienlai laigop"
      ),
      column(
        "status",
        "word",
        ["trạng thái", "status"],
        "orderstatus financialstatus paymentstatus dealstage stage state trangthai tinhtrang trangthaidonhang tinhtrangdonhang trangthaidon trangthaihoadon trangthaithanhtoan tinhtrangthanhtoan",
        { words: STATUS }
      ),
      column(
        "sent",
        "word",
        ["tình trạng giao hàng", "sent or not"],
        "fulfillmentstatus fulfilmentstatus deliverystatus shippingstatus shipmentstatus trangthaigiaohang tinhtranggiaohang trangthaigiao trangthaivanchuyen giaohang",
        { words: SENT, working: true }
      ),
      column(
        "channel",
        "text",
        ["kênh bán", "channel"],
        "saleschannel orderchannel platform marketplace ordersource source kenh kenhban kenhbanhang sanban san nenban nguondon nguondonhang nguonban nguonbanhang nguon"
      ),
      column(
        "branch",
        "text",
        ["chi nhánh", "branch"],
        "store storename shop outlet location cuahang chinhanh chinhanhban diemban kho coso"
      ),
      column(
        "country",
        "text",
        ["nước", "country"],
        "countrycode countryregion shippingcountry billingcountry quocgia nuoc datnuoc"
      ),
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
        "promotion promo promocode coupon couponcode discountcode voucher vouchercode chiendich makhuyenmai magiamgia chuongtrinhkhuyenmai mauudai"
      )
    ]
  },
  customers: {
    label: { vi: "khách hàng", en: "customers" },
    columns: [
      column("customer_id", "id", ["mã khách hàng", "customer id"], `${CUSTOMER_HEADINGS} id`, { personal: true }),
      column(
        "name",
        "text",
        ["họ tên", "name"],
        "fullname customername contactname clientname membername displayname hoten hotenkhachhang tenkhachhang tenkh tenkhach hovaten tendaydu ten khachhang khach",
        {
          personal: true
        }
      ),
      column("first_name", "text", ["tên", "first name"], "fname firstnames givenname tengoi", {
        personal: true,
        working: true
      }),
      column("last_name", "text", ["họ", "last name"], "lname surname familyname ho hovatendem hodem hotendem", {
        personal: true,
        working: true
      }),
      column(
        "phone",
        "phone",
        ["điện thoại", "phone"],
        "phonenumber phoneno mobile mobilephone mobilenumber cellphone tel telephone customerphone contactphone dienthoai sodienthoai sdt sodt dtdd didong sodidong dienthoaididong dienthoaikhachhang sdtkhachhang zalo sozalo lienhe",
        {
          personal: true
        }
      ),
      column(
        "email",
        "email",
        ["e-mail", "e-mail"],
        "emailaddress customeremail contactemail mail thudientu emailkhachhang diachiemail hopthu",
        { personal: true }
      ),
      column(
        "customer_type",
        "word",
        ["loại khách", "customer type"],
        "type accounttype loaikhach loaikhachhang phanloaikhach hinhthuc",
        {
          words: {
            individual: ["person", "consumer", "ca nhan", "khach le"],
            business: ["company", "firm", "organization", "doanh nghiep", "cong ty", "to chuc"]
          }
        }
      ),
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
      column(
        "province",
        "text",
        ["tỉnh, thành", "province"],
        "provincename city state region stateregion tinh tinhthanh tinhtp thanhpho tinhthanhpho khuvucgiaohang diaban"
      ),
      column("district", "text", ["quận, huyện", "district"], "districtname quan quanhuyen huyen tpquanhuyen"),
      column("ward", "text", ["phường, xã", "ward or commune"], "commune wardname phuong phuongxa xa xaphuong"),
      column(
        "address",
        "text",
        ["địa chỉ", "address"],
        "address1 streetaddress street diachi diachinha diachigiaohang diachikhachhang noio",
        { personal: true }
      ),
      column(
        "country",
        "text",
        ["nước", "country"],
        "countrycode countryregion shippingcountry billingcountry quocgia nuoc datnuoc"
      ),
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
      column(
        "source",
        "text",
        SOURCE_LABEL,
        "leadsource customersource originalsource acquisitionsource utmsource nguon nguonkhach nguonkhachhang nguonden bietquadau biettu"
      ),
      column("campaign", "text", ["chiến dịch", "campaign"], "utmcampaign chiendich"),
      column(
        "owner",
        "text",
        ["người phụ trách", "owner"],
        "salesperson salesrep contactowner leadowner accountowner assignedto nhanvien nhanvienphutrach nvphutrach nhanviensale sale nguoiphutrach",
        {
          personal: true
        }
      ),
      column(
        "branch",
        "text",
        ["chi nhánh", "branch"],
        "store storename shop outlet location chinhanh chinhanhtao cuahang coso"
      ),
      column(
        "created",
        "day",
        ["ngày tạo", "created"],
        "createdat createdate createddate createdon datecreated dateadded profilecreatedon registered registeredat registrationdate signupdate joindate joined firstseen ngaytao ngaydangky ngaythamgia ngaythem ngaynhap ngaylap"
      ),
      column("consent_zalo", "flag", ["cho phép nhắn Zalo", "consent Zalo"], "zaloconsent nhanzalo dongynhanzalo"),
      column(
        "consent_email",
        "flag",
        ["cho phép gửi e-mail", "consent e-mail"],
        "acceptsemailmarketing acceptsmarketing emailmarketingconsent emailoptin optin subscribed emailconsent nhanemail dongynhanemail"
      ),
      column(
        "consent_sms",
        "flag",
        ["cho phép nhắn SMS", "consent SMS"],
        "acceptssmsmarketing smsoptin smsmarketingconsent smsconsent nhansms dongynhansms"
      ),
      column("consent_zalo_date", "day", ["ngày trả lời về Zalo", "date of the Zalo answer"], ""),
      column("consent_email_date", "day", ["ngày trả lời về e-mail", "date of the e-mail answer"], ""),
      column("consent_sms_date", "day", ["ngày trả lời về SMS", "date of the SMS answer"], ""),
      column("consent_source", "text", ["nơi cho phép", "where consent was given"], "nguonchophep"),
      column("consent_date", "day", ["ngày cho phép", "consent date"], "optintime"),
      column(
        "referred_by",
        "id",
        ["người giới thiệu", "referred by"],
        "referrer referrerid referredbycustomer nguoigioithieu khachgioithieu magioithieu",
        {
          personal: true
        }
      ),
      column(
        "tags",
        "text",
        ["nhãn", "tags"],
        "tag labels customergroup group segment nhan the nhomkhachhang nhomkhach nhom"
      )
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
        "eventdate eventtime activitydate activitytime date datetime time timestamp createdat createdtime ngay thoigian ngaygio thoidiem ngaytuongtac ngaylienhe",
        { required: true }
      ),
      column(
        "kind",
        "word",
        ["loại sự kiện", "kind"],
        "event eventtype eventname activitytype type activity interaction interactiontype action loai loaisukien sukien loaituongtac tuongtac hoatdong loaihoatdong hanhdong",
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
      column("period", "month", ["tháng", "period"], "month thang ky kybaocao thangnam", { required: true }),
      column("channel", "text", ["kênh", "channel"], "source platform kenh nguon kenhquangcao nentang", {
        required: true
      }),
      column(
        "amount",
        "money",
        ["số tiền", "amount"],
        "cost costs spend adspend amountspent budget value chiphi sotien sotiendachitieu tienquangcao ngansach",
        { required: true }
      )
    ]
  }
};

/** Finds a column by `table.column`; a programmer's error if there is none. */
export function findColumn(tables: Readonly<Record<TableName, Table>>, path: string): Column {
  const [table, id] = path.split(".");
  const found = tables[table as TableName]?.columns.find((c) => c.id === id);
  if (!found) throw new Error(`unknown column: ${path}`);
  return found;
}
