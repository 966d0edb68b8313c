// Detects that the page's own Content-Security-Policy blocks a report: `fetch` alone does not say so.

/**
 * Stops a sending that the policy blocks: a retry is useless, since the policy does not change.
 * @param endpoint absolute address to which the report goes
 * @param stop controller of the sending; once it is aborted, watching ends
 */
export const watchPolicy = (endpoint: string, stop: AbortController): void =>
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, disposition, blockedURI }) => {
      // Browsers omit the path after a redirect; some always omit it.
      const isOurs = blockedURI.startsWith(new URL(endpoint).origin);
      if (effectiveDirective === 'connect-src' && disposition === 'enforce' && isOurs) stop.abort('blocked');
    },
    { signal: stop.signal },
  );
