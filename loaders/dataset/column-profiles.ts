import { type ColumnProfile, computeProfile } from "./column-profile.js";

/** What the columns of a sheet look like, by heading; each is looked at once, when it is first asked for. */
export interface ColumnProfiles {
  of(heading: string): ColumnProfile;
  /** All filled cells of a heading, in order. */
  cells(heading: string): string[];
}

/** The profiles of a sheet's columns, from the first of its rows. */
export function computeProfiles(headings: readonly string[], sample: readonly (readonly string[])[]): ColumnProfiles {
  const profiles = new Map<string, ColumnProfile>();
  const cells = (heading: string) => {
    const place = headings.indexOf(heading);
    return sample.flatMap((row) => row[place]?.trim() || []);
  };
  return {
    cells,
    of: (heading) => {
      const profile = profiles.get(heading) ?? computeProfile(cells(heading));
      profiles.set(heading, profile);
      return profile;
    }
  };
}
