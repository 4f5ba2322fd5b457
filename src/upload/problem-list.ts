import { html } from "htl";
import type { Problem } from "../../loaders/browser/protocol.js";
import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";

/** Every problem that was found: where it is, what was found and expected there, what to do. */
export function problemList(problems: readonly Problem[], lang: Lang): HTMLElement {
  const w = speak(UPLOAD, lang);
  const title = problems.length === 1 ? w.oneProblem : fill(w.problems, { count: String(problems.length) });
  return html`<div class="problems">
    <h3>${title}</h3>
    <ul>${problems.map((problem) => entry(problem, lang))}</ul>
  </div>`;
}

function entry({ issue, text }: Problem, lang: Lang): HTMLElement {
  const w = speak(UPLOAD, lang);
  // What all files lack is in none of them.
  const where = [
    ...(issue.code === "nothing-to-compute" ? [] : [issue.file]),
    ...(issue.row === undefined ? [] : [`${w.row} ${issue.row}`]),
    ...(issue.column === undefined ? [] : [`${w.column} ${issue.column}`])
  ].join(" · ");
  const line = text[lang];
  const told = issue.code === "nothing-to-compute" ? issue.file : where;
  const what = line.startsWith(told) ? line.slice(told.length).replace(/^ · /, "") : line;
  const at = what.lastIndexOf(w.advice);
  const [found, advice] = at < 0 ? [what, ""] : [what.slice(0, at).replace(/ · $/, ""), what.slice(at)];
  const here = adviceHere(issue.code, lang);
  const todo = here === undefined ? advice : `${w.advice} ${here}`;
  return html`<li>${where === "" ? null : html`<b>${where}</b>`}<span>${found}</span>${todo ? html`<span class="todo">${todo}</span>` : null}</li>`;
}

/** Where the page has a simpler way than a file of settings. */
function adviceHere(code: string, lang: Lang): string | undefined {
  const { adviceHere: advice } = speak(UPLOAD, lang);
  return code in advice ? advice[code as keyof typeof advice] : undefined;
}
