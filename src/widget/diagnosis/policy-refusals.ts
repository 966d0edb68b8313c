// The refusals of the page's own Content-Security-Policy while a widget is examined.

/** Listens until it is stopped. */
export class PolicyRefusals {
  #refused: { readonly directive: string; readonly blocked: string }[] = [];
  #stop = new AbortController();

  constructor() {
    document.addEventListener(
      'securitypolicyviolation',
      ({ effectiveDirective, disposition, blockedURI }) => {
        if (disposition === 'enforce')
          this.#refused.push({ directive: effectiveDirective, blocked: blockedURI });
      },
      { signal: this.#stop.signal },
    );
  }

  /**
   * Whether one of the directives refused something on this origin.
   * @param directives how their names begin: `script-src` stands for `script-src-elem` too
   */
  async has(directives: string, origin?: string): Promise<boolean> {
    // Browsers report a refusal in a separate task, after the request has failed.
    await new Promise((done) => setTimeout(done));
    return this.#refused.some(
      ({ directive, blocked }) => directive.startsWith(directives) && (!origin || blocked.startsWith(origin)),
    );
  }

  stop(): void {
    this.#stop.abort();
  }
}
