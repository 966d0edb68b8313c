// The outcome of the reporter's report. Every view takes its words from it. Once the first byte may
// have left, nothing says that it was not sent, until a receipt, or a proof that nothing left.

import type { FormView } from './form-view.ts';
import { behind } from './screen.ts';

/**
 * - `unsent`: none of it has left
 * - `partly`: some reports of it are confirmed; of the others, none has left
 * - `sending`: it is on its way
 * - `unconfirmed`: it may have arrived
 * - `edited`: an earlier version may have arrived; the answers as they are now have not been sent
 * - `sent`: the endpoint has confirmed it
 */
export type Outcome = 'unsent' | 'partly' | 'sending' | 'unconfirmed' | 'edited' | 'sent';

export function outcomeOf({ screen, delivery }: FormView): Outcome {
  const shown = behind(screen);
  if (!delivery) return 'unsent';
  if (delivery.isBusy) return 'sending';
  if (shown.kind === 'sent') return shown.confirmed ? 'sent' : 'unconfirmed';
  if (shown.kind === 'cleared' && shown.wasSent) return 'sent';
  if (!delivery.mayHaveArrived) return delivery.arrived.length > 0 ? 'partly' : 'unsent';
  return delivery.shownFailure?.isUnconfirmed ? 'unconfirmed' : 'edited';
}
