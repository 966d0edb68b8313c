// Facts that a recording tells besides words, by the traces that each recorder leaves of them.
import { ALTGR_LETTER, toldBy, type Point } from './recorded-report.ts';
import type { Recording } from './recorder-site.ts';
import { FACTS, type Fact } from './recordings.ts';

/** The facts of the recorded report. */
export interface Known {
  /** The place at which its category was pressed. */
  readonly pressed: Point;
  /** The size of its body, in bytes. */
  readonly size: number;
}

/**
 * Names in our code: of a category that nobody presses, of the chosen one, and of a field that is written in. Chromium
 * tells a page the ids at which a listener is slow (`long-animation-frame`): that is left out, since no run repeats it.
 */
const UNPRESSED = /crimes_against_humanity/;
const CHOSEN = /sexual_harassment(?!\.on)/;
const WRITTEN = /addresses[.-]0(?!\.on)/;

/** By fact: how a recording without its backslashes tells it. */
const TRACES: Readonly<Record<Fact, (recording: Recording, known: Known) => boolean>> = {
  pointer: ({ text, bytes }, { pressed: { x, y } }) =>
    new RegExp(String.raw`(?<!\d)${x}\D{1,30}${y}(?!\d)`).test(text) || mouseMove(x, y).test(bytes),
  sending: ({ text }) =>
    // The address stands in the page's markup too.
    /"(?:url|name|description|o|data|stringValue)":"[^"]*\/v1\/reports"|POST.?http\S*\/v1\/reports/s.test(
      text,
    ),
  // New Relic writes numbers in base 36.
  size: ({ text }, { size }) =>
    new RegExp(String.raw`size":${size}\b|'/v1/reports,${size.toString(36)},`, 'i').test(text),
  keys: ({ text }) => text.includes('ui.keyDown'),
  AltGr: ({ text }) => text.includes(ALTGR_LETTER),
  fields: ({ text }) => WRITTEN.test(text) && !UNPRESSED.test(text),
  titles: ({ text }) => text.includes('Étape 2 sur'),
  // Datadog: a path of tags. OpenTelemetry: an XPath.
  place: ({ text }) => /DIV:nth-of-type\(\d\)>LABEL|\/div\[\d\]\/label/.test(text),
  structure: ({ text }) => UNPRESSED.test(text) || /type\W{1,4}radio/.test(text),
  // Clarity: event 27, the node, its state or a masked value (clarity-js, types/data.d.ts).
  chosen: ({ text }) => /,27,\d+,"true"/.test(text) || (CHOSEN.test(text) && !UNPRESSED.test(text)),
  lengths: ({ text }) => /,27,\d+,"•/.test(text),
};

/** The contents of a recording: facts, then words. */
export function caughtIn({ text, bytes }: Recording, known: Known): string[] {
  const plain = { text: text.replaceAll('\\', ''), bytes };
  return [...FACTS.filter((fact) => TRACES[fact](plain, known)), ...toldBy(plain.text)];
}

/** OpenReplay's message 20: its type, three bytes of its size, and numbers of seven bits a byte. */
function mouseMove(...numbers: readonly number[]): RegExp {
  const digits = numbers.flatMap((number) => {
    const bytes: number[] = [];
    let rest = number;
    for (; rest > 0x7f; rest >>= 7) bytes.push((rest & 0x7f) | 0x80);
    return [...bytes, rest];
  });
  const escaped = digits.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`);
  return new RegExp(`\\x14[^]{3}${escaped.join('')}`);
}
