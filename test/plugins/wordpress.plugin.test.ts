// The WordPress plugin in a real WordPress: installation from its archive, settings, editor, visits, reports, removal.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { axeFaults } from '../widget/a11y/axe-pages.ts';
import { LAUNCHER } from '../../demo/gallery/driver.ts';
import { reservedRoom } from '../../demo/theme/reserve.ts';
import { DEFAULT_THEME, PRESET_NAMES, SIZES, VARIANTS } from '../../demo/theme/theme.ts';
import type { Report } from '../../src/core/report/report.ts';
import de from '../../src/words/locales/de.json' with { type: 'json' };
import en from '../../src/words/locales/en.json' with { type: 'json' };
import fr from '../../src/words/locales/fr.json' with { type: 'json' };
import {
  addDetails,
  chooseByKeyboard,
  PATIENT,
  sendByKeyboard,
  tabToLauncher,
  waitForView,
} from '../setup/site.ts';
import { challengePathOf, DEFAULT_PATH, followUpPathOf } from '../../src/receiver/protocol/paths.ts';
import { startReceiver } from '../setup/receiver.ts';
import { sampleReport } from '../receiver/sample-report.ts';
import { ENGINES, launch, type Browser, type Page } from '../setup/browsers.ts';
import { visitAndReport } from './expectations.ts';
import { LANGUAGES } from '../../src/plugins/cms/languages.ts';
import { startUpstream, WAIT, type Upstream } from './upstream.ts';
import {
  giveMemory,
  makeNetwork,
  REMAINS,
  saveSettings,
  signIn,
  startPluginSite,
  takeMemory,
  UNINSTALLATION,
  type PluginSite,
} from './wordpress-site.ts';

const SECRET = 'only-the-hotline-and-the-site-know-this';
const HOTLINE = 'https://hotline.example/signaler';
const PICTURES = '.screenshots/chromium/wordpress';
const DETAILS = 'Vu à midi.';

interface Ground {
  readonly site: PluginSite;
  readonly hotline: Upstream;
  readonly browser: Browser;
  /** The administrator's page. */
  readonly desk: Page;
  /** Other addresses that the site has requested. */
  readonly elsewhere: string[];
}

const challengeOf = ({ server }: Upstream): string => server.origin + challengePathOf(DEFAULT_PATH);
const followUpOf = ({ server }: Upstream): string => server.origin + followUpPathOf(DEFAULT_PATH);

test('the WordPress plugin, from its installation to its end', async (t) => {
  const ground = await startGround(t);
  const { site } = ground;
  let article = '';
  await t.test('the readme names the version that this test runs', () => isTestedVersion(ground));
  await t.test('settings are checked, and the secret is never shown', () => settingsAreChecked(ground));
  await t.test('the block shows the real button in the editor, where nothing can be sent', async () => {
    article = await writeArticle(ground);
  });
  await t.test('a visitor’s report goes straight to the hotline', () => reportsDirectly(ground, article));
  await t.test('a visitor’s report goes through the relay', () => reportsThroughRelay(ground, article));
  await t.test('the relay hands on exact bytes, and nothing of the visitor', () => relaysExactly(ground));
  await t.test('the relay refuses and fails in the words of the protocol', () => relayFails(ground));
  await t.test('only pages of the site may send through the relay', () => relayIsTheSitesOwn(ground));
  await t.test('whoever floods the relay does not silence its other visitors', (inFlood) =>
    relayHoldsInFlood(inFlood, ground),
  );
  await t.test('whoever runs the site is told what its server notes', () => tellsOfLogs(ground));
  await t.test('shortcode and placements put the button where they say', () => placements(ground));
  await t.test('practice and the one-page form are choices of one button, and no setting', () =>
    choosesPractice(ground),
  );
  await t.test('the button’s place is kept as large as the button', () => keepsRoom(ground));
  await t.test('French is spoken where the site or its settings say so', () => speaksFrench(ground));
  await t.test('pages load the languages that are ticked, and offer them; no others', () =>
    offersLanguages(ground),
  );
  await t.test('without an endpoint or the hotline’s own form, nothing is shown', () =>
    waitsForHotline(ground, article),
  );
  await t.test('the accent colour is a file, and no style in the page', () => dressesWithoutInline(ground));
  await t.test('the page is as that of any plugin should be', (inList) => holdsToTheList(inList, ground));
  await t.test('nobody else was asked for anything, and WordPress has nothing to complain about', () => {
    const asked = [...new Set(site.outgoing())].filter((address) => !ground.elsewhere.includes(address));
    assert.deepEqual(asked, [challengeOf(ground.hotline), ground.hotline.endpoint]);
    // The update check cannot reach WordPress.org here, so its complaints do not count.
    const complaints = site
      .complaints()
      .split('\n')
      .filter((line) => line && !line.includes('WordPress.org'));
    assert.deepEqual(complaints, []);
  });
  await t.test('uninstalling leaves nothing, on any site of a network', async () => {
    await makeNetwork(site);
    const before = JSON.parse(await site.php(REMAINS)) as { options: string[]; uploads: string[] };
    assert.deepEqual(before.uploads, ['1 accent-0b5cff.css', '1 folder', '2 accent-112233.css', '2 folder']);
    assert.deepEqual(before.options, [
      '1 cliquez_signalez_relay_secret',
      '1 cliquez_signalez_settings',
      '2 cliquez_signalez_relay_secret',
      '2 cliquez_signalez_settings',
    ]);
    await site.php(UNINSTALLATION);
    const after = JSON.parse(await site.php(REMAINS)) as unknown;
    assert.deepEqual(after, { options: [], meta: [], tables: [], hooks: [], folder: false, uploads: [] });
    assert.doesNotMatch(await (await fetch(article)).text(), /<cliquez-signalez/);
  });
});

/** The version that this test runs is the one that the readme names, and the site's two pages. */
async function isTestedVersion({ site }: Ground): Promise<void> {
  const version = /^\d+\.\d+/.exec(await site.php("echo $GLOBALS['wp_version'];"))![0];
  const readme = await readFile(join(site.folder, 'wp-content/plugins/cliquez-signalez/readme.txt'), 'utf8');
  assert.equal(/^Tested up to: (.+)$/m.exec(readme)?.[1], version);
  for (const language of ['fr', 'en']) {
    const page = await readFile(`demo/site/pages/${language}/extension.md`, 'utf8');
    assert.match(page, new RegExp(`WordPress ${version.replace('.', '\\.')}\\.`), language);
  }
}

