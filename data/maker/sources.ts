import type { Random } from "./random.js";

/** Where contacts come from: how many, what part of their leads become buyers or only taste a trial, campaigns, order channels. */
export interface Source {
  name: string;
  contacts: number;
  /** Part of connected contacts (leads) who become buyers. */
  buyers: number;
  /** Part of connected contacts who try, attend or take a gift but do not buy. */
  tasters: number;
  campaigns: readonly string[];
  /** Channel of the advertisement or leaflet that reaches them. */
  reach: string;
  orderChannels: readonly (readonly [string, number])[];
}

/** Zalo is the planted one: about twice the conversion of any other. */
const ZALO = "zalo";

export const SOURCES: readonly Source[] = [
  source(
    "facebook",
    1010,
    0.395,
    0.05,
    "FB-TOAM;FB-VIDEO;FB-TANGQUA",
    "facebook",
    "store:40;website:18;zalo:8;facebook:28;marketplace:6"
  ),
  source(ZALO, 960, 0.79, 0.1, "ZALO-OA;ZALO-QR", "zalo", "store:40;website:12;zalo:40;facebook:3;marketplace:5"),
  source("website", 560, 0.4, 0.05, "WEB-BLOG;WEB-CATALOG", "website", "store:30;website:55;zalo:8;marketplace:7"),
  source("google", 470, 0.405, 0.05, "GG-TUKHOA;GG-BANDO", "google", "store:42;website:45;zalo:8;marketplace:5"),
  source("tiktok", 410, 0.39, 0.05, "TT-LIVE;TT-KOC", "tiktok", "store:22;website:10;zalo:8;tiktok:52;marketplace:8"),
  source("marketplace", 440, 0.4, 0.05, "SAN-VOUCHER", "marketplace", "store:12;website:8;zalo:5;marketplace:75"),
  source("referral", 430, 0.415, 0.05, "BANBE", "zalo", "store:60;website:15;zalo:20;facebook:5"),
  source("store", 440, 0.41, 0.05, "TOROI;KHAITRUONG", "store", "store:85;website:5;zalo:10"),
  source("event", 220, 0.4, 0.05, "HOICHO;WORKSHOP", "store", "store:65;website:15;zalo:15;facebook:5"),
  source("email", 215, 0.395, 0.05, "BANTIN", "email", "store:35;website:52;zalo:8;marketplace:5")
];

/** What becomes of a contact; buyers get an archetype besides. */
export type Role = "unknown" | "niche" | "lead" | "browser" | "taster" | "buyer";

/** Exact roles of a source's contacts, shuffled: the same part of each source stays unreached, so that conversion compares. */
export function composeRoles(source: Source, random: Random): Role[] {
  const unknown = Math.round(source.contacts * 0.015);
  const niche = Math.round(source.contacts * 0.085);
  const connected = source.contacts - unknown - niche;
  const buyers = Math.round(connected * source.buyers);
  const tasters = Math.round(connected * source.tasters);
  const rest = connected - buyers - tasters;
  const browsers = Math.round(rest * 0.16);
  const roles: Role[] = [
    ...Array<Role>(unknown).fill("unknown"),
    ...Array<Role>(niche).fill("niche"),
    ...Array<Role>(buyers).fill("buyer"),
    ...Array<Role>(tasters).fill("taster"),
    ...Array<Role>(browsers).fill("browser"),
    ...Array<Role>(rest - browsers).fill("lead")
  ];
  return random.shuffle(roles);
}

function source(
  name: string,
  contacts: number,
  buyers: number,
  tasters: number,
  campaigns: string,
  reach: string,
  channels: string
): Source {
  const orderChannels = channels.split(";").map((entry) => {
    const [channel = "", weight = "0"] = entry.split(":");
    return [channel, Number(weight)] as const;
  });
  return { name, contacts, buyers, tasters, campaigns: campaigns.split(";"), reach, orderChannels };
}
