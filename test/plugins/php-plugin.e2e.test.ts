// The plugin in PHP of the guide, taken from its page and run: settings, authors' choices, preview, feed, visits, a report.
import assert from 'node:assert/strict';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { webmasterFiles } from '../../.build/webmaster-archive.ts';
import { DEFAULT_PATH } from '../../src/receiver/protocol/paths.ts';
import { temporaryFolder } from '../receiver/harness.ts';
import { launch, TOOL_ENGINES } from '../setup/browsers.ts';
import { startPhpServer } from './setup/php-server.ts';
import { startReceiver } from '../setup/receiver.ts';
import { shortfalls, visitAndReport, type MadePage } from './expectations.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const HOTLINE_URL = 'https://hotline.example/signaler';
const MOST_LINES = 40;

/** The only sample of PHP in the guide. */
function plugin(): string {
  const guide = readFileSync(here('../../src/plugins/cms/README.md'), 'utf8');
  const samples = [...guide.matchAll(/```php\n(.*?)```/gs)].map(([, code]) => code!);
  assert.equal(samples.length, 1);
  return samples[0]!;
}

/** What authors write, by path. */
const PAGES = {
  '/article': {
    lang: 'fr',
    kind: 'page',
    text: '[cliquez-signalez variant="bar" theme="nuit" endpoint="https://evil.example/" onclick="x()"] [cliquez-signalez]',
  },
  '/training': {
    lang: 'fr',
    kind: 'page',
    text: '[cliquez-signalez practice easy] [cliquez-signalez practice="no"] [cliquez-signalez practice=""]',
  },
  '/english': { lang: 'en', kind: 'page', text: '[cliquez-signalez url="https://exemple.fr/a?b=1&c"]' },
  '/preview': {
    lang: 'fr',
    kind: 'preview',
    text: '[cliquez-signalez size="xl" endpoint="https://evil.example/"]',
  },
  '/feed': { lang: 'fr', kind: 'feed', text: '[cliquez-signalez variant="bar"]' },
} as const;

