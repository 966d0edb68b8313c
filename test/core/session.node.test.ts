// Sessions in addresses: out of the page's own address without a word, out of a typed one until it is said to be public.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AddressResult, normaliseAddress } from '../../src/core/address/address.ts';
import { pageAddress } from '../../src/core/address/page-address.ts';
import { readSharedText } from '../../src/core/address/shared-text.ts';
import { changeOf, warningOf } from '../../src/core/address/warnings.ts';
import { readAddresses } from '../../src/core/draft/addresses.ts';
import { answer } from '../../src/core/draft/draft.ts';
import { remarksOf } from '../../src/core/draft/remarks.ts';
import { reportOf } from '../../src/core/draft/to-report.ts';
import type { Answers } from '../../src/core/draft/types.ts';
import { reportSchema } from '../../src/core/report/report.ts';
import { context, draftWith } from './draft-given.ts';

const MD5 = 'c0b8c3bd254eb8258176d7cfb94dcb9f';
const PHP = 'biq1psqu44jbmc8if73olk4fh6';
const ASP = 'lit3py55t21z5v55vlm25s55';

function found(text: string): Extract<AddressResult, { kind: 'address' }> {
  const result = normaliseAddress(text);
  assert.equal(result.kind, 'address', text);
  return result;
}

/** Addresses with a session, and the same without it. */
const SESSIONS: Readonly<Record<string, string>> = {
  'https://exemple.fr/t.jsp;jsessionid=0A1B2C.n1!17?id=2': 'https://exemple.fr/t.jsp?id=2',
  'https://exemple.fr/a;JSESSIONID=0A1B/b;v=1': 'https://exemple.fr/a/b;v=1',
  'https://exemple.fr/t?jsessionid=0A1B&id=2': 'https://exemple.fr/t?id=2',
  [`https://forum.exemple.fr/index.php?PHPSESSID=${PHP}&topic=26792.msg84`]:
    'https://forum.exemple.fr/index.php?topic=26792.msg84',
  [`https://forum.exemple.fr/index.php?phpsessid=${PHP};topic=1`]:
    'https://forum.exemple.fr/index.php?topic=1',
  [`https://forum.exemple.fr/index.php?topic=1;PHPSESSID=${PHP}#msg2`]:
    'https://forum.exemple.fr/index.php?topic=1#msg2',
  [`https://forum.exemple.fr/index.php?PHPSESSID=${PHP}&/topic,1.html`]:
    'https://forum.exemple.fr/index.php?/topic,1.html',
  [`https://kms.exemple.gov/(X(1)S(${ASP}))/Home/Goster/136329`]:
    'https://kms.exemple.gov/Home/Goster/136329',
  [`https://exemple.fr/(S(${ASP}))/t.aspx`]: 'https://exemple.fr/t.aspx',
  [`https://exemple.fr/(A(x-y_z9)S(${ASP})F(abcdef12))/t.aspx`]: 'https://exemple.fr/t.aspx',
  [`https://exemple.fr/(${ASP})/t.aspx`]: 'https://exemple.fr/t.aspx',
  'https://exemple.fr/index.cfm?page=2&CFID=1234&CFTOKEN=56789012': 'https://exemple.fr/index.cfm?page=2',
  'https://boutique.exemple.fr/p.php?products_id=12&osCsid=2f1':
    'https://boutique.exemple.fr/p.php?products_id=12',
  'https://exemple.fr/p?zenid=a&XTCsid=b&MODsid=c&id=4': 'https://exemple.fr/p?id=4',
  'https://exemple.fr/p?ASPSESSIONIDQQ=a&BV_SessionID=b&BV_EngineID=c&sap-sessionid=d&sesskey=e&id=4':
    'https://exemple.fr/p?id=4',
  [`https://forum.exemple.fr/viewtopic.php?t=12&sid=${MD5}`]: 'https://forum.exemple.fr/viewtopic.php?t=12',
  [`https://forum.exemple.fr/x?phpbb3_sid=${MD5}&sesc=${MD5}&t=1`]: 'https://forum.exemple.fr/x?t=1',
  [`https://forum.exemple.fr/showthread.php?s=${MD5}&t=3347`]:
    'https://forum.exemple.fr/showthread.php?t=3347',
  [`https://forum.exemple.fr/showthread.php?t=3347&s=${MD5}`]:
    'https://forum.exemple.fr/showthread.php?t=3347',
  [`https://forum.exemple.fr/v1.2/fil?s=${MD5}`]: 'https://forum.exemple.fr/v1.2/fil',
  'https://exemple.fr/x?cfid=12&cftoken=56789012&mycfid=3': 'https://exemple.fr/x?mycfid=3',
  [`https://forum.exemple.fr/threads/12-titre?s=${MD5}`]: 'https://forum.exemple.fr/threads/12-titre',
  'https://exemple.fr/x?session_id=9f86d081884c7d65&id=1': 'https://exemple.fr/x?id=1',
  'https://exemple.fr/x?ci_sessionid=9f86d081-884c-7d65&sessid=9f86d081884c7d65&sess_key=9f86d081884c7d65':
    'https://exemple.fr/x',
  'https://exemple.fr/x?id=1&access_token=ya29.a0': 'https://exemple.fr/x?id=1',
  'https://exemple.fr/x?id_token=a&refresh_token=b&auth_token=c&oauth_token=d&login_token=e&auto_token=f&session_token=g&csrf_token=h&_token=i&authenticity_token=j&id=1':
    'https://exemple.fr/x?id=1',
  'https://exemple.fr/x?ticket=ST-123-abc-cas&id=1': 'https://exemple.fr/x?id=1',
  'https://exemple.fr/x?SAMLResponse=PHNhbWw&id=1': 'https://exemple.fr/x?id=1',
  'https://exemple.fr/x#access_token=1&state=2': 'https://exemple.fr/x',
  // As routers make them that keep the page in the fragment.
  'https://exemple.fr/#/fil/3#access_token=1&state=2': 'https://exemple.fr/#/fil/3',
  'https://exemple.fr/#/fil/3?access_token=1&state=2': 'https://exemple.fr/#/fil/3',
  'https://exemple.fr/#/fil/3?state=2&id_token=1': 'https://exemple.fr/#/fil/3',
  'https://exemple.fr/x?id=1#state=2&id_token=1': 'https://exemple.fr/x?id=1',
};

