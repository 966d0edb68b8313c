// Checks the frame page of an isolated form: whether it is reachable, and whether this page may show it.

import { usableEndpoint } from '../../core/report/endpoint.ts';
import type { Widget } from '../shared/widget.ts';
import { error, type Finding } from './finding.ts';
import type { PolicyRefusals } from './policy-refusals.ts';

const PATIENCE_MS = 5_000;

/** An address that no form can be shown from. */
export const unusableFrame = ({ src }: Widget): Finding =>
  error(
    'frame-unusable',
    `The form cannot be shown from src="${src ?? ''}".`,
    'Give the https address of the page that the hotline hosts, such as https://hotline.example/cs/frame.html.',
  );

export async function frameFindings(host: Widget, refusals: PolicyRefusals): Promise<Finding[]> {
  const address = usableEndpoint(host.src, location.href);
  if (!address) return [unusableFrame(host)];
  const { origin } = new URL(address);
  const isThere = await fetch(address, {
    mode: 'no-cors',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).then(
    () => true,
    // A page's policy may allow the frame, and refuse requests from scripts.
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

/** Loads a hidden frame without scripts, so that the browser applies the page's policy to it. */
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
