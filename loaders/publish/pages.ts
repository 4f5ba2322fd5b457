import { foldAccents } from "../../src/terms/fold-heading.js";
import { formats } from "../../src/terms/format.js";
import type { Lang } from "../../src/terms/lang.js";
import { LANGS } from "../../src/terms/lang.js";
import { speak } from "../../src/terms/words.js";
import { FRAME } from "../../src/words/frame.js";
import { METHOD } from "../../src/words/method.js";
import { PLAYBOOK } from "../../src/words/playbook.js";
import type { Playbook } from "../playbooks/compose.js";
import { renderHtml } from "../playbooks/html.js";
import type { Study } from "../study.js";
import { methodPage } from "./method.js";

/** Pages made from the study, as path below the site's root and Markdown text: the playbooks and the method. */
export function pages(study: Study): Map<string, string> {
  const result = new Map<string, string>();
  for (const playbook of study.playbooks) {
    const keywords =
      foldAccents(`${playbook.title} ${playbook.label} ${playbook.scheme.label[playbook.lang]}`).match(/[a-z0-9]+/g) ??
      [];
    const front = frontMatter(playbook.title, keywords, playbook.lang);
    const list = `<p class="back"><a href="../../playbooks.html">${speak(PLAYBOOK, playbook.lang).back}</a></p>`;
    result.set(
      `${playbook.lang}/playbooks/${playbook.scheme.id}/${playbook.group}.md`,
      `${front}\n${list}\n\n${renderHtml(playbook, study.firm, playbook.customers ? charts(playbook) : "")}\n`
    );
  }
  for (const lang of LANGS) {
    const { title } = speak(METHOD, lang);
    result.set(
      `${lang}/method.md`,
      `${frontMatter(title, foldAccents(`${title} phuong phap cach tinh dinh nghia method definitions thresholds`).match(/[a-z0-9]+/g) ?? [], lang)}\n${methodPage(study, lang, formats(lang, study.firm.currency))}\n`
    );
  }
  return result;
}

/** The one cell of a playbook's page: how the group has grown, and how it differs from everybody. */
function charts({ lang, scheme, group }: Playbook): string {
  const which = [lang, scheme.id, group].map((text) => JSON.stringify(text)).join(", ");
  const code = [
    `import {renderGroupCharts} from "../../../frame/group-charts.js";`,
    `display(await renderGroupCharts(${which}));`
  ];
  return `\`\`\`js\n${code.join("\n")}\n\`\`\``;
}

function frontMatter(title: string, keywords: readonly string[], lang: Lang): string {
  const plain = title.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
  return `---\ntitle: ${JSON.stringify(plain)}\nkeywords: ${JSON.stringify([...new Set(keywords)])}\nindex: true\ntoc:\n  show: true\n  label: ${speak(FRAME, lang).onThisPage}\n---\n`;
}
