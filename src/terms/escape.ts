/** Signs of Markdown, HTML and templates, and what makes a bare address a link: `://`, `www.`, `@`. */
const MARKS = /[\\`*_{}[\]()#+!|~$<>&@]|:(?=\/\/)|(?<=\bwww)\./gi;

/** Text from data made inert in Markdown, HTML and Framework's templates: every sign that could mean something becomes an entity. */
export function escapeText(text: string): string {
  return text.replace(/\s+/g, " ").replace(MARKS, (mark) => `&#${mark.codePointAt(0)};`);
}

/** Text made inert in HTML, for what is not Markdown any more. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'`$]/g, (mark) => `&#${mark.codePointAt(0)};`);
}
