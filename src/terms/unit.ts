/** What a number or value is measured in; it decides how it is written. Shares are 0–1, money is in the currency's unit. */
export type Unit = "count" | "money" | "share" | "days" | "ratio" | "score" | "date" | "text" | "flag" | "months";
