// The DokuWiki plugin in a real DokuWiki: an administrator installs, configures and removes it in a browser, an author
// writes it into a page, and visitors use it.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { named, seek } from '../../demo/gallery/driver.ts';
import { packPlugin } from '../../src/plugins/dokuwiki/package.ts';
import { DEFAULT_PATH, followUpPathOf } from '../../src/receiver/protocol/paths.ts';
import { PATIENT } from '../setup/site.ts';
import { temporaryFolder } from '../receiver/harness.ts';
import { launch, pairWith, type Browser } from '../setup/browsers.ts';
import { startDokuWiki, type TestDokuWiki } from './setup/dokuwiki.ts';
import german from '../../src/words/locales/de.json' with { type: 'json' };
import { startReceiver } from '../setup/receiver.ts';
import {
  messages,
  nextSecond,
  PLUGIN,
  press,
  save,
  signIn,
  text,
  tick,
  upload,
  write,
} from './dokuwiki-admin.ts';
import { changeLanguage, shortfalls, visitAndReport, type MadePage } from './expectations.ts';

const HOTLINE_URL = 'https://hotline.example/signaler';
const MADE = { embed: 'other_cms', country: 'FR', lang: 'fr', hasOwnInline: true } as const;
// The name of a hotline may contain any character.
const HOTLINE = 'L’écoute "<b>&';

