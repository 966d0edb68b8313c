// Remarks about an answer: shown once, at the step of the answer, and without blocking the reporter.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answer } from '../../src/core/draft/draft.ts';
import type { Answers, Draft, StepId } from '../../src/core/draft/types.ts';
import { serviceNamed } from '../../src/core/address/named-services.ts';
import { changesOf, questionsAbout, splitCount } from '../../src/core/draft/addresses.ts';
import { normaliseAddress } from '../../src/core/address/address.ts';
import { advance } from '../../src/core/draft/moves.ts';
import { remarksOf, withoutIdentities } from '../../src/core/draft/remarks.ts';
import { draftWith } from './draft-given.ts';

const at = (step: StepId, answers: Partial<Answers>): Draft => ({
  ...draftWith({ category: 'unsure', ...answers }),
  step,
});
const said = (draft: Draft): string[] =>
  remarksOf(draft).map(({ field, code, text }) => `${field} ${code} ${text}`);
/** The draft after « Continuer » has shown its remarks. */
const told = (draft: Draft): Draft =>
  answer(draft, { remarked: [...draft.answers.remarked, ...remarksOf(draft).map(({ text }) => text)] });

test('each address has its own remark, once, and the step is left all the same', () => {
  const draft = at('where', {
    where: 'elsewhere',
    addresses: ['https://bit.ly/abc https://a.example/x', 'https://www.google.com/search?q=x'],
  });
  assert.deepEqual(said(draft), [
    'addresses.0 short https://bit.ly/abc',
    'addresses.1 search https://www.google.com/search?q=x',
  ]);
  assert.deepEqual(said(told(draft)), []);
  assert.equal(advance(draft).step, 'check');
  // A later change of the answer is checked again.
  const changed = answer(told(draft), { addresses: ['https://bit.ly/abc', 'https://bit.ly/def'] });
  assert.deepEqual(said(changed), ['addresses.1 short https://bit.ly/def']);
});

test('nothing is said about what is not the answer, or not this step', () => {
  const addresses = ['https://bit.ly/abc'];
  assert.deepEqual(said(at('where', { where: 'here', addresses })), []);
  assert.deepEqual(said(at('what', { where: 'elsewhere', addresses })), []);
  assert.deepEqual(said(at('details', { where: 'elsewhere', addresses })), []);
  assert.deepEqual(said(at('check', { where: 'elsewhere', addresses, details: 'nom@exemple.fr' })), []);
  assert.deepEqual(said(at('where', { where: 'elsewhere', details: 'nom@exemple.fr' })), []);
});

test('the service is asked once for all the names, and not where it is known', () => {
  const draft = at('where', { where: 'elsewhere', addresses: ['https://a.example/x', '@un', '@deux'] });
  assert.deepEqual(said(draft), ['addresses.1 service @un']);
  assert.deepEqual(said(told(draft)), []);
  assert.deepEqual(said(answer(told(draft), { addresses: ['@trois', '@un'] })), []);
  assert.deepEqual(said(answer(draft, { service: 'Exemple' })), []);
  assert.deepEqual(said(answer(draft, { service: ' ' })), ['addresses.1 service @un']);
});

test('a name of a service that leads nowhere is asked about once, at the field that is of most use', () => {
  const nowhere = (answers: Partial<Answers>): Draft => at('where', { where: 'none', ...answers });
  const known = (draft: Draft): Draft => ({ ...draft, settings: { ...draft.settings, serviceNamed } });
  const snap = nowhere({ service: 'snap' });
  assert.deepEqual(said(known(snap)), ['identifiers.account_handle nowhere ']);
  // Before the services have come, and for a name that nobody knows: the words.
  assert.deepEqual(said(snap), ['place nowhere ']);
  assert.deepEqual(said(nowhere({ service: 'Exemple', placeKind: 'email' })), [
    'identifiers.email_address nowhere ',
  ]);
  // It holds nobody back, and does not come again for another name.
  assert.equal(advance(snap).step, 'check');
  assert.deepEqual(said(answer(told(snap), { service: 'Exemple' })), []);
  for (const enough of [
    { identifiers: { account_handle: 'x' } },
    { place: 'un mot' },
    { service: 'exemple.fr' },
    { service: 'https://exemple.fr/x' },
  ])
    assert.deepEqual(said(known(answer(snap, enough))), [], JSON.stringify(enough));
  // A field that is not shown does not count, nor do blanks.
  assert.deepEqual(said(known(answer(snap, { identifiers: { phone_number: '0612345678' }, place: ' ' }))), [
    'identifiers.account_handle nowhere ',
  ]);
  assert.deepEqual(said(at('where', { where: 'here', service: 'snap' })), []);
});

test('whose a user name and password are is asked until it is answered or was left open once', () => {
  const address = 'https://nom:secret@a.example/x';
  const draft = at('where', { where: 'elsewhere', addresses: [address] });
  assert.deepEqual(said(draft), [`addresses.0 credentials ${address}`]);
  assert.deepEqual(said(told(draft)), []);
  for (const credentials of ['own', 'published'] as const)
    assert.deepEqual(said(answer(draft, { credentials })), []);
});

