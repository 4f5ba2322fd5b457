import type { Bilingual } from "../../src/terms/lang.js";
import { findColumn, type TableName } from "../definitions/columns.js";
import type { Feature } from "../definitions/feature.js";
import { lackingColumns } from "../segments/sql.js";
import type { Study } from "../study.js";
import type { PublishedAnalysis, PublishedStudy } from "./published.js";

/** What wants a column: a part of an analysis. */
interface Want {
  column: string;
  part: Bilingual;
}

/** Every analysis, on or off, with the columns that would switch on what is off: schemes, states, features. */
export function analyses(study: Study): PublishedAnalysis[] {
  const { definitions, features, schemes } = study;
  const one = (id: string, kind: PublishedAnalysis["kind"], label: Bilingual): PublishedAnalysis => {
    const column = features.lacking.get(kind === "state" ? `${id}_date` : id);
    return {
      id,
      kind,
      label,
      on: column ? 0 : 1,
      of: 1,
      missing: missing(study, column ? [{ column, part: label }] : [])
    };
  };
  const stateDates = new Set(definitions.states.map((s) => `${s.id}_date`));
  return [
    ...schemes.map((scheme): PublishedAnalysis => {
      const wants = scheme.groups.map((group) =>
        [...new Set(lackingColumns(group.rule, features.lacking))].map(
          (column): Want => ({ column, part: group.label })
        )
      );
      return {
        id: scheme.id,
        kind: "scheme",
        label: scheme.label,
        on: wants.filter((of) => of.length === 0).length,
        of: wants.length,
        missing: missing(study, wants.flat())
      };
    }),
    ...definitions.states.map((s) => one(s.id, "state", s.label)),
    ...[...definitions.features.values()]
      .filter((x) => !stateDates.has(x.id) && !isBettered(study, x))
      .map((x) => one(x.id, "feature", x.label))
  ];
}

/** Whether a feature only stands in for what these data tell better: nobody misses it. */
function isBettered({ tables }: Study, { unless }: Feature): boolean {
  return unless !== undefined && tables.columns.has(unless);
}

function missing({ dataset, definitions }: Study, wants: readonly Want[]): PublishedAnalysis["missing"] {
  return [...new Set(wants.map((w) => w.column))].map((column) => {
    const table = column.split(".")[0] as TableName;
    return {
      column,
      label: findColumn(definitions.tables, column).label,
      table,
      files: dataset.files.filter((f) => f.table === table).map((f) => f.file),
      parts: wants.filter((w) => w.column === column).map((w) => w.part)
    };
  });
}

/** The same for programs: one entry per thing that can't be computed and the first column it lacks; groups first. */
export function lacking(study: Study): PublishedStudy["lacking"] {
  const { definitions, features, schemes } = study;
  const label = (column: string) => {
    const of = definitions.tables[column.split(".")[0] as TableName].label;
    const { vi, en } = findColumn(definitions.tables, column).label;
    return { vi: `${vi} (${of.vi})`, en: `${en} (${of.en})` };
  };
  const ofFeatures = [...definitions.features.values()].flatMap((f) => {
    const column = isBettered(study, f) ? undefined : features.lacking.get(f.id);
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
