// `check()` and `debug`: on a page with one fault after another, in each engine, with the built files and the real
// receiver. Each fault is named, with its remedy. A page without faults gets no message. The check stores no report.
import assert from 'node:assert/strict';
import { createECDH } from 'node:crypto';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test, type TestContext } from 'node:test';
import { THEMES } from '../../../src/widget/attributes/looks.ts';
import { writeFollowUpAnswer } from '../../../src/core/follow-up/answer.ts';
import { thumbprint } from '../../../src/core/report/seal.ts';
import type { Diagnosis, FindingCode } from '../../../src/widget/diagnosis/finding.ts';
import { isChosen, ENGINES, launch, type Browser, type Page } from '../../setup/browsers.ts';
import { thirdOf } from '../../setup/every.ts';
import { startReceiver } from '../../setup/receiver.ts';
import { PATIENT, startCdn, startServer } from '../../setup/site.ts';

const CHUNKS = readdirSync(new URL('../../../dist/cdn/', import.meta.url)).filter((name) =>
  name.endsWith('.js'),
);
const LINK = '<a href="https://hotline.example/signaler">Signaler à Point de Contact</a>';
const ROOM = '<style>cliquez-signalez:not(:defined) { display: inline-block; min-block-size: 48px }</style>';

const makeKey = (): string => createECDH('prime256v1').generateKeys('base64url');
const [KNOWN_KEY, OTHER_KEY] = [makeKey(), makeKey()];

/** RFC 8037, appendix A.1. */
const RECEIPT_KEY = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

const CROWDED: readonly FindingCode[] = ['button-covered', 'copies', 'floating-several', 'opener-lost'];

/** The parts of a page in this test. */
interface Given {
  readonly body: string;
  readonly head?: string;
  readonly lang?: string;
  readonly policy?: string;
  /** Script that runs before the widget's script. */
  readonly first?: string;
  /** Address of the widget's script. */
  readonly script?: string;
  /** Whether the page calls `check()`. */
  readonly isAsked?: boolean;
}

/** Longer than a widget waits before it says what is wrong with it. */
const UNASKED_MS = 3_500;

/** The expected findings for each widget of the page: codes, and a part of some sentences. */
interface Case extends Given {
  readonly name: string;
  readonly found: readonly (readonly FindingCode[])[];
  readonly says?: readonly RegExp[];
}

const pageOf = ({ body, head = ROOM, lang = 'fr', first = '', script = '', isAsked = true }: Given): string =>
  `<!doctype html><html${lang && ` lang="${lang}"`}><meta charset="utf-8"><title>Page</title><link rel="icon" href="data:,">${head}
  <script nonce="b25jZQ">
    globalThis.said = [];
    for (const kind of ['warn', 'info', 'log', 'group']) console[kind] = (text) => said.push(String(text));
    ${first}
  </script>
  ${body}
  <script type="module" nonce="b25jZQ" src="${script}"></script>
  <script type="module" nonce="b25jZQ">
    await customElements.whenDefined('cliquez-signalez');
    const found = [];
    for (const widget of document.querySelectorAll('cliquez-signalez, cliquez-signalez-form'))
      if (${isAsked} && !widget.hasAttribute('debug')) found.push(await widget.check());
    globalThis.found = JSON.stringify(found);
  </script>`;

/** A widget without faults, except for the given changes; undefined removes an attribute. */
function widget(
  endpoint: string,
  changes: Readonly<Record<string, string | undefined>> = {},
  inside = LINK,
): string {
  const attributes: Record<string, string | undefined> = {
    endpoint,
    hotline: 'Point de Contact',
    'hotline-url': 'https://hotline.example/signaler',
    'privacy-url': 'https://hotline.example/donnees',
    country: 'FR',
    ...changes,
  };
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : `${name}="${value}"`,
  );
  return `<cliquez-signalez ${written.join(' ')}>${inside}</cliquez-signalez>`;
}

