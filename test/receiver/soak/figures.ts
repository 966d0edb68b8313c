// Results of long runs, stored in figures.json beside this file; the table in src/receiver/README.md shows them.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** One measured number, such as 412 `ms`. */
export interface Figure {
  readonly value: number;
  /** The unit after the number; empty for a bare count. */
  readonly unit: string;
}

/** The results of one run, with its date and machine. */
export interface Run {
  /** Day of the last figure, UTC, such as `2026-11-24`. */
  readonly measuredOn: string;
  /** Processor cores shared by everything in the run: the server under test, its load, and the database. */
  readonly cores: number;
  readonly figures: Readonly<Record<string, Figure>>;
}

/** Name of a run, as the table shows it → its results. */
export type Figures = Readonly<Record<string, Run>>;

const FILE = new URL('figures.json', import.meta.url);

/** The cost of a database at several sizes, by `grow.soak.ts`: a run for each size. */
export const GROWTH = {
  SQLite: new URL('growth-sqlite.json', import.meta.url),
  PostgreSQL: new URL('growth-postgres.json', import.meta.url),
} as const;

/** All stored results. */
export function readFigures(file: URL = FILE): Figures {
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Figures) : {};
}

/** The cost of each database at several sizes. */
export const readGrowth = (): Readonly<Record<keyof typeof GROWTH, Figures>> => ({
  SQLite: readFigures(GROWTH.SQLite),
  PostgreSQL: readFigures(GROWTH.PostgreSQL),
});

/**
 * Keeps a figure, in place of the one of that name. For soaks and benchmarks alone: `npm test` changes no file.
 * @param group the run, as the table shows it, such as `10,000 faulted submissions, SQLite`
 * @param name what was measured, such as `lost`
 */
export function recordFigure(group: string, name: string, value: number, unit = '', file: URL = FILE): void {
  const before = readFigures(file);
  const run: Run = {
    measuredOn: new Date().toISOString().slice(0, 10),
    cores: availableParallelism(),
    figures: { ...before[group]?.figures, [name]: { value, unit } },
  };
  write({ ...before, [group]: run }, file);
}

// Renamed into place, so that an interrupted run leaves the old file or the new one.
function write(figures: Figures, file: URL): void {
  const unfinished = new URL(`${file.href}.new`);
  writeFileSync(unfinished, `${JSON.stringify(figures, null, 2)}\n`);
  renameSync(unfinished, file);
}
