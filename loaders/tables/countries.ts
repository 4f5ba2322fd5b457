import type { COUNTRY_NAMES } from "../../src/words/countries.js";

/** A country as files name it. */
export interface Country {
  /** ISO 3166, two letters. */
  code: keyof typeof COUNTRY_NAMES;
  /** Spellings beside code and names: the code of three letters, the name in its own language. */
  spellings: readonly string[];
  currency: string;
  /** Its time zone; undefined where it has several. */
  zone?: string;
  /** Code for calls from abroad, without the plus; undefined where others share it. */
  calling?: string;
}

const define = (
  code: Country["code"],
  spellings: string,
  currency: string,
  zone?: string,
  calling?: string
): Country => ({
  code,
  spellings: spellings.split(" · "),
  currency,
  ...(zone && { zone }),
  ...(calling && { calling })
});

/** The countries that a home is looked for among; every other stays as written, and has no zone or currency of its own. */
export const COUNTRIES: readonly Country[] = [
  define("VN", "VNM · Viet Nam · Nuoc Viet Nam", "VND", "Asia/Ho_Chi_Minh", "84"),
  define("US", "USA · United States · United States of America · My", "USD"),
  define("GB", "UK · GBR · United Kingdom · Great Britain · England · Anh", "GBP", "Europe/London", "44"),
  define("IE", "IRL · EIRE", "EUR", "Europe/Dublin", "353"),
  define("FR", "FRA", "EUR", "Europe/Paris", "33"),
  define("DE", "DEU · Deutschland", "EUR", "Europe/Berlin", "49"),
  define("NL", "NLD · Netherlands · Nederland · Holland", "EUR", "Europe/Amsterdam", "31"),
  define("BE", "BEL · België · Belgique", "EUR", "Europe/Brussels", "32"),
  define("AT", "AUT · Österreich", "EUR", "Europe/Vienna", "43"),
  define("CH", "CHE · Schweiz · Suisse", "CHF", "Europe/Zurich", "41"),
  define("IT", "ITA · Italia", "EUR", "Europe/Rome", "39"),
  define("ES", "ESP · España", "EUR", undefined, "34"),
  define("PT", "PRT", "EUR", undefined, "351"),
  define("PL", "POL · Polska", "PLN", "Europe/Warsaw", "48"),
  define("CZ", "CZE · Czech Republic · Česko", "CZK", "Europe/Prague", "420"),
  define("HU", "HUN · Magyarorszag", "HUF", "Europe/Budapest", "36"),
  define("SE", "SWE · Sverige", "SEK", "Europe/Stockholm", "46"),
  define("NO", "NOR · Norge", "NOK", "Europe/Oslo", "47"),
  define("DK", "DNK · Danmark", "DKK", "Europe/Copenhagen", "45"),
  define("FI", "FIN · Suomi", "EUR", "Europe/Helsinki", "358"),
  define("GR", "GRC", "EUR", "Europe/Athens", "30"),
  define("UA", "UKR", "UAH", "Europe/Kyiv", "380"),
  define("RU", "RUS · Russian Federation", "RUB"),
  define("TR", "TUR · Turkey", "TRY", "Europe/Istanbul", "90"),
  define("IL", "ISR", "ILS", "Asia/Jerusalem", "972"),
  define("AE", "UAE · ARE · United Arab Emirates", "AED", "Asia/Dubai", "971"),
  define("IN", "IND", "INR", "Asia/Kolkata", "91"),
  define("TH", "THA", "THB", "Asia/Bangkok", "66"),
  define("LA", "LAO · Lao PDR", "LAK", "Asia/Vientiane", "856"),
  define("KH", "KHM", "KHR", "Asia/Phnom_Penh", "855"),
  define("MY", "MYS", "MYR", "Asia/Kuala_Lumpur", "60"),
  define("SG", "SGP", "SGD", "Asia/Singapore", "65"),
  define("ID", "IDN", "IDR", undefined, "62"),
  define("PH", "PHL · Philippines", "PHP", "Asia/Manila", "63"),
  define("CN", "CHN · PRC", "CNY", "Asia/Shanghai", "86"),
  define("HK", "HKG", "HKD", "Asia/Hong_Kong", "852"),
  define("TW", "TWN", "TWD", "Asia/Taipei", "886"),
  define("JP", "JPN · 日本", "JPY", "Asia/Tokyo", "81"),
  define("KR", "KOR · Korea · Republic of Korea", "KRW", "Asia/Seoul", "82"),
  define("AU", "AUS", "AUD", undefined, "61"),
  define("NZ", "NZL", "NZD", "Pacific/Auckland", "64"),
  define("CA", "CAN", "CAD"),
  define("MX", "MEX · Mexico", "MXN", undefined, "52"),
  define("BR", "BRA · Brasil", "BRL", undefined, "55"),
  define("ZA", "ZAF", "ZAR", "Africa/Johannesburg", "27")
];
