import type { Bilingual } from "../../src/terms/lang.js";
import type { Dataset } from "../dataset/read.js";
import { IssuesError } from "../issues/issue.js";
import type { Tables } from "./compute.js";

/** Groups of fewer people than this are never published, unless the firm sets another number. */
export const MINIMUM_GROUP = 5;
const CURRENCY = "VND";
/** ISO 4217 for "no currency": amounts are shown as plain numbers. */
const NO_CURRENCY = "XXX";

export interface FirmWords {
  name: Bilingual;
  currency: string;
  asOf: string;
  minimum: number;
}

/** Who the firm is, from its settings, with the currency its orders say, else defaults that hold for a Vietnamese shop; one whose customers live elsewhere has to name its currency. */
export function describeFirm({ settings, label }: Dataset, { asOf, home, currency }: Tables): FirmWords {
  if (!asOf) throw new IssuesError([{ code: "no-days", file: label }]);
  const name = typeof settings.name === "string" ? { vi: settings.name, en: settings.name } : settings.name;
  return {
    name: name ?? { vi: label, en: label },
    currency: settings.currency ?? currency ?? (home === undefined || home === "VN" ? CURRENCY : NO_CURRENCY),
    asOf,
    minimum: settings.minimumGroup ?? MINIMUM_GROUP
  };
}
