import type { Choices } from "./choices.js";

/** An element to choose with: it has a `value`, and tells of each change with an `input` event. */
export interface Control extends HTMLElement {
  value: string;
  /** The value while nothing was chosen. */
  readonly initial: string;
  /** Values that may be set; undefined where any text may. */
  readonly allowed?: readonly string[] | undefined;
}

/** Gives an element what makes it a control. */
export function control<E extends HTMLElement, Traits extends Pick<Control, "value" | "initial" | "allowed">>(
  element: E,
  traits: Traits
): E & Traits {
  return Object.defineProperties(element, Object.getOwnPropertyDescriptors(traits)) as E & Traits;
}

/**
 * Keeps a control's value among the choices under `name`, and follows what is chosen there. A choice that the
 * control doesn't know is dropped; its initial value is left out.
 */
export function keep<C extends Control>(control: C, choices: Choices, name: string): C {
  const asked = choices.get(name);
  if (asked !== null && knows(control, asked)) control.value = asked;
  else choices.set(name, null);
  const write = () => choices.set(name, control.value === control.initial ? null : control.value);
  control.addEventListener("input", write);
  control.addEventListener("offer", write);
  choices.follow(name, () => {
    const next = choices.get(name) ?? control.initial;
    if (next === control.value || !knows(control, next)) return;
    control.value = next;
    control.dispatchEvent(new Event("input"));
  });
  return control;
}

function knows({ allowed }: Control, value: string): boolean {
  return allowed?.includes(value) ?? true;
}
