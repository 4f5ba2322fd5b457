/** Address of a group's playbook, seen from a page of the same language. */
export function playbookLink(scheme: string, group: string): string {
  return `./playbooks/${scheme}/${group}.html`;
}

/** Address of a page named as `funnel` or `segments?scheme=rfm`. */
export function pageLink(page: string): string {
  const [, name = "", query = ""] = /^([^?#]*)(.*)$/.exec(page) ?? [];
  return `./${name.replace(/\.html$/, "")}.html${query}`;
}
