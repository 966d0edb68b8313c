// The states of reports in the inbox: a list to choose from, in the words that the reporter reads, and what is set. The
// demo's own server sets them, because no HTTP route of the receiver writes states.
import { FOLLOW_UP_STATES, type FollowUpState } from '../src/core/follow-up/answer.ts';
import fr from '../src/i18n/locales/fr.json' with { type: 'json' };
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

/** The list of states, as options of the inbox page. */
export const outcomeOptions = (hotline: string): string =>
  FOLLOW_UP_STATES.map(
    (state) => `<option value="${state}">${fr[`follow.${state}`].replace('{hotline}', hotline)}</option>`,
  ).join('');
