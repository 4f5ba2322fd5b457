import { tableFromIPC } from "apache-arrow";
import { type Call, type Formula, nodes, parseFormula } from "../../loaders/definitions/formula.js";
import { print } from "../../loaders/definitions/print.js";
import { monthEnd } from "../../loaders/features/calendar.js";
import type { Content } from "../../loaders/publish/contents.js";
import type {
  PublishedDefinitions,
  PublishedPlaybook,
  PublishedStudy,
  PublishedTargets
} from "../../loaders/publish/published.js";
import { type Equation, solve } from "./linear.js";

/** A row of a published table. */
export type Row = Record<string, number | string | boolean | null>;

/** The published files as anybody can read them, and nothing else. */
export interface Published {
  study: PublishedStudy;
  definitions: PublishedDefinitions;
  targets: PublishedTargets;
  playbooks: PublishedPlaybook[];
  segments: Row[];
  trend: Row[];
  crosstab: Row[];
  migration: Row[];
  funnel: Row[];
  cohorts: Row[];
}

export function readPublished(files: readonly Content[]): Published {
  const entries = files.map(([path, content]) => [
    path.replace(/^data\/|\.(json|arrow)$/g, ""),
    typeof content === "string"
      ? JSON.parse(content)
      : tableFromIPC(content)
          .toArray()
          .map((row) => ({ ...row.toJSON() }))
  ]);
  return Object.fromEntries(entries) as Published;
}

/** Something that a reader may come to know: how many people, or a number that so many people stand behind. */
export interface Found {
  /** `segments rfm/champions complaints`. */
  name: string;
  value: number;
  /** Where it is no count of people itself: the group and the aggregate that it is. */
  behind?: { scheme: string; group: string; aggregate: string };
}

/**
 * Everything that a reader can find out from the published files by adding, subtracting, multiplying and dividing:
 * what stands there, and what follows from sums over groups, parts of wholes, shares, margins of two-way tables, steps
 * of the funnel and moves between groups.
 */
export function findAll(published: Published): Found[] {
  const known = new Map<string, number>();
  const facts: [sum: number, terms: [string, number][]][] = [];
  const behind = new Map<string, NonNullable<Found["behind"]>>();
  const notice = (name: string, value: unknown) => {
    if (typeof value === "number") known.set(name, value);
    return name;
  };
  /** These add up to nothing (or to `sum`). */
  const relate = (terms: [string, number][], sum = 0) => facts.push([sum, terms]);
  const total = (whole: string, parts: readonly string[]) =>
    relate([[whole, -1], ...parts.map((part): [string, number] => [part, 1])]);
  const rest = (whole: string, part: string) => total(whole, [part, `rest of ${whole} without ${part}`]);

  readSegments(published, { notice, relate, total, rest, behind });
  readTables(published, { notice, relate, total, rest });
  readFunnel(published, { notice, relate, total, rest });
  readWords(published, { notice, relate, total, rest });

  const equations = facts.flatMap(([sum, terms]): Equation[] => {
    const open = new Map<string, number>();
    let left = sum;
    for (const [name, x] of terms) {
      const value = known.get(name);
      if (value === undefined) open.set(name, (open.get(name) ?? 0) + x);
      else left -= x * value;
    }
    return open.size > 0 ? [{ terms: open, sum: left }] : [];
  });
  return [...known, ...solve(equations)].map(([name, value]) => {
    const number = behind.get(name);
    return number ? { name, value, behind: number } : { name, value };
  });
}

interface Reader {
  notice(name: string, value: unknown): string;
  relate(terms: [string, number][], sum?: number): void;
  total(whole: string, parts: readonly string[]): void;
  rest(whole: string, part: string): void;
}

/** How a number of a group is called here; an aggregate that no number is goes by its formula. */
const ofGroup = (row: Row, number: string) => `segments ${row.scheme}/${row.group} ${number}`;
const sizeAt = (scheme: unknown, date: unknown, group: unknown) => `trend ${scheme} ${date} ${group}`;

