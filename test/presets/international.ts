import { type Layout, text } from "./layout.js";

const split = (headings: string) => headings.split(",");

const SHOPIFY_ORDERS = split(
  "Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Zip,Billing Country,Billing Phone,Shipping Name,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Refunded Amount,Vendor,Location,Id,Tags,Source,Lineitem discount,Phone,Receipt Number"
);
const SHOPIFY_CUSTOMERS = split(
  "Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address Address2,Default Address City,Default Address Province Code,Default Address Country Code,Default Address Zip,Default Address Phone,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Note,Tax Exempt,Tags"
);
const SHOPIFY_OLD = split(
  "First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt"
);
const WOO = split(
  "order_id,order_number,order_date,paid_date,status,shipping_total,shipping_tax_total,fee_total,fee_tax_total,tax_total,cart_discount,order_discount,discount_total,order_total,order_subtotal,order_currency,payment_method,payment_method_title,transaction_id,customer_ip_address,customer_user_agent,shipping_method,customer_id,customer_user,customer_email,billing_first_name,billing_last_name"
);
const WOO_ITEMS = [...WOO, ...split("item_id,item_name,item_sku,item_quantity,item_subtotal,item_total,item_refunded")];
const MAGENTO = split(
  "ID,Purchase Point,Purchase Date,Bill-to Name,Ship-to Name,Grand Total (Base),Grand Total (Purchased),Status,Billing Address,Shipping Address,Shipping Information,Customer Email,Customer Group,Subtotal,Shipping and Handling,Customer Name,Payment Method,Total Refunded,Allocated sources,Pickup Location Code"
);
const SQUARE = split(
  "Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Fees,Net Total,Transaction ID,Payment ID,Staff Name,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Transaction Status,Channel"
);
const SQUARE_ITEMS = split(
  "Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID,Unit,Count"
);
const STRIPE = split(
  "id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Tax,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Last4,Card Brand,Card Name,Invoice ID,PaymentIntent ID"
);
const PAYPAL = split(
  "Date,Time,Time zone,Name,Type,Status,Currency,Gross,Fee,Net,From Email Address,To Email Address,Transaction ID,Counterparty Status,Shipping Address,Address Status,Option 1 Name,Reference Txn ID,Quantity,Receipt ID,Country,Contact Phone Number,Subject,Balance Impact,Buyer Wallet"
);
const HUBSPOT_CONTACTS = split(
  "Record ID,First Name,Last Name,Email,Phone Number,Lead Status,Create Date,Associated Company,Country/Region,Contact owner"
);
const HUBSPOT_DEALS = split("Record ID,Deal Name,Deal Stage,Pipeline,Amount,Close Date,Deal owner,Associated Company");
const SALESFORCE = split(
  "Id,IsDeleted,MasterRecordId,LastName,FirstName,Salutation,Name,Title,Company,Street,City,State,PostalCode,Country,Phone,MobilePhone,Email,LeadSource,Status,Industry,Rating,AnnualRevenue,OwnerId,IsConverted,ConvertedDate,CreatedDate"
);
const MAILCHIMP = split(
  "Email Address,First Name,Last Name,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,UNSUB_TIME,UNSUB_CAMPAIGN_TITLE,UNSUB_CAMPAIGN_ID,UNSUB_CAMPAIGN_ID,LAST_CHANGED,LEID,EUID,NOTES,TAGS"
);
const KLAVIYO = split(
  "Email,Klaviyo ID,First Name,Last Name,Organization,Title,Phone Number,Address,Address 2,City,State / Region,Country,Zip Code,Latitude,Longitude,Source,IP Address,Email Marketing Consent,Email Marketing Consent Timestamp,Historic Customer Lifetime Value,Historic Number Of Orders,First Active,Last Active,Profile Created On,Date Added,Last Open,Last Click,Email Suppressions"
);

