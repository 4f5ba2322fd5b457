import { type Formats, formats } from "../../src/terms/format.js";
import type { Bilingual, Lang } from "../../src/terms/lang.js";
import type { Definitions } from "../definitions/read.js";
import type { Finding, RawFinding } from "./finding.js";

interface Sentence {
  headline: string;
  detail: string;
}

type Tell = (finding: RawFinding, f: Formats, name: Name) => Sentence;

/** Names from the data as people know them. */
interface Name {
  source(id: string): string;
  state(id: string): string;
}

/** Puts findings into words, in both languages, with the numbers inside the sentences. */
export function describeFindings(
  findings: readonly RawFinding[],
  definitions: Definitions,
  currency: string
): Finding[] {
  return findings.map((finding) => {
    const tell = (lang: Lang) => TELL[lang][finding.kind](finding, formats(lang, currency), names(lang, definitions));
    const [vi, en] = [tell("vi"), tell("en")];
    return {
      id: finding.id,
      kind: finding.kind,
      headline: { vi: vi.headline, en: en.headline },
      detail: { vi: vi.detail, en: en.detail },
      page: finding.page,
      evidence: evidence(finding),
      strength: finding.strength
    };
  });
}

function names(lang: Lang, { schemes, states }: Definitions): Name {
  const sources = schemes.find((s) => s.id === "source")?.groups ?? [];
  return {
    source: (id) => sources.find((g) => g.id === id)?.label[lang] ?? id,
    state: (id) => states.find((s) => s.id === id)?.label[lang] ?? id
  };
}

const TELL: Record<Lang, Record<Finding["kind"], Tell>> = {
  vi: {
    "channel-conversion": ({ about, numbers: n }, f, name) => ({
      headline:
        (n.times ?? 1) >= 1
          ? `Khách đến từ ${name.source(about.source ?? "")} chịu mua gấp ${f.times(n.times ?? null)} các nguồn khác`
          : `Khách đến từ ${name.source(about.source ?? "")} ít chịu mua hơn hẳn các nguồn khác`,
      detail: `Cứ 100 người đã kết nối từ ${name.source(about.source ?? "")} thì ${f.number((n.rate ?? 0) * 100)} người mua; các nguồn còn lại là ${f.number((n.others ?? 0) * 100)}. Tính trên ${f.number(n.leads ?? null)} khách tiềm năng.`
    }),
    "complaint-wave": ({ about, numbers: n }, f) => ({
      headline: `Tháng ${f.month(about.month ?? null)} khách dồn dập khiếu nại “${about.product}”: ${f.number(n.complaints ?? null)} lượt`,
      detail: `${n.usual === undefined ? "Những tháng khác món này hầu như không ai phàn nàn." : `Những tháng khác món này chỉ có khoảng ${f.number(n.usual, 1)} lượt.`} ${n.share === undefined ? "Khiếu nại của tháng gần như chỉ về nó" : `Riêng nó chiếm ${f.percent(n.share)} khiếu nại của tháng`}${about.subject ? `, phần nhiều vì ${about.subject}` : ""}.`
    }),
    "missing-follow-up": ({ about, numbers: n }, f) => ({
      headline: `${about.branch} gần như thôi hỏi thăm khách sau bán từ ${f.month(about.since ?? null)}`,
      detail: `Chỉ ${f.percent(n.now ?? null)} số đơn ở đây có người hỏi thăm trong 30 ngày, trước đó là ${f.percent(n.before ?? null)}; các chi nhánh khác vẫn ${f.percent(n.others ?? null)}. Đơn có mua lại trong 90 ngày ở đây từ ${f.percent(n.repeatBefore ?? null)} còn ${f.percent(n.repeat ?? null)}, nơi khác từ ${f.percent(n.repeatOthersBefore ?? null)} còn ${f.percent(n.repeatOthers ?? null)}.`
    }),
    "trained-to-wait": ({ about, numbers: n }, f) => ({
      headline: `Khách vào từ đợt ${about.campaign} đã quen chờ giảm giá`,
      detail: `${f.percent(n.rate ?? null)} số đơn về sau của ${f.number(n.people ?? null)} khách này mua lúc giảm giá; khách khác chỉ ${f.percent(n.others ?? null)}. Họ cũng giãn nhịp: ${f.days(n.gap ?? null)} một lần, so với ${f.days(n.othersGap ?? null)}.`
    }),
    concentration: ({ about, numbers: n }, f) => ({
      headline: `${f.percent(n.top ?? null)} khách mua mang về ${f.percent(n.share ?? null)} ${about.of === "profit" ? "lợi nhuận" : "doanh thu"}`,
      detail: `Đó là ${f.number(n.people ?? null)} người. Giữ được họ quan trọng hơn bất cứ chiến dịch tìm khách mới nào.`
    }),
    "lost-after-sale": ({ numbers: n }, f) => ({
      headline: `${f.number(n.people ?? null)} khách đã mua đang bị bỏ quên`,
      detail: `Họ đã quá nhịp mua quen mà từ lần mua cuối chưa ai hỏi đến, bằng ${f.percent(n.share ?? null)} số khách đã mua. Mỗi người quay lại một đơn là khoảng ${f.money(n.value ?? null)}.`
    }),
    "funnel-gap": ({ about, numbers: n }, f, name) => ({
      headline: `Bước ${name.state(about.from ?? "")} → ${name.state(about.to ?? "")} đáng sửa trước nhất`,
      detail: `Bình thường ${f.percent(n.conversion ?? null)} người đi tiếp, những tháng tốt nhất là ${f.percent(n.best ?? null)}. Tháng nào cũng được như vậy thì một năm thêm ${f.number(n.people ?? null)} người, cỡ ${f.money(n.money ?? null)} doanh thu.`
    })
  },
  en: {
    "channel-conversion": ({ about, numbers: n }, f, name) => ({
      headline:
        (n.times ?? 1) >= 1
          ? `Leads from ${name.source(about.source ?? "")} become buyers ${f.times(n.times ?? null)} as often as all others`
          : `Leads from ${name.source(about.source ?? "")} become buyers far less often than all others`,
      detail: `Of every 100 people connected through ${name.source(about.source ?? "")}, ${f.number((n.rate ?? 0) * 100)} bought; from everywhere else, ${f.number((n.others ?? 0) * 100)}. Based on ${f.number(n.leads ?? null)} leads.`
    }),
    "complaint-wave": ({ about, numbers: n }, f) => ({
      headline: `A wave of complaints about “${about.product}” in ${f.month(about.month ?? null)}: ${f.number(n.complaints ?? null)}`,
      detail: `${n.usual === undefined ? "In other months hardly anybody complains about it." : `In other months it draws about ${f.number(n.usual, 1)}.`} ${n.share === undefined ? "The month's complaints were nearly all about it" : `It alone made ${f.percent(n.share)} of that month's complaints`}${about.subject ? `, mostly about ${about.subject}` : ""}.`
    }),
    "missing-follow-up": ({ about, numbers: n }, f) => ({
      headline: `${about.branch} has all but stopped following up after the sale since ${f.month(about.since ?? null)}`,
      detail: `Only ${f.percent(n.now ?? null)} of its orders were followed up within 30 days, ${f.percent(n.before ?? null)} before; other branches still manage ${f.percent(n.others ?? null)}. Orders repeated within 90 days fell from ${f.percent(n.repeatBefore ?? null)} to ${f.percent(n.repeat ?? null)} there, and from ${f.percent(n.repeatOthersBefore ?? null)} to ${f.percent(n.repeatOthers ?? null)} elsewhere.`
    }),
    "trained-to-wait": ({ about, numbers: n }, f) => ({
      headline: `${about.campaign} trained its new customers to wait for a discount`,
      detail: `The ${f.number(n.people ?? null)} who started in it made ${f.percent(n.rate ?? null)} of their later orders on discount, others ${f.percent(n.others ?? null)}. They also come less often: every ${f.days(n.gap ?? null)} against ${f.days(n.othersGap ?? null)}.`
    }),
    concentration: ({ about, numbers: n }, f) => ({
      headline: `${f.percent(n.top ?? null)} of the buyers bring ${f.percent(n.share ?? null)} of ${about.of === "profit" ? "profit" : "revenue"}`,
      detail: `That is ${f.number(n.people ?? null)} people. Keeping them matters more than any campaign for new ones.`
    }),
    "lost-after-sale": ({ numbers: n }, f) => ({
      headline: `${f.number(n.people ?? null)} buyers have been forgotten after the sale`,
      detail: `They are past their usual rhythm and nobody has been in touch since they bought: ${f.percent(n.share ?? null)} of all buyers. One order back from each would be about ${f.money(n.value ?? null)}.`
    }),
    "funnel-gap": ({ about, numbers: n }, f, name) => ({
      headline: `${name.state(about.from ?? "")} → ${name.state(about.to ?? "")} is the step most worth mending`,
      detail: `Usually ${f.percent(n.conversion ?? null)} move on, in the best months ${f.percent(n.best ?? null)}. Every month like those would mean ${f.number(n.people ?? null)} people more a year, some ${f.money(n.money ?? null)} of revenue.`
    })
  }
};

