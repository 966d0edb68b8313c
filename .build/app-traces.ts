// The table of traces on the device, in the guide for hotlines, made from the test's findings.

import { ENDS, readTraces, WAYS, type Traces, type Way } from '../test/app/traces.ts';
import { put, rewriteGuide } from './guide-blocks.ts';

const found = (kinds: readonly string[]): string => (kinds.length === 0 ? 'nothing' : kinds.join(', '));

function tracesTable(traces: Traces): string {
  const columns = Object.values(traces).flatMap((engine) =>
    ENDS.map((end) => ({ title: `${engine.version}, ${end}`, found: engine[end] })),
  );
  const rows = (Object.keys(WAYS) as Way[]).map((way) => [
    WAYS[way],
    ...columns.map((column) => found(column.found[way])),
  ]);
  return [['The address arrived', ...columns.map(({ title }) => title)], columns.map(() => '---'), ...rows]
    .map((row, index) => `| ${(index === 1 ? ['---', ...row] : row).join(' | ')} |\n`)
    .join('');
}

/** The guide for hotlines with its table of these traces. Throws if it has no place for one. */
export const withTraces = (guide: string, traces: Traces): string =>
  put(guide, 'app-traces', tracesTable(traces));

/** Brings the table up to date. */
export const writeTraces = (): void =>
  rewriteGuide('src/receiver/README.md', (guide) => withTraces(guide, readTraces()));
