import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";

const PLACES: Partial<Record<NodeJS.Platform, string[]>> = {
  linux: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"].flatMap((name) => [
    `/usr/bin/${name}`,
    `/usr/local/bin/${name}`,
    `/snap/bin/${name}`
  ]),
  darwin: ["Google Chrome", "Chromium", "Microsoft Edge"].flatMap((name) =>
    ["/Applications", join(homedir(), "Applications")].map((folder) => `${folder}/${name}.app/Contents/MacOS/${name}`)
  ),
  win32: [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA].flatMap((folder) =>
    folder
      ? [`${folder}\\Google\\Chrome\\Application\\chrome.exe`, `${folder}\\Microsoft\\Edge\\Application\\msedge.exe`]
      : []
  )
};

/**
 * A real browser for the tests: the one named in `SEGBOOK_BROWSER`, else one that is installed, else the one
 * that Playwright has downloaded.
 */
export async function openBrowser(): Promise<Browser> {
  const path = findBrowser();
  const root = process.getuid?.() === 0;
  return chromium.launch({ executablePath: path, args: root ? ["--no-sandbox"] : [] });
}

function findBrowser(): string {
  const named = process.env.SEGBOOK_BROWSER;
  if (named !== undefined && !existsSync(named)) throw new Error(`SEGBOOK_BROWSER names no file: ${named}`);
  const path =
    named ?? [...(PLACES[process.platform] ?? []), chromium.executablePath()].find((place) => existsSync(place));
  if (path === undefined)
    throw new Error(
      "no browser for the site tests: install Chromium, Chrome or Edge, or run “npx playwright-core install chromium”, or set SEGBOOK_BROWSER to its path"
    );
  return path;
}
