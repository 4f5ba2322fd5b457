/** What Framework's modules give, as far as the replacements touch it. */
declare module "original:jsdom" {
  export const JSDOM: new (
    html: string
  ) => { window: { DOMParser: new () => { parseFromString(html: string, type: "text/html"): unknown } } };
}

declare module "original:rollup" {
  export function rollupClient(input: string, root: string, path: string, options?: object): Promise<string>;
}

declare module "original:route" {
  export function route(root: string, path: string, exts: readonly string[]): object | undefined;
}
