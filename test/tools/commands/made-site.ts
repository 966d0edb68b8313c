// A small site with the button, and pages of it that fall short: what the command `check-page` is run on.
import type { TestContext } from 'node:test';
import { startServer } from '../../setup/site.ts';

const LINK = '<a href="https://hotline.example/">Signaler un contenu illégal</a>';
/** A button without a flaw. */
export const WIDGET = `<p><cliquez-signalez country="FR" embed="other_cms"
  endpoint="https://hotline.example/v1/reports">${LINK}</cliquez-signalez></p>`;
const SCRIPT = '<script type="module" src="/w/cliquez-signalez.js?v=1"></script>';
const ENTRY = `customElements.define('cliquez-signalez', class extends HTMLElement {
  connectedCallback() { (this.renderRoot = this.attachShadow({ mode: 'closed' })).textContent = 'Signaler'; }
}); import("./form-a1b2c3.js");`;

/** Files of a site, by path: a type and a content. */
const FILES: Readonly<Record<string, readonly [type: string, content: string]>> = {
  '/': [
    'text/html',
    `<html lang="fr"><head><title>Page</title><link rel="stylesheet" href="/s.css"></head>${WIDGET}${SCRIPT}`,
  ],
  '/flawed': ['text/html', `<html lang="fr">${WIDGET.replace('FR', 'fr')}<script>cliquezSignalez()</script>`],
  '/plain': ['text/html', '<html lang="fr"><p>Rien.'],
  '/feed': ['application/rss+xml', `<rss><description><![CDATA[${LINK}${SCRIPT}]]></description></rss>`],
  '/picture': ['image/png', ''],
  '/s.css': ['text/css', 'cliquez-signalez:not(:defined) { display: inline-block; min-block-size: 48px }'],
  '/w/cliquez-signalez.js': ['text/javascript', ENTRY],
  '/w/form-a1b2c3.js': ['text/javascript', 'export {};'],
  '/w/licences.txt': ['text/plain', 'MIT'],
};

/** Starts the site. @returns its origin */
export async function startMadeSite(t: TestContext): Promise<string> {
  const { origin } = await startServer(t, ({ url = '' }, response) => {
    const [type, content] = FILES[url.replace(/\?.*/, '')] ?? [];
    response.writeHead(type ? 200 : 404, { 'content-type': type ?? 'text/html' }).end(content);
  });
  return origin;
}