/** An address without a server. */
async function closedAddress(): Promise<string> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return `http://127.0.0.1:${port}`;
}

/** Every server that the pages contact. */
interface Servers {
  readonly cdn: string;
  readonly otherCdn: string;
  readonly endpoint: string;
  /** Accepts only reports sealed for KNOWN_KEY. */
  readonly sealedOnly: string;
  readonly closed: string;
  /** The follow-up address of the receiver. */
  readonly followUp: string;
  /**
   * Answers any page with the status in its path; `/silent` omits the permission to read the answer, and `/later` takes
   * reports of a later version alone.
   */
  readonly answers: string;
}

function faultyPages({ cdn, otherCdn, endpoint, followUp, sealedOnly, closed, answers }: Servers): Case[] {
  const script = `${cdn}/cliquez-signalez.js`;
  const allBut = (name: string): string =>
    CHUNKS.filter((chunk) => !chunk.startsWith(name))
      .map((chunk) => `${cdn}/${chunk}`)
      .join(' ');
  const within = (style: string, changes = {}): string =>
    `<div id="box" ${style}>${widget(endpoint, changes)}</div>`;
  return [
    {
      name: 'all is well',
      body: [
        widget(endpoint),
        widget(endpoint, { variant: 'link', lang: 'en' }),
        widget(endpoint, { mode: 'inline' }),
        widget(endpoint, { variant: 'floating' }),
        widget('', { endpoint: undefined, src: `${answers}/frame` }),
        widget(endpoint, { 'follow-up': followUp }),
        widget(endpoint, { 'follow-up': followUp, mode: 'inline', view: 'follow-up' }),
        widget(endpoint, { 'follow-up': followUp, view: 'follow-up' }, `<b slot="label">Suivre</b>${LINK}`),
      ].join(''),
      found: [[], [], [], [], [], [], [], []],
    },
    {
      name: 'what became of a report cannot be asked there',
      body: [
        'http://hotline.example/v1/follow-up',
        `${closed}/v1/follow-up`,
        ...['silent', '200', '403', '404', '503'].map((path) => `${answers}/${path}`),
      ]
        .map((address) => widget(endpoint, { 'follow-up': address }))
        .join(''),
      found: [
        ['attribute-value'],
        ['follow-up-unreachable'],
        ['follow-up-cors'],
        ['follow-up-answer'],
        ['follow-up-refuses'],
        ['follow-up-absent'],
        ['follow-up-unwell'],
      ],
      says: [
        /reports go without a code/,
        /--follow-up/,
        /\/v1\/follow-up/,
        /reporters read what is not true/,
      ],
    },
    {
      name: 'the answer to a code that nobody has is of another state, or of another length',
      body: ['received', 'short', 'unknown']
        .map((path) => widget(endpoint, { 'follow-up': `${answers}/${path}` }))
        .join(''),
      found: [['follow-up-answer'], ['follow-up-answer'], []],
    },
    {
      name: 'the page asks what became of a report, and cannot or does not say so',
      body: [
        widget(endpoint, { view: 'follow-up', mode: 'inline' }),
        widget(endpoint, { view: 'follow-up', 'follow-up': followUp }),
        widget('', { endpoint: undefined, src: `${answers}/frame`, 'follow-up': followUp }),
        widget('', { endpoint: undefined, src: `${answers}/frame`, mode: 'inline', view: 'follow-up' }),
        widget(endpoint, { practice: '', 'follow-up': `${answers}/404` }),
      ].join(''),
      found: [['follow-up-missing'], ['label-missing'], ['follow-up-frame'], [], ['practice']],
      says: [/opens on a new report/, /slot="label"/, /in its frame page/],
    },
    {
      name: 'the button is named by the page’s own words',
      first: `addEventListener('DOMContentLoaded', () =>
        (document.getElementById('own').messages = { 'launcher.label': 'Suivre un signalement' }));`,
      body: widget(endpoint, { view: 'follow-up', 'follow-up': followUp, id: 'own' }),
      found: [[]],
    },
    {
      name: 'the hotline takes no reports of this version',
      body: [
        widget(`${answers}/later`),
        widget(`${answers}/later`, { 'public-key': KNOWN_KEY }),
        widget(`${answers}/409`),
      ].join(''),
      found: [['endpoint-version'], ['endpoint-version'], []],
      says: [/no reports of version 1\.0/, /the version of the widget/],
    },
    {
      name: 'the policy refuses the follow-up address',
      body: widget(endpoint, { 'follow-up': `${answers}/200` }),
      policy: `connect-src ${new URL(endpoint).origin}`,
      found: [['follow-up-csp']],
      says: [/Add http:\/\/127\.0\.0\.1:\d+ to connect-src/],
    },
    {
      name: 'the single-file bundle has no follow-up',
      script: `${cdn}/cliquez-signalez.bundle.js`,
      body: widget(endpoint, { 'follow-up': `${answers}/404` }),
      found: [['follow-up-bundle']],
      says: [/whole folder dist\/cdn/],
    },
    {
      name: 'a page over http makes no codes',
      first: "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });",
      body: widget(endpoint, { 'follow-up': `${answers}/404` }),
      found: [['follow-up-insecure']],
      says: [/reports go without a code/],
    },
    {
      name: 'the policy refuses the endpoint, and a frame',
      body: widget(endpoint) + widget('', { endpoint: undefined, src: `${answers}/frame` }),
      policy: `default-src 'none'; script-src 'nonce-b25jZQ' 'strict-dynamic'; img-src data:; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types cliquez-signalez`,
      found: [['endpoint-csp'], ['frame-csp']],
      says: [/Add http:\/\/127\.0\.0\.1:\d+ to connect-src/, /Add http:\/\/127\.0\.0\.1:\d+ to frame-src/],
    },
    {
      name: 'the policy refuses the form',
      body: widget(endpoint),
      policy: `script-src 'unsafe-inline' ${allBut('form-')}`,
      found: [['form-csp']],
      says: [/script-src/],
    },
    {
      name: 'the policy refuses the later steps',
      body: widget(endpoint),
      policy: `script-src 'unsafe-inline' ${allBut('later-')}`,
      found: [['form-csp']],
      says: [/first step/],
    },
    {
      name: 'how the widget came is not among the words for it',
      body: widget(endpoint, { embed: 'wordpres' }),
      found: [['attribute-value']],
      says: [/Did you mean "wordpress"\?/],
    },
    {
      name: 'a file is missing',
      script: `${otherCdn}/cliquez-signalez.js`,
      body: widget(endpoint),
      found: [['form-missing']],
      says: [/whole folder dist\/cdn/],
    },
    {
      name: 'next to nothing is given',
      head: '',
      lang: '',
      body: '<cliquez-signalez></cliquez-signalez>',
      found: [
        [
          'endpoint-missing',
          'hotline-missing',
          'hotline-url-missing',
          'privacy-url-missing',
          'language-missing',
          'country-missing',
          'fallback-missing',
          'room-missing',
        ],
      ],
      says: [/country="FR"/, /:not\(:defined\)/, /<a href/],
    },
    {
      name: 'a language is a draft, or is not there',
      head: `${ROOM}<script type="module" nonce="b25jZQ" src="${cdn}/locales/de.js"></script>`,
      body: [
        widget(endpoint, { lang: 'de-AT' }),
        widget(endpoint, { languages: 'fr de nl' }),
        widget(endpoint, { lang: 'nl' }),
      ].join(''),
      found: [['language-draft'], ['language-unknown', 'language-draft'], ['language-unknown']],
      says: [/lacks “nl”/, /locales\/nl\.js/, /has no “nl”, and speaks “en”/, /no native speaker/],
    },
    {
      name: 'easy words are drafts, and not there in another language',
      head: `${ROOM}<script type="module" nonce="b25jZQ" src="${cdn}/locales/de.js"></script>`,
      body: [
        widget(endpoint, { easy: '' }),
        widget(endpoint, { easy: '', lang: 'de' }),
        widget(endpoint, { easy: 'false' }),
        widget(endpoint, { languages: 'fr fr-simple' }),
      ].join(''),
      found: [['language-draft'], ['language-draft', 'easy-unknown'], [], ['language-unknown']],
      says: [/“fr-simple” are a draft/, /only French and English have easy words/, /locales\/fr-simple\.js/],
    },
    {
      name: 'reports must not go there, or cannot',
      body: [
        widget('http://hotline.example/v1/reports', { lang: 'eo' }),
        widget('https://user:secret@hotline.example/'),
        widget(`${closed}/v1/reports`, { country: 'US' }),
        widget('', { endpoint: undefined, src: 'http://hotline.example/frame.html' }),
        widget('', { endpoint: undefined, src: `${closed}/frame.html` }),
      ].join(''),
      found: [
        ['endpoint-unusable', 'language-unknown'],
        ['endpoint-unusable'],
        ['endpoint-unreachable', 'country-without-lines'],
        ['frame-unusable'],
        ['frame-unreachable'],
      ],
      says: [/not encrypted/, /https address of the same server/, /helpResources/, /registerLocale/],
    },
    {
      name: 'the server answers otherwise',
      body: ['silent', '200', '403', '404', '503', '422']
        .map((path) => widget(`${answers}/${path}`))
        .join(''),
      found: [
        ['endpoint-cors'],
        ['endpoint-takes-anything'],
        ['endpoint-refuses'],
        ['endpoint-absent'],
        ['endpoint-unwell'],
        [],
      ],
      says: [/Access-Control-Allow-Origin/, /attribute partner/, /\/v1\/reports/],
    },
    {
      name: 'attributes are misspelt',
      body: widget(endpoint, {
        hotlin: 'Point',
        varint: 'bar',
        theme: 'press',
        categories: 'procurng',
        'data-track': '1',
        onclick: '0',
        'aria-label': 'x',
        'exit-url': 'http://insecure.example',
      }),
      found: [
        ['attribute-unknown', 'attribute-unknown', 'attribute-value', 'attribute-value', 'attribute-value'],
      ],
      says: [
        /Did you mean hotline\?/,
        /Did you mean variant\?/,
        /Did you mean "presse"\?/,
        /Did you mean "procuring"\?/,
        /an https address/,
      ],
    },
    {
      name: 'the button cannot be seen or reached',
      head: `${ROOM}<style>.over { position: fixed; inset: 0 } #small { transform: scale(0.5) }</style>`,
      body: [
        within('style="display: none"'),
        within('style="visibility: hidden"'),
        within('style="opacity: 0"'),
        within('aria-hidden="true"'),
        within('inert'),
        `<div id="small">${widget(endpoint)}</div>`,
      ].join(''),
      found: [
        ['button-hidden'],
        ['button-hidden'],
        ['button-hidden'],
        ['button-hidden'],
        ['button-hidden'],
        ['button-small'],
      ],
      says: [
        /<div#box> has display: none/,
        /<div#box> has visibility: hidden/,
        /opacity: 0/,
        /aria-hidden/,
        /inert/,
        /\d+ × 2[34] px/,
      ],
    },
    ...(
      [
        ['transform: translateX(0)', /<div#box> has transform: .*floating button/],
        ['contain: paint', /<div#box> has contain: paint/],
        ['filter: blur(0)', /<div#box> has filter: blur\(0px\)/],
        ['will-change: transform', /<div#box> has will-change: transform/],
      ] as const
    ).map(([style, says]) => ({
      name: `a floating button stands in what has ${style}`,
      body: within(`style="${style}"`, { variant: 'floating' }),
      found: [['floating-caught']],
      says: [says, /end of <body>/],
    })),
    {
      name: 'the page has too much of it',
      head: `${ROOM}<style>.over { position: fixed; inset: 0; z-index: 2000 }</style>`,
      body: `${widget(endpoint, { variant: 'floating' })}${widget(endpoint, { variant: 'floating' })}
        <button data-cliquez-signalez="nobody"></button><div class="over"></div>
        <script type="module" nonce="b25jZQ" src="${cdn}/cliquez-signalez.js?ver=2"></script>`,
      found: [CROWDED, CROWDED],
      says: [/<div\.over> lies over/, /Keep one script tag/, /id="nobody"/],
    },
    {
      name: 'the hotline cannot open what the page seals, or takes nothing that is not sealed',
      body: [
        widget(sealedOnly, { 'public-key': KNOWN_KEY }),
        widget(endpoint, { 'public-key': OTHER_KEY }),
        widget(sealedOnly, { 'public-key': OTHER_KEY }),
        widget(sealedOnly),
      ].join(''),
      found: [[], [], ['endpoint-key'], ['endpoint-sealed']],
      says: [/cannot open what is sealed/, /takes sealed reports alone/],
    },
    {
      name: 'a page over http cannot seal',
      first: "Object.defineProperty(Crypto.prototype, 'subtle', { value: undefined });",
      body: widget(endpoint, { 'public-key': `B${'A'.repeat(86)}` }),
      found: [['page-insecure', 'attribute-value']],
      says: [/over https/],
    },
    {
      name: 'receipts that can be proved, with a key that is none, and with a transport',
      first: `addEventListener('DOMContentLoaded', () => (document.getElementById('own').transport = async () => {}));`,
      body: [
        widget(endpoint, { 'receipt-key': RECEIPT_KEY }),
        widget(endpoint, { 'receipt-key': `${RECEIPT_KEY} ${RECEIPT_KEY}` }),
        widget(endpoint, { 'receipt-key': 'AAAA' }),
        widget(endpoint, { 'receipt-key': RECEIPT_KEY, id: 'own' }),
      ].join(''),
      found: [[], [], ['attribute-value'], ['receipt-transport']],
      says: [/no receipt is believed/, /receipt-key does nothing/],
    },
    {
      name: 'a browser without Ed25519 cannot prove receipts',
      first: `
        const { importKey } = SubtleCrypto.prototype;
        SubtleCrypto.prototype.importKey = function (...given) {
          if (given[2] === 'Ed25519') return Promise.reject(new DOMException('', 'NotSupportedError'));
          return importKey.apply(this, given);
        };`,
      body: widget(endpoint, { 'receipt-key': RECEIPT_KEY }) + widget(endpoint),
      found: [['receipt-engine'], []],
      says: [/takes receipts as without receipt-key/],
    },
    {
      name: 'the file that proves receipts does not come',
      body: widget(endpoint, { 'receipt-key': RECEIPT_KEY }),
      policy: `script-src 'unsafe-inline' ${allBut('confirming-')}`,
      found: [['receipt-file']],
      says: [/every report ends/],
    },
  ].map((given) => ({ script, ...given }) as Case);
}

/** What `answers` says to a request. */
function wrongAnswer(url: string, body: string): { status: number; text?: string } {
  if (url === '/later')
    return body.includes('1.0')
      ? { status: 409, text: '{"type":"urn:cliquez-signalez:problem:version"}' }
      : { status: 400 };
  const answer = { state: 'unknown', days: 90 } as const;
  if (url === '/unknown') return { status: 200, text: writeFollowUpAnswer(answer) };
  if (url === '/short') return { status: 200, text: JSON.stringify(answer) };
  if (url === '/received')
    return { status: 200, text: writeFollowUpAnswer({ ...answer, state: 'received', since: '2026-11-24' }) };
  return { status: Number(url.slice(1)) || 200 };
}

async function serveAll(t: TestContext): Promise<Servers & { reports: () => string[] }> {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const sealing = await startReceiver({ SEAL_KEYS: await thumbprint(KNOWN_KEY), SEALED_ONLY: '1' });
  t.after(() => sealing.stop());
  const answers = await startServer(t, async (request, response) => {
    const { url = '', method } = request;
    const permission = {
      'access-control-allow-origin': '*',
      'access-control-allow-headers': 'content-type, idempotency-key',
    };
    let body = '';
    for await (const data of request) body += String(data);
    const { status, text } = wrongAnswer(url, body);
    response.writeHead(method === 'OPTIONS' ? 204 : status, url === '/silent' ? {} : permission).end(text);
  });
  const [cdn, otherCdn] = [
    await startCdn(t),
    await startCdn(t, undefined, (name) => name.startsWith('form-')),
  ];
  return {
    cdn: cdn.origin,
    otherCdn: otherCdn.origin,
    endpoint: `${receiver.url}/v1/reports`,
    followUp: `${receiver.url}/v1/follow-up`,
    sealedOnly: `${sealing.url}/v1/reports`,
    closed: await closedAddress(),
    answers: answers.origin,
    reports: () => [...receiver.reports(), ...sealing.reports()],
  };
}

for (const engine of ENGINES) {
  describe(engine, () => {
    let browser: Browser;
    before(async () => {
      browser = await launch(engine);
    });
    after(() => browser.close());

    test('names every fault of a page, with its remedy, and says nothing where there is none', async (t) => {
      const servers = await serveAll(t);
      const cases = faultyPages(servers);
      const site = await startServer(t, ({ url = '' }, response) => {
        const given = cases[Number(url.slice(1))];
        const policy = given?.policy ? { 'content-security-policy': given.policy } : {};
        response.writeHead(given ? 200 : 404, { 'content-type': 'text/html; charset=utf-8', ...policy });
        response.end(given ? pageOf(given) : '');
      });
      const page = await browser.newPage();
      t.after(() => page.close());
      for (const [index, { name, found, says = [] }] of thirdOf(engine, [...cases.entries()])) {
        const diagnoses = await examine(page, `${site.origin}/${index}`);
        const codes = diagnoses.map(({ findings }) => findings.map(({ code }) => code).toSorted());
        assert.deepEqual(
          codes,
          found.map((expected) => expected.toSorted()),
          name,
        );
        const text = diagnoses
          .flatMap(({ findings }) => findings.map(({ message, remedy }) => `${message} ${remedy}`))
          .join('\n');
        for (const said of says) assert.match(text, said, name);
        for (const { findings, isFine } of diagnoses) {
          assert.equal(isFine, findings.length === 0, name);
          const severities = findings.map(({ severity }) => severity);
          assert.deepEqual(severities, severities.toSorted(), `${name}: errors first`);
        }
      }
      assert.deepEqual(servers.reports(), []);
    });

    if (isChosen(engine))
      test('a page that is right hears nothing unasked, and asks for no file more', async (t) => {
        const cdn = await startCdn(t);
        const endpoint = 'https://hotline.example/v1/reports';
        const { said } = await hearUnasked(t, browser, {
          cdn: cdn.origin,
          body: [
            widget(endpoint),
            ...THEMES.theme.map((theme) => widget(endpoint, { theme })),
            widget(endpoint, { class: 'a', 'data-track': '1', hotline: undefined, country: undefined }),
            // A hotline may have themes of its own.
            widget('', { endpoint: undefined, src: 'https://hotline.example/frame.html', theme: 'maison' }),
            // A framework sets what cannot be an attribute, some time after the element has come.
            widget('', { endpoint: undefined, id: 'later' }),
          ].join(''),
          first: `setTimeout(() => (document.getElementById('later').transport = async () => {}), 1_500);`,
        });
        assert.deepEqual(await said(), []);
        assert.deepEqual(
          cdn.requests.map(({ path }) => path),
          ['/cliquez-signalez.js'],
        );
      });

    if (isChosen(engine))
      test('a page that is wrong is told unasked, once for each element and problem', async (t) => {
        const { origin } = await startCdn(t);
        const endpoint = 'https://hotline.example/v1/reports';
        const { page, said } = await hearUnasked(t, browser, {
          cdn: origin,
          body: [
            widget('', { endpoint: undefined, 'end-point': endpoint }),
            widget('', { endpoint: undefined, 'hotline-url': undefined }),
            '<cliquez-signalez></cliquez-signalez>',
            `<cliquez-signalez-form endpoint="http://hotline.example/" hotlin="x">${LINK}</cliquez-signalez-form>`,
            widget('', { endpoint: undefined, src: 'http://hotline.example/frame.html' }),
            widget(endpoint, { 'public-key': 'AAAA' }),
            widget(endpoint, { theme: 'press', contry: 'FR' }),
            widget('', { endpoint: undefined, debug: '' }),
          ].join(''),
        });
        const expected = [
          /^<cliquez-signalez> Nothing reads the attribute end-point\. Did you mean endpoint\?$/,
          /^<cliquez-signalez> There is no endpoint, so the button is a link to hotline-url\. Set the attribute endpoint/,
          /^<cliquez-signalez> There is no endpoint, so only what stands inside the element is shown\./,
          /^<cliquez-signalez> There is no endpoint, so nothing is shown\./,
          /^<cliquez-signalez-form> Nothing reads the attribute hotlin\. Did you mean hotline\?$/,
          /^<cliquez-signalez-form> Reports must not go to endpoint="http:\/\/hotline\.example\/", which is not encrypted, so only what/,
          /^<cliquez-signalez> The form cannot be shown from src="http:\/\/hotline\.example\/frame\.html"\. Give the https/,
          /^<cliquez-signalez> public-key="AAAA" is not understood, so the form does not open/,
          /^<cliquez-signalez> Nothing reads the attribute contry\. Did you mean country\?$/,
          /^<cliquez-signalez> theme="press" is not understood, so the default is used\..*Did you mean "presse"\?$/,
          // With `debug`, the report has it.
          /^<cliquez-signalez>: 1 error/,
        ];
        await page.waitFor(`said.length >= ${expected.length}`, PATIENT);
        await page.evaluate(`document.body.append(...document.querySelectorAll('cliquez-signalez'))`);
        const from = await page.evaluate<number>('performance.now()');
        await page.waitFor(`performance.now() > ${from + UNASKED_MS}`, PATIENT);
        const lines = await said();
        assert.equal(lines.length, expected.length, lines.join('\n'));
        for (const pattern of expected)
          assert.equal(
            lines.filter((line) => pattern.test(line)).length,
            1,
            `${pattern}\n${lines.join('\n')}`,
          );
      });

    // As in jsdom 26, which Jest brings along, and in browsers under the floor.
    if (isChosen(engine))
      test('a form that cannot open in its environment says what that lacks', async (t) => {
        const { origin } = await startCdn(t);
        const { page, said } = await hearUnasked(t, browser, {
          cdn: origin,
          first: `for (const owner of [Document, ShadowRoot]) delete owner.prototype.adoptedStyleSheets;
          delete globalThis.visualViewport;`,
          body: widget('https://hotline.example/v1/reports'),
        });
        assert.deepEqual(await said(), []);
        await page.evaluate("void document.querySelector('cliquez-signalez').open()");
        await page.waitFor('said.length > 0', PATIENT);
        const [line = '', ...more] = await said();
        assert.deepEqual(more, []);
        assert.match(
          line,
          /^<cliquez-signalez> The form did not open: .+\. This environment has no ShadowRoot\.adoptedStyleSheets, visualViewport\. Use a browser/,
        );
      });

    if (isChosen(engine))
      test('prints one report where debug is, and nothing where it is not', async (t) => {
        const servers = await serveAll(t);
        const pages = [
          widget(servers.endpoint, { debug: '' }),
          widget(servers.endpoint, { debug: '', country: undefined, categories: 'procurng', theme: 'press' }),
          widget(servers.endpoint, { country: undefined }),
        ].map((body) => pageOf({ body, script: `${servers.cdn}/cliquez-signalez.js` }));
        const site = await startServer(t, ({ url = '' }, response) => {
          const html = pages[Number(url.slice(1))];
          response.writeHead(html ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
        });
        const page = await browser.newPage();
        t.after(() => page.close());
        const said = async (): Promise<string[]> =>
          JSON.parse(await page.evaluate<string>('JSON.stringify(said)')) as string[];
        for (const expected of [
          [
            /^<cliquez-signalez>: all is well on this page\.\nThe root is open: .+ Take the attribute debug away/,
          ],
          [
            /^<cliquez-signalez>: 3 warnings on this page\./,
            /! There is no country[^]*→ Set country[^]*\[country-missing\]/,
            /Did you mean "procuring"\?/,
            /Did you mean "presse"\?/,
            /\n\nThe root is open: .+ Take the attribute debug away/,
          ],
        ]) {
          await page.goto(`${site.origin}/${expected.length === 1 ? 0 : 1}`);
          await page.waitFor('said.length > 0', PATIENT);
          // Moved in the page, or checked again, the widget does not repeat its message.
          await page.evaluate(`document.body.append(document.querySelector('cliquez-signalez'))`);
          await page.evaluate(
            `void document.querySelector('cliquez-signalez').check().then(() => (globalThis.wasAsked = true))`,
          );
          await page.waitFor('globalThis.wasAsked', PATIENT);
          const lines = await said();
          assert.equal(lines.length, 1, lines.join('\n---\n'));
          for (const pattern of expected) assert.match(lines[0]!, pattern);
        }
        await examine(page, `${site.origin}/2`);
        assert.deepEqual(await said(), []);
        // Set on an element that is in the page, it opens nothing.
        await page.evaluate(`document.querySelector('cliquez-signalez').setAttribute('debug', '')`);
        await page.evaluate(
          `void document.querySelector('cliquez-signalez').check().then(() => (globalThis.wasAsked = true))`,
        );
        await page.waitFor('globalThis.wasAsked', PATIENT);
        assert.match((await said())[0] ?? '', /\n\nThe root is closed: debug opens it if the element comes/);
        assert.deepEqual(servers.reports(), []);
      });
  });
}

/** Pages on which nobody has asked for a check: what stands in the console by itself, after longer than it takes. */
async function hearUnasked(
  t: TestContext,
  browser: Browser,
  given: Pick<Given, 'body' | 'first'> & { readonly cdn: string },
): Promise<{ page: Page; said: () => Promise<string[]> }> {
  const html = pageOf({ ...given, script: `${given.cdn}/cliquez-signalez.js`, isAsked: false });
  const site = await startServer(t, ({ url }, response) => {
    response.writeHead(url === '/' ? 200 : 404, { 'content-type': 'text/html; charset=utf-8' }).end(html);
  });
  const page = await browser.newPage();
  t.after(() => page.close());
  await page.goto(`${site.origin}/`);
  await page.waitFor("customElements.get('cliquez-signalez') !== undefined", PATIENT);
  const since = await page.evaluate<number>('performance.now()');
  await page.waitFor(`performance.now() > ${since + UNASKED_MS}`, PATIENT);
  return {
    page,
    said: async () => JSON.parse(await page.evaluate<string>('JSON.stringify(said)')) as string[],
  };
}

async function examine(page: Page, address: string): Promise<Diagnosis[]> {
  await page.goto(address);
  return JSON.parse(await page.waitFor<string>('globalThis.found', PATIENT)) as Diagnosis[];
}
