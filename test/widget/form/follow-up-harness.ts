// The real receiver for the follow-up of reports, and what a reporter does with a code.

import { executeServerCommand } from '@web/test-runner-commands';
import { MAIN } from '../../../demo/gallery/driver.ts';
import type { FollowUpState } from '../../../src/core/follow-up/answer.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { CHECK, type FormHarness, nextTask } from './form-harness.ts';
import { until } from '../../setup/until.ts';

export const DOOR: string = fr['follow.door'];

/** The addresses of a receiver. */
export interface FollowUps {
  readonly endpoint: string;
  /** Value of `follow-up`. */
  readonly address: string;
}

/** Starts a receiver that takes many reports. */
export async function startFollowUps(): Promise<FollowUps> {
  const { endpoint } = await executeServerCommand<{ endpoint: string }, object>('receiver-with', {
    FREE_REPORTS: '1000',
  });
  return { endpoint, address: endpoint.replace('reports', 'follow-up') };
}

/** The hotline says what became of a report. */
export const decide = ({ endpoint }: FollowUps, reference: string, state: FollowUpState): Promise<unknown> =>
  executeServerCommand('receiver-outcome', { endpoint, reference, state });

/** The code on the sent view. */
export const codeOn = (form: FormHarness): string =>
  form.root.querySelectorAll('.reference [part=reference]')[1]?.textContent?.trim() ?? '';

/** Sends the shortest report. */
export async function sendCoded(form: FormHarness): Promise<{ code: string; reference: string }> {
  await form.reachCheck({});
  await until(() => form.heading === CHECK, 'the review');
  await form.send();
  return { code: codeOn(form), reference: form.reference };
}

/** Opens the question for a code. */
export async function reachQuestion(form: FormHarness): Promise<void> {
  await form.open();
  await form.press(DOOR);
  await form.reach(DOOR);
}

/** Types a code, and asks what became of its report. */
export async function ask(form: FormHarness, code: string): Promise<void> {
  await form.fill('code', code);
  form.find(MAIN)!.click();
  await nextTask();
}
