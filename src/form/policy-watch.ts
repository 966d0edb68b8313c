// Notices when the page's own Content-Security-Policy keeps a report from leaving: `fetch` alone does not say so.

/**
 * Stops a sending that the policy does not allow: it does not change while the reporter waits.
 * @param endpoint absolute address to which the report goes
 * @param stop of the sending; once it is aborted, nothing is watched any more
 */
export const watchPolicy = (endpoint: string, stop: AbortController): void =>
  document.addEventListener(
    'securitypolicyviolation',
    ({ effectiveDirective, disposition, blockedURI }) => {
      // Browsers leave out the path after a redirect, and some always.
      const isOurs = blockedURI.startsWith(new URL(endpoint).origin);
      if (effectiveDirective === 'connect-src' && disposition === 'enforce' && isOurs) stop.abort('blocked');
    },
    { signal: stop.signal },
  );
