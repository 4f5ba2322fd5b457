import { compareNames, type Likeness, type Name } from "./name.js";
import { MOST_CHAINED, MOST_NAMES, type RuleId, type SharedId } from "./rules.js";

/** An id, or the phone, e-mail and name of rows without one. `node` counts them by code unit of what they are called. */
export interface Identity {
  node: number;
  /** Names it goes by: those of the customers files, else those of orders and events. */
  names: readonly Name[];
  /** True where a file gives it an id. */
  hasId: boolean;
  /** First day in a customers file; null where none says. */
  created: string | null;
}

/** A phone or e-mail that several identities carry, each under the name it was seen with; which one is of no matter here. */
export interface SharedKey {
  kind: "phone" | "email";
  seen: readonly { node: number; name: Name }[];
}

/** Why an identity belongs to a person: the rule that joined it to another of the same person. */
export interface Link {
  node: number;
  other: number;
  rule: RuleId;
  /** Index into the keys; undefined for `together`. */
  key?: number;
}

export interface Links {
  /** Node → node whose id the person has, for every node whose person is another. */
  persons: ReadonlyMap<number, number>;
  /** One for every node of `persons`. */
  links: readonly Link[];
  /** Key index → why some of its identities stayed apart. */
  shared: ReadonlyMap<number, SharedId>;
}

interface Pairs {
  apart: readonly (readonly [number, number])[];
  together: readonly (readonly [number, number])[];
}

type Pass = readonly [rule: Exclude<RuleId, "together" | "same-id">, kind: SharedKey["kind"], likeness: Likeness];

const PASSES: readonly Pass[] = [
  ["phone-name", "phone", "same"],
  ["email-name", "email", "same"],
  ["phone-part", "phone", "part"],
  ["email-part", "email", "part"],
  ["phone-only", "phone", "absent"],
  ["email-only", "email", "absent"]
];

/**
 * Joins identities into persons: what `together` says, then rule by rule, key by key. A chain of joins never
 * brings two different names or a pair of `apart` into one person. The same in, the same out, whatever the
 * order of files and rows, as nodes and keys come sorted.
 */
export function linkIdentities(
  identities: readonly Identity[],
  keys: readonly SharedKey[],
  pairs: Pairs = { apart: [], together: [] }
): Links {
  const found = linkOnce(identities, keys, pairs, new Set());
  const chains = findChains(identities, keys, found.persons);
  return chains.size === 0 ? found : linkOnce(identities, keys, pairs, chains);
}

/** Keys that chain more ids together than a person has, where no one key holds them all. */
function findChains(
  identities: readonly Identity[],
  keys: readonly SharedKey[],
  persons: ReadonlyMap<number, number>
): ReadonlySet<number> {
  const headOf = (node: number) => persons.get(node) ?? node;
  const ids = new Map<number, number>();
  for (const { node, hasId } of identities) if (hasId) ids.set(headOf(node), (ids.get(headOf(node)) ?? 0) + 1);
  const long = new Set([...ids].filter(([, n]) => n > MOST_CHAINED).map(([head]) => head));
  if (long.size === 0) return long;
  const idNodes = new Set(identities.filter(({ hasId }) => hasId).map(({ node }) => node));
  const held = keys.map(({ seen }) => {
    const nodes = new Set(seen.map(({ node }) => node).filter((node) => idNodes.has(node)));
    return { heads: new Set([...nodes].map(headOf)), n: nodes.size };
  });
  for (const { heads, n } of held)
    for (const head of heads) if (heads.size === 1 && n === ids.get(head)) long.delete(head);
  return new Set(held.flatMap(({ heads }, key) => ([...heads].some((head) => long.has(head)) ? [key] : [])));
}

