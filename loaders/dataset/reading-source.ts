/** By what a heading was given to a column: a person's word, a platform's layout, its name, its cells. */
export type ReadingSource = "overrides" | "preset" | "heading" | "values";