async function startGround(t: TestContext): Promise<Ground> {
  const site = await startPluginSite(t);
  const hotline = await startUpstream(t, () => [
    {
      id: 'gazette',
      origins: [site.origin],
      secretSha256: createHash('sha256').update(SECRET).digest('hex'),
    },
  ]);
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const desk = await browser.newPage({ width: 1200, height: 1000 });
  return { site, hotline, browser, desk, elsewhere: [] };
}

const stored = async (site: PluginSite): Promise<Record<string, string>> =>
  JSON.parse(await site.php('echo json_encode(cliquez_signalez_settings());')) as Record<string, string>;

async function settingsAreChecked({ site, hotline, desk }: Ground): Promise<void> {
  await signIn(desk, site, '/wp-admin/options-general.php?page=cliquez-signalez');
  assert.deepEqual(
    await saveSettings(desk, {
      endpoint: hotline.endpoint,
      hotline: 'Point de <b>Contact</b> "&',
      hotline_url: HOTLINE,
      privacy_url: 'https://hotline.example/vie-privee?a=1&b=2',
      country: 'fr',
      theme: 'presse',
      partner: 'gazette',
      follow_up: followUpOf(hotline),
      secret: SECRET,
    }),
    ['Settings saved.'],
  );
  await desk.screenshot(`${PICTURES}/settings.png`);
  const good = await stored(site);
  assert.deepEqual(
    [good['endpoint'], good['hotline'], good['privacy_url'], good['country'], good['relay']],
    [hotline.endpoint, 'Point de Contact "&', 'https://hotline.example/vie-privee?a=1&b=2', 'FR', ''],
  );

  const said = await saveSettings(desk, {
    endpoint: 'http://hotline.example/v1/reports',
    hotline_url: 'javascript:alert(1)',
    privacy_url: 'hotline.example',
    country: 'France',
    accent: 'red;}',
    partner: 'A B',
    public_key: 'short',
    challenge: 'http://hotline.example/v1/challenge',
    follow_up: 'http://hotline.example/v1/follow-up',
    secret: 'too short',
  });
  assert.equal(said.length, 10, said.join('\n'));
  for (const sentence of said) assert.match(sentence, /The old one was kept\.$/);
  assert.deepEqual(await stored(site), good);
  const itself = `${site.origin}/wp-json/cliquez-signalez/v1/reports`;
  assert.match((await saveSettings(desk, { endpoint: itself })).join(), /own relay.*old one was kept/);
  assert.deepEqual(await saveSettings(desk, { endpoint: '', relay: true }), [
    'The relay needs an endpoint to hand reports on to. It stays off.',
  ]);
  await saveSettings(desk, { endpoint: hotline.endpoint, hotline: 'Point de Contact', accent: '#0b5cff' });

  const html = await desk.evaluate(() => document.documentElement.outerHTML);
  assert.ok(!html.includes(SECRET), 'The secret is in the page');
  assert.match(html, /The agreement of the hotline comes first/);
  const cookie = await cookiesOf(desk);
  const allOptions = await (
    await fetch(`${site.origin}/wp-admin/options.php`, { headers: { cookie } })
  ).text();
  assert.match(allOptions, /cliquez_signalez_relay_secret/);
  assert.ok(!allOptions.includes(SECRET), 'The secret is on the page of all options');
  const secret = `global $wpdb; echo cliquez_signalez_relay_secret(), ' ', $wpdb->get_var("SELECT autoload
    FROM $wpdb->options WHERE option_name = 'cliquez_signalez_relay_secret'");`;
  assert.equal(await site.php(secret), `${SECRET} off`);
  // Labels and descriptions belong to their fields.
  const loose = await desk.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>('.form-table :is(input, select)')]
      .filter(
        ({ labels, ariaDescribedByElements, name }) =>
          !name.includes('[forget]') && !(labels?.length && ariaDescribedByElements?.length),
      )
      .map(({ id }) => id),
  );
  assert.deepEqual(loose, []);
  assert.deepEqual(await axeFaults(desk, { within: '.wrap', isUsual: true, isSure: true }), []);
}

