// The WordPress plugin as the directory's reviewers check it: syntax, names, guards, words, versions, and contents.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { inflateRawSync } from 'node:zlib';
import type { Sizes } from '../../.build/sizes.ts';
import {
  freshTemplate,
  packagePlugin,
  pluginFiles,
  sourceFiles,
} from '../../src/plugins/wordpress/package.ts';
import { messages, readPo } from '../../src/plugins/wordpress/translations.ts';

const sources = sourceFiles();
const files = pluginFiles();
const named = (pattern: RegExp): [path: string, text: string][] =>
  [...files].filter(([path]) => pattern.test(path));
const php = named(/\.php$/);
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

test('PHP reads every file, and PHP 7.4 would', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'plugin-'));
  t.after(() => rm(folder, { recursive: true }));
  const paths: string[] = [];
  for (const [index, [, text]] of php.entries()) {
    paths.push(join(folder, `${index}.php`));
    await writeFile(paths.at(-1)!, text);
  }
  execFileSync('php', ['-l', ...paths], { stdio: 'pipe' });
  // Syntax newer than 7.4, as named by PHP's own scanner.
  const newer = `
    $newer = ['T_MATCH', 'T_ENUM', 'T_READONLY', 'T_ATTRIBUTE', 'T_NULLSAFE_OBJECT_OPERATOR', 'T_FN_TYPE'];
    foreach (array_slice($argv, 1) as $file)
      foreach (PhpToken::tokenize(file_get_contents($file)) as $token)
        if (in_array($token->getTokenName(), $newer)) echo "$file $token\\n";`;
  assert.equal(execFileSync('php', ['-r', newer, '--', ...paths], { encoding: 'utf8' }), '');
});

test('no file runs by itself, except what WordPress asks for', () => {
  const unguarded = php.filter(
    ([path, text]) =>
      !/^defined\( '(ABSPATH|WP_UNINSTALL_PLUGIN)' \) \|\| exit;$/m.test(text) && !path.endsWith('.l10n.php'),
  );
  assert.deepEqual(
    unguarded.map(([path]) => path),
    [],
  );
});

