// The states of reports that the inbox sets. The demo's own server sets them, because no HTTP route of the receiver
// writes states.
import { FOLLOW_UP_STATES, type FollowUpState } from '../src/core/follow-up/answer.ts';
import type { DatabaseStore } from '../src/receiver/index.ts';

/** What is told of a report: the state is set, it was there already, or none can be set. */
export type SetOutcome = Awaited<ReturnType<DatabaseStore['followUps']['setOutcome']>>;

/** Sets a state. */
export type OutcomeSetter = (reference: string, state: FollowUpState) => Promise<SetOutcome>;

/** A choice from a request: a number and a state of the list. @returns undefined for anything else */
export function readOutcome(body: unknown): { reference: string; state: FollowUpState } | undefined {
  if (typeof body !== 'object' || body === null) return undefined;
  const { reference, state: asked } = body as { reference?: unknown; state?: unknown };
  const state = FOLLOW_UP_STATES.find((known) => known === asked);
  return typeof reference === 'string' && state ? { reference, state } : undefined;
}
