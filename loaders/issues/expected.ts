import { z } from "zod";
import { type Bilingual, LANGS, type Pair } from "../../src/terms/lang.js";
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
export function expecting([vi, en]: Pair): { expected: Bilingual } {
  return { expected: { vi, en } };
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
      return withRange(["một số nguyên", "a whole number"], schema);
    case "number":
      return withRange(["một con số", "a number"], schema);
    case "boolean":
      return { vi: "true hoặc false", en: "true or false" };
    case "null":
      return { vi: "null (không có)", en: "null (none)" };
    case "array":
      return describeList(schema);
    case "object":
      return describeMapping(schema);
    default:
      return { vi: "một dòng chữ", en: "a text" };
  }
}

function withRange([vi, en]: Pair, { minimum, maximum, exclusiveMinimum }: Schema): Bilingual {
  const from = minimum !== undefined && minimum > Number.MIN_SAFE_INTEGER ? minimum : undefined;
  const to = maximum !== undefined && maximum < Number.MAX_SAFE_INTEGER ? maximum : undefined;
  if (from !== undefined && to !== undefined)
    return { vi: `${vi} từ ${from} đến ${to}`, en: `${en} from ${from} to ${to}` };
  if (exclusiveMinimum !== undefined)
    return { vi: `${vi} lớn hơn ${exclusiveMinimum}`, en: `${en} above ${exclusiveMinimum}` };
  if (from !== undefined) return { vi: `${vi} không nhỏ hơn ${from}`, en: `${en} of at least ${from}` };
  return { vi, en };
}

function describeList({ minItems, prefixItems }: Schema): Bilingual {
  if (prefixItems) return { vi: `một danh sách ${prefixItems.length} mục`, en: `a list of ${prefixItems.length}` };
  return minItems
    ? { vi: `một danh sách có ít nhất ${minItems} mục`, en: `a list of at least ${minItems}` }
    : { vi: "một danh sách", en: "a list" };
}

function describeMapping({ properties }: Schema): Bilingual {
  const keys = Object.keys(properties ?? {}).join(", ");
  return keys === ""
    ? { vi: "các mục “tên: giá trị”", en: "entries “name: value”" }
    : { vi: `các mục: ${keys}`, en: `entries: ${keys}` };
}

function joinOr(texts: readonly Bilingual[]): Bilingual {
  const words = { vi: " hoặc ", en: " or " };
  const join = (lang: keyof Bilingual) => [...new Set(texts.map((text) => text[lang]))].join(words[lang]);
  return Object.fromEntries(LANGS.map((lang) => [lang, join(lang)])) as Bilingual;
}
