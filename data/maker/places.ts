import { dayOf } from "./calendar.js";
import type { Random } from "./random.js";

type Urbanity = "city" | "town" | "countryside";

/** A branch: its place, its weight among contacts, its salespeople, and the provinces around it. */
export interface Branch {
  name: string;
  shop: string;
  weight: number;
  owners: readonly string[];
  /** Spellings of the branch's own province. */
  home: readonly (readonly [string, number])[];
  /** Name until 30 June 2025 → name since; one entry a neighbour province. */
  around: readonly (readonly [string, string])[];
}

const HANOI: Branch = {
  name: "Hà Nội",
  shop: "Mộc An Phố Vải",
  weight: 0.32,
  owners: ["Đỗ Thị Sao Mai", "Lương Gia Bách", "Tạ Khánh Vy"],
  home: [
    ["Hà Nội", 8],
    ["Ha Noi", 1],
    ["Thành phố Hà Nội", 1]
  ],
  around: pairs(
    "Bắc Ninh; Bắc Giang>Bắc Ninh; Hưng Yên; Hà Nam>Ninh Bình; Vĩnh Phúc>Phú Thọ; Hòa Bình>Phú Thọ; Phú Thọ; Thái Nguyên; Bắc Kạn>Thái Nguyên; Lạng Sơn; Sơn La; Lào Cai; Yên Bái>Lào Cai; Hà Giang>Tuyên Quang; Tuyên Quang; Thanh Hóa; Nghệ An; Cao Bằng; Điện Biên; Lai Châu"
  )
};

const HAIPHONG: Branch = {
  name: "Hải Phòng",
  shop: "Mộc An Bến Phượng",
  weight: 0.16,
  owners: ["Vương Hải Yến", "Đinh Trọng Nghĩa"],
  home: [
    ["Hải Phòng", 9],
    ["Hai Phong", 1]
  ],
  around: pairs("Hải Dương>Hải Phòng; Quảng Ninh; Thái Bình>Hưng Yên; Nam Định>Ninh Bình; Ninh Bình; Hưng Yên")
};

export const DANANG: Branch = {
  name: "Đà Nẵng",
  shop: "Mộc An Cầu Sóng",
  weight: 0.21,
  owners: ["Phan Diễm Quỳnh", "Trịnh Bảo Lâm"],
  home: [
    ["Đà Nẵng", 9],
    ["Da Nang", 1]
  ],
  around: pairs(
    "Quảng Nam>Đà Nẵng; Thừa Thiên Huế>Huế; Quảng Ngãi; Kon Tum>Quảng Ngãi; Quảng Trị; Quảng Bình>Quảng Trị; Bình Định>Gia Lai; Gia Lai; Hà Tĩnh; Phú Yên>Đắk Lắk; Đắk Lắk; Khánh Hòa; Ninh Thuận>Khánh Hòa"
  )
};

const SAIGON: Branch = {
  name: "TP. Hồ Chí Minh",
  shop: "Mộc An Vườn Chuối",
  weight: 0.31,
  owners: ["Huỳnh Ngọc Thảo Nhi", "Mai Quốc Thịnh", "Lâm Tuệ Mẫn"],
  home: [
    ["TP. Hồ Chí Minh", 6],
    ["TP.HCM", 3],
    ["Hồ Chí Minh", 1]
  ],
  around: pairs(
    "Bình Dương>TP. Hồ Chí Minh; Bà Rịa - Vũng Tàu>TP. Hồ Chí Minh; Đồng Nai; Bình Phước>Đồng Nai; Long An>Tây Ninh; Tây Ninh; Tiền Giang>Đồng Tháp; Đồng Tháp; Bến Tre>Vĩnh Long; Trà Vinh>Vĩnh Long; Vĩnh Long; Cần Thơ; Hậu Giang>Cần Thơ; Sóc Trăng>Cần Thơ; An Giang; Kiên Giang>An Giang; Cà Mau; Bạc Liêu>Cà Mau; Lâm Đồng; Đắk Nông>Lâm Đồng; Bình Thuận>Lâm Đồng"
  )
};

export const BRANCHES: readonly Branch[] = [HANOI, HAIPHONG, DANANG, SAIGON];

/** The day from which the 34 new provinces hold. */
const MERGER_DAY = dayOf("2025-07-01");

const FOREIGN: readonly (readonly [string, string, number])[] = [
  ["US", "California", 4],
  ["JP", "Tokyo", 3],
  ["AU", "Victoria", 2],
  ["KR", "Seoul", 2],
  ["FR", "Paris", 1],
  ["SG", "", 1]
];

/** Where a person lives; urbanity is empty for about 6 % of people. */
interface Home {
  province: string;
  country: string;
  urbanity: Urbanity | "";
}

/** Composes a home near a branch, in the province names of the day the contact was made. */
export function composeHome(branch: Branch, day: number, random: Random): Home {
  if (random.chance(0.022)) {
    const [country, province] = random.weighted(FOREIGN.map((f) => [f, f[2]] as const));
    return { province, country, urbanity: random.chance(0.5) ? "city" : "" };
  }
  const atHome = random.chance(0.62);
  const neighbour = random.pick(branch.around);
  const province = atHome ? random.weighted(branch.home) : neighbour[day >= MERGER_DAY ? 1 : 0];
  const urbanity = random.weighted<Urbanity | "">(
    atHome
      ? [
          ["city", 80],
          ["town", 8],
          ["countryside", 6],
          ["", 6]
        ]
      : [
          ["city", 22],
          ["town", 40],
          ["countryside", 32],
          ["", 6]
        ]
  );
  return { province, country: "VN", urbanity };
}

function pairs(list: string): readonly (readonly [string, string])[] {
  return list.split("; ").map((entry) => {
    const [before = "", since = before] = entry.split(">");
    return [before, since] as const;
  });
}
