// The configurator's choices « for training » and « for a team that reports often », and the follow-up address: in links, in
// the code of every way, in what it asks for, and in the paragraph on data.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FLOWS, isAsked, NO_ANSWERS, PRACTICE, WAYS, type Answers } from '../../demo/configure/answers.ts';
import { readHash, writeHash } from '../../demo/configure/link.ts';
import { attributesOf, filesOf, outputOf, type Output } from '../../demo/configure/output.ts';
import { privacyParagraph } from '../../demo/configure/paragraphs.ts';
import { remarks, usableAnswers } from '../../demo/configure/remarks.ts';
import { fr } from '../../demo/configure/words/fr.ts';

const PAGE = 'https://site.example/fr/configure.html';
const ENDPOINT = 'https://ligne.example/v1/reports';
const FILE = { integrity: 'sha384-x', bytes: 1 };
const GROUND = {
  integrity: { 'cliquez-signalez.js': FILE, 'cliquez-signalez.bundle.js': FILE, 'embed.js': FILE },
  fallback: 'Signaler à {hotline}',
  languages: {},
  settings: {},
};

const answersWith = (more: Partial<Answers>): Answers => ({
  ...NO_ANSWERS,
  ...more,
  texts: {
    ...NO_ANSWERS.texts,
    endpoint: ENDPOINT,
    hotline: 'Ligne',
    'hotline-url': 'https://ligne.example/signaler',
    src: 'https://ligne.example/frame.html',
  },
});

/** The code, as the page makes it. */
const codeOf = (answers: Answers): Promise<Output> => outputOf(usableAnswers(answers, PAGE), GROUND);

const read = (hash: string): ReturnType<typeof readHash> => readHash(hash, () => true, []);

test('a link gives back both choices, and is read as hostile', () => {
  for (const flow of FLOWS)
    for (const practice of PRACTICE) {
      const answers = { ...NO_ANSWERS, flow, practice };
      assert.deepEqual(read(`#${writeHash(answers)}`), { answers, isWhole: true });
    }
  assert.equal(writeHash({ ...NO_ANSWERS, flow: 'page', practice: 'yes' }), 'flow=page&practice=yes');
  for (const hash of ['#practice=', '#practice=true', '#practice=1', '#flow=both', '#flow=%22%3E%3Cb%3E'])
    assert.deepEqual(read(hash), { answers: NO_ANSWERS, isWhole: false }, hash);
});

test('easy words are an attribute, and stand in the link', async () => {
  const answers = { ...NO_ANSWERS, easy: 'yes' } as const;
  assert.equal(writeHash(answers), 'easy=yes');
  assert.deepEqual(read('#easy=yes'), { answers, isWhole: true });
  assert.deepEqual(read('#easy=true'), { answers: NO_ANSWERS, isWhole: false });
  assert.ok(!('easy' in attributesOf(NO_ANSWERS)));
  for (const way of WAYS.filter((one) => one !== 'wordpress')) {
    const { html = '' } = await codeOf(answersWith({ way, easy: 'yes' }));
    assert.match(html, /^\s+(?:data-)?easy$/m, way);
    // The form loads the words itself.
    assert.doesNotMatch(html, /simple/, way);
  }
});

test('a page in easy words loads their file', () => {
  const facts = { name: '', reportTo: '', isDraft: true };
  const languages = {
    fr: { ...facts, isBuiltIn: true },
    'fr-simple': { ...facts, isBuiltIn: false },
    de: { ...facts, isBuiltIn: false },
  };
  for (const [lang, files] of [
    ['fr-simple', ['fr-simple']],
    ['fr-CA', []],
    ['de-AT', ['de']],
  ] as const)
    assert.deepEqual(filesOf({ ...NO_ANSWERS, texts: { ...NO_ANSWERS.texts, lang } }, { languages }), files);
});

test('both choices are attributes, which their defaults are not', () => {
  const usual = attributesOf(NO_ANSWERS);
  assert.ok(!('flow' in usual) && !('practice' in usual));
  const { flow, practice } = attributesOf(answersWith({ flow: 'page', practice: 'yes' }));
  assert.deepEqual({ flow, practice }, { flow: 'page', practice: '' });
});

