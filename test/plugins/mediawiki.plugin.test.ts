// The MediaWiki extension in a real MediaWiki: an administrator unpacks it, writes LocalSettings.php and reads the special
// page, an author puts it into a page, and visitors use it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import german from '../../src/words/locales/de.json' with { type: 'json' };
import { packMediaWikiExtension } from '../../src/plugins/mediawiki/package.ts';
import { DEFAULT_PATH, followUpPathOf } from '../../src/receiver/protocol/paths.ts';
import { temporaryFolder } from '../receiver/harness.ts';
import { launch, pairWith, type Browser, type Page } from '../setup/browsers.ts';
import { startMediaWiki, type TestMediaWiki } from './setup/mediawiki.ts';
import { startReceiver } from '../setup/receiver.ts';
import { PATIENT } from '../setup/site.ts';
import { changeLanguage, shortfalls, visitAndReport, type MadePage } from './expectations.ts';

const HOTLINE_URL = 'https://hotline.example/signaler';
const MADE = { embed: 'other_cms', country: 'FR', lang: 'fr', hasOwnInline: true } as const;
// The name of a hotline may contain any character.
const HOTLINE = 'L’écoute "<b>&';
const LINK = `<a href="${HOTLINE_URL}" rel="noreferrer" lang="fr">Signaler un contenu illégal à L’écoute &quot;&lt;b&gt;&amp;</a>`;
const ARTICLE = 'Avant <cliquez-signalez /> après.';