/** Addresses whose parts only resemble a session: numbers, keys, signatures. */
const NONE = [
  'https://exemple.fr/viewstory.php?sid=14578&chapter=2',
  'https://exemple.fr/modules.php?name=News&file=article&sid=155',
  'https://exemple.fr/article.pl?sid=23/04/19/2219234',
  'https://exemple.fr/?talk_sid=3&CallSid=CA0c43aec2bf3e7fd0be9b6b53a1b3fbd90a',
  'https://conf.exemple.fr/prog?session_id=42&session=2024&sessionid=mardi-matin-salle-deux',
  `https://exemple.imgix.net/a.png?w=400&s=${MD5}`,
  `https://images.exemple.com/photo-1?w=400&s=${MD5}`,
  `https://preview.redd.it/a.jpg?s=${MD5}`,
  `https://exemple.fr/x.php?ads=${MD5}&s=${MD5}0`,
  `https://exemple.fr/x?CallSid=${MD5}&sid=${MD5}0`,
  'https://exemple.fr/x?session_id=9f86d081884c7d65/2',
  'https://exemple.fr/?s=mot',
  'https://www.gravatar.com/avatar/a?s=80',
  'https://exemple.fr/?cfid=12',
  'https://exemple.fr/?cftoken=56789012&page=1',
  'https://exemple.fr/wiki/X_(y)/z',
  'https://exemple.fr/wiki/F(x)',
  'https://exemple.fr/f(S(abcdefgh))/x',
  'https://exemple.fr/(F(x))/x',
  'https://exemple.fr/(X(1))/x',
  'https://exemple.fr/(international)/x',
  'https://exemple.fr/(abcdefghijklmnopqrstuvwx)/x',
  'https://exemple.fr/a;v=1.2/b',
  'https://www.xiaohongshu.com/explore/67f4?xsec_token=AB1',
  'https://www.facebook.com/media/set/?set=a.1&collection_token=1%3A2',
  'https://exemple.fr/?feed_token=a&share_token=b&page_token=c&next_token=d&token=e&ticket=12&possessionid=3',
  'https://exemple.fr/#p34',
  'https://exemple.fr/#/route?token=1',
];

test('takes sessions out of an address, and keeps the address with it apart', () => {
  for (const [address, left] of Object.entries(SESSIONS)) {
    const { url, display, isStripped, withSession } = found(address);
    assert.deepEqual(url, { value: left, kind: 'http', changes: ['sharer_id_removed'] }, address);
    assert.equal(display, left);
    assert.ok(isStripped);
    assert.deepEqual(
      withSession,
      { url: { value: address, kind: 'http' }, display: address, isStripped: false },
      address,
    );
    assert.equal(found(left).withSession, undefined);
    assert.equal(pageAddress(address), left);
    assert.equal(warningOf(found(address), address), 'session');
    assert.equal(changeOf(found(address)), 'private');
  }
});

