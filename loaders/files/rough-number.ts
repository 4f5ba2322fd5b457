/** A number of any style, near enough to compare sums; 0 where there is none. */
export function roughNumber(cell: string): number {
  const bare = cell.replace(/[^\d.,-]/g, "");
  const signs = bare.replace(/[^.,]/g, "");
  const last = signs.at(-1);
  const digits = last ? bare.length - bare.lastIndexOf(last) - 1 : 0;
  const fraction =
    last !== undefined &&
    (signs.length === 1 ? digits !== 3 || /^-?0[.,]/.test(bare) : signs.indexOf(last) === signs.length - 1);
  const plain = bare.replaceAll("-", "");
  const cut = fraction && last ? plain.lastIndexOf(last) : plain.length;
  const value = Number(`${plain.slice(0, cut).replace(/\D/g, "")}.${plain.slice(cut).replace(/\D/g, "")}`) || 0;
  return /^\(|^\D*-|-$/.test(cell.trim()) ? -value : value;
}
