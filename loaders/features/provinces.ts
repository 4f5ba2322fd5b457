import { fold } from "../dataset/fold.js";

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
  "TP. Hồ Chí Minh": ["Hồ Chí Minh", "HCM", "HCMC", "Sài Gòn", "Saigon", "TP HCM", "Ho Chi Minh City"],
  "Hà Nội": ["HN", "Hanoi City"],
  "Đà Nẵng": ["Danang City"],
  "Đắk Lắk": ["Dak Lak", "Đăk Lăk", "Daklak"],
  Huế: ["Hue City"],
  "Lâm Đồng": ["Đăk Nông"],
  "TP. Hồ Chí Minh ": ["Vũng Tàu", "BRVT"]
};

const PREFIX = /^(tinh|thanhpho|tp)/;

const byName = new Map<string, string>();
for (const [now, before] of Object.entries(MERGED)) for (const name of [now, ...before]) byName.set(bare(name), now);
for (const [now, names] of Object.entries(SPELLINGS)) for (const name of names) byName.set(bare(name), now.trim());

/** Today's name of a province under any of its names, old or new, with or without accents and prefix; undefined if none. */
export function resolveProvince(name: string): string | undefined {
  return byName.get(bare(name));
}

function bare(name: string): string {
  return fold(name).replace(PREFIX, "");
}
