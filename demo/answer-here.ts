// Takes reports in the page itself, for pages of which nothing may leave.

import type { Transport } from '../src/widget/button/report-button.ts';

/** Answers in place of an endpoint. */
export const answerHere: Transport = ({ submissionId }) =>
  Promise.resolve({ submissionId, reference: '7K4M-Q2RX', receivedAt: new Date().toISOString() });

/** The form asks the page's policy whether reports may leave. From a page that answers itself none does, and that is no fault. */
export function leavePolicyAlone(page: Window): void {
  page.navigator.sendBeacon = () => false;
}
