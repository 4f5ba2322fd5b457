/** One of the values that a control offers. */
export interface Choice {
  value: string;
  label: string;
  /** Heading under which the choice stands in a list. */
  family?: string;
}
