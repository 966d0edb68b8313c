// The budgets of downloads until each moment of use, and the names of these moments. The build says what each has left,
// warns when one is nearly used up, and fails above it. The site shows them.

import type { Sizes } from './sizes.ts';

type Moment = keyof Sizes['moments'];

/** A budget, in bytes of brotli. */
interface Budget {
  /** Less than this means that a chunk has lost its content: an emptied chunk passes any upper bound. */
  readonly least: number;
  readonly most: number;
}

/** The budgets of the design, in the order of the table; the budgets of parts loaded on demand are our own. */
export const BUDGETS: Readonly<Record<Moment, Budget>> = {
  'before a click': { least: 5_000, most: 11_000 },
  'step 1 in French': { least: 12_000, most: 28_500 },
  'the whole form in French': { least: 38_000, most: 76_000 },
  English: { least: 1_500, most: 10_500 },
  'a further language': { least: 1_500, most: 10_500 },
  'a further language, all of it': { least: 3_000, most: 13_000 },
  'what few open, in French': { least: 2_500, most: 8_000 },
  'the services by name': { least: 1_000, most: 3_000 },
  'a choice of languages': { least: 500, most: 2_500 },
  'the one-page form': { least: 800, most: 2_000 },
  'several reports at once': { least: 500, most: 1_500 },
  practice: { least: 300, most: 1_000 },
  'the follow-up of reports': { least: 1_000, most: 4_000 },
  'sealed reports': { least: 600, most: 1_500 },
  'a proof of work': { least: 900, most: 2_500 },
  'receipts that are proved': { least: 500, most: 1_500 },
  'a check of the page': { least: 2_500, most: 10_000 },
  'the isolated mode': { least: 1_500, most: 4_500 },
  'the single-file bundle': { least: 60_000, most: 106_000 },
  'the npm way, before a click': { least: 6_000, most: 14_000 },
};

/** From this share of a budget on, the build warns: there is time to make room before it fails. */
export const WARNING_SHARE = 0.95;

const MOMENTS = Object.keys(BUDGETS) as Moment[];

/** The bytes that a budget has left; fewer than none above it. */
export const leftOf = (moments: Sizes['moments'], moment: Moment): number =>
  BUDGETS[moment].most - moments[moment].brotli;

/** The bytes that each budget has left, as a list for people: names have commas. */
export const budgetsLeft = (moments: Sizes['moments']): string =>
  MOMENTS.map((moment) => `${moment} ${leftOf(moments, moment)}`).join('; ');

/** A warning for each budget that is nearly used up, as a sentence; and a failure for each that is exceeded. */
export function judgeBudgets(moments: Sizes['moments']): {
  readonly warnings: string[];
  readonly failures: string[];
} {
  const used = (moment: Moment): string => {
    const { brotli } = moments[moment];
    const { most } = BUDGETS[moment];
    return `“${moment}” takes ${brotli} bytes, ${((brotli / most) * 100).toFixed(1)} % of its budget of ${most}.`;
  };
  const exceeded = MOMENTS.filter((moment) => leftOf(moments, moment) < 0);
  const nearly = MOMENTS.filter(
    (moment) => moments[moment].brotli >= BUDGETS[moment].most * WARNING_SHARE && !exceeded.includes(moment),
  );
  return {
    warnings: nearly.map((moment) => `Warning: ${used(moment)}`),
    failures: exceeded.map((moment) => `Too large: ${used(moment)}`),
  };
}

/** The downloads of a visitor, in the words of the table. */
export const MOMENT_NAMES: Readonly<Record<Moment, string>> = {
  'before a click': 'Before a click',
  'step 1 in French': 'Until step 1 shows, in French',
  'the whole form in French': 'The whole form, in French',
  English: 'English, all of it',
  'a further language': 'The longest of the further languages, without what few people open',
  'a further language, all of it': 'The longest of the further languages, all of it',
  'what few open, in French':
    'What few people open (the exact report, “Faire retirer”, “Porter plainte”, other services), in French',
  'the services by name': 'The services by name, where somebody has no link',
  'a choice of languages': 'A choice of languages in the form (`languages`, `easy`), without the languages',
  'the one-page form': 'The form on one page, for teams that report often (`flow="page"`)',
  'several reports at once': 'More links than one report has, without its strings',
  practice: 'Practice (`practice`)',
  'the follow-up of reports': 'What became of a report (`follow-up`), without its strings',
  'sealed reports': 'Sealed reports (`public-key`)',
  'a proof of work': 'A proof of work (`challenge`)',
  'receipts that are proved': 'Receipts that are proved (`receipt-key`)',
  'a check of the page': 'A look for what is wrong (`check()`, `debug`)',
  'the isolated mode': 'Isolated mode (`src`), on the page, instead of the form',
  'the single-file bundle': 'The single-file bundle, both languages',
  'the npm way, before a click': 'The npm way, built by Vite, before a click',
};
