/** One way to read what can be read in several: the answer that chooses it, and what the example becomes. */
export interface Reading {
  answer: string;
  reads: string;
}

/** `comma (1200) / dot (1.2)`: each answer with what it comes to. */
export function describeReadings(readings: readonly Reading[]): string {
  return readings.map(({ answer, reads }) => `${answer} (${reads})`).join(" / ");
}

/** The readings of such a text again. */
export function parseReadings(text: string): Reading[] {
  return text.split(" / ").flatMap((part) => {
    const [, answer = "", reads = ""] = /^([\w-]+) \((.*)\)$/.exec(part) ?? [];
    return answer === "" ? [] : [{ answer, reads }];
  });
}
