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

const TRACES: Readonly<Record<Fact, (recording: Recording, known: Known) => boolean>> = {
  pointer: ({ text, bytes }, { pressed: { x, y } }) =>
    [`"x":${x},"y":${y}`, `,${x},${y},`].some((trace) => text.includes(trace)) || mouseMove(x, y).test(bytes),
  sending: ({ text }) =>
    // The address stands in the page's markup too.
    /"(?:url|name|description)":"[^"]*\/v1\/reports"|POST.?http\S*\/v1\/reports/s.test(text),
  size: ({ text }, { size }) => new RegExp(`size":${size}\\b`, 'i').test(text),
  keys: ({ text }) => text.includes('ui.keyDown'),
  AltGr: ({ text }) => text.includes(ALTGR_LETTER),
  fields: ({ text }) => text.includes(String.raw`[name=\"details\"]`),
  titles: ({ text }) => text.includes('Étape 2 sur'),
  // Datadog: a path of tags.
  place: ({ text }) => /DIV:nth-of-type\(\d\)>LABEL/.test(text),
  structure: ({ text }) => text.includes('category-sexual_harassment'),
  // Clarity: event 27, the node, its state or a masked value (clarity-js, types/data.d.ts).
  chosen: ({ text }) => /,27,\d+,"true"/.test(text),
  lengths: ({ text }) => /,27,\d+,"•/.test(text),
};

/** The contents of a recording: facts, then words. */
export const caughtIn = (recording: Recording, known: Known): string[] => [
  ...FACTS.filter((fact) => TRACES[fact](recording, known)),
  ...toldBy(recording.text),
];

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
