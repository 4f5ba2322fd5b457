import type { Bilingual } from "../../src/terms/lang.js";

/** A phone or e-mail under which more different names are known than this is a counter's, a family's or an agency's. */
export const MOST_NAMES = 4;

/** A phone or e-mail of more identities than this is shared without a look at their names. */
export const MOST_IDENTITIES = 1000;

/** One reason to take two identities for one person; earlier rules go first. */
interface Rule {
  number: number;
  label: Bilingual;
  /** `{key}`, `{name}` and `{other}` are filled in. */
  reason: Bilingual;
}

function rule(number: number, label: [string, string], reason: [string, string]): Rule {
  return { number, label: { vi: label[0], en: label[1] }, reason: { vi: reason[0], en: reason[1] } };
}

export type RuleId = keyof typeof RULES;

/** Every rule by which identities become one person, strongest first. */
export const RULES = {
  together: rule(
    0,
    ["bạn ghi là một người", "you said so"],
    [
      "segbook.yml ghi hai mã này là một người (people → together)",
      "segbook.yml says that both are one person (people → together)"
    ]
  ),
  "same-id": rule(
    1,
    ["cùng mã", "same id"],
    ["các dòng khách hàng có cùng mã “{key}”", "customer rows with the same id “{key}”"]
  ),
  "phone-name": rule(
    2,
    ["cùng số điện thoại, cùng tên", "same phone, same name"],
    ["cùng số {key} và cùng tên “{name}”", "same phone {key} and same name “{name}”"]
  ),
  "email-name": rule(
    3,
    ["cùng e-mail, cùng tên", "same e-mail, same name"],
    ["cùng e-mail {key} và cùng tên “{name}”", "same e-mail {key} and same name “{name}”"]
  ),
  "phone-part": rule(
    4,
    ["cùng số điện thoại, tên là một phần của nhau", "same phone, one name a part of the other"],
    [
      "cùng số {key}; tên “{name}” và “{other}” khớp một phần",
      "same phone {key}; the names “{name}” and “{other}” agree in part"
    ]
  ),
  "email-part": rule(
    5,
    ["cùng e-mail, tên là một phần của nhau", "same e-mail, one name a part of the other"],
    [
      "cùng e-mail {key}; tên “{name}” và “{other}” khớp một phần",
      "same e-mail {key}; the names “{name}” and “{other}” agree in part"
    ]
  ),
  "phone-only": rule(
    6,
    ["cùng số điện thoại, thiếu tên", "same phone, a name missing"],
    ["cùng số {key}, ít nhất một bên không có tên", "same phone {key}, at least one of the names is missing"]
  ),
  "email-only": rule(
    7,
    ["cùng e-mail, thiếu tên", "same e-mail, a name missing"],
    ["cùng e-mail {key}, ít nhất một bên không có tên", "same e-mail {key}, at least one of the names is missing"]
  )
} as const satisfies Record<string, Rule>;

export type SharedId = keyof typeof SHARED;

/** Why identities with one phone or e-mail stay apart. */
export const SHARED = {
  "many-names": {
    vi: `hơn ${MOST_NAMES} tên khác nhau dùng chung: số của quầy, gia đình hoặc đại lý`,
    en: `more than ${MOST_NAMES} different names use it: a counter's, a family's or an agency's`
  },
  "other-names": { vi: "những người khác tên dùng chung", en: "people with different names use it" },
  apart: {
    vi: "segbook.yml ghi là khác người (people → apart)",
    en: "segbook.yml says they are different people (people → apart)"
  }
} as const satisfies Record<string, Bilingual>;