/** `chains`: keys that join nobody. */
function linkOnce(
  identities: readonly Identity[],
  keys: readonly SharedKey[],
  { apart, together }: Pairs,
  chains: ReadonlySet<number>
): Links {
  const groups = new Groups(identities, apart);
  const links: Link[] = [];
  const shared = new Map<number, SharedId>([...chains].map((key) => [key, "chain"]));
  for (const [a, b] of together)
    if (groups.join(a, b, { anyName: true })) links.push({ node: a, other: b, rule: "together" });
  const usable = keys.map((key, index) => ({ ...key, index, names: largestNames(key) }));
  const open = usable.filter(({ index, names, seen }) => {
    if (chains.has(index)) return false;
    const nameless = new Set(seen.filter((s) => s.name.length === 0 && groups.hasId(s.node)).map((s) => s.node));
    const one = seen.every((s) => groups.same(s.node, seen[0]?.node ?? 0));
    if (one || names.length + nameless.size <= MOST_NAMES) return true;
    shared.set(index, "many-names");
    return false;
  });
  for (const [rule, kind, likeness] of PASSES)
    for (const key of open.filter((k) => k.kind === kind && possible(k, likeness)))
      for (const circle of circles(key, key.names, likeness))
        for (const [node, other, refused] of joinAll(groups, circle))
          if (refused) shared.set(key.index, refused);
          else links.push({ node, other, rule, key: key.index });
  for (const key of open)
    if (!shared.has(key.index) && key.seen.some((s) => !groups.same(s.node, key.seen[0]?.node ?? 0)))
      shared.set(key.index, "other-names");
  const persons = groups.persons();
  return { persons, links: awayFromHeads(links, persons), shared };
}

/** The links turned so that each leads from an identity to the one nearer to its person's head. */
function awayFromHeads(links: readonly Link[], persons: ReadonlyMap<number, number>): Link[] {
  const around = new Map<number, Link[]>();
  for (const link of links)
    for (const node of [link.node, link.other]) {
      const known = around.get(node);
      if (known) known.push(link);
      else around.set(node, [link]);
    }
  const turned: Link[] = [];
  const seen = new Set(persons.values());
  const queue = [...seen].sort((a, b) => a - b);
  for (const near of queue)
    for (const link of around.get(near) ?? []) {
      const far = link.node === near ? link.other : link.node;
      if (seen.has(far)) continue;
      seen.add(far);
      queue.push(far);
      turned.push({ ...link, node: far, other: near });
    }
  return turned.sort((a, b) => a.node - b.node);
}

/** Whether a rule of a likeness has anything to look at: most keys have one name, or none. */
function possible({ seen, names }: SharedKey & { names: readonly Name[] }, likeness: Likeness): boolean {
  if (likeness === "absent") return seen.some((s) => s.name.length === 0);
  if (likeness === "same") return names.length > 0;
  return seen.some(({ name }) => names.some((long) => compareNames(name, long) === "part"));
}

/** The different names on a key that are no part of a longer one on it. */
function largestNames({ seen }: SharedKey): Name[] {
  const distinct = different(seen.map((s) => s.name));
  return distinct.filter((name) => !distinct.some((n) => n.length > name.length && compareNames(n, name) === "part"));
}

/**
 * Identities of a key that a rule takes for one person. A short name that fits several longer ones, and no name
 * at all beside several, could be anybody's: they stay alone.
 */
function circles({ seen }: SharedKey, names: readonly Name[], likeness: Likeness): number[][] {
  const under = (test: (name: Name) => boolean) => seen.filter((s) => test(s.name)).map((s) => s.node);
  if (likeness === "same") {
    const texts = [...new Set(seen.filter((s) => s.name.length > 0).map((s) => s.name.join(" ")))].sort();
    return texts.map((text) => under((name) => name.join(" ") === text));
  }
  const nameless = under((name) => name.length === 0);
  if (likeness === "absent")
    return names.length <= 1 && nameless.length > 0
      ? [[...under((n) => names[0] !== undefined && compareNames(n, names[0]) === "same"), ...nameless]]
      : [];
  return names.map((long) => [
    ...under((n) => compareNames(n, long) === "same"),
    ...under((n) => compareNames(n, long) === "part" && names.filter((m) => compareNames(n, m) === "part").length === 1)
  ]);
}

