// Detects that the page's own Content-Security-Policy blocks reports: before any is written, and while one is sent. `fetch`
// alone does not say so.

/**
 * Stops a sending that the policy blocks: a retry is useless. The policy is to blame only if each request of this sending
 * has failed with a violation at the endpoint's whole address. Other violations may belong to the challenge, or to the
 * page, while the report is on its way; and a page may forbid an address after a request has left.
 * @param endpoint absolute address to which the report goes
 * @param stop controller of the sending; once it is aborted, watching ends
 * @returns the `fetch` for the requests of this sending
 */
export function watchPolicy(endpoint: string, stop: AbortController): typeof fetch {
  const [address] = endpoint.split('#');
  /** Requests without a violation of their own. */
  let unexplained = 0;
  let last: Promise<unknown> = Promise.resolve();
  document.addEventListener(
    'securitypolicyviolation',
    ({ disposition, blockedURI }) => {
      if (disposition !== 'enforce' || blockedURI !== address) return;
      unexplained -= 1;
      // Engines differ in whether the event comes before the failure.
      last.catch(() => {
        if (unexplained <= 0) stop.abort('blocked');
      });
    },
    { signal: stop.signal },
  );
  return (...request) => {
    unexplained += 1;
    return (last = fetch(...request));
  };
}

/** More than browsers keep in flight for a page that goes: 64 KiB (Fetch standard, “HTTP-network-or-cache fetch”). */
const TOO_LONG = 70_000;

/** Browsers report a refusal in a separate task. */
const REPORTED_MS = 100;

/**
 * Whether the policy forbids requests to another server, found without one: before « Envoyer », nothing leaves. Chromium and
 * WebKit apply the policy to a beacon, then refuse one that is too long. Firefox would send it, so there the reporter learns it
 * on « Envoyer ». It is no `fetch`: what measures a page's requests would tell others that the form was opened.
 * @param address absolute; for one of the page's own server, the answer is false
 */
export async function isForbidden(address: string): Promise<boolean> {
  // jsdom and happy-dom have no policy.
  if (!window.SecurityPolicyViolationEvent || CSS.supports('-moz-appearance:none')) return false;
  if (new URL(address).origin === location.origin) return false;
  let isRefused = false;
  const hear = ({ disposition, blockedURI }: SecurityPolicyViolationEvent): void => {
    isRefused ||= disposition === 'enforce' && blockedURI === address;
  };
  document.addEventListener('securitypolicyviolation', hear);
  // Some extensions take beacons away.
  navigator.sendBeacon?.(address, new Uint8Array(TOO_LONG));
  await new Promise((done) => void setTimeout(done, REPORTED_MS));
  document.removeEventListener('securitypolicyviolation', hear);
  return isRefused;
}
