import { timeOf } from "./calendar.js";
import type { Contact } from "./contacts.js";
import type { Random } from "./random.js";
import type { EventRow } from "./rows.js";

/** Hours in which people write, look and call, as seconds of the day. */
export const OPEN = 7 * 3600;
const SHUT = 22 * 3600;

/** An event of a contact on a day, with what is not said left empty. */
export function composeEvent(
  contact: Contact,
  day: number,
  kind: string,
  channel: string,
  random: Random,
  rest: Partial<EventRow> = {}
): EventRow {
  return {
    customer_id: contact.row.customer_id,
    occurred_at: timeOf(day, random.int(OPEN, SHUT)),
    kind,
    channel,
    value: "",
    other_customer_id: "",
    product: "",
    subject: "",
    branch: channel === "store" || kind === "care" || kind === "complaint" ? contact.branch.name : "",
    campaign: "",
    ...rest
  };
}
