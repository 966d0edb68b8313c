// Notices when the page's own Content-Security-Policy keeps a report from leaving: `fetch` alone does not say so.

/**
 * Watches until the returned function is called.
 * @param endpoint absolute address to which the report goes
 */
export function watchPolicy(endpoint: string, blocked: () => void): () => void {
  const onViolation = ({
    effectiveDirective,
    disposition,
    blockedURI,
  }: SecurityPolicyViolationEvent): void => {
    if (effectiveDirective !== 'connect-src' || disposition !== 'enforce') return;
    // Browsers leave out the path after a redirect, and some always.
    if (endpoint.startsWith(blockedURI) || blockedURI.startsWith(new URL(endpoint).origin)) blocked();
  };
  document.addEventListener('securitypolicyviolation', onViolation);
  return () => document.removeEventListener('securitypolicyviolation', onViolation);
}
