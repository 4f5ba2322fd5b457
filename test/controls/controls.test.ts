// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from "vitest";
import { type Choices, choicesInAddress, choicesInMemory } from "../../src/controls/choices.js";
import { type Control, keep } from "../../src/controls/control.js";
import { list } from "../../src/controls/list.js";
import { live } from "../../src/controls/live.js";
import { radios } from "../../src/controls/radios.js";

const CHOICES = ["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }));

function choose(control: Control, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event("input"));
}

afterEach(() => {
  history.replaceState(null, "", "/vi/segments.html");
  vi.unstubAllGlobals();
});

describe.each([
  ["a list", () => list(CHOICES, { label: "L" })],
  ["radios", () => radios(CHOICES, { label: "L" })]
])("%s kept in the address", (_, make) => {
  test("takes what the address asks for, and leaves the address as it is", () => {
    history.replaceState(null, "", "/vi/segments.html?x=b&other=1#here");
    expect(keep(make(), choicesInAddress(), "x").value).toBe("b");
    expect(location.search + location.hash).toBe("?x=b&other=1#here");
  });

  test("drops what it doesn't know", () => {
    history.replaceState(null, "", "/vi/segments.html?x=zzz&other=1");
    expect(keep(make(), choicesInAddress(), "x").value).toBe("a");
    expect(location.search).toBe("?other=1");
  });

  test("writes a choice there, and its first value not at all", () => {
    const control = keep(make(), choicesInAddress(), "x");
    choose(control, "c");
    expect(location.search).toBe("?x=c");
    choose(control, "a");
    expect(location.search).toBe("");
  });

  test("follows what is chosen elsewhere, once", () => {
    const choices = choicesInMemory();
    const control = keep(make(), choices, "x");
    const heard = vi.fn();
    control.addEventListener("input", heard);
    choices.set("x", "b");
    expect(control.value).toBe("b");
    choices.set("x", "zzz");
    expect(control.value).toBe("b");
    choices.set("x", null);
    expect(control.value).toBe("a");
    expect(heard).toHaveBeenCalledTimes(2);
  });
});

test("choices in memory leave the address alone", () => {
  const control = keep(list(CHOICES, { label: "L" }), choicesInMemory(), "x");
  choose(control, "b");
  expect(location.search).toBe("");
});

describe("a list that is offered other choices", () => {
  const offer = (choices: Choices, before: string, ...values: string[]) => {
    const control = keep(list(CHOICES, { label: "L" }), choices, "x");
    choose(control, before);
    control.offer(values.map((value) => ({ value, label: value })));
    return control;
  };

  test("keeps what is still among them", () => {
    const choices = choicesInMemory();
    expect(offer(choices, "b", "d", "b").value).toBe("b");
    expect(choices.get("x")).toBe("b");
  });

  test("begins anew with the first where it isn't, and forgets the choice", () => {
    const choices = choicesInMemory();
    expect(offer(choices, "b", "d", "e").value).toBe("d");
    expect(choices.get("x")).toBe(null);
  });
});

describe("live", () => {
  test("what needs no width is drawn at once, and anew with each change", () => {
    const control = list(CHOICES, { label: "L" });
    const place = live(() => document.createTextNode(control.value), [control]);
    expect(place.textContent).toBe("a");
    choose(control, "c");
    expect(place.textContent).toBe("c");
  });

  test("what needs one is drawn when its place has one, and anew when either changes", () => {
    let tell: (width: number) => void = () => {};
    vi.stubGlobal(
      "ResizeObserver",
      class {
        constructor(hear: (entries: { contentRect: { width: number } }[]) => void) {
          tell = (width) => hear([{ contentRect: { width } }]);
        }
        observe() {}
      }
    );
    const control = list(CHOICES, { label: "L" });
    const draw = vi.fn((width: number) => document.createTextNode(`${control.value} ${width}`));
    const place = live((width) => draw(width), [control]);
    choose(control, "b");
    expect(place.textContent).toBe("");
    tell(0);
    expect(draw).not.toHaveBeenCalled();
    tell(700);
    expect(place.textContent).toBe("b 700");
    tell(700);
    expect(draw).toHaveBeenCalledTimes(1);
    choose(control, "c");
    expect(place.textContent).toBe("c 700");
    tell(390);
    expect(place.textContent).toBe("c 390");
  });
});