test('a DokuWiki takes the plugin, shows it to authors and visitors, and gives it back', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const wiki = await startDokuWiki({ lang: 'fr' });
  t.after(() => wiki.stop());
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const admin = await signIn(browser, wiki);
  const article = await wiki.publish('article', '====== Article ======\n\nAvant <cliquez-signalez> après.\n');

  await t.test('the Extension Manager installs its archive', async (t2) => {
    const archive = packPlugin(await temporaryFolder(t2));
    await upload(admin, wiki, archive);
    assert.match(await messages(admin), new RegExp(PLUGIN));
  });

  await t.test('nobody sees anything before it is set up', async () => {
    assert.doesNotMatch(await source(article), /<cliquez-signalez|cliquez-signalez\.js/);
    assert.match(await source(article), /Avant\s*<\/p>\s*<p>\s*après/);
  });

  await t.test(
    'the Configuration Manager refuses what cannot work, in words, and keeps what was there',
    async () => {
      await save(admin, wiki, {
        endpoint: 'http://hotline.example/v1/reports',
        hotlineurl: 'javascript:alert(1)',
        country: 'France',
        followup: 'http://hotline.example/v1/follow-up',
        hotline: HOTLINE,
      });
      const said = await messages(admin);
      assert.match(
        said,
        /L’adresse qui reçoit les signalements commence par https:\/\/.*http:\/\/hotline\.example/s,
      );
      assert.match(said, /L’adresse du formulaire du service commence par/);
      assert.match(said, /Le pays s’écrit en deux majuscules/);
      assert.match(said, /L’adresse de suivi commence par https:\/\//);
      assert.equal(await setting(wiki, 'endpoint'), '');
      await admin.screenshot('.screenshots/chromium/cms/dokuwiki-refused.png');
    },
  );

  await t.test('the Configuration Manager takes what is right', async () => {
    await nextSecond();
    await save(admin, wiki, {
      endpoint: ` ${receiver.url}${DEFAULT_PATH} `,
      hotline: HOTLINE,
      hotlineurl: HOTLINE_URL,
      country: 'FR',
      theme: 'presse',
      followup: `${receiver.url}${followUpPathOf(DEFAULT_PATH)}`,
    });
    assert.equal(await setting(wiki, 'endpoint'), receiver.url + DEFAULT_PATH);
    assert.equal(await setting(wiki, 'hotline'), HOTLINE);
    // The page was cached without the widget.
    assert.match(await source(article), /<cliquez-signalez/);
    await admin.evaluate(
      "document.querySelector('#plugin____cliquezsignalez____plugin_settings_name, [name*=cliquezsignalez]').scrollIntoView()",
    );
    await admin.screenshot('.screenshots/chromium/cms/dokuwiki-settings.png');
  });

  await t.test('an author puts it in with the editor, and sends nothing from the preview', async () => {
    await write(admin, wiki, 'gazette');
    await press(admin, '[name="do[preview]"]');
    await admin.waitFor("Boolean(document.querySelector('.preview cliquez-signalez')?.renderRoot)", PATIENT);
    const preview = await admin.evaluate(() => {
      const widgets = [...document.querySelectorAll<HTMLElement>('.preview cliquez-signalez')];
      return {
        inert: widgets.map(({ inert }) => inert),
        remark: document.querySelector('.preview strong')?.textContent,
        text: document.querySelector<HTMLTextAreaElement>('#wiki__text')!.value,
      };
    });
    assert.deepEqual(preview.inert, [true, true]);
    assert.match(
      preview.remark!,
      /^«\sCliquez, Signalez\s!\s» ne tient pas compte de\s: onclick, endpoint, size\.$/,
    );
    assert.match(preview.text, /^Bonjour <cliquez-signalez>/);
    await admin.screenshot('.screenshots/chromium/cms/dokuwiki-preview.png');
    await press(admin, '[name="do[save]"]');
    await admin.waitFor(
      "Boolean(document.querySelector('#dokuwiki__content .page cliquez-signalez'))",
      PATIENT,
    );
  });

  const made: MadePage = { ...MADE, address: wiki.address('gazette') };
  for (const engine of pairWith('webkit')) {
    await t.test(`${engine}: a visitor finds all that is expected, and sends a report`, async (t2) => {
      const visitors = engine === 'chromium' ? browser : await launch(engine);
      if (visitors !== browser) t2.after(() => visitors.close());
      await visitAndReport(t2, visitors, made, receiver);
    });
  }

  await look(browser, made.address, '.screenshots/chromium/cms/dokuwiki');

  await t.test('whatever an author or an administrator writes stays text', async () => {
    const html = await source(made.address);
    const link = `<a href="${HOTLINE_URL}" rel="noreferrer" lang="fr">Signaler un contenu illégal à L’écoute &quot;&lt;b&gt;&amp;</a>`;
    const widgets = html.match(/<cliquez-signalez\b[^>]*>.*?<\/cliquez-signalez>/gs)!;
    assert.equal(widgets.length, 2);
    for (const widget of widgets) {
      assert.ok(widget.endsWith(`>${link}</cliquez-signalez>`), widget);
      assert.ok(widget.includes(`endpoint="${receiver.url}${DEFAULT_PATH}"`), widget);
      assert.ok(widget.includes(`follow-up="${receiver.url}${followUpPathOf(DEFAULT_PATH)}"`), widget);
      assert.doesNotMatch(widget, /onclick|evil|size="xl"|inert/);
    }
    assert.match(widgets[1]!, / variant="bar"/);
    assert.match(widgets[1]!, / theme="nuit"/);
  });

  await t.test('practice and the one-page form are choices of one button', async () => {
    // What is written, and the attributes that come of it.
    const cases: [written: string, practice: boolean, flow?: string][] = [
      ['practice', true],
      ['variant=bar practice flow="page"', true, 'page'],
      ['PRACTICE ', true],
      ['practice="practice"', true],
      ["practice='1'", true],
      ['practice=true', true],
      ['practice=""', true],
      ['practice="false"', false],
      ['practice="false" practice', false],
      ['practice="no" flow', false],
      ['', false],
      ['url="https://exemple.fr/practice"', false],
      ['categories="practice unsure" category=\'practice\'', false],
      ['theme="a practice b"', false],
      ['url="https://exemple.fr/ practice', false],
      ['url= practice', false],
      ['no-practice practices practice-1 practice,', false],
      ['category', false],
    ];
    const page = await wiki.publish(
      'formation',
      cases.map(([attributes]) => `<cliquez-signalez${attributes && ` ${attributes}`}>`).join('\n\n'),
    );
    const widgets = (await source(page)).match(/<cliquez-signalez\b.*?>/g) ?? [];
    assert.deepEqual(
      widgets.map((widget, index) => [
        cases[index]![0],
        / practice(?=[ >])/.test(widget),
        ...(/ flow="(.*?)"/.exec(widget)?.slice(1) ?? []),
      ]),
      cases,
    );
    assert.doesNotMatch(widgets.join(), / practice=| category=""/);
    const easy = await wiki.publish(
      'facile',
      ['easy', 'easy="true"', 'easy="no"', 'theme="easy"']
        .map((one) => `<cliquez-signalez ${one}>`)
        .join('\n\n'),
    );
    assert.deepEqual(
      ((await source(easy)).match(/<cliquez-signalez\b.*?>/g) ?? []).map((one) => / easy(?=[ >])/.test(one)),
      [true, true, false, false],
    );
    const views = await wiki.publish(
      'suite',
      ['view="follow-up" mode="inline"', 'view="suite"', 'follow-up="https://evil.example/"']
        .map((one) => `<cliquez-signalez ${one}>`)
        .join('\n\n'),
    );
    const opened = (await source(views)).match(/<cliquez-signalez\b.*?>/g) ?? [];
    assert.deepEqual(
      opened.map((one) => / view="(.*?)"/.exec(one)?.[1]),
      ['follow-up', undefined, undefined],
    );
    assert.doesNotMatch(opened.join(), /evil/);
    const refused = await wiki.php(
      `echo json_encode(plugin_load('syntax', '${PLUGIN}')->handle('<cliquez-signalez practice="false" big flow>', 0, 0, new Doku_Handler())[1]);`,
    );
    assert.deepEqual(JSON.parse(refused), ['practice', 'big', 'flow']);
  });

  await t.test('its sections stay editable, and formats without scripts get the link', async () => {
    const address = await wiki.publish(
      'sections',
      '===== Une =====\n\n<cliquez-signalez>\n\n===== Deux =====\n\nFin.\n',
    );
    await admin.goto(address);
    const edits = 'document.querySelectorAll(".secedit form").length';
    assert.equal(await admin.evaluate(edits), 2);
    assert.match(
      await wiki.php(RENDER_PLAINLY),
      new RegExp(`^Voyez \\[Signaler un contenu illégal à .*\\|${HOTLINE_URL}\\]`),
    );
    const summary = await wiki.php(
      `echo p_get_metadata('article', 'description abstract', METADATA_RENDER_UNLIMITED);`,
    );
    assert.match(summary, /Avant\s+après/);
    const feed = await source(`${wiki.origin}/feed.php?mode=list&ns=&content=html&linkto=current`);
    assert.match(feed, /Signaler un contenu illégal à L’écoute/);
    assert.doesNotMatch(feed, /cliquez-signalez\b[^/]*\bendpoint=|cliquez-signalez\.js/);
  });

  await t.test('floating, it stands wherever somebody reads, and nowhere else', async (t2) => {
    await save(admin, wiki, { placement: 'bottom-start' });
    const plain = await wiki.publish('plain', 'Rien à signaler.');
    const floating: MadePage = { ...MADE, address: plain };
    assert.match(await source(plain), / variant="floating" placement="bottom-start"/);
    assert.match(await source(wiki.address('plain', 'recent')), / variant="floating"/);
    for (const action of ['login', 'edit']) {
      assert.doesNotMatch(await source(wiki.address('plain', action)), /<cliquez-signalez\b/);
    }
    assert.deepEqual(await shortfalls(t2, browser, floating, receiver), []);
    await look(browser, plain, '.screenshots/chromium/cms/dokuwiki-floating');
    await save(admin, wiki, { placement: 'end' });
    assert.match(await source(plain), / variant="bar"/);
    assert.doesNotMatch(await source(wiki.address('plain', 'recent')), /<cliquez-signalez\b/);
    assert.deepEqual(await shortfalls(t2, browser, floating, receiver), []);
  });

  await t.test('it speaks the language of the wiki, or the one that is set', async (t2) => {
    const local = "DOKU_CONF . 'local.php'";
    await wiki.php(`file_put_contents(${local}, "\\n\\$conf['lang'] = 'en';", FILE_APPEND);`);
    const english: MadePage = { ...made, lang: 'en' };
    assert.deepEqual(await shortfalls(t2, browser, english, receiver), []);
    assert.match(await source(made.address), />Report illegal content to L’écoute/);
    await admin.goto(wiki.address('start', 'admin&page=config'));
    assert.match(await text(admin, '#dw__configform'), /Before you embed it: the hotline has to agree/);
    await nextSecond();
    await save(admin, wiki, { language: 'fr' });
    assert.deepEqual(await shortfalls(t2, browser, made, receiver), []);
  });

  await t.test('pages load the languages that are ticked, and offer them; no others', async () => {
    await nextSecond();
    await tick(admin, wiki, ['fr', 'uk', 'de']);
    assert.equal(await setting(wiki, 'languages'), 'fr,de,uk');
    await admin.goto(wiki.address('start', 'admin&page=config'));
    const labels = await admin.evaluate(() =>
      [...document.querySelectorAll('label[for^=config___plugin____cliquezsignalez____languages_]')].map(
        ({ textContent }) => textContent,
      ),
    );
    assert.equal(labels.length, 28);
    assert.deepEqual(labels.slice(0, 3), ['Français', 'English', 'العربية – draft']);
    await admin.evaluate(
      "document.querySelector('#config___plugin____cliquezsignalez____languages_fr').scrollIntoView()",
    );
    await admin.screenshot('.screenshots/chromium/cms/dokuwiki-languages.png');
    const some = await wiki.publish(
      'langues',
      '<cliquez-signalez>\n\n<cliquez-signalez languages="de FR it">\n\n<cliquez-signalez languages="de">\n\n<cliquez-signalez languages="de;x">\n',
    );
    const html = await source(some);
    const widgets = html.match(/<cliquez-signalez\b.*?(?=<\/p>)/gs)!;
    assert.deepEqual(
      widgets.map((widget) => / languages="(.*?)"/.exec(widget)?.[1]),
      ['fr de uk', 'de fr', undefined, 'fr de uk'],
    );
    for (const widget of widgets)
      assert.deepEqual(
        [...widget.matchAll(/widget\/([\w/-]+)\.js\?v=[0-9a-f]{12}"/g)].map(([, name]) => name),
        ['locales/de', 'locales/uk', 'cliquez-signalez'],
      );
    await changeLanguage(browser, some, 'de', german['s1.title']);

    // The link is in the language that is set, else in the wiki's, also where its file is not loaded.
    await nextSecond();
    await tick(admin, wiki, []);
    const local = "DOKU_CONF . 'local.php'";
    await wiki.php(`file_put_contents(${local}, "\n\\$conf['lang'] = 'de-informal';", FILE_APPEND);`);
    assert.match(await source(some), / lang="fr">Signaler un contenu illégal à L’écoute/);
    await nextSecond();
    await save(admin, wiki, { language: '' });
    const plain = await source(some);
    assert.match(plain, / lang="de">Illegale Inhalte an L’écoute.* melden<\/a>/);
    assert.doesNotMatch(plain, /widget\/locales| languages="/);
    await wiki.php(`file_put_contents(${local}, "\n\\$conf['lang'] = 'en';", FILE_APPEND);`);
  });

  await t.test('every word is there in both languages', async () => {
    const words = JSON.parse(await wiki.php(READ_WORDS)) as Record<string, Record<string, string>>;
    const { en, fr, enSettings, frSettings, defaults } = words as Record<string, Record<string, string>> &
      Words;
    assert.deepEqual(Object.keys(fr), Object.keys(en));
    assert.deepEqual(Object.keys(frSettings), Object.keys(enSettings));
    for (const name of Object.keys(defaults)) assert.ok(frSettings[name], `Setting ${name} has no words`);
    // Themes have one name, and so has each language.
    const same = Object.keys(enSettings).filter((key) => enSettings[key] === frSettings[key]);
    assert.deepEqual(
      same.filter((key) => !/^language(?:s|_o)_(?:fr|en)$/.test(key)),
      [],
    );
    assert.deepEqual(
      Object.keys(en).filter((key) => en[key] === fr[key]),
      [],
    );
    for (const words2 of [fr, frSettings, en, enSettings]) {
      for (const [key, value] of Object.entries(words2)) assert.ok(value.trim(), key);
    }
    for (const value of Object.values({ ...fr, ...frSettings }))
      assert.doesNotMatch(value, /'|"| [:;!?»]|« |\.\.\./);
  });

  await t.test(
    'the Extension Manager takes it away; its settings alone stay, where DokuWiki keeps them',
    async () => {
      await admin.goto(wiki.address('start', 'admin&page=extension&tab=plugins'));
      await admin.evaluate('(window.confirm = () => true, 0)');
      await press(admin, `[name="fn[uninstall][${PLUGIN}]"]`);
      await admin.waitFor("document.querySelector('div.success') !== null", PATIENT);
      assert.match(await source(made.address), /&lt;cliquez-signalez/);
      assert.doesNotMatch(await source(made.address), /<cliquez-signalez|cliquez-signalez\.js/);
      assert.deepEqual(traces(wiki), ['conf/local.php', 'conf/local.php.bak.php']);
    },
  );

  assert.equal(wiki.complaints(), '');
});

test('the plugin asks nobody anything from the server', () => {
  const folder = fileURLToPath(new URL('../../src/plugins/dokuwiki/cliquezsignalez', import.meta.url));
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.php'),
  );
  assert.ok(files.includes('Widget.php'));
  const asks = /curl_|fsockopen|stream_|HTTPClient|fopen|file_get_contents|readfile|\bmail\(|exec\(/;
  for (const name of files) assert.doesNotMatch(readFileSync(join(folder, name), 'utf8'), asks, name);
});

interface Words {
  readonly en: Record<string, string>;
  readonly fr: Record<string, string>;
  readonly enSettings: Record<string, string>;
  readonly frSettings: Record<string, string>;
  readonly defaults: Record<string, string>;
}

/** PHP: the words of the plugin, and the names of its settings. */
const READ_WORDS = `
  $folder = DOKU_PLUGIN . '${PLUGIN}/';
  $read = function ($file, $name) use ($folder) { $lang = []; $conf = []; include $folder . $file; return $$name; };
  echo json_encode([
    'en' => $read('lang/en/lang.php', 'lang'), 'fr' => $read('lang/fr/lang.php', 'lang'),
    'enSettings' => $read('lang/en/settings.php', 'lang'), 'frSettings' => $read('lang/fr/settings.php', 'lang'),
    'defaults' => $read('conf/default.php', 'conf'),
  ]);`;

/** PHP: a page in a format of plain text, as ODT or a book would render it. */
const RENDER_PLAINLY = `
  class Doku_Renderer_plainly extends Doku_Renderer {
    public function getFormat() { return 'plainly'; }
    public function cdata($text) { $this->doc .= $text; }
    public function externallink($url, $title = null) { $this->doc .= "[$title|$url]"; }
  }
  echo trim(p_render('plainly', p_get_instructions('Voyez <cliquez-signalez> ici.'), $info));`;

const setting = (wiki: TestDokuWiki, key: string): Promise<string> =>
  wiki.php(`echo plugin_load('syntax', '${PLUGIN}')->getConf('${key}');`);

const source = async (address: string): Promise<string> => (await fetch(address)).text();

/** Takes pictures of a page as a visitor sees it, and of the form over it. */
async function look(browser: Browser, address: string, path: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(address);
  const root = "document.querySelector('cliquez-signalez')?.renderRoot";
  await page.waitFor(`Boolean(${root})`, PATIENT);
  await page.screenshot(`${path}.png`);
  await page.evaluate(`void ${root}.host.open()`);
  await page.waitFor(`Boolean(${seek(root, `dialog[open] ${named('category')}`)})`, PATIENT);
  await page.evaluate(`Promise.all(${root}.getAnimations().map(({ finished }) => finished)).then(() => 0)`);
  await page.screenshot(`${path}-form.png`);
  await page.close();
}

/** Files of the wiki that still name the plugin, except pages and computed files. */
function traces({ folder }: TestDokuWiki): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^data\/(pages|attic|meta|cache|index|tmp)\/|^complaints/.test(name))
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter((name) => name.includes(PLUGIN) || readFileSync(join(folder, name)).includes(PLUGIN))
    .toSorted();
}
