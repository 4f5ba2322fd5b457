import { describe, expect, test } from "vitest";
import { lacking } from "../../loaders/publish/analyses.js";
import { definitionsJson } from "../../loaders/publish/definitions-json.js";
import { methodPage } from "../../loaders/publish/method.js";
import { formats } from "../../src/terms/format.js";
import { sampleShop, shopFiles } from "../support/shop.js";
import { share } from "../support/stages.js";
import { withStudy } from "../support/study.js";

const LABEL = { vi: "Khách ruột", en: "Devotee" };
const STATES = `states:\n  - { id: fan, label: { vi: ${LABEL.vi}, en: ${LABEL.en} } }\n`;
const study = share(withStudy, shopFiles(sampleShop(3, { people: [20, 20] }), { "states.yaml": STATES }));

describe("a state that the firm calls otherwise", () => {
  test("bears that name as a group, a step of the funnel, a feature and an analysis", () => {
    const { schemes, states, features } = definitionsJson(study());
    const group = schemes.find((s) => s.id === "seven-states")?.groups.find((g) => g.id === "fan");
    expect(group).toMatchObject({ label: LABEL });
    expect(states.find((s) => s.id === "fan")).toMatchObject({ label: LABEL });
    expect(features.find((f) => f.id === "fan_date")).toMatchObject({ label: { vi: "ngày thành khách ruột" } });
    expect(JSON.stringify([schemes, states, features])).not.toMatch(/\bfans?\b(?![_"])/i);
    expect(JSON.stringify(lacking(study()))).not.toMatch(/"Fan"/);
  });

  test("bears it in its playbook and on the Method page", () => {
    const { playbooks } = study();
    const playbook = playbooks.find((p) => p.scheme.id === "seven-states" && p.group === "fan" && p.lang === "en");
    expect(JSON.stringify(playbook?.scheme.groups.find((g) => g.id === "fan")?.label)).toBe(JSON.stringify(LABEL));
    const page = methodPage(study(), "en", formats("en"));
    expect(page).toContain("Devotee");
    expect(page).not.toMatch(/\bFan\b|\bfan since\b/);
  });
});
