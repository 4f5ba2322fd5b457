import { expect, test } from "vitest";
import { holdFiles } from "../../loaders/files/folder.js";
import { describeFindings } from "../../loaders/findings/describe.js";
import type { RawFinding } from "../../loaders/findings/finding.js";
import { DEFINITIONS, definitionsOf } from "../support/definitions.js";

const say = (finding: RawFinding, definitions = DEFINITIONS) => {
  const [told] = describeFindings([finding], definitions, "VND");
  return { headline: told?.headline, detail: told?.detail, evidence: told?.evidence.map(({ value }) => value) };
};

test("a source that converts worse is told without its factor, under the name of its group", () => {
  const numbers = { rate: 0.1, others: 0.4, times: 0.25, leads: 1200, buyers: 120 };
  expect(say({ id: "a", kind: "channel-conversion", about: { source: "zalo" }, numbers, strength: 1 })).toEqual({
    headline: {
      vi: "Khách đến từ Zalo ít chịu mua hơn hẳn các nguồn khác",
      en: "Leads from Zalo become buyers far less often than all others"
    },
    detail: {
      vi: "Cứ 100 người đã kết nối từ Zalo thì 10 người mua; các nguồn còn lại là 40. Tính trên 1.200 khách tiềm năng.",
      en: "Of every 100 people connected through Zalo, 10 bought; from everywhere else, 40. Based on 1,200 leads."
    },
    evidence: [0.1, 0.4]
  });
});

test("what must not be told of a wave is left out of the sentence and of the evidence", () => {
  const wave = (usual: number | null, share: number | null, subject: string) =>
    say({
      id: "a",
      kind: "complaint-wave",
      about: { product: "{share} Nồi", month: "2026-03", subject },
      numbers: { complaints: 59, usual, share },
      strength: 1
    });
  expect(wave(2.5, 0.7, "giao chậm")).toEqual({
    headline: {
      vi: "Tháng 03/2026 khách dồn dập khiếu nại “{share} Nồi”: 59 lượt",
      en: "A wave of complaints about “{share} Nồi” in Mar\u00a02026: 59"
    },
    detail: {
      vi: "Những tháng khác món này chỉ có khoảng 2,5 lượt. Riêng nó chiếm 70% khiếu nại của tháng, phần nhiều vì giao chậm.",
      en: "In other months it draws about 2.5. It alone made 70% of that month's complaints, mostly about giao chậm."
    },
    evidence: [59, 2.5]
  });
  expect(wave(null, null, "")).toMatchObject({
    detail: {
      vi: "Những tháng khác món này hầu như không ai phàn nàn. Khiếu nại của tháng gần như chỉ về nó.",
      en: "In other months hardly anybody complains about it. The month's complaints were nearly all about it."
    },
    evidence: [59]
  });
});

test("the days of a window are told as the firm sets them", async () => {
  const own = "missing-follow-up: { limits: { follow_up_days: { value: 14 } } }\n";
  const numbers = { now: 0.04, before: 0.5, others: 0.6, orders: 80, repeat: 0.1 };
  const finding: RawFinding = {
    id: "a",
    kind: "missing-follow-up",
    about: { branch: "Huế", since: "2025-10" },
    numbers: { ...numbers, repeatBefore: 0.3, repeatOthers: 0.31, repeatOthersBefore: 0.32 },
    strength: 1
  };
  expect(say(finding).detail?.vi).toContain("hỏi thăm trong 30 ngày, trước đó là 50%");
  const definitions = await definitionsOf(holdFiles("shop", { "findings.yaml": own }));
  expect(say(finding, definitions).detail?.vi).toContain("hỏi thăm trong 14 ngày, trước đó là 50%");
});

test("a state is told under the firm's own name", async () => {
  const own = "states:\n  - { id: fan, label: { vi: Khách ruột, en: Devotee } }\n";
  const definitions = await definitionsOf(holdFiles("shop", { "states.yaml": own }));
  const numbers = { conversion: 0.1, best: 0.2, people: 30, money: 5_000_000 };
  const finding: RawFinding = {
    id: "a",
    kind: "funnel-gap",
    about: { from: "member", to: "fan" },
    numbers,
    strength: 1
  };
  expect(say(finding, definitions).headline).toEqual({
    vi: "Bước Thành viên → Khách ruột đáng sửa trước nhất",
    en: "Member → Devotee is the step most worth mending"
  });
});
