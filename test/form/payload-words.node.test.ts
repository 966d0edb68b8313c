// Every name and value of the report's schema has words in every language: the reader never sees an identifier.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { CATEGORIES } from '../../src/core/report/categories.ts';
import { createDraft } from '../../src/core/draft/draft.ts';
import type { Answers, Draft } from '../../src/core/draft/types.ts';
import { memberName, memberWords } from '../../src/core/draft/member-words.ts';
import { untold } from '../../src/form/steps/check/payload-words.ts';
import en from '../../src/i18n/locales/en.json' with { type: 'json' };
import fr from '../../src/i18n/locales/fr.json' with { type: 'json' };

type Node = { readonly [key: string]: unknown };

const schema = JSON.parse(
  readFileSync(new URL('../core/report-1.0.schema.json', import.meta.url), 'utf8'),
) as Node;
/** Members that the form never sends: other forms use them. */
const NOT_SENT = /^(?:types|relation|knownToReporter)$/;
/** Values that the form never sends. */
const VALUES_NOT_SENT =
  /^(?:not_a_url|parent_or_guardian|account_id|ai_conversation_link|crypto_address|email_message_id|game_id|ip_address|video_id|minute|hour|code|checkbox)$/;
const LANGUAGES = { fr, en };

const targetOf = ({ $ref }: Node): Node =>
  String($ref)
    .split('/')
    .slice(1)
    .reduce((node, part) => node[part] as Node, schema);

/** The possible texts of each member, by its key. */
function valuesIn(
  node: unknown,
  key: string,
  into = new Map<string, Set<string>>(),
): Map<string, Set<string>> {
  if (Array.isArray(node)) for (const part of node) valuesIn(part, key, into);
  else if (typeof node === 'object' && node !== null) {
    const { $ref, $defs: _, properties, enum: values = [], ...others } = node as Node;
    for (const value of values as unknown[])
      if (typeof value === 'string') into.set(key, (into.get(key) ?? new Set()).add(value));
    if ($ref) valuesIn(targetOf(node as Node), key, into);
    for (const [name, its] of Object.entries((properties ?? {}) as Node)) valuesIn(its, name, into);
    valuesIn(Object.values(others), key, into);
  }
  return into;
}

const values = valuesIn(schema, '');

for (const [language, texts] of Object.entries(LANGUAGES)) {
  const form = { text: (key: string) => (texts as Readonly<Record<string, string>>)[key] ?? '' };

  test(`${language}: every value of a closed list of the report has words`, () => {
    assert.ok(values.size > 30 && values.get('stillOnline')?.has('unknown'));
    for (const [key, list] of values) {
      if (NOT_SENT.test(key)) continue;
      for (const value of list) {
        if (VALUES_NOT_SENT.test(value)) continue;
        const words = memberWords(form, key, value);
        assert.ok(words, `${key}: ${value} has no words`);
        assert.doesNotMatch(words, /_/, `${key}: ${value}`);
        // Few names are the same in every language.
        if (!/^(?:wordpress|drupal|paypal|forum|propaganda|teen)$/.test(value))
          assert.notEqual(words, value, key);
      }
    }
  });

  test(`${language}: what the reporter types is not taken for one of them`, () => {
    for (const key of ['description', 'service', 'value', 'email', 'pinpoint', 'handle'])
      for (const value of ['other', 'unknown', 'yes', 'email', 'constructor'])
        assert.equal(memberWords(form, key, value), '', `${key}: ${value}`);
  });

  test(`${language}: a member is named in words`, () => {
    for (const key of ['platform', 'immediate', 'kinds', 'submittedAt'])
      assert.notEqual(memberName(form, key, 'sexual_harassment'), key);
    assert.equal(memberName(form, 'references', 'unsure'), texts['q.ownReference']);
  });
}

const french = {
  text: (key: string) => ({ ...LANGUAGES.fr })[key as keyof typeof LANGUAGES.fr] ?? '',
};
const draftWith = (answers: Partial<Answers>, fields: Draft['settings']['fields']): Draft => {
  const draft = createDraft({ location: 'https://exemple.fr/', pageContext: 'ask', fields });
  return { ...draft, answers: { ...draft.answers, ...answers } };
};
const ALL = ['questions', 'role', 'details', 'reply'] as const;

/** Each text is its own key: shows which one was taken. */
const keys = { text: (key: string) => key };
/** The same where only these texts exist. */
const having = (...texts: string[]) => ({ text: (key: string) => (texts.includes(key) ? key : '') });

