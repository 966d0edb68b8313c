// Pages whose scripts have changed the built-ins of the language: the form works, and sends exactly what it sends
// elsewhere.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { PANEL } from '../../../demo/gallery/driver.ts';
import { reportSchema } from '../../../src/core/report/report.ts';
import { ENGINES, launch, type Page } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import { send, startHostSite, typeDetails, visit, type HostSite, type SitePage } from './host-site.ts';

const script = (code: string): string => `<script>${code.replaceAll('</script', '<\\/script')}</script>`;

const TEXT = 'Vu hier, « là » : [1, 2] {"a": null}';

/** Changes that scripts make before the widget loads; Debian packages provide the libraries. */
async function pollutions(): Promise<Record<string, string>> {
  const debian = (path: string): Promise<string> => readFile(`/usr/share/javascript/${path}`, 'utf8');
  const zone = await readFile(
    new URL('../../../node_modules/zone.js/bundles/zone.umd.js', import.meta.url),
    'utf8',
  );
  return {
    nothing: '',
    'Prototype 1.7': await debian('prototype/prototype.js'),
    'MooTools 1.4': await debian('mootools/mootools-core-nc.js'),
    'zone.js': zone,
    'methods that spoil JSON': `
      for (const type of [Object, Array, String, Number, Boolean, Date, RegExp])
        type.prototype.toJSON = function () { return 'spoilt'; };`,
    'properties of every object': `
      // As people add methods, and as attackers add what code looks for.
      Object.prototype.forEachOwn = function () {};
      for (const name of ['url', 'category', 'signal', 'capture', 'once', 'passive', 'keepalive', 'body', 'method', 'headers',
        'flow', 'attribute', 'converter', 'state', 'next', 'type', 'referrer', 'window', 'duplex', 'mode'])
        Object.prototype[name] = undefined;
      Object.prototype.extra = 'extra';
      Array.prototype.last = function () { return this.at(-1); };`,
    'answers of every object': `
      // For what a reporter may leave out, and for what a view may be told.
      Object.assign(Object.prototype, {
        reply: 'yes', details: 'injecté', email: 'mallory@example.org', role: 'target', credentials: 'published', session: 'published',
        placeKind: 'tor', page: 'https://polluted.example/', login: true, place: 'ici', identifiers: { post_id: '1' },
        errors: [{ field: 'category', code: 'category' }], remarks: [{ field: 'details', code: 'identity', text: 'x' }],
        focus: 'h2', status: 'draft.kept', alert: 'err.load', saidAt: 'addresses',
        serviceNamed: () => ({ place: 'tor', fields: ['post_id'] }),
        kinds: ['other'], known: 'self', target: 'me', blackmail: 'yes', ageBand: 'adult', needs: ['payment'],
        supersedes: '5d1c3c1e-6f0b-4c55-9f39-2f6f2b0f7a10', partnerId: 'polluted',
        hasOwnFaith: true, timeZoneOffset: 600, earlierPage: 'https://polluted.example/', isPrefilled: true,
        pointers: [{ pointer: '/category', code: 'x' }], retryAfterSeconds: 5, retryable: false, outcome: 'unconfirmed',
        number: '666', chat: 'https://polluted.example/', hours: [1, 2, 3, 4], zone: 'Europe/Oslo', isText: true,
        hint: 'polluted', before: 'polluted', isRefused: true, limit: 1, alarm: 'danger', when: { kinds: ['none'] },
        self: 'yes', underAge: 'yes', threatened: true, describedBy: 'polluted', isEarly: true,
        note: 'polluted', about: 'polluted', isOurs: true, isFinal: false, dir: 'rtl', names: undefined,
      });`,
    'setters of every object': `
      // For what a report is made of. (For names that Lit sets on its own objects, as \`type\`, there is no help.)
      for (const name of ['schemaVersion', 'submissionId', 'submittedAt', 'locale', 'category', 'danger', 'immediate',
        'locations', 'place', 'kind', 'content', 'description', 'reporter', 'role', 'anonymous', 'attestation', 'source'])
        Object.defineProperty(Object.prototype, name, {
          get() { return undefined; }, set() { throw new Error('set ' + name); }, configurable: true,
        });`,
    'frozen objects': `
      for (const type of [Object, Array, Function, String, Promise, Map, Set, RegExp, Date, Error, Symbol, Event])
        { Object.freeze(type.prototype); Object.freeze(type); }`,
    'methods of old libraries': `
      Function.prototype.bind = function (self, ...given) {
        const call = this;
        return function (...more) { return call.apply(self, given.concat(more)); };
      };
      Array.from = (list) => list?.length === undefined ? [list] : [].slice.call(list);
      Array.prototype.entries = Array.prototype.toArray = function () { return this.slice(); };
      Array.prototype.flatten = function () { return this; };
      Array.prototype.contains = function (item) { return this.indexOf(item) >= 0; };
      Array.prototype.remove = function (item) { this.splice(this.indexOf(item), 1); };
      Element.prototype.remove = function () { return this.parentNode ? this.parentNode.removeChild(this) : this; };
      Element.prototype.toggle = Element.prototype.update = Element.prototype.show = Element.prototype.hide =
        function () { throw new Error('of a library'); };
      String.prototype.trim = function () { return this.replace(/^\\s+|\\s+$/g, ''); };
      String.prototype.format = function () { return 'of a library'; };
      window.name = 'top'; window.status = 'open'; window.event = undefined; window.$ = window._ = () => null;`,
    'a watched and slow network': `
      const { fetch } = window;
      window.fetch = function (...given) { return new Promise((done) => setTimeout(done, 20)).then(() => fetch.apply(this, given)); };
      const { parse, stringify } = JSON;
      JSON.parse = (text, reviver) => parse(text, reviver); JSON.stringify = (...given) => stringify(...given);
      XMLHttpRequest.prototype.send = () => { throw new Error('not through this'); };`,
  };
}

