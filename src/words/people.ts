import type { Dictionary } from "../terms/words.js";

/** Every rule by which identities become one person: its name, and the reason of a merge by it. */
export const MERGES = {
  together: {
    label: ["bạn ghi là một người", "you said so"],
    reason: [
      "segbook.yml ghi hai mã này là một người (people → together)",
      "segbook.yml says that both are one person (people → together)"
    ]
  },
  "same-id": {
    label: ["cùng mã", "same id"],
    reason: ["các dòng khách hàng có cùng mã “{key}”", "customer rows with the same id “{key}”"]
  },
  "phone-name": {
    label: ["cùng số điện thoại, cùng tên", "same phone, same name"],
    reason: ["cùng số {key} và cùng tên “{name}”", "same phone {key} and same name “{name}”"]
  },
  "email-name": {
    label: ["cùng e-mail, cùng tên", "same e-mail, same name"],
    reason: ["cùng e-mail {key} và cùng tên “{name}”", "same e-mail {key} and same name “{name}”"]
  },
  "phone-part": {
    label: ["cùng số điện thoại, tên là một phần của nhau", "same phone, one name a part of the other"],
    reason: [
      "cùng số {key}; tên “{name}” và “{other}” khớp một phần",
      "same phone {key}; the names “{name}” and “{other}” agree in part"
    ]
  },
  "email-part": {
    label: ["cùng e-mail, tên là một phần của nhau", "same e-mail, one name a part of the other"],
    reason: [
      "cùng e-mail {key}; tên “{name}” và “{other}” khớp một phần",
      "same e-mail {key}; the names “{name}” and “{other}” agree in part"
    ]
  },
  "phone-only": {
    label: ["cùng số điện thoại, thiếu tên", "same phone, a name missing"],
    reason: ["cùng số {key}, ít nhất một bên không có tên", "same phone {key}, at least one of the names is missing"]
  },
  "email-only": {
    label: ["cùng e-mail, thiếu tên", "same e-mail, a name missing"],
    reason: [
      "cùng e-mail {key}, ít nhất một bên không có tên",
      "same e-mail {key}, at least one of the names is missing"
    ]
  }
} as const satisfies Dictionary;

/** How the reason of a merge stands in a list: with its rule's number. */
export const MERGE_REASON = {
  numbered: ["luật {number}: {reason}", "rule {number}: {reason}"]
} as const satisfies Dictionary;

/** Channels that people can agree to be written to by. */
export const CHANNELS = {
  zalo: ["Zalo", "Zalo"],
  email: ["E-mail", "E-mail"],
  sms: ["SMS", "SMS"]
} as const satisfies Dictionary;

/** Phones and e-mails that tell nobody apart, by what is wrong with them. */
export const UNUSED = {
  phone: {
    invented: ["số điện thoại bịa", "invented phone numbers"],
    unreadable: ["số điện thoại không đọc được", "unreadable phone numbers"],
    masked: ["số điện thoại bị che", "masked phone numbers"],
    "lost-digits": ["số điện thoại mất chữ số (9.12E+08)", "phone numbers that lost digits (9.12E+08)"]
  },
  email: {
    invented: ["e-mail đặt cho có", "invented e-mails"],
    unreadable: ["e-mail không đọc được", "unreadable e-mails"],
    masked: ["e-mail bị che", "masked e-mails"],
    "lost-digits": ["e-mail mất chữ", "e-mails that lost letters"]
  }
} as const satisfies Dictionary;
