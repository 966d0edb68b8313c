// The gallery of the demo: every state of the widget in every preset and language, and all its words, for review.

import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { Hono } from 'hono';
import type { Receipt } from '../../src/core/report/protocol.ts';
import { readChoices, THEMES } from './choices.ts';
import { sheetPage, statesPage } from './frames-page.ts';
import { mirroredScript } from './mirrored.ts';
import { BUTTONS_NAME, statePage } from './state-html.ts';
import { STATES } from './states.ts';
import { wordsPage } from './words-page.ts';

/** Scripts of the gallery. They are TypeScript; Node strips the types. */
const SCRIPTS: Readonly<Record<string, string>> = {
  'state-page': './state-page.ts',
  'quiet-frame': './quiet-frame.ts',
  driver: './driver.ts',
  states: './states.ts',
  places: '../../src/core/report/places.ts',
};

/** The fixed answer of the gallery's own endpoint: no inbox fills up, and screenshots stay identical. */
const CONFIRMATION: Omit<Receipt, 'submissionId'> = {
  reference: '7K4M-2QXD',
  receivedAt: '2027-03-02T09:14:00Z',
};

/** The gallery, for `/gallery`; `nonce` is the one of the page's policy. */
export function createGallery(): Hono<{ Variables: { nonce: string } }> {
  const gallery = new Hono<{ Variables: { nonce: string } }>();

  gallery.get('/', (context) => {
    const query = context.req.query();
    const chosen = readChoices(query);
    return context.html(
      chosen.theme === 'all' ? sheetPage(chosen, query['state']) : statesPage(chosen, context.get('nonce')),
    );
  });

  gallery.get('/state', (context) => {
    const query = context.req.query();
    const state = STATES.find(({ name }) => name === query['name']);
    if (!state && query['name'] !== BUTTONS_NAME) return context.text('Cet écran n’existe pas.\n', 404);
    const chosen = readChoices(query);
    // A widget has exactly one theme, so `all` becomes the first.
    const theme = chosen.theme === 'all' ? THEMES[0] : chosen.theme;
    return context.html(statePage(state, { ...chosen, theme }, context.get('nonce')));
  });

  gallery.get('/words', (context) => context.html(wordsPage()));

  // Endpoints: one confirms every report, one answers for another version of reports.
  gallery.post('/endpoint/:way', async (context) => {
    if (context.req.param('way') === 'accept') {
      const { submissionId } = await context.req.json<{ submissionId: string }>();
      return context.json({ submissionId, ...CONFIRMATION } satisfies Receipt, 201);
    }
    const problem = { type: 'urn:cliquez-signalez:problem:version', title: 'Version', status: 409 };
    return context.json(problem, 409, { 'Content-Type': 'application/problem+json' });
  });

  gallery.get('/mirrored.js', (context) =>
    context.body(mirroredScript(), 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
  );
  for (const [script, path] of Object.entries(SCRIPTS)) {
    gallery.get(`/${script}.js`, async (context) => {
      const source = await readFile(new URL(path, import.meta.url), 'utf8');
      const code = stripTypeScriptTypes(source).replace(
        /from '[./]+(?:\w+\/)*([\w-]+)\.ts'/g,
        "from './$1.js'",
      );
      return context.body(code, 200, { 'Content-Type': 'text/javascript; charset=utf-8' });
    });
  }
  return gallery;
}