test('leaves numbers of stories, keys and signatures', () => {
  for (const address of NONE) {
    const result = found(address);
    assert.equal(result.url.value, address);
    assert.equal(result.withSession, undefined, address);
    assert.equal(pageAddress(address), new URL(address).href);
  }
});

test('what was typed is kept without the session, and with it only beside the address that has it', () => {
  const { url, withSession } = found(`http://Exemple.fr:80/t.php?PHPSESSID=${PHP}&utm_id=1&q="a b".`);
  assert.deepEqual(url, {
    value: 'http://exemple.fr/t.php?q=%22a%20b%22',
    kind: 'http',
    changes: ['trimmed', 'host_lowercased', 'default_port_removed'],
    asEntered: 'http://Exemple.fr:80/t.php?q="a b".',
  });
  assert.equal(withSession?.url.asEntered, `http://Exemple.fr:80/t.php?PHPSESSID=${PHP}&q="a b".`);
  assert.equal(withSession.url.value, `http://exemple.fr/t.php?PHPSESSID=${PHP}&q=%22a%20b%22`);
});

test('a session that is longer than the wire takes is removed without a question', () => {
  const { url, withSession } = found(`https://exemple.fr/x?id=1&access_token=${'a'.repeat(4_096)}`);
  assert.equal(url.value, 'https://exemple.fr/x?id=1');
  assert.equal(withSession, undefined);
});

test('a wrapped address and the page of an image are asked about and sent in the same way', () => {
  const target = encodeURIComponent(`https://exemple.fr/x?PHPSESSID=${PHP}`);
  const wrapped = found(`https://l.facebook.com/l.php?u=${target}&h=1`);
  assert.equal(wrapped.url.value, 'https://exemple.fr/x');
  assert.equal(wrapped.withSession?.url.value, `https://exemple.fr/x?PHPSESSID=${PHP}`);
  const image = found(
    `https://www.google.fr/imgres?imgurl=https%3A%2F%2Fexemple.fr%2Fi.jpg&imgrefurl=${target}`,
  );
  assert.doesNotMatch(JSON.stringify(image), /PHPSESSID/);
});

test('a shared address keeps its session for the form, which asks; it names only what was removed', () => {
  const [read] = readSharedText({ text: `voir https://exemple.fr/x?PHPSESSID=${PHP}&utm_id=1` }).addresses;
  assert.deepEqual(read, {
    value: `https://exemple.fr/x?PHPSESSID=${PHP}`,
    given: `https://exemple.fr/x?PHPSESSID=${PHP}`,
    changes: ['tracking_removed'],
    removed: ['utm_id'],
  });
});

const ADDRESS = `https://exemple.fr/x?PHPSESSID=${PHP}&id=1`;
const where = { category: 'unsure', where: 'elsewhere', addresses: [ADDRESS] } as const;

test('a session is sent only where it is said to be published, and then the address as it was typed', () => {
  const sent = (session?: Answers['session']): unknown => {
    const draft = { ...draftWith({ ...where, ...(session && { session }) }), step: 'check' } as const;
    const report = reportOf(draft, context);
    assert.ok(reportSchema.safeParse(report).success);
    return report.locations[0]!.url;
  };
  const open = { value: 'https://exemple.fr/x?id=1', kind: 'http', changes: ['sharer_id_removed'] };
  assert.deepEqual(sent(), open);
  assert.deepEqual(sent('own'), open);
  assert.deepEqual(sent('published'), { value: ADDRESS, kind: 'http' });
});

test('whose a session is is asked until it is answered or was left open once', () => {
  const draft = { ...draftWith(where), step: 'where' } as const;
  const asked = (answers: Partial<Answers>): string[] =>
    remarksOf(answer(draft, answers)).map(({ code }) => code);
  assert.deepEqual(asked({}), ['session']);
  assert.deepEqual(asked({ remarked: [ADDRESS] }), []);
  for (const session of ['own', 'published'] as const) assert.deepEqual(asked({ session }), []);
  const both = ADDRESS.replace('//', '//nom:secret@');
  assert.deepEqual(asked({ addresses: [both] }), ['credentials']);
  assert.deepEqual(asked({ addresses: [both], credentials: 'own' }), ['session']);
  assert.deepEqual(asked({ addresses: [both], credentials: 'own', session: 'own' }), []);
});

test('the review shows the address that is sent', () => {
  const shown = (session?: 'published'): unknown =>
    readAddresses(draftWith({ ...where, ...(session && { session }) })).map(
      ({ result }) => result.kind === 'address' && [result.display, changeOf(result)],
    );
  assert.deepEqual(shown(), [['https://exemple.fr/x?id=1', 'private']]);
  assert.deepEqual(shown('published'), [[ADDRESS, undefined]]);
});
