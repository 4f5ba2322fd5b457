import { readdir, readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { renderSchemas, SCHEMAS } from "../../loaders/commands/schemas.js";
import { inProject } from "../../loaders/store/project.js";

const schemas = renderSchemas();

describe("JSON Schemas for editors", () => {
  test("are up to date (else run npm run docs), and no other lies beside them", async () => {
    for (const [file, text] of schemas) expect(await readFile(inProject(file), "utf8"), file).toBe(text);
    const files = (await readdir(inProject("docs/schemas"))).map((name) => `docs/schemas/${name}`);
    expect(files.sort()).toEqual([...schemas.keys()].sort());
  });

  test("say in both languages what a type can't tell", () => {
    const settings = JSON.parse(schemas.get("docs/schemas/settings.json") ?? "");
    expect(settings.properties.currency).toMatchObject({
      description: "một mã tiền tệ như VND / a currency code such as VND"
    });
    expect([...schemas.values()].join("")).not.toContain('"expected"');
  });

  test("are all named in docs/input.md", async () => {
    const page = await readFile(inProject("docs/input.md"), "utf8");
    for (const name of Object.keys(SCHEMAS)) expect(page).toContain(`\`${name}.json\``);
  });
});

describe("the built-in files fit their schema", () => {
  test.each([
    ["table", "columns"],
    ["preset", "presets"],
    ["scheme", "schemes"],
    ["plays", "plays"]
  ])("%s: all of %s/", async (name, folder) => {
    const [, schema] = SCHEMAS[name] ?? [];
    const files = (await readdir(inProject(`loaders/definitions/${folder}`))).filter((file) => file.endsWith(".yaml"));
    expect(files.length).toBeGreaterThan(3);
    for (const file of files) {
      const value = parse(await readFile(inProject(`loaders/definitions/${folder}/${file}`), "utf8"));
      expect(schema?.safeParse(value).error, file).toBeUndefined();
    }
  });
});
