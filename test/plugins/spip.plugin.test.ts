// The SPIP plugin in a real SPIP: an administrator activates, configures and removes it in a browser, authors put it into
// articles and templates, and visitors use it.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import german from '../../src/words/locales/de.json' with { type: 'json' };
import { packSpipPlugin } from '../../src/plugins/spip/package.ts';
import { DEFAULT_PATH, followUpPathOf } from '../../src/receiver/protocol/paths.ts';
import { temporaryFolder } from '../receiver/harness.ts';
import { launch, pairWith } from '../setup/browsers.ts';
import { startReceiver } from '../setup/receiver.ts';
import { PATIENT } from '../setup/site.ts';
import { startSpip, type TestSpip } from './setup/spip.ts';
import { changeLanguage, shortfalls, visitAndReport, type MadePage } from './expectations.ts';
import { manage, openSettings, save, signIn } from './spip-admin.ts';

const HOTLINE_URL = 'https://hotline.example/signaler';
const MADE = { embed: 'other_cms', country: 'FR', lang: 'fr', hasOwnInline: true } as const;
// The name of a hotline may contain any character.
const HOTLINE = 'L’écoute "<b>&';
const LINK_TEXT = 'Signaler un contenu illégal à L’écoute &quot;&lt;b&gt;&amp;';
const LINK = `<a href="${HOTLINE_URL}" rel="noreferrer" lang="fr">${LINK_TEXT}</a>`;

