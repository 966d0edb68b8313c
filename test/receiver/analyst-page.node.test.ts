// The page for analysts as a file: what stands in it, how reports are grouped and found, and where a new file begins.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { analystPage, jsonData } from '../../src/receiver/analyst-page/analyst-page.ts';
import { matching, type Filter } from '../../src/receiver/analyst-page/script/filters.ts';
import { groupsOf } from '../../src/receiver/analyst-page/script/grouping.ts';
import { createMarks, decisionsFile } from '../../src/receiver/analyst-page/script/marks.ts';
import { scriptWords } from '../../src/receiver/analyst-page/page-locales.ts';
import { showReport } from '../../src/receiver/analyst-page/shown-report.ts';
import type { ShownReport } from '../../src/receiver/analyst-page/script/types.ts';
import { command as exportCommand } from '../../src/receiver/commands/export.ts';
import { writePages } from '../../src/receiver/commands/page-files.ts';
import { readRow } from '../../src/receiver/export/reader.ts';
import { readStatedDecisions } from '../../src/receiver/figures/decisions.ts';
import { sampleReport } from './sample-report.ts';
import { rowOf, storeOf } from './export-given.ts';
import { ordinaryRows } from './analyst-page-given.ts';
import { temporaryFolder } from './harness.ts';
import { NAUGHTY } from './naughty-strings.ts';
import { makePair, seal } from './sealed-given.ts';
import { run } from './store-given.ts';

const shown = async (report: { submissionId: string }, columns = {}): Promise<ShownReport> =>
  showReport(await readRow({ ...rowOf(report, columns), sequence: 1 }, []), 'fr');

const at = (value: string, more: object = {}) =>
  sampleReport({ locations: [{ id: 'L1', place: 'website', url: { value, kind: 'http' } }], ...more });

/** The reports that stand in a page. */
const reportsIn = (html: string): ShownReport[] =>
  (/<script type="application\/jsonl" id="data">\n([^]*?)<\/script>/.exec(html)?.[1] ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as ShownReport);

test('no text of a reporter ends the element that holds it, or is lost in it', () => {
  for (const text of [...NAUGHTY, '</script><script>alert(1)</script>', '<!--', ']]>', '\u2028\u2029']) {
    const line = jsonData({ text });
    assert.doesNotMatch(line.slice(0, -1), /[<\n\r\u2028\u2029]/);
    assert.equal((JSON.parse(line) as { text: string }).text, text);
  }
});

test('addresses stand in the page disarmed alone, invisible characters spelt out', async () => {
  const report = at('https://exemple.fr/\u202Egnp.exe', {
    content: { description: 'a\u200Bb http://exemple.fr javascript:alert(1)' },
  });
  const line = jsonData(await shown(report));
  assert.match(line, /hxxps:\/\/exemple\[\.\]fr\/⟨U\+202E⟩gnp\.exe/);
  assert.match(line, /a⟨U\+200B⟩b hxxp:\/\/exemple\[\.\]fr javascript\[:\]alert/);
  assert.doesNotMatch(line, /https?:\/\/|[\u202E\u200B]/);
});

test('whatever a reporter writes anywhere, it is shown, disarmed and without a character that hides', async () => {
  let read = 0;
  for (const text of NAUGHTY) {
    const report = await shown(
      sampleReport({
        locations: [
          {
            id: 'L1',
            place: 'game',
            service: text.slice(0, 90),
            identifiers: [{ type: 'account_handle', value: text.slice(0, 500) }],
            pinpoint: text.slice(0, 400),
          },
        ],
        content: { description: text },
        reportedAccounts: [{ handle: text.slice(0, 200) }],
      }),
    );
    // The schema refuses what no form sends, such as an empty text.
    if (report.fault !== undefined) continue;
    read++;
    const texts = [...report.fields, ...report.places.flatMap(({ fields }) => fields)].map(
      (field) => field.text,
    );
    const all = [report.where, ...texts].join('\n');
    assert.doesNotMatch(
      all,
      /\b(?:https?|ftp):\/\/|\b(?:javascript|data):\S|[\u200B\u202A-\u202E\u2066-\u2069\uFEFF\0]/i,
    );
  }
  assert.ok(read > 300, `${read} texts`);
});

test('the texts that a reporter writes freely are told apart from answers', async () => {
  const report = await shown(
    sampleReport({
      category: 'terrorism_bomb_making',
      content: { description: 'un texte' },
      details: { kinds: ['praise'], targetHint: 'une cible', whenHint: 'demain' },
      personsConcerned: { areaHint: 'une ville' },
      locations: [
        {
          id: 'L1',
          place: 'website',
          url: { value: 'https://a.example/', kind: 'http' },
          pinpoint: 'en bas',
        },
      ],
    }),
  );
  const fields = [...report.fields, ...report.places.flatMap((place) => place.fields)];
  assert.deepEqual(
    fields
      .filter(({ kind }) => kind === 'told')
      .map(({ text }) => text)
      .toSorted(),
    ['demain', 'en bas', 'un texte', 'une cible', 'une ville'],
  );
});

