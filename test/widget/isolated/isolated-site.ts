// A partner's page and a hotline's frame page on two sites, as in the isolated mode, with the real receiver behind.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname } from 'node:path';
import type { TestContext } from 'node:test';
import { filledFrame } from '../../../demo/isolated-pages.ts';
import { startServer, type RecordingServer } from '../../setup/site.ts';

const CDN = new URL('../../../dist/cdn/', import.meta.url);
const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
};

const NGINX = readFileSync(new URL('../../../dist/deployment/frame-nginx.conf', import.meta.url), 'utf8');

/** The headers that the shipped configuration sends with the frame page, for these partners. */
function frameHeaders(ancestors: string): Record<string, string> {
  const [block = ''] = /location = \/frame\.html \{.*?\n\}/s.exec(NGINX) ?? [];
  const named = [...block.matchAll(/add_header ([\w-]+) "([^"]*)" always;/g)];
  assert.ok(named.length > 5, 'the headers are found');
  return Object.fromEntries(
    named.map(([, name = '', value = '']) => [
      name.toLowerCase(),
      value.replace('https://partner.example', ancestors),
    ]),
  );
}

/** The settings of the two sites. */
export interface IsolatedOptions {
  /** The address that the frame's form posts to. */
  readonly endpoint: string;
  /** The address where the frame's form asks what became of a report. */
  readonly followUp?: string;
  /** Attributes of the partner's element, besides `src`. */
  readonly attributes?: string;
  /** Further markup of the partner's page, after the element. */
  readonly html?: string;
  /** Headers of the partner's page. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Rewrites the hotline's markup in its own page. */
  readonly markup?: (html: string) => string;
  /** Origins for `data-hosts` and `frame-ancestors`; the partner's own by default. */
  readonly hosts?: string;
  readonly ancestors?: string;
  /** Query and fragment that the partner adds to the frame's address. */
  readonly query?: string;
  /** Answers in place of the frame page. */
  readonly answer?: (request: IncomingMessage, response: ServerResponse) => void;
}

/** The two sites. */
export interface IsolatedSites {
  /** The partner's page, on localhost: a different site from the hotline's, on 127.0.0.1. */
  readonly page: string;
  readonly partner: RecordingServer;
  readonly hotline: RecordingServer;
}

/** Starts the partner's site and the hotline's. */
export async function startIsolated(t: TestContext, options: IsolatedOptions): Promise<IsolatedSites> {
  const { endpoint, attributes = '', html = '', headers = {}, markup = (page) => page, query = '' } = options;
  let partnerOrigin = '';
  const framePage = async (): Promise<string> => {
    const shipped = await readFile(new URL('frame.html', CDN), 'utf8');
    const { hosts = partnerOrigin, followUp = '' } = options;
    return markup(filledFrame(shipped, { endpoint, followUp, hosts }));
  };
  const hotline = await startServer(t, (request, response) => {
    const name = (request.url ?? '').slice(1).replace(/\?.*/, '');
    if (name === 'frame.html' && options.answer) return options.answer(request, response);
    const content = name === 'frame.html' ? framePage() : readFile(new URL(name, CDN));
    content.then(
      (text) =>
        response
          .writeHead(200, {
            'content-type': TYPES[extname(name)] ?? 'application/json',
            'access-control-allow-origin': '*',
            'cross-origin-resource-policy': 'cross-origin',
            ...(name === 'frame.html' && frameHeaders(options.ancestors ?? partnerOrigin)),
          })
          .end(text),
      () => response.writeHead(404).end(),
    );
  });
  const partner = await startServer(t, ({ url = '' }, response) => {
    const widget = `<script type="module" src="${hotline.origin}/cliquez-signalez.js"></script>
      <cliquez-signalez src="${hotline.origin}/frame.html${query}" ${attributes}
        ><a class="fallback" href="https://www.pointdecontact.net/">Signaler à Point de Contact</a></cliquez-signalez>${html}`;
    const path = url.replace(/[?#].*/, '');
    response
      .writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...(path === '/page' && headers) })
      .end(
        `<!doctype html><html lang="fr"><meta name="viewport" content="width=device-width">
        <title>${path}</title><h1>${path}</h1>${path === '/page' ? widget : ''}`,
      );
  });
  partnerOrigin = partner.origin.replace('127.0.0.1', 'localhost');
  return { page: `${partnerOrigin}/page`, partner, hotline };
}
