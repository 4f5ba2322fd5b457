import { ARCHETYPE_NAMES, ARCHETYPES, type ArchetypeName } from "./archetypes.js";
import { dateOf, dayOf, LAST_DAY } from "./calendar.js";
import { composeBusinessName, composeEmail, composePersonName, composePhone } from "./names.js";
import { BRANCHES, type Branch, composeHome } from "./places.js";
import { createRandom, type Random } from "./random.js";
import type { CustomerRow } from "./rows.js";
import { composeRoles, type Role, SOURCES, type Source } from "./sources.js";

/** A contact: its row, and what the generator knows of the person that no file says. */
export interface Contact {
  row: CustomerRow;
  source: Source;
  role: Role;
  /** The kind of buyer; null for those who never buy. */
  archetype: ArchetypeName | null;
  branch: Branch;
  /** Day of first contact; negative before the sample. */
  created: number;
}

const TAGS = ["chung cư", "nhà mới", "quà tặng", "nhà phố", "mua cho công ty", "thích gỗ", "có em bé"] as const;

/** All contacts in order of first contact; ids follow that order. */
export function composeContacts(seed: string): Contact[] {
  const random = createRandom(`${seed}:contacts`);
  const planned = SOURCES.flatMap((source) => composeRoles(source, random).map((role) => ({ source, role })));
  const deck = random.shuffle(archetypeDeck(planned.filter(({ role }) => role === "buyer").length));
  const dated = planned.map(({ source, role }) => {
    const archetype = role === "buyer" ? (deck.pop() ?? "regular") : null;
    return { source, role, archetype, created: pickCreated(archetype, random) };
  });
  dated.sort((a, b) => a.created - b.created);
  return dated.map((plan, i) => {
    const own = createRandom(`${seed}:contact:${i}`);
    const branch = own.weighted(BRANCHES.map((b) => [b, b.weight] as const));
    return { ...plan, branch, row: composeRow(i + 1, plan.source, plan.created, branch, own) };
  });
}

function archetypeDeck(count: number): ArchetypeName[] {
  const deck = ARCHETYPE_NAMES.flatMap((name) =>
    Array<ArchetypeName>(Math.round(count * ARCHETYPES[name].weight)).fill(name)
  );
  while (deck.length < count) deck.push("regular");
  return deck;
}

/** Days of first contact: some before the sample, then growing about twofold, with a rush before 11 November 2025. */
function pickCreated(archetype: ArchetypeName | null, random: Random): number {
  const early = archetype === null ? 0.12 : ARCHETYPES[archetype].early;
  if (random.chance(early)) return random.chance(0.6) ? random.int(-780, -1) : random.int(0, 100);
  if (random.chance(0.115)) return random.int(dayOf("2025-10-25"), dayOf("2025-11-11"));
  const day = Math.floor(
    (random.chance(0.5) ? random.next() : Math.max(random.next(), random.next())) * (LAST_DAY - 5)
  );
  return archetype === "valuable" || archetype === "viral" ? Math.min(day, 520) : day;
}

function composeRow(number: number, source: Source, created: number, branch: Branch, random: Random): CustomerRow {
  const home = composeHome(branch, created, random);
  const business = home.country === "VN" && random.chance(0.1);
  const sector = business
    ? random.weighted([
        ["manufacturing", 24],
        ["trade-services", 46],
        ["government-central", 12],
        ["government-local", 18]
      ] as const)
    : "";
  const government = sector.startsWith("government");
  const size = random.weighted([
    ["large", 16],
    ["medium", 30],
    ["small", 51],
    ["", 3]
  ] as const);
  const role =
    business && !government
      ? random.weighted([
          ["wholesale", 34],
          ["retail", 34],
          ["consumer", 29],
          ["", 3]
        ] as const)
      : random.weighted([
          ["consumer", government ? 100 : 93],
          ["retail", government ? 0 : 4],
          ["", government ? 0 : 3]
        ] as const);
  const name = business ? composeBusinessName(sector, number, random) : composePersonName(home.country, random);
  const consents = (["zalo", "email", "sms"] as const).map((channel) => pickConsent(channel, source.name, random));
  const consented = consents.some((answer) => answer !== "");
  return {
    customer_id: `KH${String(number).padStart(5, "0")}`,
    name,
    phone: random.chance(0.96) ? composePhone(number, random) : "",
    email: random.chance(source.name === "email" || source.name === "website" ? 0.97 : 0.62)
      ? composeEmail(name, number, random)
      : "",
    customer_type: business ? "business" : "individual",
    trade_role: role,
    firm_size: business ? size : "",
    sector,
    ...home,
    source: source.name,
    campaign: random.chance(0.75) ? random.pick(source.campaigns) : "",
    owner: random.chance(0.9) ? random.pick(branch.owners) : "",
    branch: branch.name,
    created: dateOf(created),
    consent_zalo: consents[0] ?? "",
    consent_email: consents[1] ?? "",
    consent_sms: consents[2] ?? "",
    consent_date: consented ? dateOf(Math.min(LAST_DAY, created + (random.chance(0.7) ? 0 : random.int(1, 60)))) : "",
    referred_by: "",
    tags: random
      .shuffle(TAGS)
      .slice(
        0,
        random.weighted([
          [0, 60],
          [1, 28],
          [2, 12]
        ] as const)
      )
      .join(";")
  };
}

function pickConsent(channel: string, source: string, random: Random): string {
  const liking = channel === source ? 0.85 : channel === "zalo" ? 0.62 : 0.45;
  const answer = random.next();
  return answer < liking ? "yes" : answer < liking + (1 - liking) * 0.5 ? "no" : "";
}
