import { fold, foldAccents } from "../../../src/terms/fold-heading.js";
import { CITIES } from "./cities.js";

/**
 * Vietnam's 34 provinces and cities since 1 July 2025, each with the names of the former 63 that it took in.
 * Source: Resolution 202/2025/QH15 of the National Assembly.
 */
const MERGED: Record<string, readonly string[]> = {
  "Hà Nội": [],
  Huế: ["Thừa Thiên Huế"],
  "Lai Châu": [],
  "Điện Biên": [],
  "Sơn La": [],
  "Lạng Sơn": [],
  "Quảng Ninh": [],
  "Thanh Hóa": [],
  "Nghệ An": [],
  "Hà Tĩnh": [],
  "Cao Bằng": [],
  "Tuyên Quang": ["Hà Giang"],
  "Lào Cai": ["Yên Bái"],
  "Thái Nguyên": ["Bắc Kạn"],
  "Phú Thọ": ["Vĩnh Phúc", "Hòa Bình"],
  "Bắc Ninh": ["Bắc Giang"],
  "Hưng Yên": ["Thái Bình"],
  "Hải Phòng": ["Hải Dương"],
  "Ninh Bình": ["Hà Nam", "Nam Định"],
  "Quảng Trị": ["Quảng Bình"],
  "Đà Nẵng": ["Quảng Nam"],
  "Quảng Ngãi": ["Kon Tum"],
  "Gia Lai": ["Bình Định"],
  "Khánh Hòa": ["Ninh Thuận"],
  "Lâm Đồng": ["Đắk Nông", "Bình Thuận"],
  "Đắk Lắk": ["Phú Yên"],
  "TP. Hồ Chí Minh": ["Bình Dương", "Bà Rịa - Vũng Tàu"],
  "Đồng Nai": ["Bình Phước"],
  "Tây Ninh": ["Long An"],
  "Cần Thơ": ["Sóc Trăng", "Hậu Giang"],
  "Vĩnh Long": ["Bến Tre", "Trà Vinh"],
  "Đồng Tháp": ["Tiền Giang"],
  "Cà Mau": ["Bạc Liêu"],
  "An Giang": ["Kiên Giang"]
};

/** Today's names. */
export const PROVINCES: readonly string[] = Object.keys(MERGED);

const SPELLINGS: Record<string, readonly string[]> = {
  "TP. Hồ Chí Minh": [
    "Hồ Chí Minh",
    "HCM",
    "HCMC",
    "Sài Gòn",
    "TPHCM",
    "TP HCM City",
    "SG",
    "VN-SG",
    "BRVT",
    "BR VT",
    "Bà Rịa"
  ],
  "Hà Nội": ["HN", "VN-HN"],
  "Đà Nẵng": ["VN-DN", "ĐN"],
  "Hải Phòng": ["HP", "VN-HP"],
  "Cần Thơ": ["VN-CT"],
  "Đắk Lắk": ["Dak Lak", "Đăk Lăk", "Đắc Lắc"],
  Huế: ["TT Huế", "VN-26"],
  "Lâm Đồng": ["Đăk Nông", "Đắc Nông"],
  "Quảng Ngãi": ["Kontum", "Công Tum"]
};

/** Words for the kind of place, before its name: `Tỉnh`, `TP.`, `T.P`, `Thị xã`, `Quận` … or after it: `City`. */
const BEFORE = /^((tinh|thanh pho|tp|t p|thi xa|tx|quan|q|huyen|h|province of|city of) )+/;
const AFTER = /( (province|city|district|town))+$/;
/** Prefixes written as one with the name: `TPHCM`, `TP.Hà Nội`. */
const JOINED = /^(thanhpho|tp)/;

const provinces = new Map<string, string>();
for (const [now, before] of Object.entries(MERGED)) for (const name of [now, ...before]) provinces.set(fold(name), now);
for (const [now, names] of Object.entries(SPELLINGS)) for (const name of names) provinces.set(fold(name), now);

const cities = new Map<string, string>();
for (const [now, names] of Object.entries(CITIES)) for (const name of names) cities.set(fold(name), now);

/**
 * Today's name of the province that a name means, old or new, with or without accents and prefix, or that a
 * well-known city or district lies in; undefined if none. Of a name in parts (`Hà Nội - Quận Cầu Giấy`) all that are
 * known have to mean the same.
 */
export function resolveProvince(name: string): string | undefined {
  const whole = resolveName(name);
  if (whole) return whole;
  const parts = name.split(/\s+[-–—]\s+|,/);
  const found = new Set(parts.length > 1 ? parts.flatMap((part) => resolveName(part) ?? []) : []);
  return found.size === 1 ? [...found][0] : undefined;
}

function resolveName(name: string): string | undefined {
  const words = wordsOf(name);
  const bare = words.replace(BEFORE, "").replace(AFTER, "");
  for (const form of [words, bare, words.replaceAll(" ", "").replace(JOINED, "")]) {
    const found = provinces.get(form.replaceAll(" ", "")) ?? cities.get(form.replaceAll(" ", ""));
    if (found) return found;
  }
  return undefined;
}

/**
 * The province at the end of an address: the whole of its last part, or its last words. A single word at the end
 * of a street counts only with a prefix, as streets are called like places.
 */
export function resolveAddress(tail: string): string | undefined {
  const whole = resolveProvince(tail);
  if (whole) return whole;
  const words = wordsOf(tail).split(" ");
  for (let count = Math.min(5, words.length - 1); count >= 2; count--) {
    const end = words.slice(-count).join(" ");
    const found = provinces.get(end.replace(BEFORE, "").replaceAll(" ", ""));
    if (found) return found;
  }
  return undefined;
}

function wordsOf(name: string): string {
  return foldAccents(name)
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
}