test('a SPIP takes the plugin, shows it to authors and visitors, and gives it back', async (t) => {
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const spip = await startSpip();
  t.after(() => spip.stop());
  const browser = await launch('chromium');
  t.after(() => browser.close());
  const admin = await signIn(browser, spip);
  const article = await spip.publish('Article', 'Avant <cliquez_signalez|variant=link> après.');
  const plugin = join(spip.folder, 'plugins/cliquez_signalez');

  await t.test('an administrator unpacks its archive and activates it', async (t2) => {
    const archive = join(await temporaryFolder(t2), 'plugin.zip');
    writeFileSync(archive, packSpipPlugin());
    execFileSync('unzip', ['-q', archive, '-d', join(spip.folder, 'plugins')]);
    await manage(admin, spip, 'on', 'inactif');
    const active = "echo isset(unserialize($GLOBALS['meta']['plugin'])['CLIQUEZ_SIGNALEZ']) ? 'yes' : 'no';";
    assert.equal(await spip.php(active), 'yes');
  });

  await t.test('nobody sees anything before it is set up', async () => {
    const html = await source(article);
    assert.doesNotMatch(html, /cliquez.signalez/);
    assert.match(html, /Avant\s+après/);
  });

  await t.test(
    'the page of settings refuses what cannot work, in words, and keeps what was there',
    async () => {
      const said = await save(admin, spip, {
        endpoint: 'http://hotline.example/v1/reports',
        hotline_url: 'javascript:alert(1)',
        country: 'France',
        hotline: HOTLINE,
      });
      assert.match(said, /Rien n’est enregistré/);
      assert.match(
        said,
        /^L’adresse commence par https:\/\/\. Avec http:.* L’ancienne valeur est conservée\.$/m,
      );
      assert.match(said, /^L’adresse commence par https:\/\/ ou http:\/\/ .*conservée\.$/m);
      assert.match(said, /^Le pays s’écrit en deux lettres, comme FR\. .*conservée\.$/m);
      assert.deepEqual(await settings(spip), {});
      await admin.screenshot('.screenshots/chromium/cms/spip-refused.png');
    },
  );

  await t.test('the page of settings takes what is right, and pages that were kept show it', async () => {
    const said = await save(admin, spip, {
      endpoint: ` ${receiver.url}${DEFAULT_PATH} `,
      hotline: HOTLINE,
      hotline_url: HOTLINE_URL,
      country: 'FR',
      theme: 'presse',
      follow_up: `${receiver.url}${followUpPathOf(DEFAULT_PATH)}`,
    });
    assert.match(said, /^La nouvelle configuration a été enregistrée$/m);
    const kept = await settings(spip);
    assert.equal(kept['endpoint'], receiver.url + DEFAULT_PATH);
    assert.equal(kept['hotline'], HOTLINE);
    assert.match(await source(article), /<cliquez-signalez/);
    const again = await save(admin, spip, { endpoint: 'https://user:word@hotline.example/' });
    assert.match(again, /ni nom d’utilisateur ni mot de passe\. L’ancienne valeur est conservée/);
    assert.deepEqual(await settings(spip), kept);
    await openSettings(admin, spip);
    await admin.screenshot('.screenshots/chromium/cms/spip-settings.png');
  });

  await t.test('only administrators of the whole site may set it', async () => {
    const may = (status: string, section: string): Promise<string> =>
      spip.php(`include_spip('inc/autoriser');
        $id = sql_insertq('spip_auteurs', ['nom' => 'Un', 'statut' => '${status}']);
        if (${section}) sql_insertq('spip_auteurs_liens', ['id_auteur' => $id, 'objet' => 'rubrique', 'id_objet' => ${section}]);
        var_export(autoriser('configurer', '_cliquez_signalez', 0, $id));
        sql_delete('spip_auteurs', 'id_auteur=' . $id);`);
    assert.equal(await may('0minirezo', '0'), 'true');
    assert.equal(await may('0minirezo', '1'), 'false');
    assert.equal(await may('1comite', '0'), 'false');
    const stranger = await fetch(`${spip.origin}/ecrire/?exec=configurer_cliquez_signalez`);
    assert.doesNotMatch(await stranger.text(), /name="endpoint"/);
  });

  const made: MadePage = {
    ...MADE,
    address: await spip.publish(
      'Gazette',
      'Bonjour <cliquez_signalez|>\n\nFin\n\n<cliquez_signalez|variant=bar|theme=nuit|onclick=x()|endpoint=https://evil.example/|size=xl>',
    ),
  };

  await t.test('the editor has a tool for it', async () => {
    await admin.goto(`${spip.origin}/ecrire/?exec=article_edit&new=oui&id_rubrique=1`);
    const tool = "document.querySelector('.outil_cliquez_signalez a')";
    await admin.waitFor(`Boolean(${tool})`, PATIENT);
    const { x, y } = await admin.evaluate<{ x: number; y: number }>(
      `(${tool}.scrollIntoView({ block: 'center' }), ${tool}.getBoundingClientRect().toJSON())`,
    );
    await admin.click(x + 5, y + 5);
    await admin.waitFor(
      `${tool}.closest('.markItUp').querySelector('textarea').value.trim() === '<cliquez_signalez|>'`,
      PATIENT,
    );
    assert.equal(
      await admin.evaluate(`${tool}.title || ${tool}.textContent.trim()`),
      'Bouton «\u{a0}Cliquez, Signalez\u{a0}!\u{a0}»',
    );
    await admin.screenshot('.screenshots/chromium/cms/spip-editor.png');
  });

  await t.test('authors see it where they write, and send nothing from there', async () => {
    const id = /\d+$/.exec(made.address)![0];
    await admin.goto(`${spip.origin}/ecrire/?exec=article&id_article=${id}`);
    await admin.waitFor("Boolean(document.querySelector('cliquez-signalez')?.renderRoot)", PATIENT);
    const seen = await admin.evaluate(() => ({
      inert: [...document.querySelectorAll<HTMLElement>('cliquez-signalez')].map(({ inert }) => inert),
      remark: document.querySelector('.cliquez-signalez strong')?.textContent,
    }));
    assert.deepEqual(seen.inert, [true, true]);
    assert.match(
      seen.remark!,
      /^«\sCliquez, Signalez\s!\s» ne tient pas compte de\s: onclick, endpoint, size\.$/,
    );
    await admin.screenshot('.screenshots/chromium/cms/spip-preview.png');
    await admin.goto(`${made.address}&var_mode=preview`);
    assert.deepEqual(
      await admin.evaluate(() =>
        [...document.querySelectorAll<HTMLElement>('cliquez-signalez')].map(({ inert }) => inert),
      ),
      [true, true],
    );
    assert.doesNotMatch(await source(made.address), / inert|ne tient pas compte/);
  });

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

  await t.test(
    'words without a value, names with an underscore, and nothing from the address of the page',
    async () => {
      const cases: [written: string, practice: boolean, flow?: string][] = [
        ['practice', true],
        ['variant=bar|practice|flow=page', true, 'page'],
        ['practice=1', true],
        ['practice=true', true],
        ['practice=false', false],
        ['practice=no|flow', false],
        ['', false],
        ['url=https://exemple.fr/practice', false],
        ['theme=practice', false],
      ];
      const page = await spip.publish(
        'Formation',
        cases.map(([written]) => `<cliquez_signalez|${written}>`).join('\n\n'),
      );
      const widgets = elements(
        await source(`${page}&practice=1&variant=floating&args[practice]=1&class=practice`),
      );
      assert.deepEqual(
        widgets.map((widget, index) => [
          cases[index]![0],
          / practice[ >]/.test(widget),
          ...(/ flow="(.*?)"/.exec(widget)?.slice(1) ?? []),
        ]),
        cases,
      );
      assert.doesNotMatch(widgets.join(), /floating/);
      const other = await spip.publish(
        'Autre',
        '<cliquez_signalez|easy|page_context=ask|heading-level=3|view=follow-up|follow_up=https://evil.example/>',
      );
      const [widget] = elements(await source(other));
      for (const attribute of ['easy', 'page-context="ask"', 'heading-level="3"', 'view="follow-up"'])
        assert.ok(widget!.includes(` ${attribute} `), attribute);
      assert.doesNotMatch(await source(other), /evil/);
    },
  );

  await t.test('a template puts it in with a tag, and may choose what an author may', async () => {
    mkdirSync(join(spip.folder, 'squelettes'), { recursive: true });
    writeFileSync(
      join(spip.folder, 'squelettes/essai.html'),
      '<!DOCTYPE html><html lang="#LANG"><head><title>Essai</title></head><body>[(#REM)]\n' +
        '#CLIQUEZ_SIGNALEZ #CLIQUEZ_SIGNALEZ{variant=bar,endpoint=https://evil.example/}</body></html>\n',
    );
    const html = await source(`${spip.origin}/spip.php?page=essai`);
    const widgets = elements(html);
    assert.equal(widgets.length, 2);
    assert.match(widgets[1]!, / variant="bar"/);
    assert.doesNotMatch(html, /evil/);
    assert.match(html, /widget\/cliquez-signalez\.js\?v=\w+"><\/script><\/head>/);
  });

  await t.test('feeds get the link alone, and a summary is what the article says', async () => {
    const feed = await source(`${spip.origin}/spip.php?page=backend`);
    assert.match(feed, /href=&#034;https:\/\/hotline\.example\/signaler&#034;/);
    assert.doesNotMatch(feed, /lt;\/?cliquez-signalez\b|cliquez-signalez\.js|other_cms|endpoint/);
    const item = /<item(?:(?!<item)[^])*article1<[^]*?<\/item>/.exec(feed)![0];
    assert.match(/<description>[^]*?<\/description>/.exec(item)![0], /Avant\s+apr&#232;s/);
    assert.match(await source(article), /<meta name="description" content="\s*Avant\s+apr&#232;s/);
  });

  await t.test('pages without a button load nothing of it but its style sheet', async () => {
    const plain = await source(await spip.publish('Sans', 'Rien à signaler.'));
    assert.deepEqual(plain.match(/plugins\/cliquez_signalez[\w/.-]*/g), [
      'plugins/cliquez_signalez/widget/reserve.css',
    ]);
  });

  await t.test('floating, it stands wherever somebody reads, and nowhere else', async (t2) => {
    await save(admin, spip, { placement: 'bottom-start' });
    const plain = await spip.publish('Flottant', 'Rien à signaler.');
    assert.match(elements(await source(plain))[0]!, / variant="floating" placement="bottom-start"/);
    assert.equal(elements(await source(spip.origin)).length, 1);
    assert.doesNotMatch(await source(`${spip.origin}/spip.php?page=login`), /<cliquez-signalez/);
    assert.deepEqual(await shortfalls(t2, browser, { ...MADE, address: plain }, receiver), []);
    await save(admin, spip, { placement: '' });
    assert.deepEqual(elements(await source(plain)), []);
  });

  await t.test('it speaks the language of the article, or the one that is set', async (t2) => {
    const english: MadePage = {
      ...MADE,
      lang: 'en',
      address: await spip.publish('English', 'Before\n\n<cliquez_signalez|>\n\nafter', 'en'),
    };
    assert.deepEqual(await shortfalls(t2, browser, english, receiver), []);
    assert.match(await source(english.address), / lang="en">Report illegal content to L’écoute/);
    await save(admin, spip, { language: 'fr' });
    assert.match(elements(await source(english.address))[0]!, / lang="fr".* lang="fr">Signaler/);
    await save(admin, spip, { language: '' });
    assert.equal((await settings(spip))['hotline'], HOTLINE);
    await spip.php("sql_updateq('spip_auteurs', ['lang' => 'en'], 'id_auteur=1');");
    const reader = await signIn(await englishBrowser(t2), spip);
    await openSettings(reader, spip);
    const text = await reader.evaluate<string>("document.querySelector('#contenu').textContent");
    assert.match(text, /Before you embed it: the hotline has to agree/);
    assert.match(await save(reader, spip, { country: 'France' }), /The country is two letters.* is kept/);
    await spip.php("sql_updateq('spip_auteurs', ['lang' => 'fr'], 'id_auteur=1');");
  });

  await t.test('pages load the languages that are ticked, and offer them; no others', async () => {
    await save(admin, spip, {}, ['fr', 'uk', 'de']);
    assert.equal((await settings(spip))['languages'], 'fr de uk');
    await openSettings(admin, spip);
    const ticked = await admin.evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('[name="languages[]"]')].map(
        ({ checked, labels }) => `${labels![0]!.textContent}${checked ? ' *' : ''}`,
      ),
    );
    assert.equal(ticked.length, 28);
    assert.deepEqual(ticked.slice(0, 3), ['Français *', 'English', 'العربية – ébauche']);
    const some = await spip.publish(
      'Langues',
      ['', 'languages=de FR it', 'languages=de', 'languages=de;x']
        .map((written) => `<cliquez_signalez|${written}>`)
        .join('\n\n'),
    );
    const html = await source(some);
    assert.deepEqual(
      elements(html).map((widget) => / languages="(.*?)"/.exec(widget)?.[1]),
      ['fr de uk', 'de fr', undefined, 'fr de uk'],
    );
    assert.deepEqual(
      [...html.matchAll(/<script type="module" src="[^"]*widget\/([\w/-]+)\.js\?v=\w+"/g)].map(
        ([, name]) => name,
      ),
      ['locales/de', 'locales/uk', 'cliquez-signalez'],
    );
    await changeLanguage(browser, some, 'de', german['s1.title']);
    await save(admin, spip, {}, []);
    assert.doesNotMatch(await source(some), /widget\/locales| languages="/);
  });

  await t.test('every word is there in both languages', () => {
    for (const name of ['cliquez_signalez', 'paquet-cliquez_signalez']) {
      const [fr, en] = ['fr', 'en'].map((lang) => words(plugin, `${name}_${lang}`));
      assert.deepEqual(Object.keys(fr!), Object.keys(en!));
      const same = Object.keys(fr!).filter((key) => fr![key]!.replace('\u{a0}', ' ') === en![key]);
      assert.deepEqual(same, name === 'cliquez_signalez' ? ['titre'] : ['cliquez_signalez_nom']);
      for (const value of Object.values(fr!)) assert.doesNotMatch(value, /'|"| [:;!?»]|« |\.\.\./);
    }
  });

  await t.test('the list of plugins takes it away, and nothing stays', async () => {
    await manage(admin, spip, 'stop', 'actif');
    rmSync(plugin, { recursive: true });
    await admin.goto(`${spip.origin}/ecrire/?exec=admin_plugin&voir=actif`);
    assert.doesNotMatch(await source(made.address), /<cliquez-signalez|cliquez-signalez\.js|reserve\.css/);
    assert.equal(
      await spip.php(
        "echo sql_countsel('spip_meta', \"nom LIKE '%cliquez%' OR valeur LIKE '%hotline.example%'\");",
      ),
      '0',
    );
    assert.deepEqual(traces(spip), []);
  });

  assert.equal(spip.complaints(), '');

  /** A browser with cookies of its own. */
  async function englishBrowser(t2: { after: (end: () => Promise<void>) => void }): Promise<typeof browser> {
    const other = await launch('chromium');
    t2.after(() => other.close());
    return other;
  }
});

const source = async (address: string): Promise<string> => (await fetch(address)).text();

const elements = (html: string): string[] => html.match(/<cliquez-signalez\b.*?<\/cliquez-signalez>/gs) ?? [];

/** The settings that SPIP keeps. */
async function settings(spip: TestSpip): Promise<Record<string, string>> {
  const json = await spip.php(
    "include_spip('inc/config'); echo json_encode((object) lire_config('cliquez_signalez', []));",
  );
  return JSON.parse(json) as Record<string, string>;
}

/** The texts of a file of words. */
const words = (plugin: string, name: string): Record<string, string> =>
  JSON.parse(
    execFileSync('php', [
      '-r',
      `define('_ECRIRE_INC_VERSION', 1); echo json_encode(include '${join(plugin, `lang/${name}.php`)}');`,
    ]).toString(),
  ) as Record<string, string>;

/** Files of the site that still name the plugin's settings or folder, except computed ones, logs and the database. */
function traces({ folder }: TestSpip): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/^tmp\/|^local\/cache-|^squelettes\/|^config\/bases\//.test(name))
    .filter((name) => statSync(join(folder, name)).isFile())
    .filter(
      (name) => name.includes('cliquez') || readFileSync(join(folder, name)).includes('cliquez_signalez'),
    )
    .toSorted();
}
