import { escapeHtml } from "./escape.js";

/** What may stand between the tags of a page. */
type Piece = string | number | Markup | readonly (string | Markup)[];

/** HTML that may stand in a page as it is. No text becomes one but by `markup`, which escapes it, or `rendered`. */
export class Markup {
  readonly #html: string;

  private constructor(html: string) {
    this.#html = html;
  }

  /** The template with every text in it made inert. */
  static compose(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
    return new Markup(parts.map((part, i) => part + (i < pieces.length ? htmlOf(pieces[i] ?? "") : "")).join(""));
  }

  /** What a renderer made that lets no HTML of a text through. For the renderer's own file alone. */
  static rendered(html: string): Markup {
    return new Markup(html);
  }

  toString(): string {
    return this.#html;
  }
}

export const markup = Markup.compose;

function htmlOf(piece: Piece): string {
  if (piece instanceof Markup) return String(piece);
  return typeof piece === "object" ? piece.map(htmlOf).join("") : escapeHtml(String(piece));
}
