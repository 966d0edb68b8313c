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

/**
 * Whether the policy forbids requests to another server, found without one: before « Envoyer », nothing leaves. Chromium and
 * WebKit apply the policy before they refuse a request that is `same-origin`, which never leaves either (Fetch standard, “main
 * fetch”). Firefox refuses it first; there, a request that is aborted in its own task opens no connection (tried in Firefox 140).
 * @param address absolute; for one of the page's own server, the answer is false: the request would leave
 */
export async function isForbidden(address: string): Promise<boolean> {
  // jsdom and happy-dom have no policy, and would send the request.
  if (!window.SecurityPolicyViolationEvent || new URL(address).origin === location.origin) return false;
  const [stop, asking] = [new AbortController(), new AbortController()];
  const isFirefox = CSS.supports('-moz-appearance:none');
  const mode = isFirefox ? 'cors' : 'same-origin';
  const asked = watchPolicy(address, stop)(address, { method: 'POST', mode, signal: asking.signal });
  if (isFirefox) asking.abort();
  await asked.catch(() => {});
  // Browsers report a refusal in a separate task.
  await new Promise((done) => void setTimeout(done));
  const { aborted } = stop.signal;
  stop.abort();
  return aborted;
}
