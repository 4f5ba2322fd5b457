import { openWorkerPage } from "./worker-page.js";

/**
 * A file's study in a real browser, as on the Upload page, in a process of its own: tells the time from the file
 * picked to all published files in the page, and the most memory that the database took.
 */
const [file = ""] = process.argv.slice(2);
const opened = await openWorkerPage();
try {
  const start = performance.now();
  await opened.ask("inspect", { files: [file] });
  const inspected = performance.now() - start;
  const reply = await opened.ask("study", { files: [file] });
  const milliseconds = Math.round(performance.now() - start);
  if (reply.kind !== "done" || reply.task !== "study")
    throw new Error(`no study: ${JSON.stringify(reply)}\n${opened.complaints.join("\n")}`);
  process.stdout.write(`shown ${Math.round(inspected + (opened.early?.milliseconds ?? 0))}\n`);
  process.stdout.write(`measured ${milliseconds} ${Math.round(reply.given.memory / 1024)}\n`);
} finally {
  await opened.close();
}
