import { numberIn } from "../definitions/numbers.js";
import { reasonLabel } from "../issues/issue.js";
import { isSuppressed } from "../segments/summaries.js";
import type { Study } from "../study.js";
import { analyses, lacking } from "./analyses.js";
import { readFileFacts } from "./file-facts.js";
import { filesJson, passedJson } from "./files-json.js";
import { consentJson, peopleJson } from "./people-json.js";
import type { FirstPlay, PublishedFile, PublishedScore, PublishedStudy } from "./published.js";
import { readRevenue } from "./revenue.js";
import { scoreFile } from "./score.js";

const FIRST_PLAYS = 3;

/** `data/study.json`: the firm, its files and what matters most, in aggregates only. */
export async function composeStudyJson(study: Study): Promise<PublishedStudy> {
  const { dataset, firm, tables, summaries } = study;
  const { revenue, unnamed } = await readRevenue(study);
  const { numbers, withheld } = summaries.everybody;
  /** Zero where orders are there and none is counted, null where no file has them, or they may not be shown. */
  const none = numberIn(summaries.all, "orders") === null && tables.columns.has("orders.ordered_at");
  const orders = none ? 0 : numberIn(numbers, "orders");
  const hidden = withheld || isSuppressed(summaries, "revenue");
  const files = filesJson(study);
  return {
    name: firm.name,
    sample: dataset.sample,
    dataset: dataset.label,
    asOfDate: firm.asOf,
    period: { from: tables.from, to: tables.asOf },
    currency: firm.currency,
    zone: tables.zone,
    minimumGroup: firm.minimum,
    customers: numberIn(numbers, "customers"),
    buyers: numberIn(numbers, "buyers"),
    orders: withheld ? null : orders,
    revenue: hidden ? null : revenue,
    revenueWithoutCustomer: hidden ? null : unnamed,
    profit: numberIn(numbers, "profit"),
    files,
    rejects: rejectsByReason(study),
    passed: passedJson(study),
    people: peopleJson(study.people, firm.minimum),
    consent: consentJson(study.people, firm.minimum),
    scorecard: await scorecard(study, files),
    analyses: analyses(study),
    lacking: lacking(study),
    findings: study.findings,
    firstPlays: firstPlays(study)
  };
}

async function scorecard(study: Study, files: readonly PublishedFile[]): Promise<PublishedScore[]> {
  const scores: PublishedScore[] = [];
  for (const [i, counts] of study.tables.files.entries()) {
    const facts = await readFileFacts(study, counts);
    const columns = (files[i]?.columns ?? []).flatMap(({ label, filled, valid }) =>
      filled === null ? [] : [{ label, filled, valid: valid ?? 1 }]
    );
    const { asOf, currency } = study.firm;
    scores.push(...scoreFile({ file: counts.source.file, counts, columns, facts, asOf, currency }));
  }
  return scores;
}

function rejectsByReason({ tables }: Study): PublishedStudy["rejects"] {
  const first = new Map<string, { file: string; reason: Parameters<typeof reasonLabel>[0]; rows: Set<number> }>();
  const seen = new Set<string>();
  for (const reject of tables.rejects) {
    if (seen.has(`${reject.file} ${reject.row}`)) continue;
    seen.add(`${reject.file} ${reject.row}`);
    const key = `${reject.file}\t${reject.reason}`;
    const entry = first.get(key) ?? { file: reject.file, reason: reject.reason, rows: new Set<number>() };
    entry.rows.add(reject.row);
    first.set(key, entry);
  }
  return [...first.values()].map(({ file, reason, rows }) => ({
    file,
    reason,
    label: reasonLabel(reason),
    rows: rows.size,
    money: tables.rejectedMoney[`${file}\t${reason}`] ?? 0
  }));
}

/** The most valuable plays of the groups at the counter, one a group. */
function firstPlays({ playbooks }: Study): FirstPlay[] {
  const vietnamese = playbooks.filter((p) => p.lang === "vi" && p.scheme.id === "sales-groups");
  const plays = vietnamese.flatMap((p): FirstPlay[] => {
    const [play] = p.plays;
    const english = playbooks.find(
      (other) => other.lang === "en" && other.scheme === p.scheme && other.group === p.group
    );
    const same = english?.plays.find((other) => other.id === play?.id);
    if (!play || !same || !english || play.value === null || play.people === null) return [];
    return [
      {
        scheme: p.scheme.id,
        group: p.group,
        play: play.id,
        name: { vi: play.words.name, en: same.words.name },
        groupLabel: { vi: p.label, en: english.label },
        people: play.people,
        value: play.value
      }
    ];
  });
  return plays.sort((a, b) => b.value - a.value).slice(0, FIRST_PLAYS);
}