test('what a text would be asked: the service of a name, and whose a password and a session are', () => {
  const asked = (text: string): readonly string[] => questionsAbout(normaliseAddress(text));
  const session = 'PHPSESSID=biq1psqu44jbmc8if73olk4fh6';
  assert.deepEqual(asked('@pseudo'), ['service']);
  assert.deepEqual(asked('data:image/png;base64,AA'), []);
  assert.deepEqual(asked('https://a.example/x'), []);
  assert.deepEqual(asked('https://nom:secret@a.example/x'), ['credentials']);
  assert.deepEqual(asked(`https://a.example/x?${session}`), ['session']);
  assert.deepEqual(asked(`https://nom:secret@a.example/x?${session}`), ['credentials', 'session']);
});

test('how many addresses were found is said where one field held several', () => {
  const count = (...addresses: string[]): number =>
    splitCount(at('where', { where: 'elsewhere', addresses }));
  assert.equal(count('https://a.example/1 https://a.example/2', 'https://a.example/3'), 3);
  assert.equal(count('https://a.example/1', 'https://a.example/2'), 0);
  assert.equal(count(''), 0);
});

test('an identifier that looks like another thing is worth a word', () => {
  const draft = at('where', {
    where: 'none',
    placeKind: 'email',
    identifiers: { email_address: ' pas une adresse ' },
  });
  assert.deepEqual(said(draft), ['identifiers.email_address format pas une adresse']);
  assert.deepEqual(said(told(draft)), []);
  assert.deepEqual(
    said(at('where', { where: 'none', placeKind: 'email', identifiers: { email_address: 'a@b.fr' } })),
    [],
  );
  // Nothing is wrong with a field that is empty, or that the kind of place does not have.
  for (const identifiers of [{}, { email_address: '  ' }, { phone_number: 'Paul' }])
    assert.deepEqual(said(at('where', { where: 'none', placeKind: 'email', identifiers })), []);
  assert.deepEqual(
    said(at('where', { where: 'none', placeKind: 'sms_rcs', identifiers: { phone_number: '12' } })),
    ['identifiers.phone_number format 12'],
  );
});

test('an e-mail address or a telephone number in the details is worth a word, once', () => {
  const details = (text: string): string[] => said(at('details', { details: text }));
  for (const own of [
    'nom@exemple.fr',
    '06 12 34 56 78',
    '0612345678',
    '06.12.34.56.78',
    '+33 6 12 34 56 78',
    '+33 (0)6 12 34 56 78',
    '0033612345678',
    'Jean.Dupont+x@sous.exemple.museum',
    'jean@exemple.中国',
  ])
    assert.deepEqual(details(`Je suis joignable : ${own}, le soir.`), [`details identity ${own}`], own);
  for (const none of [
    '',
    '@pseudo',
    '@jean.dupont',
    'le 24/11/2026 à 13:50:42',
    '12 345 678 vues',
    '75001 Paris',
    'id 1234567890123456789',
    'a@b',
    'a@b.c',
    '06 12 34 56 7',
    '3 x 0,5 l',
  ])
    assert.deepEqual(details(none), [], none);
  const draft = at('details', { details: 'nom@exemple.fr, 06 12 34 56 78' });
  assert.deepEqual(said(draft), ['details identity nom@exemple.fr']);
  assert.deepEqual(said(told(draft)), []);
  assert.deepEqual(said(answer(told(draft), { details: '07 12 34 56 78, nom@exemple.fr' })), []);
});

test('nothing is said about details that are not sent', () => {
  const draft = draftWith({ details: 'nom@exemple.fr' }, { fields: ['reply'] });
  assert.deepEqual(said({ ...draft, step: 'details' }), []);
});

test('a mistyped e-mail address for the answer is worth a word, once', () => {
  const email = ' nom@gmial.com ';
  const draft = at('details', { reply: 'yes', email });
  assert.deepEqual(said(draft), ['email email nom@gmial.com']);
  assert.deepEqual(said(told(draft)), []);
  assert.deepEqual(said(answer(draft, { email: 'nom@gmail.com' })), []);
  assert.deepEqual(said({ ...draft, step: 'where' }), []);
  // It is not asked for, or not sent.
  for (const reply of ['no', undefined] as const) assert.deepEqual(said(answer(draft, { reply })), []);
  const short = draftWith({ reply: 'yes', email }, { fields: ['details'] });
  assert.deepEqual(said({ ...short, step: 'details' }), []);
});

test('details lose what tells who wrote them, with the space before it, and nothing else', () => {
  assert.equal(
    withoutIdentities('Écrivez à nom@exemple.fr ou au 06 12 34 56 78.\n+33 6 12 34 56 78\nMerci, @pseudo.'),
    'Écrivez à ou au.\n\nMerci, @pseudo.',
  );
  for (const text of ['', ' le 24/11/2026\u00a0: 12 345 678 vues ', 'a@b.c'])
    assert.equal(withoutIdentities(text), text);
});

test('on one page, the remarks of both steps come in the order of the screen', () => {
  const draft = draftWith(
    { category: 'unsure', where: 'elsewhere', addresses: ['https://bit.ly/abc'], details: 'nom@exemple.fr' },
    { flow: 'page' },
  );
  assert.deepEqual(said(draft), ['addresses.0 short https://bit.ly/abc', 'details identity nom@exemple.fr']);
  assert.equal(advance(draft).step, 'check');
});

test('what was changed is said for each address, in the order of the addresses', () => {
  const addresses = ['exemple.fr/x https://a.example/?utm_source=x', 'https://a.example/y', '@pseudo'];
  assert.deepEqual(changesOf(at('check', { where: 'elsewhere', addresses })), [
    'scheme',
    'private',
    undefined,
    undefined,
  ]);
  assert.deepEqual(changesOf(at('check', { where: 'none', addresses })), []);
});
