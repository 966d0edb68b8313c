// The cost of our buttons to a page beside a minimal Lit element and plain buttons, row by row, with the goal of each
// row. Pages are measured in turn, round after round, and the minimum of all rounds counts: other work of the machine
// only adds.
import {
  clickToForm,
  cycling,
  loading,
  mounting,
  opening,
  openingAtOnce,
  openingUntilIdle,
  slowDevice,
  tapToField,
  tapToForm,
  typing,
  untilVisible,
  type Bench,
  type Cost,
} from './measures.ts';
import { SUBJECTS, type PageName, type Subject } from './subjects.ts';

/**
 * One figure of the pages. A goal is a ratio to the minimal Lit element, a ratio to Sentry's dialog where it has the
 * figure, or a limit of ours.
 */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly figures: Readonly<Partial<Record<Subject | 'sentry', number>>>;
  readonly mostTimesLit?: number;
  readonly mostTimesSentry?: number;
  readonly most?: number;
}

/** Contents of costs.json: what one run measured. */
export interface Costs {
  readonly measuredOn: string;
  readonly cores: number;
  readonly rows: readonly Row[];
}

const COUNTS = [1, 10, 100, 1_000];
const OPENINGS = 400;

/** A row measured on each page, over several rounds. */
async function measured<Name extends PageName = Subject>(
  rounds: number,
  measure: (name: Name) => Promise<Cost>,
  names: readonly Name[] = SUBJECTS as readonly PageName[] as readonly Name[],
): Promise<Record<Name, Cost>> {
  const least: Partial<Record<PageName, Record<string, number>>> = {};
  for (let round = 0; round < rounds; round++) {
    for (const name of names) {
      const cost = await measure(name);
      const before = (least[name] ??= { ...cost });
      for (const [figure, value] of Object.entries(cost))
        before[figure] = Math.min(before[figure] ?? value, value);
    }
  }
  return least as Record<Name, Cost>;
}

const of = (costs: Readonly<Record<Subject, Cost>>, name: string): Record<Subject, number> =>
  Object.fromEntries(SUBJECTS.map((subject) => [subject, costs[subject][name]!])) as Record<Subject, number>;

/** Loading, mounting, and the memory that a button keeps. */
export async function costsOfButtons(bench: Bench, rounds: number, counts = COUNTS): Promise<Row[]> {
  const rows: Row[] = [];
  for (const count of counts) {
    const loaded = await measured(rounds, (subject) => loading(bench, subject, count));
    rows.push({
      name: `Script at load, ${count.toLocaleString('en')} button${count > 1 ? 's' : ''}`,
      unit: 'ms',
      figures: of(loaded, 'script'),
      ...(count === 1 && { mostTimesLit: 1.3 }),
    });
  }
  const most = counts.at(-1)!;
  const mounted = await measured(rounds, (subject) => mounting(bench, subject, most));
  const many = most.toLocaleString('en');
  rows.push(
    { name: `Putting ${many} into the page`, unit: 'ms', figures: of(mounted, 'task'), mostTimesLit: 1.3 },
    { name: 'Heap of a button', unit: 'bytes', figures: of(mounted, 'heap'), mostTimesLit: 1.5 },
    { name: 'Nodes of a button', unit: '', figures: of(mounted, 'nodes') },
    { name: 'Listeners of a button', unit: '', figures: of(mounted, 'listeners') },
  );
  return rows;
}

/** A visitor's waits on Fast 4G, and the immediate cost of a tap. */
export async function costsOfWaiting(bench: Bench, rounds: number): Promise<Row[]> {
  const visible = await measured(rounds, (name) => untilVisible(bench, name), [
    'ours',
    'lit',
    'plain',
    'embed',
  ]);
  const tapped = await measured(rounds, (name) => tapToForm(bench, name), ['ours', 'sentry']);
  const cold = await measured(rounds, (name) => tapToField(bench, name, 'Fast 4G'), ['ours', 'sentry']);
  const warm = await measured(rounds, (name) => tapToField(bench, name, 'memory'), ['ours', 'sentry']);
  const atOnce = await measured(rounds, (name) => openingAtOnce(bench, name, 1));
  const slowly = await measured(rounds, (name) => openingAtOnce(bench, name, 4));
  const idle = await measured(rounds, (name) => openingUntilIdle(bench, name, 1));
  const idleSlowly = await measured(rounds, (name) => openingUntilIdle(bench, name, 4));
  const { lit, plain, ours, embed } = visible;
  return [
    {
      name: 'Page to button, Fast 4G, module tag',
      unit: 'ms',
      figures: { ours: ours['ms']!, lit: lit['ms']!, plain: plain['ms']! },
      mostTimesLit: 1.1,
    },
    {
      name: 'Page to button, Fast 4G, `embed.js`',
      unit: 'ms',
      figures: { ours: embed['ms']!, lit: lit['ms']! },
      mostTimesLit: 1.5,
    },
    {
      name: 'Tap to form, Fast 4G, no hover',
      unit: 'ms',
      figures: { ours: tapped.ours['ms']!, sentry: tapped.sentry['ms']! },
      mostTimesSentry: 1.15,
    },
    {
      name: 'Tap to first field half opaque, Fast 4G, no hover',
      unit: 'ms',
      figures: { ours: cold.ours['ms']!, sentry: cold.sentry['ms']! },
      mostTimesSentry: 1.15,
    },
    {
      name: 'Tap to first field half opaque, from memory, no hover',
      unit: 'ms',
      figures: { ours: warm.ours['ms']!, sentry: warm.sentry['ms']! },
      most: 60,
    },
    { name: 'Main thread for a tap, no hover', unit: 'ms', figures: of(atOnce, 'task'), mostTimesLit: 2 },
    {
      name: 'Main thread for a tap, no hover, 4 × slower',
      unit: 'ms',
      figures: of(slowly, 'task'),
      mostTimesLit: 2,
    },
    {
      name: 'Main thread until idle after a tap, no hover',
      unit: 'ms',
      figures: of(idle, 'task'),
      mostTimesLit: 3,
    },
    {
      name: 'Main thread until idle after a tap, no hover, 4 × slower',
      unit: 'ms',
      figures: of(idleSlowly, 'task'),
      mostTimesLit: 3,
    },
    {
      name: 'Blocking time of the later part, 4 × slower',
      unit: 'ms',
      figures: { ours: idleSlowly.ours['blocking']! },
      most: 0,
    },
  ];
}

