import { z } from "zod";
import type { Bilingual, Lang, Pair } from "../../src/terms/lang.js";
import { bilingual } from "../../src/terms/words.js";
import { EXPECTED } from "../../src/words/expected.js";
import { oneOf } from "./one-of.js";

/** A JSON Schema, or a part of one, as far as it is read here. */
interface Schema {
  type?: string | readonly string[];
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  items?: boolean | Schema;
  prefixItems?: readonly Schema[];
  minimum?: number;
  maximum?: number;
  exclusiveMinimum?: number;
  minItems?: number;
  $ref?: string;
  $defs?: Readonly<Record<string, Schema>>;
  expected?: Bilingual;
}

/** Says in words what a part of a zod schema takes, where its type doesn't tell: `.meta(expecting([vi, en]))`. */
export function expecting(pair: Pair): { expected: Bilingual } {
  return { expected: bilingual(pair) };
}

/** What a schema takes at a path, in words. */
export function describeExpected(schema: z.ZodType, path: readonly PropertyKey[]): Bilingual {
  const [root, parts] = follow(schema, path);
  return joinOr(parts.map((part) => describeType(part, root)));
}

/** The keys that a schema takes in the mapping at a path. */
export function expectedKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [root, parts] = follow(schema, path);
  return [...new Set(parts.flatMap((part) => Object.keys(resolve(part, root).properties ?? {})))];
}

/** Everything that may stand at a path: several things where the schema leaves a choice on the way. */
function follow(schema: z.ZodType, path: readonly PropertyKey[]): [root: Schema, parts: Schema[]] {
  const root = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Schema;
  return [
    root,
    path.reduce<Schema[]>((parts, key) => parts.flatMap((part) => step(part, key, root)), choices(root, root))
  ];
}

function step(schema: Schema, key: PropertyKey, root: Schema): Schema[] {
  const { properties, additionalProperties, items, prefixItems } = schema;
  const next =
    typeof key === "number" ? (prefixItems?.[key] ?? items) : (properties?.[String(key)] ?? additionalProperties);
  return typeof next === "object" ? choices(next, root) : [];
}

function choices(schema: Schema, root: Schema): Schema[] {
  const whole = resolve(schema, root);
  return whole.expected || !whole.anyOf ? [whole] : whole.anyOf.flatMap((one) => choices(one, root));
}

function resolve({ $ref, ...own }: Schema, root: Schema): Schema {
  const name = $ref?.split("/").at(-1) ?? "";
  return { ...($ref === "#" ? root : root.$defs?.[name]), ...own };
}

function describeType(schema: Schema, root: Schema): Bilingual {
  if (schema.expected) return schema.expected;
  if (schema.enum) return oneOf(schema.enum.map(String));
  if (schema.const !== undefined) return { vi: String(schema.const), en: String(schema.const) };
  if (Array.isArray(schema.type)) return joinOr(schema.type.map((type) => describeType({ type }, root)));
  switch (schema.type) {
    case "integer":
      return withRange(bilingual(EXPECTED.whole), schema);
    case "number":
      return withRange(bilingual(EXPECTED.number), schema);
    case "boolean":
      return bilingual(EXPECTED.flag);
    case "null":
      return bilingual(EXPECTED.nothing);
    case "array":
      return describeList(schema);
    case "object":
      return describeMapping(schema);
    default:
      return bilingual(EXPECTED.text);
  }
}

function withRange(what: Bilingual, { minimum, maximum, exclusiveMinimum }: Schema): Bilingual {
  const from = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const to = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (from !== undefined && to !== undefined) return bilingual(EXPECTED.between, { what, from, to });
  if (exclusiveMinimum !== undefined) return bilingual(EXPECTED.above, { what, from: exclusiveMinimum });
  return from !== undefined ? bilingual(EXPECTED.atLeast, { what, from }) : what;
}

function describeList({ minItems, prefixItems }: Schema): Bilingual {
  if (prefixItems) return bilingual(EXPECTED.listOf, { count: prefixItems.length });
  return minItems ? bilingual(EXPECTED.listFrom, { count: minItems }) : bilingual(EXPECTED.list);
}

function describeMapping({ properties }: Schema): Bilingual {
  const keys = Object.keys(properties ?? {}).join(", ");
  return keys === "" ? bilingual(EXPECTED.named) : bilingual(EXPECTED.keys, { keys });
}

function joinOr(texts: readonly Bilingual[]): Bilingual {
  const or = bilingual(EXPECTED.or);
  const join = (lang: Lang) => [...new Set(texts.map((text) => text[lang]))].join(or[lang]);
  return { vi: join("vi"), en: join("en") };
}
