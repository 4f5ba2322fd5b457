/** Runs before the page is painted: the theme that this visitor chose, if any. */
try {
  const chosen = localStorage.getItem("segbook-theme");
  if (chosen === "dark" || chosen === "light") document.documentElement.dataset.theme = chosen;
} catch {
  // No storage (a sandboxed frame): the system's theme holds.
}
