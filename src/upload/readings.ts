import { html } from "htl";
import type { Question } from "../../loaders/browser/protocol.js";
import type { Lang } from "../terms/lang.js";
import { fill, speak } from "../terms/words.js";
import { UPLOAD } from "../words/upload.js";

export interface ReadingsOptions {
  lang: Lang;
  /** What the choices are found by when the page is drawn anew. */
  key: string;
  /** The answer given before; undefined while the question is open. */
  chosen: string | undefined;
  answer: (answer: string) => void;
}

let count = 0;

/** A question of two readings as a choice, each with what the example would become. Nothing is chosen beforehand. */
export function readings(question: Question, { lang, key, chosen, answer }: ReadingsOptions): HTMLElement {
  const w = speak(UPLOAD, lang);
  const name = `readings-${++count}`;
  const { about, column, example } = question;
  const [ask, askHere] = {
    dates: [w.askDates, w.askDatesHere] as const,
    numbers: [w.askNumbers, w.askNumbersHere] as const,
    amount: [w.askAmount, w.askAmount] as const,
    cost: [w.askCost, w.askCost] as const
  }[about];
  const choices = question.readings.map((reading) => {
    const input =
      html`<input type="radio" name=${name} value=${reading.answer} data-key=${`${key} ${reading.answer}`}>` as HTMLInputElement;
    input.checked = reading.answer === chosen;
    input.addEventListener("change", () => answer(reading.answer));
    return html`<label>${input}<span>${fill(w.example, { written: example, reads: describeReading(reading.reads, lang) })} <small>${answerText(reading.answer, lang)}</small></span></label>`;
  });
  return html`<fieldset class=${`readings${chosen === undefined ? " open" : ""}`}>
    <legend>${column ? fill(ask, { column }) : askHere}</legend>
    ${choices}
  </fieldset>`;
}

/** A day in words and a number without signs that group, so that the answer can't be misread like the question. */
function describeReading(reads: string, lang: Lang): string {
  const [, year = "", month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(reads) ?? [];
  const w = speak(UPLOAD, lang);
  if (month && day)
    return fill(w.day, { day: Number(day), month: w.months.split(" ")[Number(month) - 1] ?? month, year });
  return /^-?\d+\.\d+$/.test(reads) ? reads.replace(".", w.decimalMark) : reads;
}

function answerText(answer: string, lang: Lang): string {
  const { answers } = speak(UPLOAD, lang);
  return answer in answers ? answers[answer as keyof typeof answers] : answer;
}
