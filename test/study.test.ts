import { expect, test } from "vitest";
import { openDuckdb } from "../loaders/engine/duckdb.js";
import { holdFiles } from "../loaders/files/folder.js";
import { computeStudy } from "../loaders/study.js";
import { STEPS } from "../src/words/steps.js";
import { DEFINITIONS } from "./support/definitions.js";
import { csv } from "./support/stages.js";

/** A table that each stage leaves behind, and those that make none. */
const LANDMARKS = ["orders_read", "customers", "features", "membership", "journeys", "membership_past"];

test("a study runs its stages in their order, and tells each before it begins", async () => {
  const engine = await openDuckdb();
  const log: string[] = [];
  const orders = csv("order_id,customer_id,date,amount", "o1,An,2025-01-31,5", "o2,Ba,2025-03-01,7");
  const study = await computeStudy({
    folder: holdFiles("shop", { "orders.csv": orders }),
    definitions: DEFINITIONS,
    engine: {
      ...engine,
      run: async (statement) => {
        await engine.run(statement);
        log.push(...(/^\s*CREATE (?:TABLE|VIEW) (\w+)/.exec(statement)?.slice(1) ?? []));
      }
    },
    progress: (step) => log.push(step.en),
    early: async ({ history }) => void log.push(`early, ${history.trend.length} months`)
  });
  await study.close();
  const { reading, checking, people, features, segments, funnel, history, playbooks } = STEPS;
  const steps = [reading, checking, people, features, segments, funnel, history, playbooks].map(([, en]) => en);
  const seen = log.filter(
    (entry) => steps.includes(entry as never) || LANDMARKS.includes(entry) || /^early/.test(entry)
  );
  expect(seen).toEqual([
    reading[1],
    checking[1],
    "orders_read",
    people[1],
    "customers",
    features[1],
    "features",
    segments[1],
    "membership",
    funnel[1],
    "journeys",
    "early, 0 months",
    history[1],
    "membership_past",
    playbooks[1]
  ]);
});
