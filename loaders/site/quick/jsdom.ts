import { requirePackage } from "./internals.js";

interface Window {
  DOMParser: new () => { parseFromString(html: string, type: "text/html"): unknown };
}

const jsdom = requirePackage<{ JSDOM: new (html: string) => { window: Window }; VirtualConsole: unknown }>("jsdom");
let shared: Window | undefined;

/**
 * For Framework, which opens a browser window for each of the eight pieces of HTML in a page (10 ms and much
 * memory each) and asks only for its document: documents of one window serve as well.
 */
export class JSDOM {
  readonly window: { document: unknown };

  constructor(html: string) {
    shared ??= new jsdom.JSDOM("").window;
    this.window = { document: new shared.DOMParser().parseFromString(html, "text/html") };
  }
}

export const VirtualConsole = jsdom.VirtualConsole;
