// The stored table of policies, policies.json: how far a report gets under each policy of a page. policy-matrix.e2e.test.ts
// measures it, and the site shows it.
import { readFileSync } from 'node:fs';

/** Result on a page: a report arrives, with or without reports of violations; or the reporter sees a link. */
export type Outcome = 'works' | 'works, and is reported' | 'link' | 'link after a tap' | 'link in the form';

/** A row of the table. */
export interface Measured {
  readonly name: string;
  /** The headers of the page, with places such as `{endpoint}`. */
  readonly header: string;
  /** By way to install and by engine. */
  readonly outcomes: Readonly<Record<string, Readonly<Record<string, Outcome>>>>;
}

/** The stored table. The first row is the policy that a page with a nonce is told to take. */
export function readPolicies(): readonly Measured[] {
  const rows = JSON.parse(readFileSync(new URL('policies.json', import.meta.url), 'utf8')) as Measured[];
  if (rows.length === 0) throw new Error('test/widget/hosts/policies.json has no row.');
  return rows;
}