/** The cookies that a page's browser sends for a signed-in user. */
const cookiesOf = async (page: Page): Promise<string> =>
  (await page.cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');

const CANVAS = "document.querySelector('iframe[name=editor-canvas]').contentDocument";

async function writeArticle({ site, hotline, desk }: Ground): Promise<string> {
  await desk.goto(`${site.origin}/wp-admin/post-new.php`);
  await desk.waitFor(
    "Boolean(wp.data.select('core/editor').getCurrentPostId() && wp.blocks.getBlockType('cliquez-signalez/button'))",
    PATIENT,
  );
  await desk.evaluate(`{
    const { dispatch } = wp.data;
    dispatch('core/preferences').set('core/edit-post', 'welcomeGuide', false);
    dispatch('core/editor').editPost({ title: 'Signaler', status: 'publish' });
    const button = wp.blocks.createBlock('cliquez-signalez/button', { label: 'Signaler "ici" & là' });
    dispatch('core/block-editor').insertBlocks([wp.blocks.createBlock('core/paragraph', { content: 'Un texte.' }), button]);
    dispatch('core/block-editor').selectBlock(button.clientId);
  }`);
  const preview = `${CANVAS}?.querySelector('cliquez-signalez')`;
  await desk.waitFor(`Boolean(${preview}?.renderRoot?.querySelector('${LAUNCHER}'))`, PATIENT);
  await desk.screenshot(`${PICTURES}/editor.png`);
  const { inert, endpoint, label, accent } = await desk.evaluate<Record<string, unknown>>(`({
    inert: ${preview}.closest('[inert]') !== null,
    endpoint: ${preview}.getAttribute('endpoint'),
    label: ${preview}.querySelector('[slot=label]').textContent,
    accent: ${CANVAS}.defaultView.getComputedStyle(${preview}).getPropertyValue('--cs-accent').trim(),
  })`);
  assert.deepEqual([inert, label, accent], [true, 'Signaler "ici" & là', '#0b5cff']);
  assert.match(String(endpoint), /\/nowhere$/);

  // A change in the sidebar shows, and a click on the button opens nothing.
  await desk.evaluate(`wp.data.dispatch('core/block-editor').updateBlockAttributes(
    wp.data.select('core/block-editor').getSelectedBlockClientId(), { size: 'l' })`);
  await desk.waitFor(`${preview}?.getAttribute('size') === 'l'`, PATIENT);
  // Authors are told which attributes are not used.
  const setLanguage = (lang: string): Promise<void> =>
    desk.evaluate(`void wp.data.dispatch('core/block-editor').updateBlockAttributes(
      wp.data.select('core/block-editor').getSelectedBlockClientId(), { lang: '${lang}' })`);
  await setLanguage('fr_FR');
  const remarks = `${CANVAS}?.querySelector('.wp-block-cliquez-signalez-button')?.textContent ?? ''`;
  await desk.waitFor(`(${remarks}).includes('This version takes no notice of: lang.')`, PATIENT);
  await setLanguage('');
  await desk.waitFor(`!(${remarks}).includes('takes no notice')`, PATIENT);
  const { x, y } = await desk.evaluate<{ x: number; y: number }>(`(() => {
    const frame = document.querySelector('iframe[name=editor-canvas]').getBoundingClientRect();
    const box = ${preview}.getBoundingClientRect();
    return { x: frame.x + box.x + 20, y: frame.y + box.y + 20 };
  })()`);
  await desk.click(x, y);
  assert.equal(await desk.evaluate(`${preview}.renderRoot.querySelector('dialog')?.open ?? false`), false);
  const nowhere = await fetch(new URL(String(endpoint), site.origin), { method: 'POST' });
  assert.equal(nowhere.status, 404);

  // Off again: the reports of the next visitors are real.
  for (const [words, attribute] of [
    ['For training: nothing is sent', 'practice'],
    ['All on one page, for teams that report often', 'flow="page"'],
    ['French and English in easy words too, with pictograms', 'easy'],
    ['Opens on the code of an earlier report', 'view="follow-up"'],
  ] as const)
    for (const isOn of [true, false]) {
      await desk.evaluate((text: string) => {
        const toggles = [...document.querySelectorAll('.components-toggle-control')];
        const toggle = toggles.find(({ textContent }) => textContent.startsWith(text));
        toggle!.scrollIntoView({ block: 'center' });
        toggle!.querySelector('input')!.click();
      }, words);
      await desk.waitFor(`${preview}?.matches('[${attribute}]') === ${isOn}`, PATIENT);
      if (isOn) await desk.screenshot(`${PICTURES}/editor-${attribute.replace(/=.*/, '')}.png`);
    }

  await desk.evaluate("wp.data.dispatch('core/editor').savePost()");
  await desk.waitFor("wp.data.select('core/editor').didPostSaveRequestSucceed()", PATIENT);
  const address = await desk.evaluate<string>("wp.data.select('core/editor').getPermalink()");
  assert.deepEqual(hotline.server.requests, []);
  return address;
}

/** Opens the page as a visitor, fills in the form, and sends. */
async function report({ browser }: Ground, address: string, picture: string): Promise<Page> {
  const page = await browser.newPage({ width: 1024, height: 900 });
  await page.goto(address);
  await tabToLauncher(page);
  await page.screenshot(`${PICTURES}/${picture}.png`);
  const outline = "getComputedStyle(document.querySelector('cliquez-signalez')).outlineStyle";
  assert.equal(await page.evaluate(outline), 'none', 'The theme draws a second ring');
  await page.press('Enter');
  // The site is in English, but the test finds its answers by their French words.
  await page.evaluate(() => document.querySelector('cliquez-signalez')!.setAttribute('lang', 'fr'));
  await waitForView(page, fr['s1.title']);
  await page.screenshot(`${PICTURES}/${picture}-form.png`);
  const privacy = await page.evaluate(
    () => document.querySelector('cliquez-signalez')!.renderRoot.textContent,
  );
  assert.equal(privacy.includes('passe par'), picture === 'relayed');
  await chooseByKeyboard(page, 'category', 'sexual_harassment');
  await page.press('Enter');
  await waitForView(page, fr['s2.title']);
  await chooseByKeyboard(page, 'where', 'here');
  await page.press('Enter');
  await waitForView(page, fr['s4.title']);
  await addDetails(page, DETAILS);
  await sendByKeyboard(page);
  return page;
}

async function lastStored({ hotline }: Ground) {
  const rows = await hotline.store.list();
  const { body, trust, partner } = rows.at(-1)!;
  return { count: rows.length, report: JSON.parse(body) as Report, trust, partner };
}

async function reportsDirectly(ground: Ground, article: string): Promise<void> {
  const { site, hotline } = ground;
  const page = await report(ground, article, 'article');
  const { count, report: sent, trust, partner } = await lastStored(ground);
  assert.deepEqual([count, trust, partner, sent.source.embed], [1, 'normal', 'gazette', 'wordpress']);
  assert.equal(sent.content?.description, DETAILS);
  assert.deepEqual(
    sent.locations.map(({ url }) => url?.value),
    [article],
  );
  assert.equal(hotline.server.requests.at(-1)!.headers['authorization'], undefined);

  const { origins, ver, columns, kept } = await page.evaluate(() => ({
    origins: [...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin))],
    ver: document.querySelector<HTMLScriptElement>('#cliquez-signalez-js-module')?.src,
    columns: ['p', '.wp-block-cliquez-signalez-button'].map(
      (name) => document.querySelector(`.entry-content ${name}`)!.getBoundingClientRect().x,
    ),
    kept: [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)],
  }));
  assert.deepEqual(origins.toSorted(), [site.origin, hotline.server.origin].toSorted());
  assert.match(ver ?? '', /cliquez-signalez\.js\?ver=[0-9a-f]{12}$/);
  assert.equal(columns[0], columns[1], 'The block stands outside the text column');
  // WordPress itself stores the second key on every page: whether the browser can draw its emoji.
  assert.deepEqual(kept, ['', 'wpEmojiSettingsSupports']);
  await page.close();

  const html = await (await fetch(article)).text();
  assert.doesNotMatch(html, /nonce/i);
  assert.match(
    html,
    new RegExp(
      `<a href="${HOTLINE}" rel="noreferrer" lang="en">Report illegal content to Point de Contact</a>`,
    ),
  );
  assert.ok(
    html.indexOf('/cliquez-signalez/page.css') < html.indexOf('<cliquez-signalez '),
    'The style comes late',
  );
  const elsewhere = await (await fetch(await site.publish('Without', 'No button.'))).text();
  assert.doesNotMatch(elsewhere, /cliquez-signalez\.js|page\.css|:not\(:defined/);
}

