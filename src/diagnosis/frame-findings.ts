// The page of an isolated form: whether it may be shown here, and whether it is there.

import { usableEndpoint } from '../core/report/endpoint.ts';
import { error, type Finding } from './finding.ts';
import type { PolicyRefusals } from './policy-refusals.ts';

const PATIENCE_MS = 5_000;

/** @param src what the page wrote */
export async function frameFindings(src: string | null, refusals: PolicyRefusals): Promise<Finding[]> {
  const address = usableEndpoint(src, location.href);
  if (!address)
    return [
      error(
        'frame-unusable',
        `The form cannot be shown from src="${src ?? ''}".`,
        'Give the https address of the page that the hotline hosts, such as https://hotline.example/cs/frame.html.',
      ),
    ];
  const { origin } = new URL(address);
  const isThere = await fetch(address, {
    mode: 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(
    () => true,
    // A page that shows frames need not let scripts ask.
    () => refusals.has('connect-src', origin),
  );
  if (!isThere)
    return [
      error(
        'frame-unreachable',
        `${address} cannot be reached from here.`,
        'Check the address, its certificate, and that the server runs.',
      ),
    ];
  await showNothing(address);
  if (await refusals.has('frame-src', origin))
    return [
      error(
        'frame-csp',
        `The page’s Content-Security-Policy refuses frames of ${origin}.`,
        `Add ${origin} to frame-src.`,
      ),
    ];
  return [];
}

/** Lets the browser judge a frame, in which no script runs and of which nothing is seen. */
async function showNothing(address: string): Promise<void> {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', '');
  frame.hidden = true;
  frame.src = address;
  const settled = Promise.race([
    new Promise((done) => frame.addEventListener('load', done, { once: true })),
    new Promise((done) => document.addEventListener('securitypolicyviolation', done, { once: true })),
    new Promise((done) => setTimeout(done, PATIENCE_MS)),
  ]);
  document.body.append(frame);
  await settled;
  frame.remove();
}
