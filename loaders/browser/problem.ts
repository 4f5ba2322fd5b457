import type { Bilingual } from "../../src/terms/lang.js";
import { describeIssue, type Issue } from "../issues/issue.js";
import type { Failure, Problem } from "./protocol.js";

export function describeProblem(issue: Issue): Problem {
  return { issue, text: { vi: describeIssue(issue, "vi"), en: describeIssue(issue, "en") } };
}

/** What a browser or the database in it says when there is no more memory. */
const NO_MEMORY =
  /out of memory|memory limit|could not allocate|cannot enlarge memory|bad_alloc|allocation failed|invalid (array|typed array) length|array buffer allocation|failed to allocate|memory access out of bounds/i;

/** Why something couldn't be done, told by what was thrown; the particulars stay in the worker. */
export function findFailure(error: unknown): Failure {
  if (error instanceof OutOfOrder) return "order";
  if (error instanceof NoEngine) return "engine";
  return NO_MEMORY.test(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    ? "memory"
    : "unexpected";
}

/** Something was asked of a study before there was one. */
export class OutOfOrder extends Error {}

/** The database couldn't be fetched or started. */
export class NoEngine extends Error {}

export const FAILURES: Record<Failure, Bilingual> = {
  memory: {
    vi: "Trình duyệt hết bộ nhớ. Bớt cột hoặc bớt tệp, đóng các thẻ khác rồi thử lại; tệp rất lớn thì chạy bản cài trên máy tính.",
    en: "The browser has run out of memory. Bring fewer columns or files, close other tabs and try again; very large files need the version installed on a computer."
  },
  order: {
    vi: "Chưa có kết quả nào: hãy chọn tệp và bấm tính trước.",
    en: "There are no results yet: choose files and compute first."
  },
  engine: {
    vi: "Không tải được bộ máy tính toán. Kiểm tra kết nối mạng rồi tải lại trang; trình duyệt cần hỗ trợ WebAssembly.",
    en: "The computing engine could not be loaded. Check the connection and reload the page; the browser must support WebAssembly."
  },
  unexpected: {
    vi: "Có lỗi ngoài dự tính trong phần mềm, dữ liệu của bạn không bị ảnh hưởng. Hãy tải lại trang rồi thử lại.",
    en: "Something in the software went wrong that should not have; your data are unharmed. Reload the page and try again."
  }
};