function readSegments(
  { segments, definitions }: Published,
  { notice, relate, total, rest, behind }: Reader & { behind: Map<string, NonNullable<Found["behind"]>> }
): void {
  const numbers = definitions.numbers.map((n) => ({ ...n, formula: parseFormula(n.formula) }));
  const named = new Map(numbers.map((n) => [print(n.formula), n]));
  const all = segments.find((row) => row.scheme === "all") as Row;
  const additive = new Set<string>();
  for (const row of segments) {
    const place = (formula: Formula): string => {
      if (formula.kind === "name") {
        const name = formula.name.replace(/^all\./, "");
        return ofGroup(name === formula.name ? row : all, name);
      }
      const aggregate = print(formula);
      const id = named.get(aggregate)?.id ?? aggregate;
      const name = ofGroup(row, id);
      const isPeople = named.get(aggregate)?.counts === "people";
      if (!isPeople) behind.set(name, { scheme: String(row.scheme), group: String(row.group), aggregate });
      if ((formula as Call).name !== "median") additive.add(id);
      return name;
    };
    for (const { id, formula, counts, of, madeOf } of numbers) {
      const value = row[id] ?? null;
      if (counts !== null)
        notice(formula.kind === "call" && formula.name !== "before" ? place(formula) : ofGroup(row, id), value);
      else if (typeof value === "number") relate(...ratio(formula, value, place));
      if (madeOf.length > 0)
        total(
          ofGroup(row, id),
          madeOf.map((part) => ofGroup(row, part))
        );
      if (counts === "people")
        for (let whole = of; whole && whole !== "everybody"; whole = numbers.find((n) => n.id === whole)?.of ?? null)
          rest(ofGroup(row, whole), ofGroup(row, id));
    }
  }
  for (const { id, formula } of numbers) if (formula.kind === "call" && formula.name === "before") additive.add(id);
  for (const { id } of definitions.schemes) {
    const groups = segments.filter((row) => row.scheme === id);
    for (const number of additive)
      total(
        ofGroup(all, number),
        groups.map((row) => ofGroup(row, number))
      );
  }
}

/** What a published ratio says of what it is made from: `a / b = value` is `a - value × b = 0`. */
function ratio(formula: Formula, value: number, place: (formula: Formula) => string): [[string, number][], number] {
  if (formula.kind === "call" && formula.name === "if") return ratio(formula.parts[1] as Formula, value, place);
  if (formula.kind === "arithmetic" && formula.operator === "/")
    return [[...added(formula.left, 1, place), ...added(formula.right, -value, place)], 0];
  if (formula.kind === "arithmetic" && formula.right.kind === "number" && "+-".includes(formula.operator))
    return ratio(formula.left, value + (formula.operator === "-" ? 1 : -1) * formula.right.value, place);
  return [added(formula, 1, place), value];
}

function added(formula: Formula, times: number, place: (formula: Formula) => string): [string, number][] {
  if (formula.kind === "name" || formula.kind === "call") return [[place(formula), times]];
  if (formula.kind === "arithmetic" && "+-".includes(formula.operator))
    return [
      ...added(formula.left, times, place),
      ...added(formula.right, formula.operator === "+" ? times : -times, place)
    ];
  throw new Error(`a reader does not know what to make of ${print(formula)}`);
}

/** Every aggregate that published formulas name. */
export function aggregatesOf({ definitions }: Published): Call[] {
  const calls = definitions.numbers
    .flatMap((n) => [...nodes(parseFormula(n.formula))])
    .filter((part) => part.kind === "call" && ["count", "total", "median"].includes(part.name)) as Call[];
  return [...new Map(calls.map((call) => [print(call), call])).values()];
}

function readTables({ study, segments, trend, crosstab, migration }: Published, r: Reader): void {
  const today = study.asOfDate;
  for (const row of segments)
    if (row.scheme !== "all") r.total(ofGroup(row, "customers"), [sizeAt(row.scheme, today, row.group)]);
  for (const [part, rows] of groupBy(trend, (t) => `${t.scheme} ${t.date}`)) {
    const everybody = `trend ${part.split(" ")[1]} everybody`;
    const sizes = rows.map((t) => r.notice(sizeAt(t.scheme, t.date, t.group), t.customers));
    r.total(everybody, sizes);
    for (const [i, t] of rows.entries())
      if (typeof t.share === "number")
        r.relate([
          [sizes[i] as string, 1],
          [everybody, -t.share]
        ]);
  }
  for (const [, rows] of groupBy(crosstab, (c) => `${c.scheme_a} ${c.scheme_b}`)) {
    const cell = (c: Row) => `cross-tab ${c.scheme_a}/${c.group_a} × ${c.scheme_b}/${c.group_b}`;
    for (const c of rows) r.notice(cell(c), c.customers);
    for (const [a, side] of [
      ["a", "group_a"],
      ["b", "group_b"]
    ] as const)
      for (const [group, cells] of groupBy(rows, (c) => String(c[side])))
        r.total(sizeAt(cells[0]?.[`scheme_${a}`], today, group), cells.map(cell));
  }
  for (const [, rows] of groupBy(migration, (m) => `${m.scheme} ${m.span}`)) {
    const cell = (m: Row) => `migration ${m.scheme} ${m.span} ${m.from_group} → ${m.to_group}`;
    const then = monthEnd(today, -Number(rows[0]?.span));
    for (const m of rows) r.notice(cell(m), m.customers);
    for (const [group, cells] of groupBy(rows, (m) => String(m.to_group)))
      r.total(sizeAt(cells[0]?.scheme, today, group), cells.map(cell));
    for (const [group, cells] of groupBy(rows, (m) => String(m.from_group)))
      if (group !== "not-known") r.total(sizeAt(cells[0]?.scheme, then, group), cells.map(cell));
  }
}

