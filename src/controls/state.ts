/** A form control as Framework's `view` reads it: a `value`, and an `input` event when it changes. */
export interface Control extends HTMLElement {
  value: string;
  /** Values that may be set; undefined when any text is allowed. */
  allowed?: string[];
}

/**
 * Keeps a control's value in the page's query under `name`, so that the address shares the view.
 * A value in the query that the control doesn't know is dropped; the control's default is left out.
 */
export function keep<C extends Control>(control: C, name: string): C {
  const fallback = control.value;
  const asked = new URLSearchParams(location.search).get(name);
  if (asked !== null && (control.allowed?.includes(asked) ?? true)) control.value = asked;
  else if (asked !== null) write(name, null);
  control.addEventListener("input", () => write(name, control.value === fallback ? null : control.value));
  return control;
}

function write(name: string, value: string | null): void {
  const query = new URLSearchParams(location.search);
  if (value === null || value === "") query.delete(name);
  else query.set(name, value);
  const search = query.toString();
  history.replaceState(history.state, "", `${location.pathname}${search && `?${search}`}${location.hash}`);
}
