// The catch of each attack, which the site shows: stored beside the test, rewritten by a run with RECORD=1.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Engine } from '../../../setup/browsers.ts';
import type { Mode } from './matrix.ts';

/** By way of embedding and attack: the answers caught (`category address details email`), in each engine. */
export type Matrix = Partial<Record<Mode, Record<string, Partial<Record<Engine, string>>>>>;

const FILE = new URL('matrix.json', import.meta.url);

/** The stored table. */
export const readMatrix = (): Matrix =>
  existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Matrix) : {};

/** Whether this run writes the table instead of comparing it. */
export const isRecording = process.env['RECORD'] === '1';

/** Stores the catch in one engine and one way of embedding. */
export function record(mode: Mode, engine: Engine, column: Readonly<Record<string, string>>): void {
  const matrix = readMatrix();
  const cells = (matrix[mode] ??= {});
  for (const [attack, caught] of Object.entries(column)) (cells[attack] ??= {})[engine] = caught;
  writeFileSync(FILE, `${JSON.stringify(matrix, undefined, 2)}\n`);
}

/** The stored catch for one engine and one way of embedding. */
export function recorded(mode: Mode, engine: Engine): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(readMatrix()[mode] ?? {}).map(([attack, caught]) => [attack, caught[engine]]),
  );
}
