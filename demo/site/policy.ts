// The policy of each page of the site, as a <meta>: it also holds where the site is served without headers.

/** The scripts of a page. */
export type Running = 'text' | 'widget' | 'tool' | 'tool in a frame' | 'gallery';

const SHARED = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

const scripts = (...policies: readonly string[]): readonly string[] => [
  "script-src 'self'",
  "require-trusted-types-for 'script'",
  `trusted-types ${policies.join(' ')}`,
];

/** Beside the shared part. No page may connect anywhere: `connect-src` is `default-src`. */
const OWN: Readonly<Record<Running, readonly string[]>> = {
  text: ["script-src 'none'"],
  widget: scripts('cliquez-signalez'),
  tool: [...scripts("'none'"), "frame-src 'self'"],
  'tool in a frame': scripts('cliquez-signalez'),
  // One of its languages needs the npm build, whose Lit has its own policy name.
  gallery: [...scripts('cliquez-signalez', 'lit-html', 'gallery'), "frame-src 'self'"],
};

/** The content of a page's policy. */
export const policyOf = (running: Running): string => [...SHARED, ...OWN[running]].join('; ');
