// The configurator's part of the demo: its page in two languages, and the page of its preview.

import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { VERSION } from '../../src/version.ts';
import { configurePage, previewPage } from './configure-page.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

const INTEGRITY = new URL('../../dist/cdn/integrity.json', import.meta.url);

/** What the demo's site provides. */
export interface ConfiguratorOptions {
  /** Where the preview posts reports. */
  readonly endpoint: string;
  /** The demo's policy for a page that connects to no server, or to the receiver only. */
  readonly policyOf: (nonce: string, connects: 'nobody' | 'receiver') => string;
}

/** The configurator, for `/integrer`. */
export function createConfigurator({ endpoint, policyOf }: ConfiguratorOptions): Hono {
  const configurator = new Hono();

  for (const [path, words] of [
    ['/', fr],
    ['/en', en],
  ] as const) {
    configurator.get(path, async (context) => {
      const nonce = randomBytes(16).toString('base64');
      const integrity = JSON.stringify(JSON.parse(await readFile(INTEGRITY, 'utf8')));
      context.header('Content-Security-Policy', `${policyOf(nonce, 'nobody')}; frame-src 'self'`);
      return context.html(configurePage(words, { nonce, integrity, version: VERSION }));
    });
  }

  configurator.get('/apercu', (context) => {
    const nonce = randomBytes(16).toString('base64');
    const policy = policyOf(nonce, 'receiver').replace("frame-ancestors 'none'", "frame-ancestors 'self'");
    context.header('Content-Security-Policy', policy);
    return context.html(previewPage(context.req.query('lang') === 'en' ? en : fr, nonce, endpoint));
  });
  return configurator;
}