async function reportsThroughRelay(ground: Ground, article: string): Promise<void> {
  const { site, hotline } = ground;
  await site.set({ relay: '1' });
  const before = hotline.server.requests.length;
  const page = await report(ground, article, 'relayed');
  const origins = await page.evaluate(() => [
    ...new Set(performance.getEntriesByType('resource').map(({ name }) => new URL(name).origin)),
  ]);
  assert.deepEqual(origins, [site.origin]);
  await page.close();
  const { count, report: sent, trust, partner } = await lastStored(ground);
  assert.deepEqual([count, trust, partner, sent.source.embed], [2, 'normal', 'gazette', 'wordpress']);

  const [asked, relayed, ...more] = hotline.server.requests.slice(before);
  assert.deepEqual(more, []);
  assert.equal(asked!.path, challengePathOf(DEFAULT_PATH));
  assert.deepEqual(withoutConnection(asked!.headers), {
    accept: 'application/json',
    authorization: `Bearer ${SECRET}`,
    origin: site.origin,
    'user-agent': 'cliquez-signalez-wordpress/0.1.0',
  });
  assert.deepEqual(withoutConnection(relayed!.headers), {
    accept: 'application/json, application/problem+json',
    authorization: `Bearer ${SECRET}`,
    'content-type': 'application/json',
    'idempotency-key': sent.submissionId,
    origin: site.origin,
    'user-agent': 'cliquez-signalez-wordpress/0.1.0',
  });
}

/** The headers without those of the connection, which are identical for everybody. */
const withoutConnection = (headers: object): object =>
  Object.fromEntries(
    Object.entries(headers).filter(
      ([name]) => !['accept-encoding', 'connection', 'content-length', 'host'].includes(name),
    ),
  );

const relayedReport = (): object =>
  sampleReport({
    source: { embed: 'wordpress', widgetVersion: '0.1.0', prefilled: false, partnerId: 'gazette' },
  });

interface Posted {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

async function postTo(site: PluginSite, body: string, headers: Record<string, string> = {}): Promise<Posted> {
  const [, key = ''] = /"submissionId":\s*"([^"]*)"/.exec(body) ?? [];
  const answer = await fetch(`${site.origin}/wp-json/cliquez-signalez/v1/reports`, {
    method: 'POST',
    headers: { origin: site.origin, 'content-type': 'application/json', 'idempotency-key': key, ...headers },
    body,
  });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
}

async function relaysExactly({ site, hotline, desk }: Ground): Promise<void> {
  const body = `${JSON.stringify(relayedReport(), null, 3)} `;
  // A signed-in user, behind a proxy, on a page that sends its address.
  const cookies = await cookiesOf(desk);
  assert.match(cookies, /wordpress_logged_in/);
  const visitor = {
    cookie: cookies,
    'x-forwarded-for': '203.0.113.9',
    forwarded: 'for=203.0.113.9',
    referer: `${site.origin}/secret-page`,
    'user-agent': 'VisitorsBrowser/1',
    origin: site.origin,
    altcha: 'cHJvb2Y=',
  };
  const { status, text, headers } = await postTo(site, body, visitor);
  assert.equal(status, 201, text);
  assert.equal(headers.get('content-type'), 'application/json');
  assert.equal(headers.get('cache-control'), 'no-store');
  assert.equal((await hotline.store.list()).at(-1)!.body, body);
  const seen = JSON.stringify(hotline.server.requests.at(-1));
  assert.match(seen, /cHJvb2Y=/);
  assert.doesNotMatch(seen, /203\.0\.113|secret-page|VisitorsBrowser|wordpress_|cookie|forwarded|referer/i);

  const again = await postTo(site, body);
  assert.deepEqual([again.status, again.text], [200, text]);
  const other = await postTo(site, `${body} `);
  assert.deepEqual([other.status, other.headers.get('content-type')], [422, 'application/problem+json']);
  assert.match(other.text, /"urn:cliquez-signalez:problem:key-reused"/);

  // With plain permalinks, the route has another address.
  const structure = await site.php(
    "echo get_option('permalink_structure'); update_option('permalink_structure', '');",
  );
  const html = await (await fetch(await site.publish('Plain', '[cliquez_signalez]'))).text();
  const [, plain = ''] = /<cliquez-signalez endpoint="([^"]*)"/.exec(html) ?? [];
  assert.match(plain, /^\/index\.php\?rest_route=/);
  const plainReport = sampleReport();
  const answer = await fetch(new URL(plain, site.origin), {
    method: 'POST',
    headers: {
      origin: site.origin,
      'content-type': 'application/json',
      'idempotency-key': plainReport.submissionId,
    },
    body: JSON.stringify(plainReport),
  });
  assert.equal(answer.status, 201);
  await site.php(`update_option('permalink_structure', '${structure}');`);

  // A secret in wp-config.php takes precedence over the one in the database.
  const constant = `define('CLIQUEZ_SIGNALEZ_RELAY_SECRET', 'of the file'); echo cliquez_signalez_relay_secret();`;
  assert.equal(await site.php(constant), 'of the file');
}

async function relayFails({ site, hotline }: Ground): Promise<void> {
  const problemOf = ({ text }: Posted): string =>
    (JSON.parse(text) as { type: string }).type.split(':').at(-1)!;
  const body = JSON.stringify(relayedReport());
  const before = hotline.server.requests.length;
  const refusals: [Record<string, string>, string, number, string][] = [
    [{ origin: 'https://elsewhere.example' }, body, 403, 'partner'],
    [{ origin: 'null' }, body, 403, 'partner'],
    [{ 'content-type': 'text/plain' }, body, 415, 'media-type'],
    [{}, JSON.stringify({ text: 'é'.repeat(32_768) }), 413, 'too-large'],
  ];
  for (const [headers, text, status, problem] of refusals) {
    const answer = await postTo(site, text, headers);
    assert.deepEqual([answer.status, problemOf(answer)], [status, problem]);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  }
  assert.equal(hotline.server.requests.length, before, 'What is refused here is handed on');

  for (const mode of ['hang up', 'html', 'redirect'] as const) {
    hotline.mode = mode;
    const answer = await postTo(site, body);
    assert.deepEqual(
      [answer.status, problemOf(answer), answer.headers.get('retry-after')],
      [503, 'unavailable', '5'],
      mode,
    );
    assert.equal(answer.headers.get('content-type'), 'application/problem+json');
  }
  assert.ok(!hotline.server.requests.some(({ path }) => path === '/elsewhere'), 'A redirect is followed');
  hotline.mode = 'wait';
  const { status, text, headers } = await postTo(site, body);
  assert.deepEqual(
    [status, text, headers.get('retry-after'), headers.get('x-inside')],
    [429, WAIT, '7', null],
  );
  hotline.mode = 'receive';
  // The report is not lost: it arrives when sent again.
  assert.equal((await postTo(site, body)).status, 201);

  await site.set({ relay: '' });
  assert.equal((await postTo(site, JSON.stringify(relayedReport()))).status, 404);
}

