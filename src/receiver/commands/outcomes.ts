// `cliquez-signalez outcomes`: tells reporters what became of their reports, from the file of decisions.
import { readOperand } from '../../command-line/arguments.ts';
import type { Command } from '../../command-line/command.ts';
import type { FollowUpState } from '../../core/follow-up/answer.ts';
import { readStatedDecisions } from '../figures/decisions.ts';
import { statesOf, type ReporterState } from '../figures/reporter-states.ts';
import type { OutcomeOptions, OutcomeResult } from '../store/follow-ups.ts';
import type { DatabaseStore } from '../store/store.ts';
import { rowsIn } from './decisions-file.ts';
import { describeLines } from './figures-summary.ts';
import { countReports } from './numbers.ts';
import { withProgress } from './progress.ts';
import { ATTENTION, openToRead, openToWrite } from './reading.ts';

const OPTIONS = {
  dry: { type: 'boolean', default: false },
  force: { type: 'boolean', default: false },
  database: { type: 'string' },
} as const;

export const command: Command = {
  usage: `Usage: cliquez-signalez outcomes FILE [--dry] [--force] [--database URL]

Reads the file of decisions that « figures » reads, and sets what reporters with a follow-up code are told. It may be run
again at any time, also after it was cut off: what is set already stays. The receiver may go on meanwhile. Ends with 0
where all is well; with 3 where lines could not be placed, which it names; with 1 or 2 where nothing was set.
  action in the file            what the reporter reads
  removed, restricted           removed
  refused, no answer, unknown,  passed on to those who can act
  passed to the police
  not illegal                   not manifestly illegal
  duplicate, reading            being read
  gone                          no longer there
  not ours                      not for this hotline
  link?                         the link does not lead there: the reporter may send it again
The last four words are for reporters alone: « figures » does not count their lines. The day is that of answered, else
date, else today. Of several lines of a report, a final state wins (removed, no longer there, not manifestly illegal, not
for this hotline); then the later day; then the later line.
  --dry           sets nothing, and says what would be set
  --force         also replaces a final state by one that is not, or is not of a later day
  --database URL  sqlite:path or postgres://…; else DATABASE_URL              sqlite:cliquez-signalez.sqlite
`,
  async run(args, environment) {
    const { operand: file, values } = readOperand(args, OPTIONS, 'FILE', this.usage);
    const { dry, force, database } = values;
    const states = statesOf(await rowsIn(file, readStatedDecisions), new Date().toISOString().slice(0, 10));
    const store = await (dry ? openToRead : openToWrite)(database, environment);
    try {
      const placed = await withProgress(
        { what: dry ? 'Reading' : 'Setting', first: 0, last: states.length },
        ({ at }) => setAll(store, states, { dry, force }, at),
      );
      for (const line of summaryOf(placed, dry)) console.log(line);
      const unplaced = await linesUnplaced(store, placed);
      for (const line of unplaced) console.error(line);
      if (unplaced.length > 0) process.exitCode = ATTENTION;
    } finally {
      await store.close();
    }
  },
};

/** States that are set in one transaction. */
const AT_ONCE = 200;

type Placed = ReporterState & { readonly result: OutcomeResult };

async function setAll(
  { followUps }: DatabaseStore,
  states: readonly ReporterState[],
  options: OutcomeOptions,
  onStep: (done: number) => void,
): Promise<Placed[]> {
  const placed: Placed[] = [];
  for (let start = 0; start < states.length; start += AT_ONCE) {
    const step = states.slice(start, start + AT_ONCE);
    const results = await followUps.setOutcomes(step, options);
    placed.push(...step.map((state, index) => ({ ...state, result: results[index]! })));
    onStep(placed.length);
  }
  return placed;
}

const NAMES: Readonly<Record<FollowUpState, string>> = {
  received: 'received',
  reading: 'being read',
  passed_on: 'passed on',
  removed: 'removed',
  gone: 'no longer there',
  not_illegal: 'not manifestly illegal',
  not_ours: 'not for this hotline',
  question: 'asked for the link',
};

function summaryOf(placed: readonly Placed[], dry: boolean): string[] {
  const countOf = (result: OutcomeResult): number => placed.filter((each) => each.result === result).length;
  const counts = new Map<FollowUpState, number>();
  for (const { state, result } of placed)
    if (result === 'set') counts.set(state, (counts.get(state) ?? 0) + 1);
  const states = Array.from(counts, ([state, count]) => `${count} ${NAMES[state]}`);
  const verbs = dry ? (['would get', 'would get'] as const) : (['got', 'got'] as const);
  const [same, noCode] = [countOf('same'), countOf('no-code')];
  return [
    `${countReports(countOf('set'), verbs)} a new state${states.length > 0 ? `: ${states.join(', ')}` : ''}.`,
    ...(same > 0 ? [`${countReports(same, ['has', 'have'])} it already.`] : []),
    ...(noCode > 0 ? [`${countReports(noCode, ['has', 'have'])} no follow-up code: nobody asks.`] : []),
  ];
}

/** A line for each report whose state was not set, though the file has one. */
async function linesUnplaced({ followUps }: DatabaseStore, placed: readonly Placed[]): Promise<string[]> {
  const lines: string[] = [];
  for (const { reference, state, lines: own, result } of placed) {
    if (result === 'unknown')
      lines.push(
        `${describeLines(own)}: no report ${reference} in the database. Erased, or a wrong reference?`,
      );
    if (result !== 'final') continue;
    const present = await followUps.findOutcome(reference);
    lines.push(
      `${describeLines(own)}: ${reference} is « ${NAMES[present?.state ?? state]} » since ${present?.since}, and ` +
        `stays so, not « ${NAMES[state]} ». To replace it: --force`,
    );
  }
  return lines;
}
