// The configurator: answers on one side, the resulting code on the other. Nothing is stored or sent.

import { offerCopies } from '../theme/copying.ts';
import { byId } from '../theme/element.ts';
import { writeHash as writeTheme } from '../theme/link.ts';
import { isAsked, NO_ANSWERS, written, type Answers, type TextName } from './answers.ts';
import { AnswerFields } from './answer-fields.ts';
import { readHash, writeHash } from './link.ts';
import { agreementLetter } from './letter.ts';
import { filesOf, outputOf, PIECES, type Ground } from './output.ts';
import { accessibilityParagraph, privacyParagraph } from './paragraphs.ts';
import { Preview, readIntegrity } from './preview.ts';
import { ADVICE, remarks, usableAnswers } from './remarks.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';
import type { Words } from './words/words.ts';

/** The address changes after a pause of this length, because browsers limit how often a page changes it. */
const QUIET_MS = 150;

/** What the page says of its preview, unless it is for training. */
const ofPreview = byId('preview-text').textContent;

const words: Words = document.documentElement.lang === 'en' ? en : fr;
const { integrity = '{}', languages = '{}', version = '' } = document.querySelector('main')!.dataset;
const facts = JSON.parse(languages) as Ground['languages'];
const fallback = facts[words.tag]?.reportTo ?? '';
const ground = {
  integrity: readIntegrity(integrity),
  fallback,
  languages: facts,
  settings: {
    ...Object.fromEntries(Object.entries(words.fields).map(([name, [label]]) => [name, label])),
    languages: words.languages.setting,
  },
};

let answers = NO_ANSWERS;
let turn = 0;
let quiet: ReturnType<typeof setTimeout> | undefined;

const fields = new AnswerFields(byId('reponses') as HTMLFormElement, change);
const preview = new Preview(document.querySelector('iframe')!, answers, fallback);
takeHash();
offerCopies(words);
addEventListener('hashchange', takeHash);
byId('reset').addEventListener('click', () => {
  byId('message').textContent = '';
  take(NO_ANSWERS);
});
for (const button of document.querySelectorAll<HTMLElement>('[data-jump]'))
  button.addEventListener('click', () => jump(byId(button.dataset['jump']!)));
for (const name of ['letter-site', 'letter-page']) byId(name).addEventListener('input', writeLetter);

function jump(section: HTMLElement): void {
  section.focus({ preventScroll: true });
  section.scrollIntoView();
}

/** Reads the answers from the address: at the start, and when somebody pastes another link. */
function takeHash(): void {
  // The first page of the site leads to the letter.
  if (location.hash === '#letter-site') {
    take(answers);
    jump(byId('letter-site'));
    return;
  }
  const read = readHash(
    location.hash,
    (property, value) => CSS.supports(property, value),
    Object.keys(ground.languages),
  );
  // Ignores the address that this page has just written.
  if (location.hash && writeHash(read.answers) === writeHash(answers)) return;
  byId('message').textContent = read.isWhole ? '' : words.ignored;
  take(read.answers);
}

function take(taken: Answers): void {
  fields.show(taken);
  change(taken);
}

function change(next: Answers): void {
  answers = next;
  const said = remarks(answers, location.href);
  fields.remark(
    new Map(
      [...said].map(([name, remark]) => [
        name,
        { text: words.remarks[remark], isAdvice: ADVICE.includes(remark) },
      ]),
    ),
  );
  const usable = usableAnswers(answers, location.href);
  preview.show(usable, filesOf(usable, ground));
  byId('preview-text').textContent = answers.practice === 'yes' ? words.preview.practice : ofPreview;
  void write([...said].filter(([, remark]) => !ADVICE.includes(remark)).map(([name]) => name));
  clearTimeout(quiet);
  quiet = setTimeout(() => history.replaceState(null, '', link()), QUIET_MS);
}

function link(): string {
  const hash = writeHash(answers);
  return `${location.origin}${location.pathname}${hash && `#${hash}`}`;
}

/** Writes the code to copy. @param open answers that are missing or wrong */
async function write(open: readonly TextName[]): Promise<void> {
  const mine = (turn += 1);
  const usable = usableAnswers(answers, location.href);
  const output = await outputOf(usable, ground);
  // Hashing is asynchronous: only the latest answers count.
  if (mine !== turn) return;
  for (const name of PIECES) {
    byId(name).textContent = output[name] ?? '';
    document.querySelector<HTMLElement>(`[data-piece="${name}"]`)!.hidden = !output[name];
  }
  const { base } = usable.texts;
  const where = words.where[answers.way].replace(
    '{base}',
    isAsked(answers, 'base') ? base.trim() || NO_ANSWERS.texts.base : '',
  );
  const files = filesOf(usable, ground).map((tag) => `${tag}.js, ${tag}-later-….js, ${tag}-extra-….js`);
  // The other ways copy all files, or have them in a package.
  const isAlone = answers.way === 'bundle' || answers.way === 'isolated';
  byId('where').textContent =
    isAlone && files.length > 0
      ? `${where} ${words.languages.files.replace('{files}', files.join(', '))}`
      : where;
  byId('state').dataset['state'] = open.length > 0 ? 'open' : 'ready';
  byId('state').textContent =
    open.length > 0
      ? `${words.unready}${open.map((name) => words.fields[name][0]).join(', ')}.`
      : words.ready;
  byId('privacy').textContent = privacyParagraph(usable, words, location.href);
  byId('accessibility').textContent = accessibilityParagraph(usable, words, version);
  writeLetter();
  byId('link').textContent = link();
  const theme = writeTheme({ theme: answers.theme, shown: [], swatches: [] });
  (byId('compose') as HTMLAnchorElement).hash = theme;
  (byId('language') as HTMLAnchorElement).hash = writeHash(answers);
}

/** Writes the letter to the hotline: from two fields of its own, and the name that the answers give. */
function writeLetter(): void {
  const { hotline = '' } = written(answers);
  const textOf = (name: string): string => (byId(name) as HTMLInputElement).value;
  const addressOf = (name: string): string => (byId(name) as HTMLAnchorElement).href;
  byId('letter').textContent = agreementLetter(
    {
      site: textOf('letter-site'),
      page: textOf('letter-page'),
      hotline,
      version,
      guide: addressOf('letter-guide'),
      contract: addressOf('letter-contract'),
    },
    words,
  );
}
