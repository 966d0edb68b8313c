// The builder's part of the demo: its page, its frames, and its TypeScript scripts, from which Node strips the types.

import { readFile } from 'node:fs/promises';
import { randomBytes } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';
import { Hono } from 'hono';
import { PRESETS } from '../../src/theme/presets.ts';
import { SEEDS } from '../../src/theme/seeds.ts';
import { FRAMES } from './frame-list.ts';
import { presetSamples } from './preset-samples.ts';
import { builderPage, framePage } from './theme-page.ts';

const root = new URL('../../', import.meta.url);

/** Scripts that the page may load, and the replacements for modules that need Lit. */
const SCRIPTS =
  /^(demo\/(theme|gallery|configure)\/(words\/)?[\w-]+|\.build\/snippets|src\/core\/report\/endpoint)\.ts$/;
const TABLES: Readonly<Record<string, string>> = {
  'src/theme/seeds.ts': `export const SEEDS = ${JSON.stringify(SEEDS)};`,
  'src/theme/presets.ts': `export const PRESETS = ${JSON.stringify(PRESETS)};`,
};

/**
 * The builder, for `/theme`.
 * @param policyOf the demo's policy for a page that sends nothing anywhere
 */
export function createThemeBuilder(policyOf: (nonce: string, trustedTypes: string) => string): Hono {
  const builder = new Hono();

  builder.get('/', async (context) => {
    const nonce = randomBytes(16).toString('base64');
    const hashes = JSON.parse(await readFile(new URL('dist/cdn/integrity.json', root), 'utf8')) as Readonly<
      Record<string, { readonly integrity: string }>
    >;
    context.header('Content-Security-Policy', `${policyOf(nonce, "'none'")}; frame-src 'self'`);
    return context.html(builderPage(nonce, hashes['cliquez-signalez.bundle.js']?.integrity ?? ''));
  });

  builder.get('/frame/:name', (context) => {
    const frame = FRAMES.find(({ name }) => name === context.req.param('name'));
    if (!frame) return context.notFound();
    const nonce = randomBytes(16).toString('base64');
    const policy = policyOf(nonce, 'cliquez-signalez').replace(
      "frame-ancestors 'none'",
      "frame-ancestors 'self'",
    );
    context.header('Content-Security-Policy', policy);
    return context.html(framePage(nonce, frame.name));
  });

  builder.get('/samples.css', (context) =>
    context.body(presetSamples(), 200, { 'Content-Type': 'text/css; charset=utf-8' }),
  );

  builder.get('/code/:path{.+}', async (context) => {
    const path = context.req.param('path');
    const table = TABLES[path];
    if (!table && !SCRIPTS.test(path)) return context.notFound();
    const code = table ?? stripTypeScriptTypes(await readFile(new URL(path, root), 'utf8'));
    return context.body(code, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
  });
  return builder;
}
