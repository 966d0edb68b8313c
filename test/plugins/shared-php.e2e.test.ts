// The widget in PHP, which plugins share: its rules beside the widget's own, choices, languages, files, two versions at once.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test, type TestContext } from 'node:test';
import { usableEndpoint, WEB_ADDRESS } from '../../src/core/report/endpoint.ts';
import { LANGUAGES } from '../../src/plugins/cms/languages.ts';
import { copyWidget } from '../../src/plugins/cms/package-assets.ts';
import { copyPhp, phpFiles } from '../../src/plugins/php/files.ts';
import { temporaryFolder } from '../receiver/harness.ts';

/** Runs PHP on the shared file, as `$widget`, and on a value, as `$given`. @returns what the code returns */
async function run<Result>(t: TestContext, code: string, given: unknown = null): Promise<Result> {
  const folder = await temporaryFolder(t);
  copyPhp(join(folder, 'php'));
  const script = `
    error_reporting(E_ALL);
    set_error_handler(function ($level, $said) { fwrite(STDERR, $said); exit(1); });
    $widget = require ${JSON.stringify(join(folder, 'php/widget.php'))};
    $given = json_decode(stream_get_contents(STDIN), true);
    echo json_encode((function () use ($widget, $given) { ${code} })(), JSON_THROW_ON_ERROR);`;
  const output = execFileSync('php', ['-r', script], { input: JSON.stringify(given), encoding: 'utf8' });
  return JSON.parse(output) as Result;
}

const SITE = 'http://gazette.example/wiki/';
const HERE = 'http://127.0.0.1:8080/';

/** Addresses, with what is wrong with each as an endpoint of SITE and of HERE, and as a link. */
const ADDRESSES: readonly [written: string, site: string, here: string, link: string][] = [
  ['https://hotline.example/v1/reports', '', '', ''],
  ['HTTPS://Hotline.Example', '', '', ''],
  ['https://hôtline.example/é?q=1', '', '', ''],
  ['https://[2001:db8::1]:8443/', '', '', ''],
  ['http://hotline.example/v1/reports', 'secure', 'secure', ''],
  ['http://gazette.example/v1/reports', '', 'secure', ''],
  ['http://gazette.example:80/v1/reports', '', 'secure', ''],
  ['http://gazette.example:8080/v1/reports', 'secure', 'secure', ''],
  ['http://gazette.example.evil.example/', 'secure', 'secure', ''],
  ['http://127.0.0.1:9999/v1/reports', 'secure', '', ''],
  ['http://localhost/v1/reports', 'secure', '', ''],
  ['http://[::1]:9/', 'secure', '', ''],
  ['http://127.evil.example/', 'secure', 'secure', ''],
  ['http://localhost.evil.example/', 'secure', 'secure', ''],
  ['https://me:secret@hotline.example/', 'user', 'user', 'user'],
  ['https://hotline.example@evil.example/', 'user', 'user', 'user'],
  ['https://@evil.example/', 'user', 'user', 'user'],
  ['http://127.0.0.1@evil.example/', 'user', 'user', 'user'],
  ['“https://hotline.example/”', 'address', 'address', 'link'],
  ['https://hotline.example/”', 'address', 'address', 'link'],
  ['https://hotline.example/"onclick', 'address', 'address', 'link'],
  ['https://hotline.example/ v1', 'address', 'address', 'link'],
  ['https://hotline.example\n', 'address', 'address', 'link'],
  ['https:\\\\hotline.example', 'address', 'address', 'link'],
  ['https:hotline.example', 'address', 'address', 'link'],
  ['https:///hotline.example', 'address', 'address', 'link'],
  ['https://', 'address', 'address', 'link'],
  ['https://1.2.3.999/', 'address', 'address', 'link'],
  ['https://0x7f.1/', 'address', 'address', 'link'],
  ['https://0xfffffffff/', 'address', 'address', 'link'],
  ['https://[:::]/', 'address', 'address', 'link'],
  ['https://hotline.example:99999/', 'address', 'address', 'link'],
  ['https://hotline..example/', 'address', 'address', 'link'],
  ['hotline.example/v1', 'address', 'address', 'link'],
  ['//hotline.example/v1', 'address', 'address', 'link'],
  ['/v1/reports', 'address', 'address', 'link'],
  ['javascript:alert(1)', 'address', 'address', 'link'],
  ['ftp://hotline.example/', 'address', 'address', 'link'],
  ['https://hotline.example/\u0000', 'address', 'address', 'link'],
];

