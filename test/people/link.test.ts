import { describe, expect, test } from "vitest";
import { type Identity, linkIdentities, type SharedKey } from "../../loaders/people/link.js";

const LAN = ["lan", "nguyen", "thi"];
const HUNG = ["hung"];

const identities = (...names: (readonly string[])[]): Identity[] =>
  names.map((name, node) => ({ node, names: name.length > 0 ? [name] : [], hasId: true, created: null }));
const phone = (...seen: [number, readonly string[]][]): SharedKey => ({
  kind: "phone",
  seen: seen.map(([node, name]) => ({ node, name }))
});
const email = (...seen: [number, readonly string[]][]): SharedKey => ({ ...phone(...seen), kind: "email" });

describe("a merge", () => {
  test("leads from each identity towards its person's head, by the rule that saw it first", () => {
    const { persons, links } = linkIdentities(identities(LAN, ["lan"], []), [
      email([1, ["lan"]], [2, []]),
      phone([0, LAN], [1, ["lan"]])
    ]);
    expect([...persons]).toEqual([
      [1, 0],
      [2, 0]
    ]);
    expect(links).toEqual([
      { node: 1, other: 0, rule: "phone-part", key: 1 },
      { node: 2, other: 1, rule: "email-only", key: 0 }
    ]);
  });

  test("with the same name goes before one without", () => {
    const { links, shared } = linkIdentities(identities(LAN, HUNG, []), [
      phone([0, LAN], [2, []]),
      email([1, HUNG], [2, []])
    ]);
    expect(links).toEqual([{ node: 2, other: 0, rule: "phone-only", key: 0 }]);
    expect([...shared]).toEqual([[1, "other-names"]]);
  });

  test("that the firm forbids doesn't come about by a third identity either", () => {
    const keys = [phone([0, LAN], [1, LAN], [2, LAN])];
    const { persons, shared } = linkIdentities(identities(LAN, LAN, LAN), keys, { apart: [[0, 1]], together: [] });
    expect([...persons]).toEqual([[2, 0]]);
    expect([...shared]).toEqual([[0, "apart"]]);
  });

  test("that the firm wants comes about between any names, unless it forbids it, too", () => {
    const two = identities(LAN, HUNG);
    expect([...linkIdentities(two, [], { apart: [], together: [[0, 1]] }).persons]).toEqual([[1, 0]]);
    expect([...linkIdentities(two, [], { apart: [[1, 0]], together: [[0, 1]] }).persons]).toEqual([]);
  });
});

test("an id under which different names ordered merges with none of them", () => {
  const buyer: Identity = { node: 0, names: [LAN, HUNG], hasId: true, created: null };
  const others = identities([], LAN, HUNG).slice(1);
  const { persons } = linkIdentities([buyer, ...others], [phone([0, LAN], [1, LAN]), email([0, HUNG], [2, HUNG])]);
  expect([...persons]).toEqual([]);
});
