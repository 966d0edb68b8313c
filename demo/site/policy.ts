// The policy of each page of the site, as a <meta>: it also holds where the site is served without headers.

/** What a page runs. */
export type Running = 'text' | 'widget' | 'tool' | 'tool in a frame';

const SHARED = [
  "default-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
];

/** Beside the shared part. No page may connect anywhere: `connect-src` is `default-src`. */
const OWN: Readonly<Record<Running, readonly string[]>> = {
  text: ["script-src 'none'"],
  widget: ["script-src 'self'", "require-trusted-types-for 'script'", 'trusted-types cliquez-signalez'],
  tool: [
    "script-src 'self'",
    "frame-src 'self'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ],
  'tool in a frame': [
    "script-src 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types cliquez-signalez lit-html',
  ],
};

/** The content of a page's policy. */
export const policyOf = (running: Running): string => [...SHARED, ...OWN[running]].join('; ');
