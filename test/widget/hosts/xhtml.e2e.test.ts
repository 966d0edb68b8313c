// A page in XML: templates would be parsed as XML, so the elements stay unregistered, and their links show.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { launch, pairWith } from '../../setup/browsers.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';

// A classic script imports the module: Chromium and WebKit run no <script type="module"> of a page in XML.
const page = (cdn: string): string => `<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" lang="fr"><head><title>Page en XML</title>
<script>window.failures = []; addEventListener('error', ({ message }) => failures.push(message));</script></head>
<body>
<cliquez-signalez endpoint="/v1/reports"><a class="one" href="/one">Signaler</a></cliquez-signalez>
<cliquez-signalez-form endpoint="/v1/reports"><a class="two" href="/two">Signaler</a></cliquez-signalez-form>
<script>import('${cdn}/cliquez-signalez.js').finally(() => { window.loaded = true; });</script>
</body></html>`;

for (const engine of pairWith('webkit'))
  test(`${engine}: in a page in XML, the links of the elements show, and nothing fails`, async (t) => {
    const cdn = await startCdn(t);
    const { origin } = await startServer(t, (_, response) => {
      response
        .writeHead(200, { 'content-type': 'application/xhtml+xml; charset=utf-8' })
        .end(page(cdn.origin));
    });
    const browser = await launch(engine);
    t.after(() => browser.close());
    const tab = await browser.newPage();
    await tab.goto(origin);
    await tab.waitFor('window.loaded === true', PATIENT);
    const seen = await tab.evaluate(`({
      type: document.contentType,
      defined: Boolean(customElements.get('cliquez-signalez') ?? customElements.get('cliquez-signalez-form')),
      links: [...document.querySelectorAll('a')].map((link) => link.getClientRects().length > 0),
      failures,
    })`);
    assert.deepEqual(seen, {
      type: 'application/xhtml+xml',
      defined: false,
      links: [true, true],
      failures: [],
    });
  });
