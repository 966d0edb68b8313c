// The attributes of the look: style sheets read them, and pass over what they do not know. Here, the developer is told.

/** The words that each takes. */
const LOOKS = {
  theme: ['signal', 'institution', 'nuit', 'contraste', 'discret', 'presse', 'ecole', 'compact'],
  variant: ['button', 'floating', 'link', 'icon', 'bar'],
  size: ['s', 'm', 'l'],
  placement: ['bottom-end', 'bottom-start', 'middle-end', 'middle-start'],
  scheme: ['auto', 'light', 'dark'],
  mode: ['dialog', 'inline'],
} as const;

/** Warns of what an element's look asks for and nobody knows. */
export function checkLook(host: Element): void {
  for (const [attribute, expected] of Object.entries(LOOKS)) {
    const value = host.getAttribute(attribute);
    if (!value || expected.some((word) => word === value)) continue;
    void import('../diagnostics.ts')
      .then(({ warn }) => warn(host, { attribute, value, expected }))
      .catch(() => {});
  }
}