test('a row says which rule makes it urgent, the role, and the age where somebody told it', async () => {
  const rowOfReport = async (changes: object) => {
    const { priority, reason, role, age } = await shown(sampleReport({ ...changes }), { priority: 'urgent' });
    return [priority, reason, role, age];
  };
  assert.deepEqual(await rowOfReport({ danger: { immediate: 'yes', helpShown: true } }), [
    'urgent',
    'danger immédiat',
    'Témoin',
    undefined,
  ]);
  assert.deepEqual(
    await rowOfReport({
      category: 'sexual_harassment',
      details: { blackmail: 'yes' },
      reporter: { role: 'victim', ageBand: '15_17', anonymous: true, followUp: 'none' },
    }),
    ['urgent', 'chantage, peut-être un mineur', 'Personne visée', '15 à 17 ans'],
  );
  assert.deepEqual(
    await rowOfReport({
      danger: { immediate: 'yes', helpShown: true },
      personsConcerned: { apparentAge: 'teen' },
      reporter: { role: 'prefer_not_to_say', ageBand: 'adult', anonymous: true, followUp: 'none' },
    }),
    ['urgent', 'danger immédiat', undefined, 'Adolescent'],
  );
});

test('reports of one address are one group, urgent ones first; without an address, service and identifiers decide', async () => {
  const named = (value: string) =>
    sampleReport({
      locations: [
        { id: 'L1', place: 'game', service: 'Jeu', identifiers: [{ type: 'account_handle', value }] },
      ],
    });
  const reports = await Promise.all([
    shown(at('https://a.example/1'), { reference: 'A1' }),
    shown(at('https://b.example/1'), { reference: 'B1', priority: 'urgent' }),
    shown(at('https://a.example/1'), { reference: 'A2' }),
    shown(named('x'), { reference: 'X1' }),
    shown(named('y'), { reference: 'Y1' }),
    shown(named('x'), { reference: 'X2' }),
    shown(sampleReport(), { reference: 'S1', body: '{}' }),
    shown(at('https://a.example/1'), { reference: 'A3' }),
  ]);
  const references = (list: readonly ShownReport[]) =>
    groupsOf(list).map((group) => group.reports.map(({ reference }) => reference).join(' '));
  assert.deepEqual(references(reports), ['B1', 'S1', 'A3 A2 A1', 'X2 X1', 'Y1']);
  // What was added stands with its report, whatever it is about.
  const added = { ...(await shown(at('https://c.example/'), { reference: 'C1' })), addsTo: 'A1' };
  assert.deepEqual(references([...reports, added])[2], 'A3 A2 A1 C1');
  // An urgent one brings its group along.
  const urgent = await shown(at('https://a.example/1'), { reference: 'A4', priority: 'urgent' });
  assert.deepEqual(references([...reports, urgent]).slice(0, 2), ['A4 A3 A2 A1', 'B1']);
});

test('a search finds a number or an address, armed or not; marks leave the list of what is unmarked', async () => {
  const groups = groupsOf([
    await shown(at('https://a.example/One'), { reference: '7K4M-2QXD' }),
    await shown(at('https://b.example/two', { category: 'procuring' }), {
      reference: 'B1',
      priority: 'urgent',
    }),
  ]);
  const find = (filter: Partial<Filter>, marked = '') =>
    matching(
      groups,
      { text: '', category: '', priority: '', isUnmarkedOnly: false, ...filter },
      (reference) => reference === marked,
    ).flatMap(({ reports }) => reports.map(({ reference }) => reference));
  for (const text of ['https://a.example/one', 'hxxps://A[.]example', 'a.example', '7k4m2', ' 7K4M-2QXD '])
    assert.deepEqual(find({ text }), ['7K4M-2QXD'], text);
  assert.deepEqual(find({ text: 'c.example' }), []);
  assert.deepEqual(find({ category: 'Proxénétisme' }), ['B1']);
  assert.deepEqual(find({ priority: 'normal' }), ['7K4M-2QXD']);
  assert.deepEqual(find({ isUnmarkedOnly: true }, 'B1'), ['7K4M-2QXD']);
  assert.deepEqual(find({}, 'B1'), ['B1', '7K4M-2QXD']);
});