test('a MediaWiki takes the extension, shows it to authors and visitors, and gives it back', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const wiki = await startMediaWiki();
  t.after(() => wiki.stop());
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const admin = await signIn(browser, wiki);
  const article = await wiki.publish('Article', ARTICLE);
  const right = {
    Endpoint: ` ${receiver.url}${DEFAULT_PATH} `,
    Hotline: HOTLINE,
    HotlineUrl: HOTLINE_URL,
    Country: 'FR',
    Theme: 'presse',
    FollowUp: `${receiver.url}${followUpPathOf(DEFAULT_PATH)}`,
  };
  const set = (settings: Readonly<Record<string, string | readonly string[]>>): Promise<void> =>
    wiki.configure(lines(settings));

  await t.test('an administrator unpacks its archive and loads it', async (t2) => {
    assert.match(await source(article), /&lt;cliquez-signalez/);
    const archive = join(await temporaryFolder(t2), 'extension.tgz');
    writeFileSync(archive, packMediaWikiExtension());
    execFileSync('tar', ['-xzf', archive, '-C', join(wiki.folder, 'site/extensions')]);
    await set({});
    assert.match(await source(wiki.address('Special:Version')), /CliquezSignalez/);
  });

  await t.test('nobody sees anything before it is set up', async () => {
    const html = await source(article);
    assert.doesNotMatch(html, /cliquez-signalez/);
    assert.match(html, /Avant\s+après/);
  });

  await t.test('what cannot work is told to administrators in words, and not used', async () => {
    await set({
      ...right,
      Endpoint: 'http://hotline.example/v1/reports',
      HotlineUrl: 'javascript:alert(1)',
      Country: 'France',
      Placement: 'top',
    });
    const said = await special(admin, wiki);
    assert.match(said, /^Avant d’intégrer\s: le service de signalement doit accepter/m);
    assert.match(said, /Les visiteurs ne voient encore rien/);
    assert.match(
      said,
      /\$wgCliquezSignalezEndpoint\|http:\/\/hotline.*\|L’adresse commence par https:\/\/\. Avec/,
    );
    assert.match(
      said,
      /\$wgCliquezSignalezHotlineUrl\|javascript:.*\|L’adresse commence par https:\/\/ ou http/,
    );
    assert.match(said, /\$wgCliquezSignalezCountry\|France\|Le pays s’écrit en deux lettres, comme FR\./);
    assert.match(said, /\$wgCliquezSignalezPlacement\|top\|Cette valeur n’est pas l’une de celles/);
    assert.match(said, /\$wgCliquezSignalezPrivacyUrl\|non réglé\|$/m);
    await admin.screenshot('.screenshots/chromium/cms/mediawiki-refused.png');
    assert.doesNotMatch(await source(article), /<cliquez-signalez/);
    await set({ ...right, Country: 'France' });
    assert.deepEqual(elements(await source(article)).length, 1);
    assert.doesNotMatch(await source(article), / country=/);
  });

  await t.test('what is right is shown at once, also on pages that were kept', async () => {
    await set({});
    assert.doesNotMatch(await source(article), /<cliquez-signalez/);
    await set(right);
    assert.match(await source(article), /<cliquez-signalez/);
    const said = await special(admin, wiki);
    assert.match(said, /Les visiteurs voient le bouton\./);
    assert.ok(said.includes(`$wgCliquezSignalezHotline|${HOTLINE}|`));
    await admin.screenshot('.screenshots/chromium/cms/mediawiki-settings.png');
  });

  await t.test('administrators alone read the settings', async () => {
    const stranger = await source(wiki.address('Special:CliquezSignalez'));
    assert.match(stranger, /Administrateurs/);
    assert.doesNotMatch(stranger, /wgCliquezSignalezEndpoint/);
  });

  await t.test('an author sees it in the preview, and sends nothing from there', async () => {
    await admin.goto(wiki.address('Gazette', 'edit'));
    await admin.evaluate(() => {
      document.querySelector<HTMLTextAreaElement>('#wpTextbox1')!.value =
        'Bonjour <cliquez-signalez>\n</cliquez-signalez>\n\n' +
        '<cliquez-signalez variant=bar theme="nuit" onclick="x()" endpoint="https://evil.example/" size=xl />';
    });
    await press(admin, '#wpPreview');
    await admin.waitFor(
      "Boolean(document.querySelector('#wikiPreview cliquez-signalez')?.renderRoot)",
      PATIENT,
    );
    const preview = await admin.evaluate(() => ({
      inert: [...document.querySelectorAll<HTMLElement>('#wikiPreview cliquez-signalez')].map(
        ({ inert }) => inert,
      ),
      remark: document.querySelector('#wikiPreview .mw-parser-output strong')?.textContent,
    }));
    assert.deepEqual(preview.inert, [true, true]);
    assert.match(
      preview.remark!,
      /^«\sCliquez, Signalez\s!\s» ne tient pas compte de\s: onclick, endpoint, size\.$/,
    );
    await admin.screenshot('.screenshots/chromium/cms/mediawiki-preview.png');
    await press(admin, '#wpSave');
    assert.doesNotMatch(await source(wiki.address('Gazette')), / inert|ne tient pas compte/);
  });

  const made: MadePage = { ...MADE, address: wiki.address('Gazette') };
  for (const engine of pairWith('webkit')) {
    await t.test(`${engine}: a visitor finds all that is expected, and sends a report`, async (t2) => {
      const visitors = engine === 'chromium' ? browser : await launch(engine);
      if (visitors !== browser) t2.after(() => visitors.close());
      await visitAndReport(t2, visitors, made, receiver);
    });
  }

  await t.test('whatever an author or an administrator writes stays text', async () => {
    const widgets = elements(await source(made.address));
    assert.equal(widgets.length, 2);
    for (const widget of widgets) {
      assert.ok(widget.endsWith(`>${LINK}</cliquez-signalez>`), widget);
      assert.ok(widget.includes(` endpoint="${receiver.url}${DEFAULT_PATH}"`), widget);
      assert.ok(widget.includes(` follow-up="${receiver.url}${followUpPathOf(DEFAULT_PATH)}"`), widget);
      assert.doesNotMatch(widget, /onclick|evil|size="xl"| inert/);
    }
    assert.match(widgets[0]!, / theme="presse"/);
    assert.match(widgets[1]!, / variant="bar".* theme="nuit"/);
  });

  await t.test('practice is a choice of one button, and only a clear yes', async () => {
    const cases: [written: string, practice: boolean, flow?: string][] = [
      ['practice', true],
      ['variant=bar practice flow="page"', true, 'page'],
      ['PRACTICE', true],
      ["practice='1'", true],
      ['practice=true', true],
      ['practice="false"', false],
      ['practice="no" flow', false],
      ['', false],
      ['url="https://exemple.fr/practice"', false],
      ['theme="a practice b"', false],
    ];
    const page = await wiki.publish(
      'Formation',
      cases.map(([written]) => `<cliquez-signalez ${written} />`).join('\n\n'),
    );
    const widgets = elements(await source(page));
    assert.deepEqual(
      widgets.map((widget, index) => [
        cases[index]![0],
        / practice=""/.test(widget),
        ...(/ flow="(.*?)"/.exec(widget)?.slice(1) ?? []),
      ]),
      cases,
    );
  });

  await t.test('what has no scripts has the link', async () => {
    const api = await source(
      `${wiki.origin}/api.php?action=parse&page=Article&prop=text&format=json&formatversion=2`,
    );
    const { parse } = JSON.parse(api) as { parse: { text: string } };
    assert.ok(parse.text.includes(LINK));
    assert.doesNotMatch(parse.text, /<script/);
    for (const feed of ['Special:NewPages', 'Special:RecentChanges'])
      assert.doesNotMatch(await source(`${wiki.address(feed)}&feed=atom`), /<cliquez-signalez|other_cms/);
  });

  await t.test(
    'a wiki with a policy lets reports go where they are received, and to no other address',
    async () => {
      const policy = async (address: string): Promise<string> =>
        (await fetch(address)).headers.get('content-security-policy')!;
      const plain = await wiki.publish('Policy', 'Rien à signaler.');
      const strict = "$wgCSPHeader = [ 'default-src' => true ];\n";
      // MediaWiki takes every port of its own host for itself.
      const origin = receiver.url.replace('127.0.0.1', 'localhost');
      const elsewhere = { ...right, Endpoint: origin + DEFAULT_PATH, FollowUp: '' };
      await wiki.configure(strict + lines(elsewhere));
      assert.match(await policy(article), new RegExp(`default-src [^;]* ${origin}[ ;]`));
      assert.ok(!(await policy(plain)).includes(origin));
      await wiki.configure(strict + lines({ ...elsewhere, Placement: 'end' }));
      assert.match(await policy(plain), new RegExp(`default-src [^;]* ${origin}[ ;]`));
      assert.ok(!(await policy(wiki.address('Special:RecentChanges'))).includes(origin));
      const visitor = await browser.newPage();
      await visitor.goto(article);
      const widget = "document.querySelector('cliquez-signalez')";
      await visitor.waitFor(`Boolean(${widget}?.renderRoot)`, PATIENT);
      const found = await visitor.evaluate<{ code: string }[]>(
        `${widget}.check().then(({ findings }) => findings)`,
      );
      assert.deepEqual(
        found.filter(({ code }) => code.includes('csp')),
        [],
      );
      await visitor.close();
      await set(right);
    },
  );

  await t.test('on every page, it stands wherever somebody reads, and nowhere else', async (t2) => {
    const plain = await wiki.publish('Plain', 'Rien à signaler.');
    assert.doesNotMatch(await source(plain), /CliquezSignalez/);
    await set({ ...right, Placement: 'bottom-start' });
    const floating: MadePage = { ...MADE, address: plain };
    assert.match(elements(await source(plain))[0]!, / variant="floating" placement="bottom-start"/);
    assert.equal(elements(await source(wiki.address('Special:RecentChanges'))).length, 1);
    for (const other of [wiki.address('Plain', 'edit'), wiki.address('Special:UserLogin')])
      assert.doesNotMatch(await source(other), /<cliquez-signalez|cliquez-signalez\.js/);
    assert.deepEqual(await shortfalls(t2, browser, floating, receiver), []);
    await set({ ...right, Placement: 'end' });
    assert.match(elements(await source(plain))[0]!, / variant="bar"/);
    assert.deepEqual(elements(await source(wiki.address('Special:RecentChanges'))), []);
    assert.deepEqual(await shortfalls(t2, browser, floating, receiver), []);
    await set({ ...right, Placement: 'middle-end' });
    assert.doesNotMatch(elements(await source(article))[0]!, /placement/);
  });

  await t.test('it speaks the language of the wiki, or the one that is set', async (t2) => {
    const inEnglish = "$wgLanguageCode = 'en';\n";
    await wiki.configure(inEnglish + lines(right));
    assert.deepEqual(await shortfalls(t2, browser, { ...made, lang: 'en' }, receiver), []);
    assert.match(await source(article), / lang="en">Report illegal content to L’écoute/);
    await wiki.configure(inEnglish + lines({ ...right, Country: 'France' }));
    await admin.goto(`${wiki.address('Special:CliquezSignalez')}&uselang=en`);
    const text = await admin.evaluate<string>("document.querySelector('#mw-content-text').textContent");
    assert.match(text, /Before you embed it: the hotline has to agree/);
    assert.match(text, /The country is two letters, such as FR\./);
    await wiki.configure(inEnglish + lines({ ...right, Lang: 'fr' }));
    assert.match(elements(await source(article))[0]!, / lang="fr".* lang="fr">Signaler/);
  });

  await t.test('pages load the languages that are set, and offer them; no others', async () => {
    await set({ ...right, Languages: ['fr', 'uk', 'de'] });
    const some = await wiki.publish(
      'Langues',
      ['', 'languages="de FR it"', 'languages="de"', 'languages="de;x"']
        .map((written) => `<cliquez-signalez ${written} />`)
        .join('\n\n'),
    );
    const html = await source(some);
    assert.deepEqual(
      elements(html).map((widget) => / languages="(.*?)"/.exec(widget)?.[1]),
      ['fr uk de', 'de fr', undefined, 'fr uk de'],
    );
    assert.deepEqual(
      [...html.matchAll(/<script type="module" src="[^"]*widget\/([\w/-]+)\.js\?v=\w+"/g)].map(
        ([, name]) => name,
      ),
      ['locales/uk', 'locales/de', 'cliquez-signalez'],
    );
    await changeLanguage(browser, some, 'de', german['s1.title']);
    await set({ ...right, Languages: ['fr', 'xx'] });
    assert.match(
      await special(admin, wiki),
      /Languages\|fr xx\|Cette version ne connaît pas l’une de ces langues/,
    );
    assert.doesNotMatch(await source(some), /widget\/locales| languages="/);
  });

  await t.test('every word is there in both languages', () => {
    const [fr, en, qqq] = ['fr', 'en', 'qqq'].map((lang) => words(wiki, lang));
    assert.deepEqual(Object.keys(fr!), Object.keys(en!));
    assert.deepEqual(Object.keys(qqq!), Object.keys(en!));
    const same = Object.keys(fr!).filter((key) => fr![key]!.replace('\u{a0}', ' ') === en![key]);
    assert.deepEqual(same, ['cliquezsignalez']);
    for (const value of Object.values(fr!)) assert.doesNotMatch(value, /'|"| [:;!?»]|« |\.\.\./);
  });

  await t.test('its line and its folder go, and nothing stays', async () => {
    await wiki.configure('');
    rmSync(join(wiki.folder, 'site/extensions/CliquezSignalez'), { recursive: true });
    const html = await source(made.address);
    assert.match(html, /&lt;cliquez-signalez/);
    assert.doesNotMatch(html, /<cliquez-signalez|cliquez-signalez\.js|reserve\.css/);
    const { folder } = wiki;
    const left = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => !/^data\/|^site\/(?:resources|skins)\//.test(name))
      .filter((name) => statSync(join(folder, name)).isFile())
      .filter(
        (name) =>
          /cliquez/i.test(name) || /cliquez.?signalez/i.test(readFileSync(join(folder, name), 'utf8')),
      );
    assert.deepEqual(left, []);
    const tables = await wiki.php(
      "$db = MediaWiki\\MediaWikiServices::getInstance()->getConnectionProvider()->getReplicaDatabase(); echo implode(' ', preg_grep('/cliquez/i', $db->listTables()));",
    );
    assert.equal(tables.trim(), '');
  });

  assert.equal(wiki.complaints(), '');
});

const source = async (address: string): Promise<string> => (await fetch(address)).text();

const elements = (html: string): string[] => html.match(/<cliquez-signalez\b.*?<\/cliquez-signalez>/gs) ?? [];

/** Lines of LocalSettings.php: the extension with these settings. */
function lines(settings: Readonly<Record<string, string | readonly string[]>>): string {
  const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
  const assignments = Object.entries(settings).map(([name, value]) => {
    const php = typeof value === 'string' ? quote(value) : `[${value.map(quote).join(', ')}]`;
    return `$wgCliquezSignalez${name} = ${php};\n`;
  });
  return `wfLoadExtension( 'CliquezSignalez' );\n${assignments.join('')}`;
}

/** Opens the wiki as its administrator. */
async function signIn(browser: Browser, wiki: TestMediaWiki): Promise<Page> {
  const page = await browser.newPage({ width: 1280, height: 900 });
  await page.goto(wiki.address('Special:UserLogin'));
  await page.evaluate(({ name, password }: TestMediaWiki['admin']) => {
    document.querySelector<HTMLInputElement>('#wpName1')!.value = name;
    document.querySelector<HTMLInputElement>('#wpPassword1')!.value = password;
  }, wiki.admin);
  await press(page, '#wpLoginAttempt');
  return page;
}

/** Presses a button that leads to another page, and waits for that page. */
async function press(page: Page, selector: string): Promise<void> {
  await page.evaluate((button: string) => {
    document.documentElement.dataset['left'] = '';
    document.querySelector<HTMLElement>(button)!.click();
  }, selector);
  await page.waitFor(
    "!('left' in document.documentElement.dataset) && document.readyState === 'complete'",
    PATIENT,
  );
}

/** What the special page says: sentences, and rows with `|` between their cells. */
async function special(page: Page, wiki: TestMediaWiki): Promise<string> {
  await page.goto(wiki.address('Special:CliquezSignalez'));
  return page.evaluate(() =>
    [...document.querySelectorAll('#mw-content-text p, #mw-content-text tr')]
      .map((each) =>
        each instanceof HTMLTableRowElement
          ? [...each.cells].map(({ textContent }) => textContent).join('|')
          : each.textContent,
      )
      .join('\n'),
  );
}

/** The texts of a language. */
function words({ folder }: TestMediaWiki, lang: string): Record<string, string> {
  const file = join(folder, `site/extensions/CliquezSignalez/i18n/${lang}.json`);
  const { '@metadata': _, ...texts } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  return texts;
}
