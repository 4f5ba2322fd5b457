/** Where a name in a text or chart leads: to a page of the site, or to a part of one page. */
export interface Links {
  /** Address of a group's playbook. */
  playbook: (scheme: string, group: string) => string;
  /** Address of a page named as `funnel` or `segments?scheme=rfm`. */
  page: (page: string) => string;
}

/** Links between the pages of one language. */
export const siteLinks: Links = {
  playbook: (scheme, group) => `./playbooks/${scheme}/${group}.html`,
  page: (page) => {
    const [, name = "", query = ""] = /^([^?#]*)(.*)$/.exec(page) ?? [];
    return `./${name.replace(/\.html$/, "")}.html${query}`;
  }
};