const both = (vi: string, en: string): Bilingual => ({ vi, en });

/** The numbers behind a finding, labelled for a table. */
function evidence({ kind, numbers: n }: RawFinding): Finding["evidence"] {
  const row = (
    label: Bilingual,
    value: number | undefined,
    unit: Finding["evidence"][number]["unit"],
    of?: number
  ): Finding["evidence"] => (value === undefined ? [] : [{ label, value, unit, ...(of === undefined ? {} : { of }) }]);
  switch (kind) {
    case "channel-conversion":
      return [
        ...row(both("Nguồn này", "This source"), n.rate, "share"),
        ...row(both("Các nguồn khác", "All other sources"), n.others, "share")
      ];
    case "complaint-wave":
      return [
        ...row(both("Tháng này", "That month"), n.complaints, "count"),
        ...row(both("Tháng thường", "Usual month"), n.usual, "ratio")
      ];
    case "missing-follow-up":
      return [
        ...row(both("Ở đây, nay", "Here, now"), n.now, "share"),
        ...row(both("Ở đây, trước", "Here, before"), n.before, "share"),
        ...row(both("Nơi khác, nay", "Elsewhere, now"), n.others, "share")
      ];
    case "trained-to-wait":
      return [
        ...row(both("Vào từ đợt này", "Started in it"), n.rate, "share"),
        ...row(both("Khách khác", "All others"), n.others, "share")
      ];
    case "concentration":
      return row(both("Phần mang về", "Share they bring"), n.share, "share");
    case "lost-after-sale":
      return row(both("Phần khách đã mua", "Share of buyers"), n.share, "share");
    case "funnel-gap":
      return [
        ...row(both("Bình thường", "Usual"), n.conversion, "share"),
        ...row(both("Tháng tốt", "Best months"), n.best, "share")
      ];
  }
}
