import { JSDOM as Window } from "original:jsdom";

export * from "original:jsdom";

/** @type {{ DOMParser: new () => { parseFromString(html: string, type: "text/html"): unknown } } | undefined} */
let shared;

/**
 * For Framework, which opens a browser window for each of the eight pieces of HTML in a page (10 ms and much
 * memory each) and asks only for its document: documents of one window serve as well.
 */
export class JSDOM {
  /** @param {string} html */
  constructor(html) {
    shared ??= new Window("").window;
    this.window = { document: new shared.DOMParser().parseFromString(html, "text/html") };
  }
}
