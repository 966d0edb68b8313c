// The traces on the device, by engine and by way of arriving: as the last recorded run found them.
import { readFileSync } from 'node:fs';

/** How an address comes to a page. The last three are how other pages take a share; they show that the search finds. */
export const WAYS = {
  shared: 'Shared to the application, the form left open',
  sent: 'Shared to the application, and reported',
  workerless: 'Shared to the application without its worker',
  pasted: 'Pasted into the application',
  query: 'For comparison: in the query of an address (GET)',
  fragment: 'For comparison: in the fragment of an address',
  posted: 'For comparison: a POST that a server answers with a page',
} as const;

export type Way = keyof typeof WAYS;

/** How the browser ends: by itself, or killed (SIGKILL). */
export const ENDS = ['closed', 'killed'] as const;
export type End = (typeof ENDS)[number];

/** Kinds of files of the profile that hold the address. */
export type Found = Readonly<Record<Way, readonly string[]>>;

/** By engine, with its version, and by end. */
export type Traces = Readonly<Record<string, { readonly version: string } & Readonly<Record<End, Found>>>>;

export const TRACES_FILE = new URL('traces.json', import.meta.url);

export const readTraces = (): Traces => JSON.parse(readFileSync(TRACES_FILE, 'utf8')) as Traces;
