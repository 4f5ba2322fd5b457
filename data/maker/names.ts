import { BRANCHES } from "./places.js";
import type { Random } from "./random.js";

const FAMILY = [
  ["Nguyễn", 38],
  ["Trần", 12],
  ["Lê", 10],
  ["Phạm", 7],
  ["Hoàng", 5],
  ["Phan", 4],
  ["Vũ", 4],
  ["Võ", 3],
  ["Đặng", 3],
  ["Bùi", 3],
  ["Đỗ", 2],
  ["Hồ", 2],
  ["Ngô", 2],
  ["Dương", 2],
  ["Lý", 1],
  ["Trương", 1],
  ["Đoàn", 1]
] as const;
const FEMALE_MIDDLE = words("Thị; Thu; Ngọc; Thanh; Phương; Kim; Mỹ; Hoài; Bích; Diệu; Minh; Khánh; Quỳnh; Thùy");
const FEMALE_GIVEN = words(
  "Anh; Hà; Hương; Lan; Linh; Mai; Nga; Ngân; Nhung; Oanh; Phượng; Thảo; Trang; Trinh; Tuyết; Uyên; Vân; Xuân; Yến; Hạnh; Hiền; Loan; Duyên; Giang; Châu; Nguyệt"
);
const MALE_MIDDLE = words("Văn; Hữu; Đức; Minh; Quang; Quốc; Tuấn; Anh; Công; Xuân; Hoàng; Gia; Trọng; Thế");
const MALE_GIVEN = words(
  "An; Bình; Cường; Dũng; Đạt; Đức; Hải; Hiếu; Hùng; Huy; Khang; Khoa; Kiên; Long; Minh; Nam; Phong; Phúc; Quân; Sơn; Tâm; Thắng; Tiến; Trung; Tú; Vinh"
);
const FOREIGN = words(
  "Emily Carter; Kenji Morita; Oliver Hughes; Soo-jin Park; Claire Dubois; Daniel Reyes; Aiko Tanabe; Liam Walsh; Grace Nolan; Hana Fujii; Marc Lefort; Priya Menon"
);
const BRAND = words(
  "Minh Phát; An Khang; Hưng Thịnh; Việt Mộc; Tân Tiến; Đại Lộc; Phú Quý; Gia Hưng; Thành Đạt; Sao Mai; Hoa Sen Xanh; Bình Minh; Trường Xuân; Lộc Phát; Kim Long; Nam Phong"
);
const TRADE = words("Gia dụng; Nội thất; Khách sạn; Dịch vụ; Thương mại; Xây dựng; Nhà hàng; Quà tặng");
const MAKER = words("Sản xuất; Chế biến gỗ; May mặc; Bao bì; Gốm sứ");
const CENTRAL = words("Viện Nghiên cứu Mẫu; Cục Lưu trữ Mẫu; Trung tâm Đào tạo Mẫu; Ban Dự án Mẫu; Thư viện Mẫu");
const LOCAL = words("UBND phường; Trường tiểu học; Trạm y tế; Nhà văn hóa; Ban quản lý chợ");
const PLACE = words("An Lạc Mộc; Hòa Mộc; Tân Mộc; Bình Mộc; Phú Mộc; Đông Mộc; Thanh Mộc; Yên Mộc; Long Mộc");

const OWNERS = new Set(BRANCHES.flatMap((branch) => branch.owners));

/** Composes a person's name; never one of the salespeople's. */
export function composePersonName(country: string, random: Random): string {
  if (country !== "VN" && random.chance(0.6)) return random.pick(FOREIGN);
  const woman = random.chance(0.62);
  const middle = random.pick(woman ? FEMALE_MIDDLE : MALE_MIDDLE);
  const second = random.chance(0.3) ? ` ${random.pick(woman ? FEMALE_MIDDLE.slice(1) : MALE_MIDDLE.slice(1))}` : "";
  const given = random.pick(woman ? FEMALE_GIVEN : MALE_GIVEN);
  const name = `${random.weighted(FAMILY)} ${middle}${second === ` ${middle}` ? "" : second} ${given}`;
  return OWNERS.has(name) ? `${name} Mẫu` : name;
}

/** Composes the name of a business or government body of a sector; the number keeps bodies apart. */
export function composeBusinessName(sector: string, number: number, random: Random): string {
  const brand = random.pick(BRAND);
  if (sector === "manufacturing") return `Công ty CP ${random.pick(MAKER)} ${brand} ${number}`;
  if (sector === "government-central") return `${random.pick(CENTRAL)} số ${number}`;
  if (sector === "government-local") return `${random.pick(LOCAL)} ${random.pick(PLACE)} ${number}`;
  return `Công ty TNHH ${random.pick(TRADE)} ${brand} ${number}`;
}

/** A made-up phone number of contact `number`, unlike any other's, in one of the ways people write it. */
export function composePhone(number: number, random: Random): string {
  const rest = String((number * 7919 + 104729) % 1_000_000).padStart(6, "0");
  const prefix = number % 2 === 0 ? "0900" : "0999";
  const style = random.next();
  if (style < 0.85) return `${prefix}${rest}`;
  if (style < 0.95) return `${prefix} ${rest.slice(0, 3)} ${rest.slice(3)}`;
  return `+84${prefix.slice(1)}${rest}`;
}

/** A made-up address such as `lan.nguyen17@example.vn`. */
export function composeEmail(name: string, number: number, random: Random): string {
  const plain = name
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/đ/g, "d")
    .replace(/Đ/g, "D");
  const parts = plain
    .toLowerCase()
    .replace(/[^a-z ]/g, "")
    .split(" ")
    .filter((part) => part !== "");
  return `${parts.at(-1)}.${parts[0]}${number}@example.${random.chance(0.6) ? "vn" : "com"}`;
}

function words(list: string): readonly string[] {
  return list.split("; ");
}
