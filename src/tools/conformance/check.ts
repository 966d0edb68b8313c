// The type of a check of an endpoint.
import type { Finding, Group } from './finding.ts';
import type { Session } from './session.ts';
import type { Need } from './needs.ts';

/** One thing that the contract asks of an endpoint. */
export interface Check {
  /** Stable name, such as `cors-refusals`. */
  readonly id: string;
  readonly group: Group;
  /** The requirement. */
  readonly title: string;
  /** Why it matters to the reporter. */
  readonly why: string;
  /** How many test reports a correct endpoint keeps because of this check. */
  readonly stores: number;
  readonly needs?: Need;
  /** Whether it uses headers that a browser hides from pages, so that only a program outside a browser can make it. */
  readonly isRaw?: boolean;
  run(session: Session): Finding | Promise<Finding>;
}
