// Shows the measurements: the lowest ratios, the adjusted colours, and the table.

import { formatRatio, hex, sentenceOf, type Rgb } from './contrast.ts';
import { byId, element } from './element.ts';
import type { Frames } from './frames.ts';
import type { Choices } from './link.ts';
import { PAIRS, RESULTS, type Pair } from './pairs.ts';
import type { Theme } from './theme.ts';
import { readPair, readSeedColour, type Reading } from './readings.ts';
import { words } from './words/page-words.ts';
import { filled } from './words/words.ts';

const PAGES = ['light', 'dark'] as const;
type PageScheme = (typeof PAGES)[number];
const { measures, tag } = words;

/** All readings, on light and dark pages. */
interface Measured {
  readonly readings: ReadonlyMap<string, Reading>;
  readonly seeds: ReadonlyMap<string, Rgb>;
}

const keyOf = (name: string, page: PageScheme): string => `${name} ${page}`;

/**
 * Reads all pairs. The frames are dressed, read and dressed again in one task, so the browser paints nothing in
 * between.
 */
function measure(frames: Frames, choices: Choices): Measured {
  const readings = new Map<string, Reading>();
  const seeds = new Map<string, Rgb>();
  const names = [...new Set(PAIRS.map(({ frame }) => frame))];
  const asked = choices.shown.filter((name) => name !== 'dark' && name !== 'forced');
  for (const page of PAGES) {
    for (const name of names)
      frames.dressOne(name, { ...choices, shown: page === 'dark' ? [...asked, 'dark'] : asked });
    for (const pair of PAIRS) {
      const shown = frames.page(pair.frame);
      const reading = shown && !isWithout(pair, choices) ? readPair(shown, pair) : undefined;
      if (reading) readings.set(keyOf(pair.id, page), reading);
    }
    for (const { seed, pair } of RESULTS) {
      const shown = frames.page(PAIRS.find(({ id }) => id === pair)!.frame);
      const colour = shown && readSeedColour(shown, seed);
      if (colour) seeds.set(keyOf(seed, page), colour);
    }
  }
  for (const name of names) frames.dressOne(name, choices);
  return { readings, seeds };
}

/** Measures, and shows the results. */
export function report(frames: Frames, choices: Choices): void {
  const measured = measure(frames, choices);
  for (const pair of PAIRS) {
    for (const page of PAGES) {
      const cell = document.querySelector(`[data-pair="${pair.id}"] [data-page="${page}"]`)!;
      const reading = measured.readings.get(keyOf(pair.id, page));
      cell.replaceChildren(reading ? cellOf(pair, reading) : missing(pair, choices));
    }
  }
  byId('lowest').replaceChildren(...summaryOf(measured, choices));
  byId('adjusted').replaceChildren(...RESULTS.flatMap((result) => linesOf(measured, result)));
}

const isFixed = ({ scheme, preset }: Theme): boolean => scheme !== 'auto' || preset === 'nuit';

/** A button in the shape of a link has neither paper nor border. */
const isWithout = ({ needsButton }: Pair, { theme }: Choices): boolean =>
  Boolean(needsButton) && theme.variant === 'link';

const isKept = ({ floor }: Pair, { ratio }: Reading): boolean => ratio >= floor;

const missing = (pair: Pair, choices: Choices): Node =>
  element('span', { className: 'none' }, isWithout(pair, choices) ? measures.without : measures.unseen);

function cellOf(pair: Pair, reading: Reading): Node {
  const { ink, paper, ratio } = reading;
  const kept = isKept(pair, reading);
  return element(
    'span',
    { className: 'seen' },
    element(
      'span',
      {
        className: pair.floor === 7 ? 'sample-text' : 'sample-line',
        title: filled(measures.on, { ink: hex(ink), paper: hex(paper) }),
        ariaHidden: 'true',
        paint: { '--ink': hex(ink), '--paper': hex(paper) },
      },
      pair.floor === 7 ? 'Aa' : '',
    ),
    element('b', {}, formatRatio(ratio, tag)),
    element('span', { className: kept ? 'kept' : 'missed' }, kept ? measures.kept : measures.under),
  );
}

function summaryOf({ readings }: Measured, { theme }: Choices): (Node | string)[] {
  const all = PAIRS.flatMap((pair) =>
    PAGES.flatMap((page) => {
      const reading = readings.get(keyOf(pair.id, page));
      return reading ? [{ pair, page, reading }] : [];
    }),
  );
  if (all.length === 0) return [measures.waiting];
  const lowest = (floor: number): string =>
    formatRatio(
      Math.min(...all.filter(({ pair }) => pair.floor === floor).map(({ reading }) => reading.ratio)),
      tag,
    );
  const missed = all.filter(({ pair, reading }) => !isKept(pair, reading));
  const [first] = missed;
  return [
    element('span', {}, element('b', {}, lowest(7)), measures.text),
    element('span', {}, element('b', {}, lowest(3)), measures.lines),
    element(
      'span',
      { className: first ? 'missed' : 'kept' },
      first
        ? filled(measures.missed, {
            count: missed.length,
            all: all.length,
            name: words.pairs[first.pair.id],
            page: measures.pages[first.page],
          })
        : filled(measures.all, { count: all.length }),
    ),
    // Parts on the page must follow its colours; a button fixed to light or dark does not.
    ...(first && isFixed(theme) ? [measures.fixed] : []),
  ];
}

/** One line where light and dark pages agree, otherwise one for each. */
function linesOf({ readings, seeds }: Measured, result: (typeof RESULTS)[number]): Node[] {
  const lines = PAGES.flatMap((page) => {
    const reading = readings.get(keyOf(result.pair, page));
    const from = seeds.get(keyOf(result.seed, page));
    return reading && from ? [{ page, from, reading, sentence: sentence(from, reading, result.takes) }] : [];
  });
  const [light, dark] = lines;
  const isOne = light?.sentence === dark?.sentence;
  return lines.slice(0, isOne ? 1 : 2).map(({ page, from, reading, sentence: text }) =>
    element(
      'li',
      {},
      element(
        'span',
        {
          className: 'turn',
          ariaHidden: 'true',
          paint: { '--from': hex(from), '--to': hex(reading[result.takes]) },
        },
        element('i', {}),
        element('i', {}),
      ),
      element(
        'span',
        {},
        element('b', {}, words.results[result.id]),
        isOne ? '' : `, ${measures.pages[page]}`,
      ),
      element('span', { className: 'says' }, text),
    ),
  );
}

const sentence = (from: Rgb, reading: Reading, takes: 'ink' | 'paper'): string =>
  sentenceOf({ from, to: reading[takes], ratio: reading.ratio }, words);
