/** What a visitor has chosen on a page, each choice under its name. */
export interface Choices {
  /** Null where nothing was chosen: the control's own first value holds. */
  get(name: string): string | null;
  /** Keeps a choice, or forgets it (`null`), and tells those who follow it. */
  set(name: string, value: string | null): void;
  follow(name: string, changed: () => void): void;
}

/** Choices in the page's query, so that its address shares the view. Of a page opened from disk no address can change. */
export function choicesInAddress(): Choices {
  if (location.protocol === "file:") return choicesInMemory();
  return choicesIn(
    () => new URLSearchParams(location.search),
    (query) => {
      const search = query.toString();
      history.replaceState(history.state, "", `${location.pathname}${search && `?${search}`}${location.hash}`);
    }
  );
}

/** Choices that last as long as what is shown: of a study that nobody else could open. */
export function choicesInMemory(): Choices {
  let kept = new URLSearchParams();
  return choicesIn(
    () => new URLSearchParams(kept),
    (query) => {
      kept = query;
    }
  );
}

function choicesIn(read: () => URLSearchParams, write: (query: URLSearchParams) => void): Choices {
  const changes = new EventTarget();
  return {
    get: (name) => read().get(name),
    set: (name, value) => {
      const query = read();
      if (query.get(name) === value) return;
      if (value === null) query.delete(name);
      else query.set(name, value);
      write(query);
      changes.dispatchEvent(new Event(name));
    },
    follow: (name, changed) => changes.addEventListener(name, changed)
  };
}
