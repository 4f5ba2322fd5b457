/** A heading, word or name without accents, case, blanks and signs: `Mã đơn hàng` → `madonhang`. */
export function fold(text: string): string {
  return foldAccents(text).replace(/[^a-z0-9]/g, "");
}

/** Lower case without Vietnamese accents, blanks kept: `Khách Đà Nẵng` → `khach da nang`. */
export function foldAccents(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll("đ", "d")
    .replaceAll("\u00a0", " ")
    .trim();
}