test('for training, the code has the attribute without a value, and names no endpoint', async () => {
  for (const way of WAYS) {
    const usual = await codeOf(answersWith({ way }));
    const {
      html = '',
      shortcode = '',
      settings = '',
      policy = '',
    } = await codeOf(answersWith({ way, flow: 'page', practice: 'yes' }));
    if (way === 'wordpress') {
      assert.equal(shortcode, '[cliquez_signalez flow="page" practice="1"]');
      // A setting of the plugin serves the other buttons of the site too.
      assert.match(settings, /https:\/\/ligne\.example\/v1\/reports/);
      assert.equal(policy, usual.policy);
      continue;
    }
    const prefix = way === 'embed' ? 'data-' : '';
    assert.match(html, new RegExp(`^  ${prefix}flow="page"\n  ${prefix}practice$`, 'm'), way);
    assert.doesNotMatch(html + policy, /endpoint|connect-src|v1\/reports/, way);
    // All else stays as it was.
    const without = usual.policy?.replace(/; connect-src [^;]*/, '');
    assert.equal(policy, without, way);
    assert.doesNotMatch(usual.html ?? '', /practice|flow=/, way);
  }
});

test('for training, an endpoint is neither asked for nor missed, except among the settings of the plugin', () => {
  for (const way of WAYS) {
    const answers = { ...answersWith({ way, practice: 'yes' }), texts: NO_ANSWERS.texts };
    const isSetting = way === 'wordpress';
    assert.equal(isAsked(answers, 'endpoint'), isSetting, way);
    assert.equal(remarks(answers, PAGE).get('endpoint'), isSetting ? 'missing' : undefined, way);
    assert.equal(remarks(answers, PAGE).get('hotline-url'), 'missing', way);
  }
});

test('for training, the paragraph on data says that nothing is sent, and to nobody', () => {
  for (const way of WAYS) {
    const paragraph = privacyParagraph(answersWith({ way, practice: 'yes' }), fr, PAGE);
    assert.match(paragraph, /^S’entraîner à signaler\..*n’est transmis, ni à Ligne, ni à nous\./);
    assert.doesNotMatch(
      paragraph,
      /Sont alors transmis|part de votre navigateur|passe par notre|\{\w+\}/,
      way,
    );
    assert.equal(/ne peut pas lire/.test(paragraph), way === 'isolated');
  }
});

test('a follow-up address is an attribute, a source of the policy and a sentence on data, where the way can have one', async () => {
  const at = (address: string, more: Partial<Answers>): Answers => {
    const answers = answersWith(more);
    return { ...answers, texts: { ...answers.texts, 'follow-up': address } };
  };
  const OTHER = 'https://suite.example/v1/follow-up';
  for (const way of WAYS) {
    const isAble = way !== 'bundle' && way !== 'isolated';
    assert.equal(isAsked({ way, practice: 'no' }, 'follow-up'), isAble, way);
    const { html = '', settings = '', policy = '' } = await codeOf(at(OTHER, { way }));
    assert.equal(/follow-up="?\s*https:\/\/suite/.test(html + settings), isAble && way !== 'wordpress', way);
    assert.equal(settings.includes(OTHER), way === 'wordpress', way);
    assert.equal(/connect-src https:\/\/ligne\.example https:\/\/suite\.example/.test(policy), isAble, way);
    assert.equal(/suite\.example/.test(privacyParagraph(at(OTHER, { way }), fr, PAGE)), isAble, way);
    // On the endpoint's own server, the policy stays as it was.
    const own = await codeOf(at('https://ligne.example/v1/follow-up', { way }));
    assert.equal(own.policy, (await codeOf(answersWith({ way }))).policy, way);
    const training = await codeOf(at(OTHER, { way, practice: 'yes' }));
    if (way !== 'wordpress') assert.doesNotMatch(`${training.html}${training.policy}`, /suite\.example/, way);
  }
  assert.equal(remarks(at('http://suite.example/', { way: 'module' }), PAGE).get('follow-up'), 'insecure');
  assert.equal(remarks(answersWith({ way: 'module' }), PAGE).get('follow-up'), undefined);
});