test('every function, option, hook and constant has the plugin’s prefix', () => {
  const names = php.flatMap(([, text]) => [
    ...[...text.matchAll(/^function (\w+)/gm)].map(([, name]) => name!),
    ...[...text.matchAll(/\bdefine\( '(\w+)'/g)].map(([, name]) => name!),
    ...[...text.matchAll(/\b(?:get|update|delete|add)_option\( '(\w+)'/g)].map(([, name]) => name!),
    ...[...text.matchAll(/\b(?:apply_filters|do_action)\( '(\w+)'/g)].map(([, name]) => name!),
  ]);
  assert.ok(names.length > 40, `${names.length} names`);
  assert.deepEqual(
    names.filter((name) => !/^cliquez_signalez_/i.test(name)),
    [],
  );
});

test('every text is translated, under the plugin’s own domain, and the template is fresh', () => {
  const calls = [...sources].flatMap(([path, text]) =>
    /\.(php|js)$/.test(path) ? (text.match(/\b_[_enx]+\(|\besc_(html|attr)_[_ex]+\(/g) ?? []) : [],
  );
  const understood = messages(sources).flatMap(({ context, places }) => (context ? [] : places));
  // The description in the plugin's header counts as one more text.
  assert.equal(understood.length, calls.length + 1, 'A call for a translation is not understood');
  const french = readPo(sources.get('languages/cliquez-signalez-fr_FR.po')!);
  const texts = messages(sources).map(({ text, context }) => (context ? `${context}\u0004${text}` : text));
  assert.deepEqual([...french.keys()].toSorted(), texts.toSorted());
  const places = (text: string): string => (text.match(/%\w/g) ?? []).join();
  for (const [text, translated] of french) {
    assert.notEqual(translated, text, 'The same in both languages');
    assert.equal(places(translated), places(text), text);
    // French texts of this project use no straight apostrophe.
    assert.doesNotMatch(translated, /'/);
  }
  assert.equal(sources.get('languages/cliquez-signalez.pot'), freshTemplate(), 'Run npm run wordpress');
});

test('the same version stands everywhere', () => {
  const main = files.get('cliquez-signalez.php')!;
  const readme = files.get('readme.txt')!;
  assert.equal(/^ \* Version: +(\S+)$/m.exec(main)?.[1], version);
  assert.equal(/'CLIQUEZ_SIGNALEZ_VERSION', '(.*)'/.exec(main)?.[1], version);
  assert.equal(/^Stable tag: (\S+)$/m.exec(readme)?.[1], version);
  assert.match(readme, new RegExp(`^= ${version.replaceAll('.', '\\.')} =$`, 'm'));
  for (const name of ['Requires at least', 'Requires PHP', 'License', 'License URI'])
    assert.equal(
      new RegExp(`^ \\* ${name}: +(.+)$`, 'm').exec(main)?.[1],
      new RegExp(`^${name}: (.+)$`, 'm').exec(readme)?.[1],
      name,
    );
});

test('the readme is as the directory wants it', () => {
  const readme = files.get('readme.txt')!;
  const [head = '', ...sections] = readme.split(/^== (.+) ==$/m);
  assert.deepEqual(
    sections.filter((_, index) => index % 2 === 0),
    // No screenshots: the directory keeps them beside the plugin, and there are none yet.
    ['Description', 'Installation', 'Frequently Asked Questions', 'Changelog'],
  );
  // One language a file, and the figures of this very build.
  assert.doesNotMatch(readme.replaceAll('Cliquez, Signalez !', ''), /[«»éèàçê]|\b(?:Le|La|Je|vous|sont)\b/);
  const { moments } = JSON.parse(readFileSync('dist/sizes.json', 'utf8')) as Sizes;
  const kilobytes = Math.round(moments['before a click'].brotli / 1000);
  assert.ok(readme.includes(`* ${kilobytes} kB before a click`));
  assert.match(readme, /in 24 further languages/);
  assert.match(readme, /^\* 8 themes/m);
  assert.match(readme, /^= Names =$/m);
  assert.ok(head.trim().split('\n').at(-1)!.length <= 150, 'The short description is too long');
  assert.ok(/^Tags: (.+)$/m.exec(head)![1]!.split(',').length <= 5, 'Too many tags');
});

test('nothing is loaded from elsewhere, and every minified file has its source with it', () => {
  const allowed = /^https:\/\/(opensource\.org|schemas\.wp\.org)\//;
  const addresses = [...sources].flatMap(([path, text]) =>
    /\.(php|js|json|css)$/.test(path)
      ? [...text.matchAll(/https?:\/\/[\w-]+\.[\w./-]+/g)].map(([address]) => address)
      : [],
  );
  assert.deepEqual(
    addresses.filter((address) => !allowed.test(address)),
    [],
  );
  const scripts = named(/^assets\/.*\.js$/);
  assert.ok(scripts.length > 10);
  const sourceless = scripts.filter(([path, text]) => {
    const map = files.get(`${path}.map`);
    // Files that hold only the bundler's own lines are readable as they are.
    return map
      ? !(JSON.parse(map) as { sourcesContent?: string[] }).sourcesContent?.every(Boolean)
      : text.length > 400;
  });
  assert.deepEqual(
    sourceless.map(([path]) => path),
    [],
  );
});

test('the archive holds every file, and is the same each time', () => {
  const archive = packagePlugin();
  assert.ok(archive.equals(packagePlugin()));
  // A third of it is source maps of the 26 further languages.
  assert.ok(archive.length < 1_400_000, `${archive.length} bytes`);
  let offset = 0;
  const found = new Map<string, string>();
  while (archive.readUInt32LE(offset) === 0x04034b50) {
    const [packed, nameLength] = [archive.readUInt32LE(offset + 18), archive.readUInt16LE(offset + 26)];
    const start = offset + 30 + nameLength;
    const name = archive.toString('utf8', offset + 30, start);
    found.set(name, inflateRawSync(archive.subarray(start, start + packed)).toString());
    offset = start + packed;
  }
  assert.deepEqual(found, new Map([...files].map(([path, text]) => [`cliquez-signalez/${path}`, text])));
});

test('whatever is printed is escaped where it is printed, or says why it need not be', () => {
  // Literal markup, or a call that escapes; the placeholders of printf are checked argument by argument.
  const harmless = /^(?:'[^']*'|esc_(?:html|attr|url)(?:__)?\(|selected\(|checked\(|\(int\) |wp_kses)/;
  const unescaped: string[] = [];
  for (const [path, text] of php) {
    for (const [line] of text.matchAll(/^.*\becho\b.*$/gm)) {
      const [, printed = ''] = /\becho\s+(.+)$/.exec(line) ?? [];
      const isExplained = line.endsWith(' // phpcs:ignore WordPress.Security.EscapeOutput.OutputNotEscaped');
      if (!line.trim().startsWith('*') && !isExplained && !harmless.test(printed))
        unescaped.push(`${path}: ${line.trim()}`);
    }
    for (const [call] of text.matchAll(/^\t*printf\([\s\S]*?\);$/gm)) {
      const [, ...given] = call
        .replace(/^\t*printf\(\s*/, '')
        .replace(/\s*\);$/, '')
        .replaceAll(/\b(selected|checked)\([^()]*\)/g, '$1()')
        .split(/,\s+(?=(?:[^'(]|'[^']*'|\([^()]*(?:\([^()]*\)[^()]*)*\))*$)/);
      for (const argument of given)
        if (!harmless.test(argument.trim().replace(/^\$is_\w+ \? /, '')))
          unescaped.push(`${path}: ${argument}`);
    }
  }
  assert.deepEqual(unescaped, []);
});

test('settings are written through WordPress’s own form, which checks who asks, or not at all', () => {
  const all = php.map(([, text]) => text).join('\n');
  // options.php checks the capability and the nonce that settings_fields() prints.
  assert.match(all, /settings_fields\( '[\w-]+' \)/);
  assert.match(all, /register_setting\(\s*'[\w-]+',\s*'cliquez_signalez_settings'/);
  const page = files.get('includes/settings-page.php')!;
  assert.match(page, /current_user_can\( 'manage_options' \)/);
  assert.doesNotMatch(all, /\b(?:add|update)_(?:site_)?option\(|\$_(?:POST|GET|REQUEST|COOKIE)\b|\$wpdb/);
  assert.match(files.get('uninstall.php')!, /^defined\( 'WP_UNINSTALL_PLUGIN' \) \|\| exit;$/m);
  // Only the relay sends requests. An administrator turns it on, and it only contacts the endpoint.
  const asking = php.filter(([, text]) =>
    /\bwp_(?:safe_)?remote_(?:get|post|request|head)\(|curl_|fsockopen/.test(text),
  );
  assert.deepEqual(
    asking.map(([path]) => path),
    ['includes/relay-request.php'],
  );
});
