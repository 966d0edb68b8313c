// Detects that the page's own Content-Security-Policy blocks a report: `fetch` alone does not say so.

/**
 * Stops a sending that the policy blocks: a retry is useless, since the policy does not change. Only a violation at the
 * endpoint's whole address counts. One at its origin may belong to the challenge, or to the page, while the report is on
 * its way.
 * @param endpoint absolute address to which the report goes
 * @param stop controller of the sending; once it is aborted, watching ends
 */
export function watchPolicy(endpoint: string, stop: AbortController): void {
  const [address] = endpoint.split('#');
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, disposition, blockedURI }) => {
      if (effectiveDirective === 'connect-src' && disposition === 'enforce' && blockedURI === address)
        stop.abort('blocked');
    },
    { signal: stop.signal },
  );
}