/** Joins each identity to the first of the circle that will have it; a third value says why a join was refused. */
function* joinAll(groups: Groups, circle: readonly number[]): Generator<readonly [number, number, SharedId?]> {
  const heads: number[] = [];
  for (const node of circle) {
    if (heads.some((head) => groups.same(head, node))) continue;
    const head = heads.find((h) => groups.join(h, node));
    if (head !== undefined) yield [node, head];
    else {
      if (heads[0] !== undefined)
        yield [node, heads[0], heads.some((h) => groups.keptApart(h, node)) ? "apart" : "other-names"];
      heads.push(node);
    }
  }
}

/** Sets of identities that only ever grow together. */
class Groups {
  readonly #parent = new Map<number, number>();
  readonly #members = new Map<number, Identity[]>();
  /** Different names of each group. */
  readonly #names = new Map<number, readonly Name[]>();
  readonly #apart = new Map<number, Set<number>>();
  readonly #free = new Set<number>();

  constructor(identities: readonly Identity[], apart: Pairs["apart"]) {
    for (const one of identities) {
      this.#parent.set(one.node, one.node);
      this.#members.set(one.node, [one]);
      this.#names.set(one.node, different(one.names));
    }
    for (const [a, b] of apart) {
      this.#apart.set(a, (this.#apart.get(a) ?? new Set()).add(b));
      this.#apart.set(b, (this.#apart.get(b) ?? new Set()).add(a));
    }
  }

  #root(node: number): number {
    let root = node;
    for (let up = this.#parent.get(root); up !== undefined && up !== root; up = this.#parent.get(root)) root = up;
    for (let at = node; at !== root; ) {
      const up = this.#parent.get(at) ?? root;
      this.#parent.set(at, root);
      at = up;
    }
    return root;
  }

  #of(node: number): readonly Identity[] {
    return this.#members.get(this.#root(node)) ?? [];
  }

  same(a: number, b: number): boolean {
    return this.#root(a) === this.#root(b);
  }

  hasId(node: number): boolean {
    return this.#of(node).some((one) => one.node === node && one.hasId);
  }

  keptApart(a: number, b: number): boolean {
    if (this.#apart.size === 0) return false;
    return this.#of(a).some((one) => this.#of(b).some((other) => this.#apart.get(one.node)?.has(other.node)));
  }

  /** True where the groups of two nodes became one; false where they were one or may not be. */
  join(a: number, b: number, { anyName = false } = {}): boolean {
    const [x, y] = [this.#root(a), this.#root(b)];
    if (x === y || this.keptApart(a, b)) return false;
    if (!anyName && !this.#fit(x, y)) return false;
    const [large, small] = this.#of(x).length >= this.#of(y).length ? [x, y] : [y, x];
    this.#parent.set(small, large);
    for (const one of this.#members.get(small) ?? []) this.#members.get(large)?.push(one);
    this.#members.delete(small);
    this.#names.set(large, different([...(this.#names.get(large) ?? []), ...(this.#names.get(small) ?? [])]));
    if (anyName || this.#free.has(small)) this.#free.add(large);
    return true;
  }

  /** Whether all names of two groups are one name, or parts of it; a group joined by hand asks only for one that fits. */
  #fit(x: number, y: number): boolean {
    const [a, b] = [this.#names.get(x) ?? [], this.#names.get(y) ?? []];
    if (this.#free.has(x) || this.#free.has(y))
      return a.length === 0 || b.length === 0 || a.some((m) => b.some((n) => compareNames(m, n) !== "other"));
    const all = [...a, ...b];
    const longest = all.reduce<Name>((m, n) => (n.length > m.length ? n : m), []);
    return all.every((name) => compareNames(name, longest) !== "other");
  }

  /** The id a person goes by: of those with an id the first created, then the smallest; without any the smallest contact. */
  persons(): Map<number, number> {
    const persons = new Map<number, number>();
    for (const members of this.#members.values()) {
      const [head] = [...members].sort(
        (a, b) =>
          Number(b.hasId) - Number(a.hasId) || compareText(a.created ?? "9999", b.created ?? "9999") || a.node - b.node
      );
      for (const one of members) if (head && one !== head) persons.set(one.node, head.node);
    }
    return persons;
  }
}

function different(names: readonly Name[]): Name[] {
  return [...new Map(names.filter((n) => n.length > 0).map((n) => [n.join(" "), n])).values()];
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
