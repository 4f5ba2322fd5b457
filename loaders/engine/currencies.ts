/** A currency as cells write it. */
export interface Currency {
  /** ISO 4217. */
  code: string;
  /** Digits of its small coin in use; 0 where prices are whole. */
  decimals: number;
  /** How it is written beside its code, in lower case. */
  signs: readonly string[];
}

const define = (code: string, decimals: number, ...signs: string[]): Currency => ({ code, decimals, signs });

/**
 * The currencies that are told apart in cells and headings. A bare `$` is the United States' own and `¥` Japan's:
 * others write their letters in front or say it in a column.
 */
export const CURRENCIES: readonly Currency[] = [
  define("VND", 0, "vnđ", "đồng", "dong", "₫", "đ"),
  define("USD", 2, "us$", "$"),
  define("EUR", 2, "€"),
  define("GBP", 2, "£"),
  define("JPY", 0, "jp¥", "¥", "円"),
  define("CNY", 2, "cn¥", "rmb", "元"),
  define("KRW", 0, "₩"),
  define("THB", 2, "฿"),
  define("SGD", 2, "s$"),
  define("MYR", 2, "rm"),
  define("IDR", 0, "rp"),
  define("PHP", 2, "₱"),
  define("LAK", 0, "₭"),
  define("KHR", 0, "៛"),
  define("AUD", 2, "au$", "a$"),
  define("CAD", 2, "ca$", "c$"),
  define("NZD", 2, "nz$"),
  define("HKD", 2, "hk$"),
  define("TWD", 0, "nt$"),
  define("INR", 2, "₹"),
  define("CHF", 2),
  define("SEK", 2),
  define("NOK", 2),
  define("DKK", 2),
  define("PLN", 2, "zł"),
  define("CZK", 2, "kč"),
  define("HUF", 0),
  define("RUB", 2, "₽"),
  define("UAH", 2, "₴"),
  define("TRY", 2, "₺"),
  define("ILS", 2, "₪"),
  define("NGN", 2, "₦"),
  define("BRL", 2, "r$"),
  define("MXN", 2, "mx$"),
  define("CLP", 0),
  define("ISK", 0),
  define("KWD", 3),
  define("BHD", 3),
  define("OMR", 3),
  define("JOD", 3),
  define("TND", 3)
];

const BY_SIGN = new Map(
  CURRENCIES.flatMap((currency) => [currency.code.toLowerCase(), ...currency.signs].map((sign) => [sign, currency]))
);

/** The currency that a sign or code stands for, whatever its case. */
export function currencyOf(sign: string): Currency | undefined {
  return BY_SIGN.get(sign.trim().toLowerCase());
}

/** A regular expression, for JavaScript and RE2, of every sign and code, longest first; wants the flag `i`. */
export const CURRENCY_PATTERN = `(?:${[...BY_SIGN.keys()]
  .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  .map((sign) => sign.replace("$", "\\$"))
  .join("|")})`;

const SIGNED = new RegExp(CURRENCY_PATTERN, "iu");

/** The currency written in a cell of money beside its figures; undefined where none is. */
export function signOf(cell: string): Currency | undefined {
  const sign = SIGNED.exec(cell)?.[0];
  return sign === undefined ? undefined : currencyOf(sign);
}