const shopify = (name: string, email: string, more: Record<string, string>) => ({
  Name: name,
  Email: email,
  "Created at": "2025-10-02 17:09:34 +0700",
  ...more
});
const line = (quantity: string, name: string, price: string, discount = "0.00") => ({
  "Lineitem quantity": quantity,
  "Lineitem name": name,
  "Lineitem price": price,
  "Lineitem discount": discount
});

export const INTERNATIONAL: readonly Layout[] = [
  {
    preset: "shopify-orders",
    file: "orders_export_1.csv",
    contents: text(SHOPIFY_ORDERS, [
      shopify("#1001", "an@shop.test", {
        "Financial Status": "paid",
        Currency: "USD",
        Subtotal: "90.00",
        Shipping: "5.00",
        Total: "95.00",
        "Refunded Amount": "0.00",
        "Billing Zip": "'75008",
        "Billing Country": "FR",
        Phone: "'+33612345678",
        Notes: "ring twice\nthen leave it",
        Source: "web",
        ...line("2", "Tea", "30.00")
      }),
      // The same order's second line: nothing but the item.
      {
        Name: "#1001",
        Email: "an@shop.test",
        "Created at": "2025-10-02 17:09:34 +0700",
        ...line("1", "Cup", "40.00", "10.00")
      },
      shopify("#1002", "be@shop.test", {
        "Financial Status": "refunded",
        Currency: "USD",
        Subtotal: "20.00",
        Total: "20.00",
        "Refunded Amount": "20.00",
        ...line("1", "Cup", "20.00")
      }),
      shopify("#1003", "be@shop.test", {
        "Financial Status": "partially_refunded",
        Currency: "USD",
        Subtotal: "50.00",
        Total: "55.00",
        "Refunded Amount": "15.00",
        ...line("1", "Pot", "50.00")
      }),
      shopify("#1004", "be@shop.test", {
        "Financial Status": "voided",
        Currency: "USD",
        Subtotal: "70.00",
        Total: "70.00",
        "Cancelled at": "2025-10-03 08:00:00 +0700",
        ...line("1", "Pot", "70.00")
      }),
      // Cash on delivery: sold once it is sent, though nobody has paid yet.
      shopify("#1005", "be@shop.test", {
        "Financial Status": "pending",
        "Fulfillment Status": "fulfilled",
        Currency: "USD",
        Subtotal: "40.00",
        Total: "45.00",
        ...line("1", "Cup", "40.00")
      }),
      shopify("#1006", "be@shop.test", {
        "Financial Status": "pending",
        "Fulfillment Status": "unfulfilled",
        Currency: "USD",
        Subtotal: "60.00",
        Total: "65.00",
        ...line("1", "Pot", "60.00")
      })
    ]),
    table: "orders",
    grain: "first-line",
    columns: { order_id: "Name", email: "Email", order_amount: "Subtotal", list_price: "Lineitem price" },
    // 90 of two lines of 60 and 30 · 50 less 15 · 40 on delivery; what was refunded, voided or never sent is no money.
    money: { "an@shop.test": 90, "be@shop.test": 75 },
    orders: 3
  },
  {
    preset: "shopify-customers",
    file: "customers_export.csv",
    contents: text(
      SHOPIFY_CUSTOMERS,
      [
        {
          "Customer ID": "'7210448301122",
          "First Name": "An",
          "Last Name": "Le",
          Email: "an@shop.test",
          "Accepts Email Marketing": "yes",
          "Default Address Zip": "'1234AB",
          "Default Address Country Code": "NL",
          Phone: "'+31612345678",
          "Accepts SMS Marketing": "no",
          Tags: "vip, tea"
        },
        { "Customer ID": "'7210448301123", "First Name": "Be", Email: "be@shop.test", "Accepts Email Marketing": "no" }
      ],
      { mark: true }
    ),
    table: "customers",
    columns: { customer_id: "Customer ID", first_name: "First Name", consent_email: "Accepts Email Marketing" },
    customers: 2
  },
  {
    preset: "shopify-customers-old",
    file: "customers.csv",
    contents: text(SHOPIFY_OLD, [
      {
        "First Name": "An",
        "Last Name": "Le",
        Email: "an@shop.test",
        "Accepts Email Marketing": "yes",
        Country: "France"
      },
      {
        "First Name": "Be",
        "Last Name": "Vo",
        Email: "be@shop.test",
        "Accepts Email Marketing": "no",
        Phone: "0912345678"
      }
    ]),
    table: "customers",
    columns: { email: "Email", last_name: "Last Name", phone: "Phone" },
    customers: 2
  },
  {
    preset: "woocommerce-orders",
    file: "orders-2016-09.csv",
    contents: text(
      WOO,
      [
        ["101", "9/16/2016 6:29:00", "completed", "10.00", "100.00", "115.00", "an@shop.test"],
        ["102", "9/17/2016 16:29:00", "processing", "0", "50.00", "55.00", "an@shop.test"],
        ["103", "9/18/2016 7:00:00", "on-hold", "0", "80.00", "80.00", "be@shop.test"],
        ["104", "9/19/2016 8:00:00", "refunded", "0", "30.00", "30.00", "be@shop.test"]
      ].map(([order_id = "", order_date = "", status = "", discount = "", sub = "", total = "", email = ""]) => ({
        order_id,
        order_number: order_id,
        order_date,
        status,
        discount_total: discount,
        order_subtotal: sub,
        order_total: total,
        order_currency: "USD",
        customer_email: email
      }))
    ),
    table: "orders",
    grain: "order",
    columns: { order_id: "order_number", list_price: "order_subtotal", discount: "discount_total" },
    // 100 − 10 and 50; what waits for money or went back is no sale.
    money: { "an@shop.test": 140 },
    orders: 2
  },
  {
    preset: "woocommerce-order-items",
    file: "order-items.csv",
    contents: text(
      WOO_ITEMS,
      [
        ["101", "completed", "Tea", "2", "36.00"],
        ["101", "completed", "Cup", "1", "54.00"],
        ["102", "failed", "Cup", "1", "60.00"]
      ].map(([order_id = "", status = "", item_name = "", item_quantity = "", item_total = ""]) => ({
        order_id,
        order_number: order_id,
        order_date: "2025-09-16 06:29:00",
        status,
        order_subtotal: "100.00",
        order_total: "95.00",
        customer_email: "an@shop.test",
        item_name,
        item_quantity,
        item_total
      }))
    ),
    table: "orders",
    grain: "line",
    columns: { amount: "item_total", product: "item_name" },
    money: { "an@shop.test": 90 },
    orders: 1
  },
  {
    preset: "magento-orders",
    file: "export.csv",
    contents: text(
      MAGENTO,
      [
        ["000000001", "Jan 12, 2025 9:10:11 AM", "55.00", "Complete", "0.00"],
        ["000000002", "Jan 14, 2025 9:10:11 AM", "40.00", "Processing", "5.00"],
        ["000000003", "Feb 2, 2025 9:10:11 AM", "99.00", "Canceled", "0.00"]
      ].map(([id = "", date = "", total = "", status = "", refunded = ""]) => ({
        ID: id,
        "Purchase Point": "Main Website\n Main Website Store\n  Default Store View",
        "Purchase Date": date,
        "Grand Total (Base)": total,
        "Grand Total (Purchased)": "1250.00",
        Status: status,
        "Billing Address": "1 Road,\nTown",
        "Customer Email": "an@shop.test",
        Subtotal: total,
        "Total Refunded": refunded
      }))
    ),
    table: "orders",
    grain: "order",
    columns: { order_amount: "Grand Total (Base)", order_refund: "Total Refunded" },
    money: { "an@shop.test": 90 },
    orders: 2
  },
  {
    preset: "square-transactions",
    file: "transactions-2025.csv",
    contents: text(
      SQUARE,
      [
        ["2025-09-25", "$8.00", "$8.00", "T1", "Payment", "C1"],
        ["2025-09-26", "$1,240.00", "$1,200.00", "T2", "Payment", "C2"],
        ["2025-09-27", "-$45.00", "-$45.00", "T3", "Refund", "C2"]
      ].map(([date = "", gross = "", net = "", id = "", type = "", customer = ""]) => ({
        Date: date,
        Time: "14:03:12",
        "Time Zone": "Eastern Time (US & Canada)",
        "Gross Sales": gross,
        Discounts: "-$40.00",
        "Net Sales": net,
        "Total Collected": net,
        "Transaction ID": id,
        "Event Type": type,
        "Customer ID": customer,
        Location: "Main"
      }))
    ),
    table: "orders",
    grain: "order",
    columns: { order_id: "Transaction ID", order_amount: "Net Sales", status: "Event Type" },
    // What came back is a negative line of its own: 1,200 − 45.
    money: { C1: 8, C2: 1155 },
    orders: 2
  },
  {
    preset: "square-items",
    file: "items-2025.csv",
    contents: text(
      SQUARE_ITEMS,
      [
        ["Tea", "2.0", "$8.00", "T1"],
        ["Cup", "1.0", "$12.00", "T1"]
      ].map(([item = "", qty = "", net = "", id = ""]) => ({
        Date: "2025-09-25",
        Time: "14:03:12",
        Category: "Drinks",
        Item: item,
        Qty: qty,
        "Gross Sales": net,
        "Net Sales": net,
        "Transaction ID": id,
        "Event Type": "Payment",
        "Customer ID": "C1"
      }))
    ),
    table: "orders",
    grain: "line",
    columns: { amount: "Net Sales", quantity: "Qty" },
    money: { C1: 20 },
    orders: 1
  },
  {
    preset: "stripe-payments",
    file: "unified_payments.csv",
    contents: text(
      STRIPE,
      [
        ["ch_1", "2025-03-01 18:30", "120000", "0", "Paid"],
        ["ch_2", "2025-03-02 03:00", "80000", "30000", "Paid"],
        ["ch_3", "2025-03-03 03:00", "50000", "0", "Failed"],
        ["ch_4", "2025-03-04 03:00", "70000", "70000", "Refunded"]
      ].map(([id = "", created = "", amount = "", refunded = "", status = ""]) => ({
        id,
        "Created (UTC)": created,
        Amount: amount,
        "Amount Refunded": refunded,
        Currency: "vnd",
        Status: status,
        "Customer ID": "cus_1",
        "Customer Email": "an@shop.test",
        "PaymentIntent ID": `pi_${id}`
      }))
    ),
    table: "orders",
    grain: "order",
    columns: { order_id: "id", order_amount: "Amount", order_refund: "Amount Refunded", ordered_at: "Created (UTC)" },
    money: { cus_1: 170000 },
    orders: 2
  },
  {
    preset: "paypal-activity",
    file: "Download.CSV",
    contents: text(
      PAYPAL,
      [
        ["14/02/2025", "Completed", "25.00", "PP1"],
        ["15/02/2025", "Pending", "40.00", "PP2"],
        ["16/02/2025", "Completed", "1,025.00", "PP3"]
      ].map(([date = "", status = "", gross = "", id = ""]) => ({
        Date: date,
        Time: "10:11:12",
        "Time zone": "Europe/London",
        Name: "An Le",
        Type: "Website Payment",
        Status: status,
        Currency: "USD",
        Gross: gross,
        Fee: "-1.00",
        Net: gross,
        "From Email Address": "an@shop.test",
        "Transaction ID": id
      })),
      { mark: true }
    ),
    table: "orders",
    grain: "order",
    columns: { order_id: "Transaction ID", email: "From Email Address", order_amount: "Gross" },
    money: { "an@shop.test": 1050 },
    orders: 2
  },
  {
    preset: "hubspot-contacts",
    file: "hubspot-crm-exports-all-contacts.csv",
    contents: text(HUBSPOT_CONTACTS, [
      { "Record ID": "501", "First Name": "An", Email: "an@shop.test", "Create Date": "2024-03-12 09:14" },
      { "Record ID": "502", "Last Name": "Vo", Email: "be@shop.test", "Create Date": "3/15/2024 2:30 PM" }
    ]),
    table: "customers",
    columns: { customer_id: "Record ID", created: "Create Date", country: "Country/Region" },
    customers: 2
  },
  {
    preset: "hubspot-deals",
    file: "hubspot-crm-exports-all-deals.csv",
    contents: text(
      HUBSPOT_DEALS,
      [
        ["9001", "Closed Won", "1500.00", "2024-03-12 09:14"],
        ["9002", "Closed Lost", "900.00", "2024-04-12 09:14"],
        ["9003", "Contract Sent", "700.00", "2024-05-12 09:14"]
      ].map(([id = "", stage = "", amount = "", close = ""]) => ({
        "Record ID": id,
        "Deal Name": `Deal ${id}`,
        "Deal Stage": stage,
        Pipeline: "Sales",
        Amount: amount,
        "Close Date": close,
        "Associated Company": "Acme Tea"
      }))
    ),
    table: "orders",
    grain: "order",
    columns: { order_amount: "Amount", status: "Deal Stage", customer_id: "Associated Company" },
    money: { "Acme Tea": 1500 },
    orders: 1
  },
  {
    preset: "salesforce-leads",
    file: "leads.csv",
    contents: text(
      SALESFORCE,
      ["1", "2", "3"].map((n) => ({
        Id: `00Q5g00000AbCd${n}EAA`,
        LastName: `Le ${n}`,
        FirstName: "An",
        Name: `An Le ${n}`,
        Street: "1 Road\nSecond floor",
        Email: `an${n}@shop.test`,
        LeadSource: "Web",
        Industry: "Banking",
        IsConverted: "false",
        CreatedDate: "2024-03-12T09:14:00.000Z"
      })),
      {
        foot: [
          "",
          '"Grand Totals (3 records)"',
          '"Confidential Information - Do Not Distribute"',
          '"Copyright (c) 2000-2026 salesforce.com, inc. All rights reserved."'
        ]
      }
    ),
    table: "customers",
    columns: { customer_id: "Id", name: "Name", source: "LeadSource", created: "CreatedDate" },
    customers: 3
  },
  {
    preset: "mailchimp-audience",
    file: "unsubscribed_members_export_8ae1fea4.csv",
    contents: text(
      MAILCHIMP,
      ["an", "be"].map((name) => ({
        "Email Address": `${name}@shop.test`,
        "First Name": name,
        MEMBER_RATING: "2",
        OPTIN_TIME: "2021-05-04 10:00:00",
        UNSUB_TIME: "2022-06-04 10:00:00",
        LEID: "1",
        EUID: "abc",
        TAGS: '"VIP","Blog"'
      })),
      { lineEnd: "\r" }
    ),
    table: "customers",
    columns: { email: "Email Address", created: "OPTIN_TIME", consent_email_date: "UNSUB_TIME", tags: "TAGS" },
    customers: 2
  },
  {
    preset: "klaviyo-list",
    file: "klaviyo_list.csv",
    contents: text(
      KLAVIYO,
      [
        ["an", "SUBSCRIBED"],
        ["be", "NEVER_SUBSCRIBED"]
      ].map(([name = "", consent = ""]) => ({
        Email: `${name}@shop.test`,
        "Klaviyo ID": `01H${name}`,
        "Email Marketing Consent": consent,
        "Email Marketing Consent Timestamp": "2024-01-05 10:00:00",
        "Profile Created On": "2024-01-04 10:00:00"
      })),
      { mark: true, lineEnd: "\r\n" }
    ),
    table: "customers",
    columns: { email: "Email", consent_email: "Email Marketing Consent", province: "State / Region" },
    customers: 2
  }
];
