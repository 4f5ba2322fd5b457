import type { Dictionary } from "../terms/words.js";

/** Why the Upload page's worker couldn't do what was asked, and what to do. */
export const FAILURES = {
  memory: [
    "Trình duyệt hết bộ nhớ. Bớt cột hoặc bớt tệp, đóng các thẻ khác rồi thử lại; tệp rất lớn thì chạy bản cài trên máy tính.",
    "The browser has run out of memory. Bring fewer columns or files, close other tabs and try again; very large files need the version installed on a computer."
  ],
  order: [
    "Chưa có kết quả nào: hãy chọn tệp và bấm tính trước.",
    "There are no results yet: choose files and compute first."
  ],
  engine: [
    "Không tải được bộ máy tính toán. Kiểm tra kết nối mạng rồi tải lại trang; trình duyệt cần hỗ trợ WebAssembly.",
    "The computing engine could not be loaded. Check the connection and reload the page; the browser must support WebAssembly."
  ],
  unexpected: [
    "Có lỗi ngoài dự tính trong phần mềm, dữ liệu của bạn không bị ảnh hưởng. Hãy tải lại trang rồi thử lại.",
    "Something in the software went wrong that should not have; your data are unharmed. Reload the page and try again."
  ]
} as const satisfies Dictionary;