test('a change of an address has the sentence of the review', () => {
  const sentence = (change: string): string => memberWords(keys, 'changes', change);
  for (const change of ['tracking_removed', 'sharer_id_removed'])
    assert.equal(sentence(change), 'changed.private', change);
  for (const change of ['redirect_unwrapped', 'search_result_unwrapped'])
    assert.equal(sentence(change), 'changed.unwrapped', change);
  assert.equal(sentence('scheme_added'), 'changed.scheme');
  for (const change of ['trimmed', 'refanged', 'punycode', 'default_port_removed', 'text_fragment_removed'])
    assert.equal(sentence(change), 'changed.repaired', change);
});

test('a value has the words of its question, else those of its member', () => {
  const words = (key: string, value: string): string => memberWords(keys, key, value);
  assert.equal(words('how', 'link'), 'o.foundVia.link');
  assert.equal(words('ageBand', '13_14'), 'o.ageBand.13_14');
  for (const key of ['kind', 'embed', 'type']) assert.equal(words(key, 'other'), 'o.other', key);
  assert.equal(memberWords(having('v.kind.http'), 'kind', 'http'), 'v.kind.http');
  assert.equal(words('category', 'unsure'), 'cat.unsure');
  assert.equal(words('type', 'post_id'), 'id.post_id');
  for (const [role, own] of [
    ['victim', 'target'],
    ['relative_or_friend', 'other'],
    ['prefer_not_to_say', 'none'],
    ['witness', 'witness'],
    ['child_protection_professional', 'child_protection'],
    ['other_professional', 'professional'],
  ] as const)
    assert.equal(words('role', role), `s3.role.${own}`);
});

test('a member has a name of its own, else that of its question, for its category first', () => {
  const named = (key: string, ...texts: string[]): string => memberName(having(...texts), key, 'procuring');
  const all = ['payload.kinds', 'o.kinds', 'q.kinds.procuring', 'q.kinds'];
  for (const [at, text] of all.entries()) assert.equal(named('kinds', ...all.slice(at)), text);
  assert.equal(named('kinds', 'q.kinds.unsure'), 'kinds');
  assert.equal(named('references', 'q.references', 'q.ownReference'), 'q.ownReference');
});

/** Categories in which every reporter is asked about danger. */
const ASK_DANGER: readonly string[] = [
  'hate_violence_discrimination',
  'suicide_incitement',
  'sexual_harassment',
  'unsure',
];

test('danger: not asked, not answered, or not known', () => {
  const told = (answers: Partial<Answers>, fields: Draft['settings']['fields'] = ALL): string =>
    untold(french, draftWith(answers, fields), 'immediate', 'unknown');
  for (const { id } of CATEGORIES)
    assert.equal(told({ category: id }), ASK_DANGER.includes(id) ? 'Non renseigné' : 'Non demandé', id);
  const suicide = { category: 'suicide_incitement', questions: { personAtRiskNow: 'unknown' } } as const;
  assert.equal(told(suicide), 'Je ne sais pas');
  assert.equal(told({ category: 'procuring', questions: { constraintSigns: 'unknown' } }), 'Je ne sais pas');
  assert.equal(told({ category: 'procuring', questions: { constraintSigns: 'no' } }), 'Non demandé');
  const fear = (fearNow: string): string => told({ category: 'sexual_harassment', questions: { fearNow } });
  assert.equal(fear('unknown'), 'Je ne sais pas');
  assert.equal(fear('no'), 'Non demandé', 'fear was asked for, danger was not');
  const abuse = (questions: Answers['questions']): string =>
    told({ category: 'child_sexual_abuse', questions });
  const kinds = ['messages_to_a_minor', 'live_stream'];
  assert.equal(abuse({ kinds, meetingPlanned: 'unknown', abuseOngoing: 'no' }), 'Je ne sais pas');
  // Blackmail is no danger to life.
  assert.equal(abuse({ kinds, blackmail: 'unknown' }), 'Non demandé');
  assert.equal(told(suicide, ['details']), 'Non demandé');
  assert.equal(untold(french, draftWith(suicide, ALL), 'immediate', 'yes'), '');
});

test('role and reply: the words of the review, or not asked', () => {
  const told = (
    key: string,
    value: string,
    answers: Partial<Answers>,
    fields: Draft['settings']['fields'] = ALL,
  ) => untold(french, draftWith(answers, fields), key, value);
  const none = 'prefer_not_to_say';
  assert.equal(told('role', none, { category: 'procuring' }), 'Non renseigné');
  assert.equal(told('role', none, { category: 'procuring', role: 'none' }), '');
  assert.equal(memberWords(french, 'role', none), 'Je préfère ne pas répondre');
  assert.equal(told('role', none, { category: 'unsure' }), 'Non demandé');
  assert.equal(told('followUp', 'none', {}), 'Non, pas de réponse');
  assert.equal(told('followUp', 'none', {}, []), 'Non demandé');
});
