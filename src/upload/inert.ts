const ELEMENTS = new Set(
  "article header section div p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tr th td strong em b i small span blockquote code pre hr br".split(
    " "
  )
);
const ATTRIBUTES = new Set(["class", "scope", "tabindex", "role", "aria-label", "colspan", "rowspan"]);

/** Headings of a playbook stand two levels lower when it is part of a page. */
const LEVELS: Record<string, string> = { h1: "h3", h2: "h4", h3: "h5", h4: "h6", h5: "h6" };

/**
 * A playbook's HTML as elements. It comes escaped; that nothing in it can run or fetch doesn't rest on that: only
 * elements and attributes of a short list are made, of all else the text.
 */
export function renderInert(html: string): DocumentFragment {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fragment = document.createDocumentFragment();
  fragment.append(...copies(parsed.body));
  return fragment;
}

function copies(parent: Node): Node[] {
  return [...parent.childNodes].flatMap((node): Node[] => {
    if (node.nodeType === Node.TEXT_NODE) return [document.createTextNode(node.nodeValue ?? "")];
    if (!(node instanceof Element)) return [];
    const name = node.localName;
    if (!ELEMENTS.has(name)) return name === "script" || name === "style" ? [] : copies(node);
    const copy = document.createElement(LEVELS[name] ?? name);
    for (const { name: attribute, value } of node.attributes)
      if (ATTRIBUTES.has(attribute)) copy.setAttribute(attribute, value);
    if (LEVELS[name]) copy.classList.add(name);
    copy.append(...copies(node));
    return [copy];
  });
}