/** From the click to the form. */
export async function costsOfOpening(bench: Bench, rounds: number): Promise<Row[]> {
  const opened = await measured(rounds, (subject) => opening(bench, subject));
  const cold = await measured(rounds, (subject) =>
    clickToForm(bench, subject, { isFast4G: true, isWarm: false }),
  );
  const warm = await measured(rounds, (subject) =>
    clickToForm(bench, subject, { isFast4G: true, isWarm: true }),
  );
  return [
    { name: 'Main thread when the pointer comes', unit: 'ms', figures: of(opened, 'ready') },
    { name: 'Main thread for an opening', unit: 'ms', figures: of(opened, 'task'), mostTimesLit: 1.25 },
    { name: 'Click to form, Fast 4G, cold cache', unit: 'ms', figures: of(cold, 'ms') },
    { name: 'Click to form, Fast 4G, warm cache', unit: 'ms', figures: of(warm, 'ms') },
    {
      name: 'Forms seen a frame before they had focus',
      unit: '',
      figures: { ours: cold.ours['unfocused']! + warm.ours['unfocused']! },
      most: 0,
    },
  ];
}

/** Remaining costs, on slow devices and after many openings. */
export async function costsOfStaying(bench: Bench, rounds: number, openings = OPENINGS): Promise<Row[]> {
  const slow = await measured(rounds, (subject) => slowDevice(bench, subject, 4));
  const slower = await measured(rounds, (subject) => slowDevice(bench, subject, 6));
  const cycled = await measured(1, (subject) => cycling(bench, subject, openings));
  let key = Infinity;
  for (let round = 0; round < rounds; round++) key = Math.min(key, ...(await typing(bench, [10_000], 50)));
  return [
    { name: 'Slowest interaction, 4 × slower', unit: 'ms', figures: of(slow, 'interaction'), most: 64 },
    { name: 'Blocking time at load, 4 × slower', unit: 'ms', figures: of(slow, 'blocking'), most: 0 },
    { name: 'Blocking time at load, 6 × slower', unit: 'ms', figures: of(slower, 'blocking'), most: 0 },
    { name: 'Layout shift', unit: '', figures: of(slow, 'shift'), most: 0 },
    { name: `Nodes after ${openings} openings`, unit: '', figures: of(cycled, 'nodes'), most: 0 },
    { name: `Listeners after ${openings} openings`, unit: '', figures: of(cycled, 'listeners'), most: 0 },
    { name: `Heap after ${openings} openings`, unit: 'bytes', figures: of(cycled, 'heap') },
    { name: 'Script of a key in 10,000 characters', unit: 'µs', figures: { ours: key }, most: 50 },
  ];
}

/** The ratio of a figure to that of the minimal Lit element; undefined if that has none. */
export const timesLit = ({ figures: { ours, lit } }: Row): number | undefined =>
  ours === undefined || !lit ? undefined : ours / lit;

/** The ratio of a figure to that of Sentry's dialog; undefined if that has none. */
export const timesSentry = ({ figures: { ours, sentry } }: Row): number | undefined =>
  ours === undefined || !sentry ? undefined : ours / sentry;

/** Whether a row reaches its goal; a row without a goal is only printed. */
export function isReached(row: Row): boolean {
  const { figures, most, mostTimesLit, mostTimesSentry } = row;
  if (mostTimesSentry !== undefined) return (timesSentry(row) ?? Infinity) <= mostTimesSentry;
  if (most !== undefined) return (figures.ours ?? Infinity) <= most;
  return mostTimesLit === undefined || (timesLit(row) ?? Infinity) <= mostTimesLit;
}
