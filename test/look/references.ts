// Stores pictures: the references, which are committed, and the results of a comparison, which are not.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { drawDifferent } from './compare.ts';
import { writeTruePng, type Pixels } from './png.ts';

const root = new URL('../../', import.meta.url);
export const REFERENCES = new URL('test/look/reference/', root);
const FOUND = new URL('.screenshots/look/', root);

const fileOf = (name: string): URL => new URL(`${name}.png`, REFERENCES);

/** A reference, as PNG; undefined if there is none. */
export function readReference(name: string): Promise<Uint8Array | undefined> {
  return readFile(fileOf(name)).catch(() => undefined);
}

export async function writeReference(name: string, png: Uint8Array): Promise<void> {
  await mkdir(REFERENCES, { recursive: true });
  await writeFile(fileOf(name), png);
}

/** Names of the existing references. */
export async function listReferences(): Promise<string[]> {
  const files = await readdir(REFERENCES).catch(() => []);
  return files.map((file) => file.replace(/\.png$/, '')).toSorted();
}

export const removeReference = (name: string): Promise<void> => rm(fileOf(name));

/** Keeps a picture that differs from its reference for review, with the differences in red. */
export async function keepFound(name: string, actual: Pixels, reference: Pixels | undefined): Promise<void> {
  await mkdir(FOUND, { recursive: true });
  await writeFile(new URL(`${name}.actual.png`, FOUND), writeTruePng(actual));
  if (reference)
    await writeFile(new URL(`${name}.diff.png`, FOUND), writeTruePng(drawDifferent(actual, reference)));
}

/** Deletes the results of earlier comparisons. */
export const clearFound = (): Promise<void> => rm(FOUND, { recursive: true, force: true });