async function relayIsTheSitesOwn({ site, hotline }: Ground): Promise<void> {
  await site.set({ relay: '1' });
  const before = hotline.server.requests.length;
  const body = JSON.stringify(relayedReport());
  const post = async (headers: Record<string, string>): Promise<number> => {
    const [, key = ''] = /"submissionId":"([^"]*)"/.exec(body) ?? [];
    const all = { 'content-type': 'application/json', 'idempotency-key': key, ...headers };
    const address = `${site.origin}/wp-json/cliquez-signalez/v1/reports`;
    return (await fetch(address, { method: 'POST', headers: all, body })).status;
  };
  // Node's own fetch sends no origin; it declares the mode `cors`, and nothing about the site.
  assert.equal(await post({}), 403);
  assert.equal(await post({ 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(hotline.server.requests.length, before);
  assert.equal(await post({ 'sec-fetch-site': 'same-origin' }), 201);
  const ask = (headers: Record<string, string>) =>
    fetch(`${site.origin}/wp-json/cliquez-signalez/v1/challenge`, { headers });
  assert.equal((await ask({ origin: 'https://elsewhere.example' })).status, 403);
  assert.equal((await ask({ 'sec-fetch-site': 'cross-site' })).status, 403);
  assert.equal((await ask({})).status, 204);
}

const FLOODER = '203.0.113.7';

async function relayHoldsInFlood(t: TestContext, ground: Ground): Promise<void> {
  const { site, elsewhere } = ground;
  const memory = await giveMemory(site);
  const hotline = await startUpstream(t, () => [
    {
      id: 'gazette',
      origins: [site.origin],
      secretSha256: createHash('sha256').update(SECRET).digest('hex'),
      perHour: 7,
    },
  ]);
  elsewhere.push(hotline.endpoint, challengeOf(hotline));
  await site.set({ relay: '1', endpoint: hotline.endpoint });
  const from = (address: string, headers: Record<string, string> = {}): Promise<Posted> =>
    postTo(site, JSON.stringify(relayedReport()), { 'x-test-address': address, ...headers });
  const isVouchedFor = (): boolean => 'authorization' in hotline.server.requests.at(-1)!.headers;

  const vouched: boolean[] = [];
  for (let count = 0; count < 7; count++) {
    assert.equal((await from(FLOODER)).status, 201);
    vouched.push(isVouchedFor());
  }
  assert.deepEqual(vouched, [...Array<boolean>(5).fill(true), false, false]);
  await from('198.51.100.1');
  assert.ok(isVouchedFor());
  await site.php(
    `$_SERVER['REMOTE_ADDR'] = '${FLOODER}'; for ($i = 0; $i < 100; $i++) cliquez_signalez_count_visitor('report');`,
  );
  const before = hotline.server.requests.length;
  const refused = await from(FLOODER);
  assert.equal(refused.status, 429);
  assert.match(refused.text, /problem:slow-down/);
  assert.match(refused.headers.get('retry-after') ?? '', /^[1-9]\d{0,2}$/);
  assert.equal(hotline.server.requests.length, before);
  // Only the endpoint can judge a proof. The relay forwards this report without its secret.
  await from(FLOODER, { altcha: 'cHJvb2Y=' });
  assert.equal(hotline.server.requests.length, before + 1);
  assert.ok(!isVouchedFor());

  // When the partner's quota is used up anyway, the relay asks the next visitor for a proof.
  await from('198.51.100.2');
  await from('198.51.100.3');
  const asked = await fetch(`${site.origin}/wp-json/cliquez-signalez/v1/challenge`, {
    headers: { 'sec-fetch-site': 'same-origin', 'x-test-address': '198.51.100.4' },
  });
  assert.deepEqual([asked.status, asked.headers.get('content-type')], [200, 'application/json']);
  const challenge = (await asked.json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  const altcha = Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
  assert.equal((await from('198.51.100.4')).status, 201);
  assert.equal((await from('198.51.100.4', { altcha })).status, 201);
  assert.deepEqual(
    (await hotline.store.list()).slice(-2).map(({ trust }) => trust),
    ['low', 'normal'],
  );

  // The counter's store holds no address, neither as text nor as bytes, and the database holds nothing.
  const remembered = await readFile(memory, 'latin1');
  assert.ok(remembered.length > 100);
  assert.doesNotMatch(remembered, /203\.0\.113|cb007107|\u00cb\0q/i);
  const inDatabase = `global $wpdb; echo $wpdb->get_var("SELECT COUNT(*) FROM $wpdb->options
    WHERE option_value LIKE '%203.0.113%' OR option_name LIKE '%salt-%' OR option_name LIKE '%transient%cliquez%'");`;
  assert.equal(await site.php(inDatabase), '0');
  await takeMemory(site);
  await site.set({ endpoint: ground.hotline.endpoint });
}

async function tellsOfLogs({ site, desk }: Ground): Promise<void> {
  await site.set({ relay: '1' });
  const findings = (before = ''): Promise<string> =>
    site.php(`${before}
      foreach (apply_filters('site_status_tests', ['direct' => [], 'async' => []])['direct'] as $name => $test)
        if (str_contains($name, 'cliquez')) echo $name, ' ', call_user_func($test['test'])['status'], ' ';`);
  assert.equal(await findings(), 'cliquez_signalez_log recommended cliquez_signalez_count recommended ');
  const told = "define('CLIQUEZ_SIGNALEZ_ACCESS_LOG_OFF', true);";
  assert.match(await findings(told), /^cliquez_signalez_log good /);
  await desk.goto(`${site.origin}/wp-admin/options-privacy.php?tab=policyguide`);
  const guide = await desk.evaluate(() => document.body.textContent);
  assert.match(
    guide,
    /which does not keep them[^.]*\. As for any page, its access log notes your address and the time/,
  );
  await site.set({ relay: '' });
  assert.equal(await findings(), '');
}

async function placements({ site, browser }: Ground): Promise<void> {
  const html = async (address: string): Promise<string> => (await fetch(address)).text();
  const written = await site.publish(
    'Shortcodes',
    'Ici [cliquez_signalez variant="link" label="signaler <b>" theme="nuit" onclick="alert(1)" size="huge"] oui.\n\n[cliquez_signalez lang="fr"]\n\n[cliquez_signalez variant="floating" placement="middle-start"]',
  );
  const [link = '', button = '', floating = ''] =
    (await html(written)).match(/<cliquez-signalez .*?<\/cliquez-signalez>/g) ?? [];
  assert.match(link, / variant="link" theme="nuit" .*embed="wordpress"><span slot="label">signaler/);
  assert.doesNotMatch(link, /onclick|huge|<b>/);
  assert.match(button, /lang="fr".*Signaler un contenu illégal à Point de Contact/);
  assert.match(floating, / variant="floating" placement="middle-start"/);

  const post = await site.post('A post', 'Its text.');
  const page = await site.publish('A page', 'Its text.');
  const count = async (address: string): Promise<number> =>
    (await html(address)).match(/<cliquez-signalez /g)?.length ?? 0;
  const counts = async (): Promise<number[]> => Promise.all([post, page, site.origin].map(count));
  // The front page shows full posts, and so shows the article's block.
  assert.deepEqual(await counts(), [0, 0, 1]);
  await site.set({ placement: 'posts' });
  assert.deepEqual(await counts(), [1, 0, 1]);
  assert.match(await html(post), /Its text\.[^]*<cliquez-signalez /);
  await site.set({ placement: 'floating' });
  assert.deepEqual(await counts(), [1, 1, 2]);

  const visitor = await browser.newPage({ width: 1024, height: 700 });
  await visitor.goto(page);
  await tabToLauncher(visitor);
  await visitor.screenshot(`${PICTURES}/floating.png`);
  const gap = await visitor.evaluate((launcher) => {
    const { right, bottom } = document
      .querySelector('cliquez-signalez')!
      .renderRoot.querySelector(launcher)!
      .getBoundingClientRect();
    return [document.documentElement.clientWidth - right, innerHeight - bottom];
  }, LAUNCHER);
  assert.deepEqual(gap, [24, 24]);
  await visitor.press('Enter');
  await waitForView(visitor, en['s1.title']);
  await visitor.close();

  // A classic theme prints its head before it has read the page's text.
  await site.set({ placement: 'posts' });
  await useClassicTheme(site);
  const classic = await html(post);
  const order = [
    '/cliquez-signalez/page.css',
    'Its text.',
    '<cliquez-signalez ',
    'assets/cliquez-signalez.js?ver=',
  ];
  const places = order.map((part) => classic.indexOf(part));
  assert.ok(!places.includes(-1), `Missing: ${order[places.indexOf(-1)]}`);
  assert.deepEqual(
    places.toSorted((a, b) => a - b),
    places,
  );
  await site.php("switch_theme('twentytwentyfive');");

  // A feed has no scripts, so it shows the link only.
  await site.set({ placement: 'none' });
  await site.post('In a feed', '[cliquez_signalez]');
  const feed = await html(`${site.origin}/?feed=rss2`);
  assert.doesNotMatch(feed, /<cliquez-signalez/);
  assert.match(feed, /Report illegal content to Point de Contact/);
}

async function choosesPractice({ site, hotline }: Ground): Promise<void> {
  const elements = async (content: string): Promise<string[]> => {
    const html = await (await fetch(await site.publish('Formation', content))).text();
    return html.match(/<cliquez-signalez .*?>/g) ?? [];
  };
  const blocks = [
    '{"practice":true,"flow":"page"}',
    '{"flow":"steps"}',
    '{"practice":false,"label":"practice"}',
  ];
  const shortcodes = [
    'practice="1" flow="page"',
    'practice',
    'practice="false" flow="pages"',
    'label="practice" category="unsure"',
  ];
  const made = await elements(
    [
      ...blocks.map((attributes) => `<!-- wp:cliquez-signalez/button ${attributes} /-->`),
      ...shortcodes.map((attributes) => `[cliquez_signalez ${attributes}]`),
    ].join('\n\n'),
  );
  assert.deepEqual(
    made.map((element) => [/ flow="(.*?)"/.exec(element)?.[1], / practice(?=[ >])/.test(element)]),
    [
      ['page', true],
      ['steps', false],
      [undefined, false],
      ['page', true],
      [undefined, true],
      [undefined, false],
      [undefined, false],
    ],
  );
  const views = await elements(
    ['view="follow-up" label="Suivre"', 'view="suite"', 'follow-up="https://evil.example/"']
      .map((one) => `[cliquez_signalez ${one}]`)
      .join('\n\n'),
  );
  assert.deepEqual(
    views.map((element) => / view="(.*?)"/.exec(element)?.[1]),
    ['follow-up', undefined, undefined],
  );
  assert.doesNotMatch(views.join(), /evil/);
  const easy = await elements(
    ['easy="1"', 'easy', 'easy="no"', 'label="easy"'].map((one) => `[cliquez_signalez ${one}]`).join('\n\n'),
  );
  assert.deepEqual(
    easy.map((element) => / easy(?=[ >])/.test(element)),
    [true, true, false, false],
  );
  // The site keeps its destination: the same attributes serve the other buttons.
  for (const element of made) assert.match(element, /^<cliquez-signalez endpoint="/);
  for (const element of made) assert.ok(element.includes(` follow-up="${followUpOf(hotline)}"`), element);

  // What is no clear yes leaves a form that sends.
  const values = "[true, '1', 'true', 'practice', false, 'false', '0', 'no', 'yes', '', 1, ['1'], null]";
  const understood = await site.php(
    `echo json_encode(array_map(fn($value) => isset(cliquez_signalez_widget()->taken(cliquez_signalez_written(['practice' => $value]))['practice']), ${values}));`,
  );
  assert.deepEqual(JSON.parse(understood), [
    ...Array<boolean>(4).fill(true),
    ...Array<boolean>(9).fill(false),
  ]);
  const settings = Object.keys(await stored(site));
  assert.ok(settings.includes('endpoint'));
  assert.deepEqual(
    settings.filter((name) => /practice|flow/.test(name)),
    [],
  );
}

async function useClassicTheme(site: PluginSite): Promise<void> {
  const folder = join(site.folder, 'wp-content/themes/classic');
  await mkdir(folder);
  await writeFile(join(folder, 'style.css'), '/* Theme Name: Classic */');
  await writeFile(
    join(folder, 'index.php'),
    '<!doctype html><html <?php language_attributes(); ?>><head><?php wp_head(); ?></head><body>' +
      '<?php while (have_posts()) { the_post(); the_content(); } wp_footer(); ?></body></html>',
  );
  await site.php("switch_theme('classic');");
}

async function keepsRoom({ site, browser }: Ground): Promise<void> {
  const css = await (await fetch(`${site.origin}/wp-content/plugins/cliquez-signalez/page.css`)).text();
  const page = await browser.newPage();
  await page.goto(`${site.origin}/?feed=rss2`);
  await page.goto('about:blank');
  for (const width of [639, 640]) {
    await page.setViewport({ width, height: 600 });
    const cases = PRESET_NAMES.flatMap((preset) =>
      VARIANTS.flatMap((variant) =>
        [undefined, ...SIZES].map((size) => ({ ...DEFAULT_THEME, preset, variant, size })),
      ),
    );
    const wanted = cases.map((theme) => reservedRoom(theme, width));
    const kept = await page.evaluate(
      (given: readonly { preset: string; variant: string; size?: string }[], style: string) => {
        document.body.innerHTML = `<style>${style}</style>`;
        return given.map(({ preset, variant, size }) => {
          const element = document.createElement('cliquez-signalez');
          for (const [name, value] of Object.entries({ theme: preset, variant, size: size ?? '' }))
            if (value) element.setAttribute(name, value);
          document.body.append(element);
          const { position, display, minBlockSize } = getComputedStyle(element);
          return position === 'absolute'
            ? `position: ${position}`
            : `display: ${display}; min-block-size: ${minBlockSize}`;
        });
      },
      cases.map(({ preset, variant, size }) => ({ preset, variant, ...(size && { size }) })),
      css,
    );
    assert.deepEqual(kept, wanted);
  }
  await page.close();
}

/** Names of themes and languages, which are the same in each language. */
const DEFAULT_NAMES = [...PRESET_NAMES, ...LANGUAGES.map(({ name }) => name)];

/** Every text and hint of the page of settings. */
const wordsOfSettings = (desk: Page): Promise<string[]> =>
  desk.evaluate(() => {
    const wrap = document.querySelector('.wrap')!;
    const walker = document.createTreeWalker(wrap, NodeFilter.SHOW_TEXT);
    const words: string[] = [];
    while (walker.nextNode()) words.push(walker.currentNode.textContent!.trim());
    for (const element of wrap.querySelectorAll<HTMLInputElement>('[placeholder], [type=submit]'))
      words.push(element.placeholder, element.type === 'submit' ? element.value : '');
    return words.filter((word) => /\p{L}/u.test(word));
  });

async function speaksFrench({ site, desk, browser }: Ground): Promise<void> {
  const page = await site.publish('Bouton', '[cliquez_signalez]');
  const visit = async (): Promise<string> => {
    const visitor = await browser.newPage();
    await visitor.goto(page);
    await tabToLauncher(visitor);
    const shown = await visitor.evaluate(() => {
      const widget = document.querySelector('cliquez-signalez')!;
      return `${widget.getAttribute('lang')}: ${widget.querySelector('a')!.textContent}`;
    });
    await visitor.close();
    return shown;
  };
  assert.equal(await visit(), 'null: Report illegal content to Point de Contact');
  await site.set({ language: 'fr' });
  assert.equal(await visit(), 'fr: Signaler un contenu illégal à Point de Contact');
  await site.set({ language: 'site' });

  // The site's own language may be unknown to WordPress.
  await mkdir(join(site.folder, 'wp-content/languages'), { recursive: true });
  await writeFile(
    join(site.folder, 'wp-content/languages/fr_FR.l10n.php'),
    "<?php return ['messages' => []];",
  );
  await site.php("update_option('WPLANG', 'fr_FR');");
  assert.equal(await visit(), 'null: Signaler un contenu illégal à Point de Contact');
  await desk.goto(`${site.origin}/wp-admin/options-general.php?page=cliquez-signalez`);
  await desk.screenshot(`${PICTURES}/settings-fr.png`);
  const french = await wordsOfSettings(desk);
  // The account has its own language, as an editor of another country would.
  await site.php("update_user_meta(1, 'locale', 'en_US');");
  await desk.goto(`${site.origin}/wp-admin/options-general.php?page=cliquez-signalez`);
  const english = new Set(await wordsOfSettings(desk));
  await site.php("delete_user_meta(1, 'locale');");
  assert.ok(english.size > 60);
  // WordPress's own words have no French here, which is a file that is empty.
  const names = ['Cliquez, Signalez !', 'Save Changes', 'Français', 'English', ...DEFAULT_NAMES];
  assert.deepEqual(
    french.filter((word) => english.has(word) && !names.includes(word)),
    [],
  );
  const text = french.join(' ');
  assert.match(text, /L’accord du service de signalement d’abord\./);
  // The page provides the words of the editor's script.
  const cookie = await cookiesOf(desk);
  const answer = await fetch(`${site.origin}/wp-admin/post-new.php`, { headers: { cookie } });
  const editor = (await answer.text()).replace(/\\u([\da-f]{4})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  assert.match(editor, /"Text of the button":\["Texte du bouton"\]/);
  assert.match(editor, new RegExp(`"unsure":"${fr['cat.unsure']}"`));
  assert.match(editor, /"description":"Un bouton avec lequel/);
}

/** The languages whose files a page names, in order, with « widget » for the widget's own. */
const loadedBy = (html: string): string[] =>
  [...html.matchAll(/<script type="module" src="[^"]*\/assets\/(?:locales\/)?([\w-]+)\.js/g)].map(
    ([, name]) => (name === 'cliquez-signalez' ? 'widget' : name!),
  );

async function offersLanguages({ site, desk, browser }: Ground): Promise<void> {
  const settings = `${site.origin}/wp-admin/options-general.php?page=cliquez-signalez`;
  await desk.goto(settings);
  const boxes = await desk.evaluate(() =>
    [...document.querySelectorAll('.cliquez-signalez-languages label')].map((label) =>
      label.textContent.trim(),
    ),
  );
  assert.equal(boxes.length, 28);
  assert.deepEqual(boxes.slice(0, 3), ['Français', 'English', 'العربية – ébauche']);
  assert.deepEqual(
    await saveSettings(desk, { 'languages-fr': true, 'languages-ar': true, 'languages-de': true }),
    ['Settings saved.'],
  );
  assert.equal((await stored(site))['languages'], 'fr ar de');
  await desk.evaluate("document.querySelector('.cliquez-signalez-languages').scrollIntoView()");
  await desk.screenshot(`${PICTURES}/settings-languages.png`);
  // A forged box is refused, and the old ones stay.
  await desk.evaluate("document.querySelector('#cliquez-signalez-languages-mt').value = 'xx'");
  assert.match(
    (await saveSettings(desk, { 'languages-mt': true })).join(),
    /^Cette version ne connaît pas l’une/,
  );
  assert.equal((await stored(site))['languages'], 'fr ar de');

  const source = async (address: string): Promise<string> => (await fetch(address)).text();
  const languagesOf = (html: string): (string | undefined)[] =>
    (html.match(/<cliquez-signalez .*?>/g) ?? []).map((element) => / languages="(.*?)"/.exec(element)?.[1]);
  const page = await site.publish(
    'Langues',
    '[cliquez_signalez] [cliquez_signalez languages="de, FR"] [cliquez_signalez languages="de uk xx"] [cliquez_signalez languages="de&quot; onclick=x"]',
  );
  const html = await source(page);
  assert.deepEqual(loadedBy(html), ['ar', 'de', 'widget']);
  assert.deepEqual(languagesOf(html), ['fr ar de', 'de fr', undefined, 'fr ar de']);
  assert.doesNotMatch(html, /onclick=x/);

  const visitor = await browser.newPage({ width: 1024, height: 900 });
  await visitor.goto(page);
  await tabToLauncher(visitor);
  await visitor.press('Enter');
  await waitForView(visitor, fr['s1.title']);
  await visitor.evaluate(() => {
    const root = document.querySelector('cliquez-signalez')!.renderRoot;
    root.querySelector<HTMLElement>('.language[lang=de]')!.click();
  });
  await waitForView(visitor, de['s1.title']);
  const asked = await visitor.evaluate(() =>
    performance.getEntriesByType('resource').flatMap(({ name }) => /locales\/(\w+)/.exec(name)?.[1] ?? []),
  );
  assert.deepEqual([...new Set(asked)].toSorted(), ['ar', 'de']);
  await visitor.close();

  // The link speaks the site's language, also where its file is not loaded.
  await site.set({ languages: '' });
  await writeFile(
    join(site.folder, 'wp-content/languages/de_DE.l10n.php'),
    "<?php return ['messages' => []];",
  );
  await site.php("update_option('WPLANG', 'de_DE');");
  const german = await source(page);
  assert.deepEqual(loadedBy(german), ['widget']);
  assert.deepEqual(languagesOf(german), [undefined, undefined, undefined, undefined]);
  assert.match(german, / lang="de">Illegale Inhalte an Point de Contact melden<\/a>/);
  await site.set({ language: 'nl' });
  const dutch = await source(page);
  assert.deepEqual(loadedBy(dutch), ['nl', 'widget']);
  assert.match(dutch, / lang="nl".*?>Illegale inhoud melden bij Point de Contact<\/a>/);
  await site.set({ language: 'site' });
  await site.php("update_option('WPLANG', 'fr_FR');");
}

async function waitsForHotline({ site, hotline }: Ground, article: string): Promise<void> {
  await site.set({ size: 'l', challenge: 'https://hotline.example/v1/challenge' });
  assert.match(
    await (await fetch(await site.publish('Sizes', '[cliquez_signalez]'))).text(),
    /<cliquez-signalez [^>]* challenge="https:\/\/hotline\.example\/v1\/challenge" [^>]*size="l"/,
  );
  await site.set({ size: '', challenge: '' });
  for (const [missing, value] of [
    ['hotline_url', HOTLINE],
    ['endpoint', hotline.endpoint],
  ] as const) {
    await site.set({ [missing]: '' });
    assert.doesNotMatch(await (await fetch(article)).text(), /<cliquez-signalez|wp-block-cliquez/, missing);
    await site.set({ [missing]: value });
    assert.match(await (await fetch(article)).text(), /<cliquez-signalez endpoint=/, missing);
  }
}

/** A page with a colour has a link to a style sheet of this site, and no style of its own. [10] */
async function dressesWithoutInline({ site, desk }: Ground): Promise<void> {
  const page = await site.publish('Couleur', '[cliquez_signalez]');
  const sheetOf = async (accent: string): Promise<string | undefined> => {
    await site.set({ accent });
    const html = await (await fetch(page)).text();
    assert.doesNotMatch(html, /<style[^>]*>[^<]*--cs-accent/);
    return /href='([^']*\/uploads\/cliquez-signalez\/[^']*)'/.exec(html)?.[1];
  };
  const blue = await sheetOf('#0b5cff');
  assert.equal(await (await fetch(blue!)).text(), 'cliquez-signalez { --cs-accent: #0b5cff }\n');
  const green = await sheetOf('#0a7d3c');
  assert.match(await (await fetch(green!)).text(), /#0a7d3c/);
  assert.equal((await fetch(blue!)).status, 404);
  // A file that is gone, as after an upgrade, is there again once somebody administers the site.
  const folder = join(site.folder, 'wp-content/uploads/cliquez-signalez');
  await rm(folder, { recursive: true });
  assert.equal((await fetch(green!)).status, 404);
  await desk.goto(`${site.origin}/wp-admin/options-general.php?page=cliquez-signalez`);
  assert.equal((await fetch(green!)).status, 200);
  assert.equal(await sheetOf(''), undefined);
  assert.equal((await fetch(green!)).status, 404);
  // A site that cannot keep the colour says so.
  await rm(folder, { recursive: true });
  await writeFile(folder, 'no folder');
  assert.match((await saveSettings(desk, { accent: '#0b5cff' })).join(), /ne peut pas écrire/);
  assert.equal((await stored(site))['accent'], '');
  await rm(folder);
}

/** The requirements of src/plugins/cms/README.md for every plugin, in every engine. The site is in French by now. */
async function holdsToTheList(t: TestContext, { site, browser }: Ground): Promise<void> {
  const receiver = await startReceiver();
  try {
    await site.set({ endpoint: receiver.url + DEFAULT_PATH, accent: '#0b5cff', partner: '', country: 'FR' });
    const address = await site.publish(
      'Partout',
      '<!-- wp:cliquez-signalez/button {"variant":"bar"} /--><p>Un texte.</p>[cliquez_signalez size="l"]',
    );
    const made = { address, embed: 'wordpress', country: 'FR', lang: 'fr', hasOwnInline: true } as const;
    for (const engine of ENGINES) {
      const visitors = engine === 'chromium' ? browser : await launch(engine);
      try {
        await visitAndReport(t, visitors, made, receiver);
      } finally {
        if (visitors !== browser) await visitors.close();
      }
    }
  } finally {
    await receiver.stop();
  }
}
