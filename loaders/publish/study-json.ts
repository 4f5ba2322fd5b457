import { findColumn, TABLES } from "../dataset/columns.js";
import { reasonLabel } from "../dataset/issue.js";
import { FEATURES } from "../features/definitions.js";
import { lackingColumns } from "../segments/sql.js";
import type { Study } from "../study.js";
import { DEFAULT_ZONE } from "../tables/compute.js";
import type { FirstPlay, PublishedFile, PublishedStudy } from "./published.js";

const FIRST_PLAYS = 3;

/** `data/study.json`: the firm, its files and what matters most, in aggregates only. */
export async function studyJson(study: Study): Promise<PublishedStudy> {
  const { dataset, firm, tables, summaries } = study;
  const [row] = await study.engine.rows(
    "SELECT COALESCE(sum(net), 0) AS revenue, COALESCE(sum(CASE WHEN customer_id IS NULL THEN net ELSE 0 END), 0) AS unnamed FROM lines"
  );
  const { numbers, withheld } = summaries.everybody;
  return {
    name: firm.name,
    sample: dataset.sample,
    dataset: dataset.label,
    asOfDate: firm.asOf,
    period: { from: tables.from, to: tables.asOf },
    currency: firm.currency,
    zone: dataset.settings.zone ?? DEFAULT_ZONE,
    minimumGroup: firm.minimum,
    customers: withheld ? null : (numbers.customers ?? 0),
    buyers: numbers.buyers ?? null,
    orders: withheld ? null : (numbers.orders ?? 0),
    revenue: withheld ? null : Number(row?.revenue ?? 0),
    revenueWithoutCustomer: withheld ? null : Number(row?.unnamed ?? 0),
    profit: numbers.profit ?? null,
    files: tables.files.map((f) => publishedFile(f, withheld)),
    rejects: rejectsByReason(study),
    quality: quality(study),
    lacking: lacking(study),
    findings: study.findings,
    firstPlays: firstPlays(study)
  };
}

function publishedFile({ source, ...count }: Study["tables"]["files"][number], withheld: boolean): PublishedFile {
  const columns = Object.entries(source.columns).map(([id, heading]) => ({
    column: id,
    label: findColumn(`${source.table}.${id}`).label,
    heading
  }));
  const { filled: _filled, ...numbers } = count;
  const hidden = withheld ? { moneyRead: null, moneyAccepted: null, moneyRejected: null, moneyDuplicate: null } : {};
  return { file: source.file, table: source.table, ...numbers, ...hidden, columns, ignored: source.ignored };
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

/** Completeness from the accepted rows; validity from the cells of a column that could not be read. */
function quality({ tables }: Study): PublishedStudy["quality"] {
  return tables.files.flatMap(({ source, filled, rowsRead }) =>
    Object.entries(source.columns).map(([id, heading]) => {
      const bad = tables.rejects.filter(
        (r) => r.file === source.file && r.column === heading && r.reason !== "missing-value"
      ).length;
      return {
        file: source.file,
        column: heading,
        label: findColumn(`${source.table}.${id}`).label,
        completeness: filled[id] ?? 0,
        validity: rowsRead === 0 ? 1 : 1 - bad / rowsRead
      };
    })
  );
}

/** What can't be computed, and the column that would switch it on: features first, then groups of schemes. */
function lacking({ features, schemes }: Study): PublishedStudy["lacking"] {
  const label = (column: string) => {
    const [table] = column.split(".");
    const of = TABLES[table as keyof typeof TABLES]?.label;
    const { vi, en } = findColumn(column).label;
    return { vi: `${vi} (${of?.vi})`, en: `${en} (${of?.en})` };
  };
  const ofFeatures = FEATURES.flatMap((f) => {
    const column = features.lacking.get(f.id);
    return column ? [{ analysis: f.id, label: f.label, column, columnLabel: label(column) }] : [];
  });
  const ofGroups = schemes.flatMap((scheme) =>
    scheme.groups.flatMap((group) => {
      const [column] = lackingColumns(group.rule, features.lacking);
      return column
        ? [
            {
              analysis: `${scheme.id}/${group.id}`,
              label: { vi: `${scheme.label.vi}: ${group.label.vi}`, en: `${scheme.label.en}: ${group.label.en}` },
              column,
              columnLabel: label(column)
            }
          ]
        : [];
    })
  );
  return [...ofGroups, ...ofFeatures];
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