/** Makes a report, and returns what was seen and its exact text, without the parts that differ between reports. */
async function reportFrom(page: Page, site: HostSite): Promise<string> {
  const shown = (): Promise<string> => page.evaluate<string>(`driver.find('${PANEL}').innerText`);
  await typeDetails(page, TEXT);
  const screens = [await shown()];
  await send(page, site);
  screens.push(await shown());
  const body = site.receiver.reports().at(-1)!;
  assert.ok(reportSchema.safeParse(JSON.parse(body)).success, body);
  // The screens are the same as well, but for the number of the report and its minute. MooTools replaces `innerText`
  // by one that gives other white space, so none counts.
  const seen = screens
    .join('\n')
    .replaceAll(/\b[\dA-Z]( ?[\dA-Z]){3}\W+[\dA-Z]( ?[\dA-Z]){3}\b|\d\d:\d\d/g, '…')
    .replaceAll(/\s+/g, '');
  return `${seen}\n${body}`
    .replace(/"submissionId":"[\w-]{36}"/, '"submissionId":"…"')
    .replace(/"submittedAt":"[\w:.-]{20,24}"/, '"submittedAt":"…"')
    .replace(/"value":"http:[^"]*"/, '"value":"…"');
}

for (const engine of ENGINES) {
  test(engine, async (t) => {
    const found = Object.entries(await pollutions());
    const pages: Record<string, SitePage> = Object.fromEntries(
      found.map(([name, code]) => [
        name,
        {
          first: `${script(`addEventListener('error', ({ message }) => (window.failures ??= []).push(message));
            addEventListener('unhandledrejection', ({ reason }) => (window.failures ??= []).push(String(reason)));`)}
            ${script(code)}`,
        },
      ]),
    );
    const site = await startHostSite(t, pages);
    const browser = await launch(engine);
    t.after(() => browser.close());
    const page = await browser.newPage();
    let expected: string | undefined;
    for (const [name] of thirdOf(engine, found)) {
      await t.test(name, async () => {
        await visit(page, `${site.origin}/${encodeURIComponent(name)}`);
        const sent = await reportFrom(page, site);
        assert.equal(sent, (expected ??= sent));
        assert.equal(await page.evaluate("(window.failures ?? []).join(' · ')"), '');
      });
    }
  });
}
