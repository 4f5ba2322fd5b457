import type { Dictionary } from "../terms/words.js";

/** What happens while a study is computed and a site is built, step by step. */
export const STEPS = {
  reading: ["Đọc thư mục dữ liệu", "Reading the data folder"],
  checking: ["Đọc và kiểm tra từng dòng", "Reading and checking every row"],
  people: ["Nhận ra ai là ai", "Telling people apart"],
  features: ["Tính đặc điểm của từng khách", "Computing features of every customer"],
  segments: ["Xếp nhóm khách hôm nay", "Assigning segments as of today"],
  funnel: ["Dựng phễu và mục tiêu", "Building funnel and targets"],
  history: ["Nhìn lại từng tháng", "Looking back month by month"],
  playbooks: ["Viết sổ tay", "Writing playbooks"],
  unchanged: ["Dữ liệu không đổi: dùng lại kết quả đã tính", "Nothing changed: using the study of last time"],
  again: ["Dữ liệu vừa đổi trong lúc tính: tính lại", "Data changed meanwhile: computing again"],
  engine: ["Tải bộ máy tính toán", "Loading the computing engine"],
  charts: ["Dựng bảng và biểu đồ", "Preparing tables and charts"],
  slower: [
    "Dựng trang sẽ chậm hơn: chưa thử lối tắt với bản này ({misfit}), xem docs/upgrading.md",
    "Building will take longer: the short cuts were not tried with this release ({misfit}), see docs/upgrading.md"
  ],
  pages: ["Dựng trang", "Building the pages"],
  finishing: ["Hoàn thiện và kiểm tra trang", "Finishing and checking the pages"],
  scanning: [
    "Tìm thông tin cá nhân trong những gì sẽ xuất bản",
    "Looking for personal data in what is to be published"
  ],
  built: ["Xong. Trang nằm ở dist/", "Done. The site is in dist/"],
  pageWritten: ["Xong. Trang nằm ở {file}", "Done. The page is in {file}"],
  written: ["Xong. Kết quả nằm ở {folder}", "Done. The results are in {folder}"]
} as const satisfies Dictionary;
