import type { Bilingual } from "../../src/terms/lang.js";
import type { Dataset } from "../dataset/read.js";
import { IssuesError } from "../issues/issue.js";
import type { Tables } from "./compute.js";

/** Groups of fewer people than this are never published, unless the firm sets another number. */
export const MINIMUM_GROUP = 5;
/** ISO 4217 for "no currency": amounts are shown as plain numbers. */
const NO_CURRENCY = "XXX";

export interface FirmWords {
  name: Bilingual;
  currency: string;
  /** Code of the home country, or its name as files write it; empty where nothing says. */
  home: string;
  asOf: string;
  minimum: number;
}

/** Who the firm is, from its settings, with the currency its orders say, else unnamed. */
export function describeFirm({ settings, label }: Dataset, { asOf, home, currency }: Tables): FirmWords {
  if (!asOf) throw new IssuesError([{ code: "no-days", file: label }]);
  const name = typeof settings.name === "string" ? { vi: settings.name, en: settings.name } : settings.name;
  return {
    name: name ?? { vi: label, en: label },
    currency: settings.currency ?? currency ?? NO_CURRENCY,
    home: home.country ?? "",
    asOf,
    minimum: settings.minimumGroup ?? MINIMUM_GROUP
  };
}