test('the plugin of the guide does what the guide asks, in forty lines', async (t) => {
  assert.ok(plugin().trim().split('\n').length <= MOST_LINES);
  const folder = await temporaryFolder(t);
  writeFileSync(join(folder, 'plugin.php'), plugin());
  writeFileSync(join(folder, 'pages.json'), JSON.stringify(PAGES));
  cpSync(here('small-cms.php'), join(folder, 'index.php'));
  for (const [path, content] of webmasterFiles()) {
    mkdirSync(dirname(join(folder, 'widget', path)), { recursive: true });
    writeFileSync(join(folder, 'widget', path), content);
  }
  const receiver = await startReceiver();
  t.after(() => receiver.stop());
  const site = await startPhpServer(folder, join(folder, 'complaints.log'));
  t.after(() => site.stop());
  const source = async (path: keyof typeof PAGES): Promise<string> =>
    (await fetch(site.origin + path)).text();
  const widgets = async (path: keyof typeof PAGES): Promise<string[]> =>
    (await source(path)).match(/<cliquez-signalez.*?<\/cliquez-signalez>/g) ?? [];
  const save = async (settings: Record<string, string>, language = 'en'): Promise<string[]> => {
    const body = new URLSearchParams(settings);
    return (
      await fetch(`${site.origin}/save?language=${language}`, { method: 'POST', body })
    ).json() as Promise<string[]>;
  };

  await t.test('nothing is shown before both addresses are set', async () => {
    assert.deepEqual(await save({ 'hotline-url': HOTLINE_URL }), []);
    for (const path of Object.keys(PAGES) as (keyof typeof PAGES)[])
      assert.doesNotMatch(
        await source(path),
        /<cliquez-signalez|cliquez-signalez\.js|reserve\.css|<a /,
        path,
      );
  });

  await t.test('what cannot work is refused in a sentence, and the value before is kept', async () => {
    const endpoint = receiver.url + DEFAULT_PATH;
    assert.deepEqual(await save({ endpoint: ` ${endpoint} `, country: 'FR', hotline: 'L’écoute "<b>&' }), []);
    assert.deepEqual(
      await save({
        endpoint: 'http://hotline.example/',
        'hotline-url': 'javascript:alert(1)',
        country: 'France',
      }),
      [
        'endpoint: The address begins with https://. With http://, it only works on this very site. The former value is kept.',
        'hotline-url: The address begins with https:// or http:// and is written in full, without quotation marks or spaces. The former value is kept.',
        'country: The country is two letters, such as FR. The former value is kept.',
      ],
    );
    assert.deepEqual(await save({ theme: 'neon' }, 'fr-CA'), [
      'theme: Cette valeur n’est pas l’une de celles qui sont proposées. L’ancienne valeur est conservée.',
    ]);
    assert.match((await widgets('/article'))[0]!, new RegExp(`endpoint="${endpoint}".* country="FR"`));
    assert.equal(readFileSync(join(folder, 'emptied'), 'utf8').length, 4);
  });

  await t.test('authors choose looks, and nothing else', async () => {
    const [bar = '', plain = '', ...more] = await widgets('/article');
    assert.deepEqual(more, []);
    assert.match(bar, / variant="bar" theme="nuit"/);
    assert.doesNotMatch(bar + plain, /evil|onclick|<b>| lang="[^"]*" embed/);
    assert.ok(
      plain.endsWith(
        `><a href="${HOTLINE_URL}" rel="noreferrer" lang="fr">Signaler un contenu illégal à L’écoute &quot;&lt;b&gt;&amp;</a></cliquez-signalez>`,
      ),
      plain,
    );
    assert.deepEqual(
      (await widgets('/training')).map((one) => [/ practice[ >]/.test(one), / easy[ >]/.test(one)]),
      [
        [true, true],
        [false, false],
        [false, false],
      ],
    );
    assert.match(
      (await widgets('/english'))[0]!,
      / url="https:\/\/exemple\.fr\/a\?b=1&amp;c".*>Report illegal content/,
    );
  });

  await t.test('a preview sends nothing and says what is refused; a feed has the link', async () => {
    assert.match(
      await source('/preview'),
      /<cliquez-signalez [^>]* inert>.*<\/cliquez-signalez>size, endpoint<\/p>/,
    );
    const feed = await source('/feed');
    assert.match(feed, /CDATA\[<a href="https:\/\/hotline\.example\/signaler"/);
    assert.doesNotMatch(feed, /<cliquez-signalez/);
  });

  await t.test('pages load the languages that are ticked, before the widget', async () => {
    await save({ languages: 'fr, de uk' });
    assert.deepEqual(
      [...(await source('/article')).matchAll(/src="\/widget\/([^"?]*)\?v=[0-9a-f]{12}"/g)].map(
        ([, path]) => path,
      ),
      ['locales/de.js', 'locales/uk.js', 'cliquez-signalez.js'],
    );
    assert.match((await widgets('/article'))[0]!, / languages="fr de uk"/);
    await save({ languages: '' });
  });

  const browser = await launch('chromium');
  t.after(() => browser.close());
  const made = { address: `${site.origin}/article`, embed: 'other_cms', country: 'FR', lang: 'fr' } as const;
  for (const engine of TOOL_ENGINES) {
    await t.test(`${engine}: a visitor finds all that is expected, and sends a report`, async (t2) => {
      const visitors = engine === 'chromium' ? browser : await launch(engine);
      if (visitors !== browser) t2.after(() => visitors.close());
      await visitAndReport(t2, visitors, made, receiver);
    });
  }
  const english: MadePage = { ...made, address: `${site.origin}/english`, lang: 'en' };
  assert.deepEqual(await shortfalls(t, browser, english, receiver), []);
  assert.equal(site.complaints(), '');
});