test('marks are the file of decisions, also where a name begins like a formula', () => {
  for (const locale of ['fr', 'en'] as const) {
    const words = scriptWords(locale);
    const marks = createMarks();
    marks.set('R1', { action: 'unknown', date: '2026-11-24', provider: '=Example "Hosting", Inc.' });
    marks.set('R2', { action: 'police', date: '2026-11-25' });
    marks.set('R3', { action: 'link', date: '2026-11-25' });
    marks.set('R3', undefined);
    marks.set('R4', undefined);
    assert.deepEqual([marks.size, marks.unsaved], [2, 3]);
    const file = decisionsFile(marks.save(), words);
    // No spreadsheet calculates it.
    assert.match(file, /"'=Example/);
    const rows = readStatedDecisions(file);
    assert.deepEqual(rows, [
      {
        line: 2,
        reference: 'R1',
        action: 'unknown',
        provider: '=Example "Hosting", Inc.',
        date: '2026-11-24',
      },
      { line: 3, reference: 'R2', action: 'police', date: '2026-11-25' },
    ]);
    assert.equal(marks.unsaved, 0);
  }
});

test('a new file begins above the limit, and each says where it goes on', async (t) => {
  const file = join(await temporaryFolder(t), 'reports.html');
  const page = analystPage('fr');
  const lines = ['a', 'b', 'c', 'd', 'e'].map((name) => jsonData({ reference: name.repeat(40) }));
  async function* texts(): AsyncGenerator<string> {
    yield* lines;
  }
  const around = page.head + page.tail({ number: 1, next: 'reports-2.html' });
  const longest = Buffer.byteLength(around) + 2 * lines[0]!.length;
  await writePages(file, page, texts(), longest);
  assert.ok((await stat(file)).size <= longest);
  const part = async (name: string) => {
    const html = await readFile(file.replace('reports', name), 'utf8');
    return [
      reportsIn(html).map(({ reference }) => reference[0]),
      JSON.parse(/id="part">([^<]*)</.exec(html)![1]!) as unknown,
    ];
  };
  assert.deepEqual(await part('reports'), [['a', 'b'], { number: 1, next: 'reports-2.html' }]);
  assert.deepEqual(await part('reports-2'), [['c', 'd'], { number: 2, next: 'reports-3.html' }]);
  assert.deepEqual(await part('reports-3'), [['e'], { number: 3 }]);
  const another = file.replace('reports', 'other');
  await writeFile(another.replace('other', 'other-2'), '');
  await assert.rejects(writePages(another, page, texts()), /other-2\.html exists.*Name another file/);
  assert.equal((await readdir(join(file, '..'))).length, 4);
});

test('the command writes a page; sealed reports are opened with a key, and listed with the reason without one', async (t) => {
  const folder = await temporaryFolder(t);
  const url = `sqlite:${join(folder, 'reports.sqlite')}`;
  const pair = await makePair();
  const sealed = seal(pair, at('https://a.example/1'));
  const store = await storeOf(
    t,
    [...ordinaryRows(30), rowOf(sealed, { reference: 'SEALED-1' }), rowOf(at('https://a.example/1'))],
    url,
  );
  await store.close();
  const key = join(folder, 'key.json');
  await writeFile(key, JSON.stringify(pair.jwk));
  const page = async (...options: string[]) => {
    const { code, stderr, stdout } = await run(
      t,
      'export',
      '--database',
      url,
      '--format',
      'html',
      ...options,
    );
    return { code, stderr, html: stdout };
  };
  const closed = await page('--leave-sealed');
  assert.equal(closed.code, 0, closed.stderr);
  assert.match(closed.stderr, /^32 reports written/);
  const unread = reportsIn(closed.html).find(({ reference }) => reference === 'SEALED-1');
  assert.equal(unread?.priority, 'unread');
  assert.match(unread?.fault ?? '', /chiffré.*--key/);
  const opened = reportsIn((await page('--key', key)).html);
  // After opening, it is about the same address as another one.
  const [one, two] = opened.slice(-2);
  assert.equal(one?.reference, 'SEALED-1');
  assert.equal(one?.groupKey, two?.groupKey);
  const urgent = await page('--priority', 'urgent', '--key', key, '--locale', 'en');
  assert.deepEqual(
    reportsIn(urgent.html).map(({ priority, category }) => [priority, category]),
    [['urgent', 'Pimping']],
  );
  assert.match(urgent.html, /<html lang="en">/);
});

test('the page is whole, names its policy, and has no link and no address to load', () => {
  for (const locale of ['fr', 'en'] as const) {
    const { head, tail, policy } = analystPage(locale);
    const html = head + tail({ number: 1 });
    assert.match(policy, /^default-src 'none'; script-src 'sha256-[\w+/=]+'; style-src 'sha256-[\w+/=]+';/);
    assert.ok(html.includes(`content="${policy}"`));
    for (const [name, element] of [
      ['script-src', /<script type="module">([^]*?)<\/script>/],
      ['style-src', /<style>([^]*?)<\/style>/],
    ] as const) {
      const hash = createHash('sha256').update(element.exec(html)![1]!).digest('base64');
      assert.ok(policy.includes(`${name} 'sha256-${hash}'`), name);
    }
    assert.doesNotMatch(
      html,
      /<(?:a|img|link|iframe)\b|\bfetch\(|XMLHttpRequest|\bimport\b|localStorage|innerHTML/,
    );
  }
});

test('a page needs a name: nothing is written to standard output', async () => {
  await assert.rejects(
    async () => exportCommand.run(['--format', 'html'], {}),
    /html makes pages, which need a name: --output reports\.html/,
  );
});