test('an address is refused for the reason that the owner is told, and never one that the widget would not use', async (t) => {
  const answers = await run<string[][]>(
    t,
    `return array_map(fn($text) => [$text, $widget->problem('endpoint', $text, '${SITE}'),
      $widget->problem('challenge', $text, '${HERE}'), $widget->problem('hotline-url', $text)], $given);`,
    ADDRESSES.map(([written]) => written),
  );
  assert.deepEqual(answers, ADDRESSES);
  for (const [written, site, here, link] of ADDRESSES) {
    if (site === '') assert.ok(usableEndpoint(written, SITE), written);
    if (here === '') assert.ok(usableEndpoint(written, HERE), written);
    if (link === '') assert.match(written, WEB_ADDRESS);
    // The other way round: the widget uses nothing over http that is refused here.
    if (site === 'secure') assert.equal(usableEndpoint(written, SITE), undefined, written);
    if (here === 'secure') assert.equal(usableEndpoint(written, HERE), undefined, written);
  }
});

test('addresses put together from odd parts are never taken where the widget would not use them', async (t) => {
  const parts = [
    ['https://', 'http://', 'https:/', 'HTTP://'],
    ['', 'a@', 'a:b@', '@'],
    [
      'hotline.example',
      'gazette.example',
      '127.0.0.1',
      '127.1',
      '[::1]',
      'localhost',
      '0x7f000001',
      '2130706433',
      'é.example',
      'a_b',
      '-',
      '.',
      'xn--a',
      '1.2.3.4.',
      '08.1.1.1',
      '127.0.0.1.',
      '１.2.3.999',
      '①.example',
      'a\u00adb.example',
      '℀.example',
    ],
    ['', ':80', ':0', ':65536', ':'],
    ['', '/', '/a b', '?q', '#f', '\\', '/%', '/`', '/\u00a0', '/“'],
  ];
  const all = parts.reduce<string[]>(
    (done, next) => done.flatMap((text) => next.map((part) => text + part)),
    [''],
  );
  for (const site of [SITE, HERE]) {
    const problems = await run<string[]>(
      t,
      `return array_map(fn($text) => $widget->problem('endpoint', $text, '${site}'), $given);`,
      all,
    );
    assert.ok(problems.filter((problem) => problem === '').length > 30);
    assert.deepEqual(
      all.filter((text, index) => problems[index] === '' && !usableEndpoint(text, site)),
      [],
    );
  }
});

