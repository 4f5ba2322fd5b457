import { describeIssue, type Issue } from "../issues/issue.js";
import type { Failure, Problem } from "./protocol.js";

export function describeProblem(issue: Issue): Problem {
  return { issue, text: { vi: describeIssue(issue, "vi"), en: describeIssue(issue, "en") } };
}

/** What a browser or the database in it says when there is no more memory. */
const NO_MEMORY =
  /out of memory|memory limit|could not allocate|cannot enlarge memory|bad_alloc|allocation failed|invalid (array|typed array) length|array buffer allocation|failed to allocate|memory access out of bounds/i;

/** Why something couldn't be done, told by what was thrown; the particulars stay in the worker. */
export function findFailure(error: unknown): Failure {
  if (error instanceof OutOfOrder) return "order";
  if (error instanceof NoEngine) return "engine";
  return NO_MEMORY.test(error instanceof Error ? `${error.name}: ${error.message}` : String(error))
    ? "memory"
    : "unexpected";
}

/** Something was asked of a study before there was one. */
export class OutOfOrder extends Error {}

/** The database couldn't be fetched or started. */
export class NoEngine extends Error {}
