// Detects that the page's own Content-Security-Policy blocks a report: `fetch` alone does not say so.

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