function readFunnel({ funnel, cohorts }: Published, r: Reader): void {
  const name = (row: Row, what: string) => `funnel ${row.dimension}/${row.value} ${row.state} ${what}`;
  for (const [, states] of groupBy(funnel, (f) => `${f.dimension}/${f.value}`))
    for (const [i, row] of states.entries()) {
      const [before, after] = [states[i - 1], states[i + 1]];
      for (const what of ["reached", "current", "skipped", "moved"]) r.notice(name(row, what), row[what]);
      if (after) r.total(name(row, "reached"), [name(row, "current"), name(after, "reached")]);
      else r.total(name(row, "reached"), [name(row, "current")]);
      r.rest(name(row, "reached"), name(row, "skipped"));
      r.rest(name(row, "reached"), name(row, "moved"));
      const [step, way] = [row.conversion_from_previous, row.conversion_from_top];
      if (before && typeof step === "number")
        r.relate([
          [name(row, "reached"), 1],
          [name(before, "reached"), -step]
        ]);
      if (typeof way === "number")
        r.relate([
          [name(row, "reached"), 1],
          [name(states[0] as Row, "reached"), -way]
        ]);
    }
  const everybody = funnel.filter((f) => f.dimension === "all");
  for (const all of everybody) {
    const same = funnel.filter((f) => f.dimension !== "all" && f.state === all.state);
    for (const [dimension, rows] of groupBy(same, (f) => String(f.dimension)))
      for (const what of ["reached", "skipped", "moved"])
        r.total(name(all, what), [
          ...rows.map((row) => name(row, what)),
          `funnel ${dimension}/none ${all.state} ${what}`
        ]);
    const months = cohorts.filter((c) => c.state === all.state).map((c) => `cohort ${c.month} ${c.state} reached`);
    if (months.length > 0) r.total(name(all, "reached"), [...months, `cohort before ${all.state} reached`]);
  }
  for (const [month, states] of groupBy(cohorts, (c) => String(c.month)))
    for (const [i, row] of states.entries()) {
      const [reached, early] = [`cohort ${month} ${row.state} reached`, `cohort ${month} ${row.state} early`];
      const entered = r.notice(`cohort ${month} ${states[0]?.state} reached`, row.entered);
      r.notice(reached, row.reached);
      r.notice(early, row.reached_90d);
      r.rest(reached, early);
      for (const [share, of] of [
        [row.share, reached],
        [row.share_90d, early]
      ] as const)
        if (typeof share === "number")
          r.relate([
            [of, 1],
            [entered, -share]
          ]);
      const next = states[i + 1];
      if (next) r.rest(reached, `cohort ${month} ${next.state} reached`);
      if (next) r.rest(early, `cohort ${month} ${next.state} early`);
    }
}

function readWords({ study, targets, playbooks }: Published, r: Reader): void {
  const all: Row = { scheme: "all", group: "all" };
  const same = (name: string, value: unknown) => r.notice(name, value);
  for (const key of ["customers", "buyers"] as const) same(ofGroup(all, key), study[key]);
  for (const [key, number] of [
    ["referrals", "referral_customers"],
    ["referredBuyers", "referred_buyers"]
  ] as const)
    same(ofGroup(all, number), targets.word[key]);
  for (const { group, have, wanted, gap, nearest } of targets.stages) {
    const size = ofGroup({ scheme: "stage-fit", group }, "customers");
    same(size, have);
    if (wanted !== null && gap !== null && gap > 0) r.relate([[size, 1]], wanted - gap);
    same(`nearest ${group}`, nearest);
  }
  for (const { scheme, group, customers, plays } of playbooks) {
    same(ofGroup({ scheme, group }, "customers"), customers);
    for (const play of plays) same(`play ${scheme}/${group} ${play.id}`, play.people);
  }
  const { people, consent } = study;
  if (people) {
    const merged = people.merges.filter((m) => m.rule !== "same-id");
    for (const m of merged) same(`merged ${m.rule}`, m.count);
    same("identities", people.identities);
    same("persons", people.persons);
    r.total("identities", ["persons", ...merged.map((m) => `merged ${m.rule}`)]);
    r.total("persons", [ofGroup(all, "customers")]);
  }
  for (const { channel, yes, no, unknown, dated } of consent) {
    const answer = (what: string) => `consent ${channel} ${what}`;
    for (const [what, count] of [
      ["yes", yes],
      ["no", no],
      ["unknown", unknown],
      ["dated", dated]
    ] as const)
      same(answer(what), count);
    r.total(ofGroup(all, "customers"), [answer("yes"), answer("no"), answer("unknown"), answer("never asked")]);
    // With one channel only, who may be contacted at all is who said yes there.
    if (consent.length === 1) r.total(ofGroup(all, "consenting_customers"), [answer("yes")]);
  }
}

function groupBy(rows: readonly Row[], key: (row: Row) => string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return groups;
}
