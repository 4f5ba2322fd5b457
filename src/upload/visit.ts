/** Calls `go` when the part that holds this element is visited with a scheme or group in mind. */
export function onVisit(element: HTMLElement, go: (asked: { scheme?: string; group?: string }) => void): void {
  // The element is put into its part after it is made.
  queueMicrotask(() =>
    element
      .closest(".part")
      ?.addEventListener("visit", (event) => go((event as CustomEvent<{ scheme?: string; group?: string }>).detail))
  );
}
