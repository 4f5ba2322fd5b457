import { dayOf } from "./calendar.js";

type Offer = "bait" | "main" | "upsell";

/** A product: list price in dong, cost share of the list price (0–1), first day on sale, price tier of main products. */
export interface Product {
  id: string;
  name: string;
  category: string;
  offer: Offer;
  price: number;
  costShare: number;
  launch: number;
  /** 0 cheap, 1 middle, 2 dear. */
  tier: 0 | 1 | 2;
}

export const KITCHEN = "Nhà bếp";
export const FURNITURE = "Nội thất nhỏ";
export const CARE = "Chăm sóc nhà";

/** Category, offer, name, price in thousand dong, cost share, launch date if within the sample. */
type Row = readonly [string, Offer, string, number, number, string?];

const ROWS: readonly Row[] = [
  [KITCHEN, "bait", "Đũa gỗ mun 5 đôi", 39, 0.72],
  [KITCHEN, "bait", "Khăn lau bếp 3 chiếc", 29, 0.75],
  [KITCHEN, "bait", "Thớt tre mini", 59, 0.72],
  [KITCHEN, "main", "Bộ nồi inox 5 món", 1690, 0.6],
  [KITCHEN, "main", "Chảo gang 26 cm", 490, 0.56],
  [KITCHEN, "main", "Bộ dao 6 món", 690, 0.55],
  [KITCHEN, "main", "Bộ bát đĩa men lam", 890, 0.52],
  [KITCHEN, "main", "Máy xay đa năng", 1290, 0.64, "2025-05-12"],
  [KITCHEN, "main", "Nồi chiên hơi 5 lít", 1890, 0.63, "2025-12-08"],
  [KITCHEN, "upsell", "Lọ gia vị gỗ", 120, 0.5],
  [KITCHEN, "upsell", "Tạp dề vải bố", 150, 0.48],
  ["Đồ gia dụng", "bait", "Móc treo gỗ 10 cái", 49, 0.74],
  ["Đồ gia dụng", "bait", "Hộp đựng đồ nhỏ", 35, 0.73],
  ["Đồ gia dụng", "main", "Giá phơi gấp gọn", 450, 0.58],
  ["Đồ gia dụng", "main", "Cây lau nhà xoay", 390, 0.6],
  ["Đồ gia dụng", "main", "Quạt cây gỗ sồi", 1850, 0.62],
  ["Đồ gia dụng", "main", "Máy lọc không khí", 3490, 0.66, "2025-09-15"],
  ["Đồ gia dụng", "main", "Tủ vải khung gỗ", 790, 0.58],
  ["Đồ gia dụng", "upsell", "Túi giặt lưới bộ 4", 90, 0.5],
  ["Trang trí", "bait", "Nến thơm thử 50 g", 49, 0.7],
  ["Trang trí", "bait", "Bưu thiếp tranh Đông Hồ", 29, 0.65],
  ["Trang trí", "main", "Tranh gỗ treo tường", 850, 0.45],
  ["Trang trí", "main", "Đèn mây đan", 690, 0.47],
  ["Trang trí", "main", "Bình gốm men rạn", 420, 0.44],
  ["Trang trí", "main", "Gương mây tròn", 980, 0.48, "2024-11-18"],
  ["Trang trí", "upsell", "Khung ảnh gỗ thông", 110, 0.45],
  ["Phòng ngủ", "bait", "Vỏ gối thử", 69, 0.72],
  ["Phòng ngủ", "main", "Chăn ga cotton", 1450, 0.52],
  ["Phòng ngủ", "main", "Gối lông vũ nhân tạo", 350, 0.5],
  ["Phòng ngủ", "main", "Chăn lụa tơ tằm", 3900, 0.5],
  ["Phòng ngủ", "main", "Nệm gấp 3 khúc", 2400, 0.57],
  ["Phòng ngủ", "main", "Ga chun sợi tre", 790, 0.5, "2025-03-17"],
  ["Phòng ngủ", "upsell", "Túi thơm thảo mộc", 85, 0.42],
  [FURNITURE, "main", "Ghế đôn bọc vải", 650, 0.55],
  [FURNITURE, "main", "Bàn trà gỗ tần bì", 2900, 0.56],
  [FURNITURE, "main", "Kệ sách 4 tầng", 1550, 0.56],
  [FURNITURE, "main", "Bàn làm việc gấp", 1990, 0.57],
  [FURNITURE, "main", "Tủ giày gỗ cao su", 5600, 0.58],
  [FURNITURE, "main", "Ghế lười thư giãn", 4500, 0.57, "2026-04-06"],
  [FURNITURE, "upsell", "Miếng lót chân ghế", 80, 0.4],
  [CARE, "bait", "Nước lau gỗ gói nhỏ", 29, 0.7],
  [CARE, "bait", "Xịt khử mùi mini", 45, 0.7],
  [CARE, "main", "Bộ chăm sóc gỗ", 320, 0.42],
  [CARE, "main", "Tinh dầu xông phòng", 380, 0.4, "2024-09-09"],
  [CARE, "upsell", "Sáp dưỡng gỗ 200 g", 160, 0.4],
  [CARE, "upsell", "Nước giặt hữu cơ 2 lít", 180, 0.45]
];

export const PRODUCTS: readonly Product[] = ROWS.map(([category, offer, name, thousands, costShare, launch], i) => ({
  id: `SP${String(i + 1).padStart(3, "0")}`,
  name,
  category,
  offer,
  price: thousands * 1000,
  costShare,
  launch: launch === undefined ? -9999 : dayOf(launch),
  tier: thousands < 800 ? 0 : thousands < 2000 ? 1 : 2
}));

/** Products launched within the sample, in order of launch. */
export const LAUNCHES: readonly Product[] = PRODUCTS.filter((p) => p.launch >= 0).sort((a, b) => a.launch - b.launch);

/** The product of the March 2026 wave of complaints. */
export const FAULTY_NAME = "Nồi chiên hơi 5 lít";