test('other settings are held to the widget’s own rules, and every problem has its words in both languages', async (t) => {
  const cases: [name: string, value: string, problem: string][] = [
    ['country', 'FR', ''],
    ['country', 'fr', ''],
    ['country', 'France', 'country'],
    ['country', 'F1', 'country'],
    ['partner', 'la-gazette.1', ''],
    ['partner', 'La Gazette', 'partner'],
    ['partner', 'a', 'partner'],
    ['public-key', `B${'a'.repeat(86)}`, ''],
    ['public-key', 'short', 'key'],
    ['theme', 'nuit', ''],
    ['theme', 'neon', 'choice'],
    ['size', 'xl', 'choice'],
    ['lang', 'de', ''],
    ['lang', 'xx', 'language'],
    ['languages', 'fr,de uk', ''],
    ['languages', 'fr xx', 'language'],
    ['endpoint', '', ''],
    ['country', '', ''],
    ['country', 'FR\n', 'country'],
  ];
  const found = await run<string[][]>(
    t,
    'return array_map(fn($one) => [$one[0], $one[1], $widget->problem($one[0], $one[1])], $given);',
    cases,
  );
  assert.deepEqual(found, cases);
  const problems = [
    'address',
    'secure',
    'user',
    'link',
    'country',
    'partner',
    'key',
    'choice',
    'language',
    'kept',
  ];
  const sentences = await run<[string, string, string, string][]>(
    t,
    "return array_map(fn($one) => array_map(fn($tag) => $widget->sentence($one, $tag), ['fr', 'fr_CA', 'en', 'ja']), $given);",
    problems,
  );
  for (const [fr, canadian, en, japanese] of sentences) {
    assert.deepEqual([canadian, japanese], [fr, en]);
    assert.notEqual(fr, en);
    assert.match(fr, /^\p{Lu}.*\.$/u);
    assert.doesNotMatch(fr, /'|"|!/);
  }
  assert.equal(new Set(sentences.map(([fr]) => fr)).size, problems.length);
});

const READY = { endpoint: 'https://hotline.example/v1', 'hotline-url': 'https://hotline.example/' };

test('authors choose looks from lists, whatever they write', async (t) => {
  const element = (settings: object, written: object): Promise<string> =>
    run(t, 'return $widget->element($given[0], $given[1]);', [settings, written]);
  const good = {
    variant: 'bar',
    placement: 'bottom-start',
    size: 's',
    theme: 'presse',
    scheme: 'dark',
    mode: 'inline',
    flow: 'page',
    view: 'follow-up',
    lang: 'en',
    category: 'unsure',
    categories: 'sexual_harassment unsure',
    url: 'https://exemple.fr/fil?a=1',
    'page-context': 'here',
    'heading-level': '3',
  };
  const html = await element(READY, good);
  for (const [name, value] of Object.entries(good)) assert.ok(html.includes(` ${name}="${value}"`), name);

  const bad = {
    endpoint: 'https://evil.example/',
    'hotline-url': 'https://evil.example/',
    'privacy-url': 'https://evil.example/',
    'public-key': `B${'a'.repeat(86)}`,
    challenge: 'https://evil.example/',
    'follow-up': 'https://evil.example/',
    partner: 'evil',
    hotline: 'Evil',
    embed: 'npm',
    inert: true,
    onclick: 'x()',
    style: 'color: red',
    variant: 'bar\n',
    size: ['s'],
    theme: true,
    lang: 'fr" onclick="x()',
    languages: 'fr de;',
    category: 'unsure ',
    categories: 'unsure evil',
    url: 'https://exemple.fr/"onclick',
    easy: 'no',
    practice: 'yes',
    0: 'practice',
  };
  const [bare, refused] = await run<[string, string[]]>(
    t,
    'return [$widget->element($given[0], $given[1]), $widget->refused($given[1])];',
    [READY, bad],
  );
  assert.equal(bare, await element(READY, {}));
  assert.deepEqual(refused.toSorted(), Object.keys(bad).toSorted());
});

test('the element says what is set, what an author chose before it, and nothing unescaped', async (t) => {
  const element = (settings: object, written: object = {}, page: object = {}): Promise<string> =>
    run(t, 'return $widget->element($given[0], $given[1], $given[2]);', [
      { ...READY, ...settings },
      written,
      page,
    ]);
  assert.equal(
    await element({ hotline: `"'<b>&` }, {}, { language: 'fr', inert: true, label: `<i>"&` }),
    '<cliquez-signalez endpoint="https://hotline.example/v1" hotline-url="https://hotline.example/"' +
      ' hotline="&quot;&apos;&lt;b&gt;&amp;" embed="other_cms" inert><span slot="label">&lt;i&gt;&quot;&amp;</span>' +
      '<a href="https://hotline.example/" rel="noreferrer" lang="fr">' +
      'Signaler un contenu illégal à &quot;&apos;&lt;b&gt;&amp;</a></cliquez-signalez>',
  );
  assert.match(
    await element(
      { theme: 'nuit', size: 'l', lang: 'de', embed: 'wordpress' },
      { theme: 'presse', lang: 'en' },
    ),
    / theme="presse" lang="en" size="l" embed="wordpress"><a [^>]*lang="en">Report/,
  );
  assert.match(
    await element({ lang: 'de' }, {}, { language: 'fr' }),
    / lang="de" .*<a [^>]*lang="de">Illegale/,
  );

  // Reporters choose among two languages at least, of those whose files the page loads.
  const offered = async (set: string, written: string): Promise<string | undefined> =>
    / languages="(.*?)"/.exec(await element({ languages: set }, { languages: written }))?.[1];
  assert.equal(await offered('de,fr uk', ''), 'de fr uk');
  assert.equal(await offered('de fr uk', 'uk EN it'), 'uk en');
  assert.equal(await offered('de fr uk', 'de it'), undefined);
  assert.equal(await offered('de', ''), undefined);

  const refused =
    "return $widget->refused(['variant' => '', 'size' => null, 'practice' => false, 'theme' => 'neon']);";
  assert.deepEqual(await run(t, refused), ['theme']);
});

test('only a clear yes trains, and a setting never does', async (t) => {
  const isPractice = (settings: object, written: object): Promise<boolean> =>
    run<string>(t, 'return $widget->element($given[0], $given[1]);', [
      { ...READY, ...settings },
      written,
    ]).then((html) => / practice[ >=]/.test(html));
  for (const yes of [true, '1', 'true', 'practice'])
    assert.ok(await isPractice({}, { practice: yes }), String(yes));
  assert.ok(await isPractice({}, { PRACTICE: true }));
  for (const no of [false, '', '0', 'false', 'no', 'yes', 'oui', 1, null, ['1']])
    assert.equal(await isPractice({}, { practice: no }), false, JSON.stringify(no));
  for (const set of ['1', 'true', 'practice', true])
    assert.equal(await isPractice({ practice: set }, {}), false);
});

test('nothing is shown until both addresses are set, and a link that leads nowhere is none', async (t) => {
  const shown = await run<string[]>(
    t,
    "return array_map(fn($one) => $widget->element($one) . $widget->link($one, 'fr'), $given);",
    [
      {},
      { endpoint: READY.endpoint },
      { 'hotline-url': READY['hotline-url'] },
      { ...READY, 'hotline-url': 'javascript:alert(1)' },
      { ...READY, 'hotline-url': '' },
      { ...READY, endpoint: '' },
    ],
  );
  assert.deepEqual(shown, Array<string>(6).fill(''));
});

test('the link speaks each language, and tags and locales find the nearest', async (t) => {
  const links = await run<string[]>(
    t,
    "return array_map(fn($tag) => $widget->linkText(['hotline' => 'L’écoute'], $tag), $given);",
    LANGUAGES.map(({ tag }) => tag),
  );
  assert.deepEqual(
    links,
    LANGUAGES.map(({ reportTo }) => reportTo.replace('{hotline}', 'L’écoute')),
  );
  const nearest = {
    de_AT: 'de',
    'de-informal': 'de',
    'fr_FR.UTF-8': 'fr',
    EN: 'en',
    'fr-simple': 'fr-simple',
    ja: 'en',
    '': 'en',
    'x-y': 'en',
  };
  const found = await run<string[]>(
    t,
    'return array_map([$widget, "nearest"], $given);',
    Object.keys(nearest),
  );
  assert.deepEqual(found, Object.values(nearest));
});

test('its list of files is what plugins bring along, and scripts run after the languages', async (t) => {
  const folder = await temporaryFolder(t);
  copyWidget(folder);
  const { versions } = JSON.parse(phpFiles().get('files.json')!) as { versions: Record<string, string> };
  for (const name of Object.keys(versions)) assert.ok(existsSync(join(folder, name)), name);
  const loaded = await run<string[]>(t, 'return array_keys($widget->scripts($given));', {
    languages: 'uk fr de xx',
    lang: 'nl-BE',
  });
  assert.deepEqual(loaded, ['locales/uk.js', 'locales/de.js', 'locales/nl.js', 'cliquez-signalez.js']);
});

test('plugins with two versions of it run side by side, and alone it does nothing', async (t) => {
  const folder = await temporaryFolder(t);
  for (const name of ['one', 'two']) copyPhp(join(folder, name));
  const newer = join(folder, 'two/widget.php');
  writeFileSync(newer, readFileSync(newer, 'utf8').replaceAll('noreferrer', 'newer'));
  const code = `
    foreach (['one', 'two', 'one'] as $name) {
      $widget = require ${JSON.stringify(`${folder}/`)} . "$name/widget.php";
      echo $widget->link(['endpoint' => 'https://a.example', 'hotline-url' => 'https://a.example'], 'en'), "\\n";
    }`;
  const [one, two, again] = execFileSync('php', ['-d', 'error_reporting=-1', '-r', code], {
    encoding: 'utf8',
  }).split('\n');
  assert.match(one!, /rel="noreferrer"/);
  assert.equal(two, one!.replace('noreferrer', 'newer'));
  assert.equal(again, one);
  cpSync(join(folder, 'one'), join(folder, 'served'), { recursive: true });
  for (const name of ['widget.php', 'choices.php', 'languages.php'])
    assert.equal(execFileSync('php', [join(folder, 'served', name)], { encoding: 'utf8' }), '', name);
});

test('it asks nobody anything, and reads no file but its own', () => {
  const source = phpFiles().get('widget.php')!;
  assert.doesNotMatch(source, /curl_|fsockopen|stream_|\bfopen|readfile|\bmail\(|exec\(|eval\(|\$_/);
  assert.deepEqual(
    [...source.matchAll(/(?:require|file_get_contents\()\s*([^;)]*)/g)]
      .map(([, file]) => file!.trim())
      .slice(-3),
    ["__DIR__ . '/choices.php'", "__DIR__ . '/languages.php'", "__DIR__ . '/files.json'"],
  );
});
