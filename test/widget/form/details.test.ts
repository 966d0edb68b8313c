// The optional details and the early questions: every question of every category, the questions that its answers
// reveal, the folded questions, the e-mail address.

import { expect } from '@open-wc/testing';
import { choice, COMMON_FOLD, ERRORS, named, QUESTIONS_FOLD, REMARK } from '../../../demo/gallery/driver.ts';
import { CATEGORIES, type CategoryId } from '../../../src/core/report/categories.ts';
import { isAsked, isChoice, type Question } from '../../../src/core/draft/questions.ts';
import { COMMON_QUESTIONS, QUESTIONS } from '../../../src/core/draft/question-table.ts';
import type { Report } from '../../../src/core/report/report.ts';
import { casesHere, EVERY, IS_CHROMIUM } from '../../setup/every-here.ts';
import { CHECK, FormHarness, storedReports, WHAT, WHERE, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';

const CATEGORY_IDS = CATEGORIES.map(({ id }) => id);

type Given = Readonly<Record<string, string>>;

/** Leads an open form to its details. @param early answers to the questions of the step « where » */
async function answerSteps(form: FormHarness, category: CategoryId, early: Given = {}): Promise<void> {
  await form.choose('category', category);
  await form.continueTo(WHERE);
  await form.choose('where', 'elsewhere');
  await form.fill('addresses.0', 'https://exemple.fr/page');
  for (const [id, value] of Object.entries(early)) await form.choose(`questions.${id}`, value);
  await form.continueToDetails();
}

async function reachDetails(category: CategoryId, attributes: Attributes = {}): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes);
  await form.open();
  await answerSteps(form, category);
  return form;
}

/** A form at its details step, with its questions open. */
async function reachQuestions(category: CategoryId, attributes?: Attributes): Promise<FormHarness> {
  const form = await reachDetails(category, attributes);
  await form.openQuestions();
  return form;
}

const isOpen = (form: FormHarness, fold: string): boolean => form.find(`${fold}[open]`) !== null;

/** Closes a fold, and waits for its event. While an error stands in it, any rendering opens it again. */
async function close(form: FormHarness, fold: string): Promise<void> {
  while (isOpen(form, fold)) {
    const toggled = new Promise((resolve) => form.find(fold)!.addEventListener('toggle', resolve));
    form.find(`${fold} > summary`)!.click();
    await toggled;
  }
}

/** The questions on screen, in order. */
const asked = (form: FormHarness): string[] => [
  ...new Set(form.all('[field^="questions."]').map(({ field }) => field!.replace('questions.', ''))),
];

/** The questions of the category: they come before those of every report. */
const askedFirst = (form: FormHarness): string[] => {
  const all = asked(form);
  return all.slice(0, all.indexOf(COMMON_QUESTIONS[0]!.id));
};

/** Whether the step « where » asks it at once. */
const isEarly = (question: Question): boolean => question.isEarly && !question.when;

/** The questions that the details ask before any answer. */
const unansweredOf = (category: CategoryId): Question[] =>
  [...QUESTIONS[category], ...COMMON_QUESTIONS].filter(
    (question) => !isEarly(question) && isAsked(question, { questions: {} }),
  );

const values = (form: FormHarness, id: string): string[] =>
  form.all(named(`questions.${id}`)).map(({ answer }) => answer);

const chosen = (form: FormHarness, id: string): string[] =>
  form.all(`${named(`questions.${id}`)}:checked`).map(({ answer }) => answer);

const status = (form: FormHarness): string => form.find('.unseen[role="status"]')!.textContent ?? '';

/** The part of a report that answers a question; a question not listed here fills the `details` of its category. */
const IN_REPORT: Readonly<Record<string, (report: Report) => unknown>> = {
  known: ({ personsConcerned }) => personsConcerned?.known,
  apparentAge: ({ personsConcerned }) => personsConcerned?.apparentAge,
  aiGenerated: ({ content }) => content?.aiGenerated,
  seenOn: ({ locations }) => locations[0]!.observedAt?.precision,
  stillOnline: ({ locations }) => locations[0]!.stillOnline,
  foundVia: ({ locations }) => locations[0]!.foundVia?.how,
  foundAt: ({ locations }) => locations[0]!.foundVia?.url?.value,
  pinpoint: ({ locations }) => locations[0]!.pinpoint,
  needs: ({ locations }) => locations[0]!.access?.needs,
  password: ({ locations }) => locations[0]!.access?.password,
  passwordPublished: ({ locations }) => locations[0]!.access?.credentialsPublished,
  paid: ({ locations }) => locations[0]!.access?.paid,
  paymentMethods: ({ locations }) => locations[0]!.access?.paymentMethods,
  accounts: ({ reportedAccounts }) => reportedAccounts?.map(({ handle }) => handle),
  priorReports: ({ priorReports }) => priorReports,
  ageBand: ({ reporter }) => reporter.ageBand,
};
const inReport = (report: Report, id: string): unknown =>
  IN_REPORT[id]?.(report) ?? (report.details as Readonly<Record<string, unknown>> | undefined)?.[id];

/** Answers that the report writes in its own words. */
const SAID_OTHERWISE: Readonly<Record<string, unknown>> = {
  'seenOn=today': 'day',
  'seenOn=yesterday': 'day',
  'seenOn=this_month': 'month',
  'seenOn=before': 'unknown',
  'seenOn=unknown': undefined,
  'passwordPublished=yes': true,
  'passwordPublished=no': undefined,
  'passwordPublished=unknown': undefined,
  'priorReports=platform': { platform: 'yes' },
  'priorReports=police': { police: 'yes' },
  'priorReports=otherHotline': { otherHotline: 'yes' },
  'priorReports=nobody': { platform: 'no', police: 'no', otherHotline: 'no' },
  'priorReports=unknown': undefined,
  // The first box is no kind: it says that there is blackmail, and nothing of kinds.
  'kinds=blackmail': undefined,
};
const TEXT = 'https://exemple.fr/avant';

/** The report's expected part when one option is chosen, or when the text is filled in. */
function expected({ id, kind }: Question, value: string): unknown {
  const pair = `${id}=${value}`;
  if (pair in SAID_OTHERWISE) return SAID_OTHERWISE[pair];
  return kind === 'lines' || kind === 'choices' ? [value] : value;
}

/** The question that reveals another one, and the answer with which it does. */
function revealingOf(questions: readonly Question[], { when }: Question): [Question, string] | undefined {
  for (const [id, [option]] of Object.entries(when ?? {})) {
    const revealing = questions.find((other) => other.id === id);
    if (revealing && option) return [revealing, option];
  }
  return undefined;
}

/** The answer on the step « where » that reveals a question of the details, if one does. */
function earlyFor(questions: readonly Question[], question: Question): Given {
  const [revealing, option] = revealingOf(questions, question) ?? [];
  return revealing && isEarly(revealing) && option ? { [revealing.id]: option } : {};
}

/** Chooses the answer that reveals a question. */
async function reveal(form: FormHarness, questions: readonly Question[], question: Question): Promise<void> {
  if (asked(form).includes(question.id)) return;
  const [revealing, option] = revealingOf(questions, question)!;
  await reveal(form, questions, revealing);
  await form.choose(`questions.${revealing.id}`, option);
  await until(() => asked(form).includes(question.id), `${question.id} is not asked`);
}

/** Answers a question on screen, with this answer alone. */
async function give(form: FormHarness, question: Question, value: string): Promise<void> {
  const name = `questions.${question.id}`;
  if (isChoice(question)) await form.choose(name, value);
  else await form.fill(name, value);
  // Without « yes », no password is sent.
  if (question.id === 'password') await form.choose('questions.passwordPublished', 'yes');
  if (question.id === 'passwordPublished') await form.fill('questions.password', 'secret');
}

/** What a question is answered with: each option in one of the two engines that run this file. */
const valuesFor = (question: Question): readonly string[] =>
  isChoice(question)
    ? question.options.filter((_, index) => EVERY || (index % 2 === 0) === IS_CHROMIUM)
    : [question.kind === 'lines' ? 'compte_exemple' : TEXT];

for (const category of CATEGORY_IDS) {
  // Questions of every report are tested on one category.
  const common = category === 'unsure' ? COMMON_QUESTIONS : [];
  const questions = [...QUESTIONS[category], ...common];
  if (questions.length > 0) {
    it(`${category}: every question can be reached, and every answer arrives`, async () => {
      const form = await FormHarness.mount();
      await form.open();
      const left = new Map(questions.map((question) => [question, [...valuesFor(question)]]));
      const next = (): Question | undefined => questions.find((question) => left.get(question)!.length > 0);
      // Each report answers the first question that has an answer left, then every other one that is on screen.
      for (let first = next(); first; first = next()) {
        if (form.heading !== WHAT) {
          await form.press('Faire un autre signalement');
          await form.reach(WHAT);
        }
        const given = new Map<Question, string>();
        const take = (question: Question): string => {
          const value = left.get(question)!.shift()!;
          given.set(question, value);
          return value;
        };
        const early = isEarly(first) ? { [first.id]: take(first) } : earlyFor(questions, first);
        await answerSteps(form, category, early);
        await form.openQuestions();
        if (!isEarly(first)) {
          await reveal(form, questions, first);
          await give(form, first, take(first));
        }
        for (const question of questions)
          if (
            left.get(question)!.length > 0 &&
            asked(form).includes(question.id) &&
            chosen(form, question.id).length === 0
          )
            await give(form, question, take(question));
        await form.continueTo(CHECK);
        await form.send();
        const report = (await storedReports()).at(-1)!;
        for (const [question, value] of given)
          expect(inReport(report, question.id), `${question.id}=${value}`).to.deep.equal(
            expected(question, value),
          );
      }
    }).timeout(90_000);
  }
}

for (const category of casesHere(CATEGORY_IDS))
  it(`${category}: is left with nothing answered, opened or not, and then says nothing`, async () => {
    const form = await reachDetails(category);
    expect(asked(form)).to.deep.equal([]);
    for (const isOpened of [false, true]) {
      if (isOpened) {
        await form.press('Faire un autre signalement');
        await form.reach(WHAT);
        await answerSteps(form, category);
        expect(isOpen(form, QUESTIONS_FOLD)).to.equal(false);
        await form.openQuestions();
        expect(asked(form)).to.deep.equal(unansweredOf(category).map(({ id }) => id));
      }
      await form.continueTo(CHECK);
      await form.send();
      const report = (await storedReports()).at(-1)!;
      expect(report.category).to.equal(category);
      const said = [...QUESTIONS[category], ...COMMON_QUESTIONS].filter(
        ({ id }) => inReport(report, id) !== undefined,
      );
      expect(said.map(({ id }) => id)).to.deep.equal([]);
      expect([report.details, report.content, report.personsConcerned?.known]).to.deep.equal([
        undefined,
        undefined,
        undefined,
      ]);
    }
  });

describe('the questions', () => {
  it('have words of their own, each option too, and an end that commits to nothing', async () => {
    for (const category of CATEGORY_IDS) {
      const form = await reachQuestions(category);
      const groups = [...form.root.querySelectorAll('fieldset')].filter((group) =>
        form.all('[field^="questions."]').some((control) => group.contains(control)),
      );
      for (const group of groups) {
        const labels = [...group.querySelectorAll('legend, label')].map((label) => label.textContent?.trim());
        expect(labels.filter(Boolean), labels.join()).to.have.length(labels.length);
        expect(new Set(labels).size, labels.join()).to.equal(labels.length);
        expect(labels.at(-1)).to.match(/^Je (?:ne sais pas|préfère ne pas répondre)$/);
      }
      const count = unansweredOf(category).filter(isChoice).length;
      expect(groups.length, category).to.equal(count);
    }
  }).timeout(30_000);

  it('bring others, in their order, and focus stays', async () => {
    const form = await reachQuestions('child_sexual_abuse');
    const inOrder = (...ids: string[]): string[] =>
      QUESTIONS.child_sexual_abuse.map(({ id }) => id).filter((id) => ids.includes(id));
    const live = form.find(choice('questions.kinds', 'live_stream'))!;
    live.focus();
    await form.key(' ');
    await until(() => asked(form).includes('apparentAge'), 'the next question did not come');
    expect(askedFirst(form)).to.deep.equal(inOrder('kinds', 'known', 'abuseOngoing', 'apparentAge'));
    expect(form.focused === live).to.equal(true);
    await form.choose('questions.known', 'self');
    expect(askedFirst(form)).to.deep.equal(
      inOrder('kinds', 'known', 'abuseOngoing', 'apparentAge', 'blackmail', 'selfProduced'),
    );
    await form.untick('questions.kinds', 'live_stream');
    await form.choose('questions.known', 'not_known');
    expect(askedFirst(form)).to.deep.equal(inOrder('kinds', 'known'));
  });

  it('keep « Je ne sais pas » apart from the other answers', async () => {
    const form = await reachQuestions('hate_violence_discrimination');
    await form.choose('questions.kinds', 'threat');
    await form.choose('questions.kinds', 'symbols');
    await form.choose('questions.kinds', 'unknown');
    expect(chosen(form, 'kinds')).to.deep.equal(['unknown']);
    await form.choose('questions.kinds', 'threat');
    expect(chosen(form, 'kinds')).to.deep.equal(['threat']);
    await form.choose('questions.needs', 'account');
    await form.choose('questions.needs', 'nothing');
    expect(chosen(form, 'needs')).to.deep.equal(['nothing']);
  });

  it('say how many answers are taken, refuse one more, and still take « Je ne sais pas »', async () => {
    const form = await reachQuestions('child_sexual_abuse');
    const group = (): HTMLElement => form.find(named('questions.kinds'))!.closest('fieldset')!;
    const description = (): string =>
      form.find(`#${group().getAttribute('aria-describedby')}`)!.textContent ?? '';
    expect(description()).to.equal('Plusieurs réponses possibles');
    const five = values(form, 'kinds').slice(0, 5);
    for (const value of five) await form.choose('questions.kinds', value);
    expect(description()).to.equal('5 réponses au plus');
    const refused = form.input(choice('questions.kinds', 'other'))!;
    expect(refused.getAttribute('aria-disabled')).to.equal('true');
    form.find(`label[for="${refused.id}"]`)!.click();
    await form.element.updateComplete;
    expect(refused.checked).to.equal(false);
    expect(chosen(form, 'kinds')).to.deep.equal(five);
    await form.untick('questions.kinds', five[0]!);
    await form.choose('questions.kinds', 'other');
    expect(chosen(form, 'kinds')).to.deep.equal([...five.slice(1), 'other']);
    await form.choose('questions.kinds', 'unknown');
    expect(chosen(form, 'kinds')).to.deep.equal(['unknown']);
    expect(description()).to.equal('Plusieurs réponses possibles');
  });

  it('show whom to call, or how to react, right under the answer that calls for it', async () => {
    const alarms = CATEGORY_IDS.flatMap((category) =>
      QUESTIONS[category].flatMap((question) =>
        question.alarm ? [{ category, question, raising: question.alarm.answer }] : [],
      ),
    );
    expect(alarms).to.have.length(12);
    for (const { category, question, raising } of alarms) {
      const form = isEarly(question) ? await FormHarness.mount() : await reachQuestions(category);
      if (isEarly(question)) await form.reachWhere(category);
      else await reveal(form, QUESTIONS[category], question);
      const next = (): Element | null =>
        form.find(named(`questions.${question.id}`))!.closest('fieldset')!.nextElementSibling;
      expect(next()?.matches('.notice') ?? false, question.id).to.equal(false);
      await form.choose(`questions.${question.id}`, raising);
      expect(next()?.matches('.notice') ?? false, question.id).to.equal(true);
      if (raising === 'yes') await form.choose(`questions.${question.id}`, 'no');
      else await form.untick(`questions.${question.id}`, raising);
      expect(next()?.matches('.notice') ?? false, question.id).to.equal(false);
    }
  }).timeout(30_000);

  it('keep of the answers what another category asks too', async () => {
    const form = await reachQuestions('sexual_harassment');
    await form.choose('questions.kinds', 'threat');
    await form.choose('questions.kinds', 'doxxing');
    await form.continueTo(CHECK);
    await form.press('Retour');
    await form.press('Retour');
    await form.reach(WHAT);
    await form.choose('category', 'hate_violence_discrimination');
    await form.continueTo(WHERE);
    await form.continueToDetails();
    expect(isOpen(form, QUESTIONS_FOLD)).to.equal(true);
    expect(chosen(form, 'kinds')).to.deep.equal(['threat']);
    await form.continueTo(CHECK);
    await form.send();
    expect((await storedReports()).at(-1)!.details).to.deep.equal({ kinds: ['threat'] });
  });

  it('are not asked where the hotline leaves them out', async () => {
    const form = await reachDetails('child_sexual_abuse', { fields: 'role details reply' });
    expect(asked(form)).to.deep.equal([]);
    expect(form.find(QUESTIONS_FOLD) === null).to.equal(true);
  });

  it('can be opened and answered by keyboard alone', async () => {
    const form = await reachDetails('shocking_content_minors');
    form.find(`${QUESTIONS_FOLD} > summary`)!.focus();
    await form.key('Enter');
    await until(() => form.find(`${QUESTIONS_FOLD}[open] fieldset`), 'the questions did not come');
    const ageCheck = values(form, 'ageCheck');
    form.find(named('questions.kinds'))!.focus();
    await form.key(' ');
    expect(chosen(form, 'kinds')).to.deep.equal(['pornography']);
    form.find(named('questions.ageCheck'))!.focus();
    await form.key(' ');
    await form.key('ArrowDown');
    expect(chosen(form, 'ageCheck')).to.deep.equal([ageCheck[1]]);
  });

  it('count what a long text has left, and name one that is too long', async () => {
    const form = await reachQuestions('crimes_against_humanity');
    await form.fill('questions.eventHint', 'é'.repeat(89));
    expect(form.text).not.to.contain('Il reste');
    await form.fill('questions.eventHint', '😀'.repeat(100));
    expect(form.text).to.contain('Il reste 20 caractères.');
    expect(status(form)).to.equal('');
    await until(() => status(form) === 'Il reste 20 caractères.', 'the count was not said');
    await form.fill('questions.eventHint', 'é'.repeat(121));
    expect(form.text).to.contain('1 caractère en trop.');
    await form.press('Continuer');
    await until(() => form.errors.length, 'no error was shown');
    expect(form.errors).to.deep.equal(['Raccourcissez cette réponse']);
    form.find(`${ERRORS} a`)!.click();
    expect(form.focused?.field).to.equal('questions.eventHint');
  });
});

describe('« C’est moi »', () => {
  const roles = (form: FormHarness): Element | null => form.find(named('role'));

  for (const [category, id, value] of [
    ['child_sexual_abuse', 'known', 'self'],
    ['sexual_harassment', 'target', 'me'],
  ] as const) {
    it(`is asked once after ${category}: in the questions, it is the role as well`, async () => {
      const form = await reachQuestions(category);
      expect(roles(form) === null).to.equal(false);
      await form.choose(`questions.${id}`, value);
      expect(roles(form) === null).to.equal(true);
      await form.continueTo(CHECK);
      expect(form.text).to.contain('parce que cela m’arrive à moi');
      await form.send();
      const report = (await storedReports()).at(-1)!;
      expect(report.reporter.role).to.equal('victim');
      expect(JSON.stringify(report)).to.contain(`"${value}"`);
    });

    it(`is asked once after ${category}: on the step « where », it answers the question and is the role`, async () => {
      const form = await FormHarness.mount();
      await form.open();
      await answerSteps(form, category, { self: 'yes' });
      await form.openQuestions();
      expect(asked(form)).not.to.contain(id);
      expect(roles(form) === null).to.equal(true);
      await form.continueTo(CHECK);
      await form.press('Retour');
      await form.reach(WHERE);
      await form.choose('questions.self', 'no');
      await form.continueToDetails();
      await form.openQuestions();
      // « C’est moi » is no answer any more.
      expect(values(form, id)).not.to.contain(value);
      expect(roles(form) === null).to.equal(false);
      await form.continueTo(CHECK);
      await form.press('Retour');
      await form.reach(WHERE);
      await form.choose('questions.self', 'yes');
      await form.continueTo(CHECK);
      expect(form.text).to.match(/Cela vous arrive à vous|S’agit-il de vous/);
      await form.send();
      const report = (await storedReports()).at(-1)!;
      expect(report.reporter.role).to.equal('victim');
      expect(JSON.stringify(report)).to.contain(`"${value}"`);
    });
  }
});

describe('the free text', () => {
  it('is counted between its letters, not drawn at each, and said in a pause', async () => {
    const form = await reachDetails('crimes_against_humanity');
    await form.fill('details', 'é'.repeat(1501));
    await until(() => form.text.includes('Il reste 499 caractères.'), 'the count was not shown');
    let changes = 0;
    const drawn = new MutationObserver((records) => (changes += records.length));
    drawn.observe(form.root, { subtree: true, childList: true, characterData: true });
    for (const length of [1502, 1503, 1504]) await form.fill('details', 'é'.repeat(length));
    // The form renders in a microtask after each letter.
    await Promise.resolve();
    expect(changes).to.equal(0);
    await until(() => form.text.includes('Il reste 496 caractères.'), 'the count did not follow');
    expect(status(form)).to.equal('');
    await until(() => status(form) === 'Il reste 496 caractères.', 'the count was not said');
    drawn.disconnect();
  });
});

describe('the fold of the questions', () => {
  it('stands right after the introduction, before all else', async () => {
    const form = await reachDetails('child_sexual_abuse');
    expect(form.find(QUESTIONS_FOLD)!.previousElementSibling!.className).to.equal('intro');
    expect(form.find(QUESTIONS_FOLD)!.nextElementSibling!.localName).to.equal('fieldset');
    expect(form.find(`${QUESTIONS_FOLD} > summary`)!.innerText.trim()).to.equal(
      'Répondre à quelques questions (facultatif)',
    );
  });

  it('stays open with its answers, those of every report too, and closed where nothing was answered', async () => {
    const form = await reachQuestions('sexual_harassment');
    expect(asked(form)).not.to.contain('evidenceKept');
    await form.choose('questions.target', 'me');
    expect(askedFirst(form)).to.contain('evidenceKept');
    const again = async (): Promise<void> => {
      await form.continueTo(CHECK);
      await form.openDetails();
    };
    await again();
    expect(chosen(form, 'target')).to.deep.equal(['me']);
    expect([isOpen(form, QUESTIONS_FOLD), isOpen(form, COMMON_FOLD)]).to.deep.equal([true, false]);
    await form.openQuestions();
    await form.choose('questions.needs', 'password');
    const order = asked(form);
    expect(order.indexOf('passwordPublished')).to.equal(order.indexOf('password') + 1);
    await again();
    expect(chosen(form, 'needs')).to.deep.equal(['password']);
    expect([isOpen(form, QUESTIONS_FOLD), isOpen(form, COMMON_FOLD)]).to.deep.equal([true, true]);
    const other = await reachQuestions('sexual_harassment');
    await other.continueTo(CHECK);
    await other.openDetails();
    expect([isOpen(other, QUESTIONS_FOLD), isOpen(other, COMMON_FOLD)]).to.deep.equal([false, false]);
  });

  it('holds all that is optional where all is on one page, with the questions of what is chosen there', async () => {
    const form = await FormHarness.mount({ flow: 'page' });
    await form.open();
    expect(isOpen(form, QUESTIONS_FOLD)).to.equal(false);
    expect(form.find(named('details')) === null).to.equal(true);
    form.find(`${QUESTIONS_FOLD} > summary`)!.click();
    await until(() => form.find(`${QUESTIONS_FOLD} fieldset`), 'it did not open');
    for (const name of ['login', 'details', 'reply'])
      expect(form.find(`${QUESTIONS_FOLD} ${named(name)}`) === null, name).to.equal(false);
    // Nobody who reports for their work is asked for their age.
    const askedOfAll = (category: CategoryId): string[] => [
      'ownReference',
      ...unansweredOf(category)
        .map(({ id }) => id)
        .filter((id) => id !== 'ageBand'),
    ];
    expect(asked(form)).to.deep.equal(askedOfAll('unsure'));
    for (const category of ['sexual_harassment', 'hate_violence_discrimination'] as const) {
      await form.choose('category', category);
      // The question of danger is in sight, above the fold.
      expect(asked(form)).to.deep.equal(['fearNow', ...askedOfAll(category)]);
    }
  });

  it('opens where an error stands in it, however often it was closed', async () => {
    const form = await reachQuestions('crimes_against_humanity');
    const fail = async (id: string, text: string, error: string): Promise<void> => {
      await form.fill(`questions.${id}`, text);
      await close(form, COMMON_FOLD);
      await close(form, QUESTIONS_FOLD);
      await form.press('Continuer');
      await until(() => form.errors.join() === error, `« ${error} » was not shown`);
      form.find(`${ERRORS} a`)!.click();
      expect(form.focused?.field).to.equal(`questions.${id}`);
    };
    const accounts = Array.from({ length: 101 }, (_, index) => `compte${index}`).join('\n');
    await fail('eventHint', 'é'.repeat(121), 'Raccourcissez cette réponse');
    expect(isOpen(form, COMMON_FOLD)).to.equal(false);
    await form.fill('questions.eventHint', '');
    await form.openQuestions();
    await fail('accounts', accounts, 'Citez 100 comptes ou moins');
    await fail('accounts', `${accounts}0`, 'Citez 100 comptes ou moins');
  });

  it('does not send a password that nobody said was published, nor show it in the review', async () => {
    const form = await reachQuestions('unsure');
    await form.choose('questions.needs', 'password');
    await form.fill('questions.password', 'canari');
    await form.continueTo(CHECK);
    expect(form.text).not.to.contain('canari');
    await form.send();
    expect(JSON.stringify((await storedReports()).at(-1))).not.to.contain('canari');
  });

  it('takes twenty accounts in one report', async () => {
    const form = await reachQuestions('unsure');
    const accounts = Array.from({ length: 20 }, (_, index) => `compte${index}`);
    await form.fill('questions.accounts', accounts.join('\n'));
    await form.continueTo(CHECK);
    await form.send();
    const { reportedAccounts } = (await storedReports()).at(-1)!;
    expect(reportedAccounts?.map(({ handle }) => handle)).to.deep.equal(accounts);
  });
});

describe('the free text and the reply', () => {
  it('ask not to describe images, nor ways to die', async () => {
    const csam = await reachDetails('child_sexual_abuse');
    const fold = csam.find(named('details'))!.closest('details')!;
    expect(fold.open).to.equal(false);
    fold.querySelector('summary')!.click();
    expect(fold.textContent).to.contain('Ne décrivez pas les images.');
    await csam.fill('details', 'Le pseudo');
    await csam.fill('details', '');
    expect(fold.open).to.equal(true);
    await csam.fill('details', 'é'.repeat(2001));
    fold.querySelector('summary')!.click();
    await csam.press('Continuer');
    await until(() => csam.errors.length, 'no error was shown');
    csam.find(`${ERRORS} a`)!.click();
    expect(csam.focused?.field).to.equal('details');
    const suicide = await reachDetails('suicide_incitement');
    expect(suicide.text).to.contain('Ne décrivez pas de méthode.');
    const other = await reachDetails('procuring');
    expect(other.text).not.to.contain('décrivez');
  });

  it('suggest the address that was probably meant, and insist on nothing', async () => {
    const form = await reachDetails('unsure');
    await form.choose('reply', 'yes');
    const email = form.field('email')!;
    email.focus();
    await form.fill('email', 'nom@gmial.com');
    await until(() => form.find('.suggestion'), 'nothing was suggested');
    const isShown = (): boolean => form.find('.suggestion')?.checkVisibility() ?? false;
    expect(isShown()).to.equal(false);
    email.dispatchEvent(new Event('change', { bubbles: true }));
    email.blur();
    await form.element.updateComplete;
    expect(isShown()).to.equal(true);
    expect(status(form)).to.equal('Vouliez-vous écrire nom@gmail.com\u202f?');
    await form.press('Utiliser cette adresse');
    expect(email.value).to.equal('nom@gmail.com');
    expect(form.focused === email).to.equal(true);
    expect(form.find('.suggestion') === null).to.equal(true);
    await form.fill('email', 'nom@gmial.com');
    // The reporter presses « Continuer » straight from the field, before seeing the suggestion.
    await form.press('Continuer');
    await until(() => form.focused?.matches(REMARK), 'the step was left unasked');
    expect((form.focused as HTMLElement).innerText).to.contain('Vouliez-vous écrire nom@gmail.com\u202f?');
    await form.press('Garder');
    await form.reach(CHECK);
    expect(form.text).to.contain('nom@gmial.com');
  });

  it('puts the suggested address into the field where it held the step, and asks no more', async () => {
    const form = await reachDetails('unsure');
    await form.choose('reply', 'yes');
    await form.fill('email', 'nom@gmial.com');
    await form.press('Continuer');
    await until(() => form.find(REMARK), 'the step was left unasked');
    await form.press('Utiliser cette adresse');
    expect(form.field('email')!.value).to.equal('nom@gmail.com');
    await until(() => !form.find(REMARK), 'the question stayed');
    await form.continueTo(CHECK);
    expect(form.text).to.contain('nom@gmail.com');
  });

  it('take what names the reporter out of the details where they say so', async () => {
    const form = await reachDetails('hate_violence_discrimination');
    await form.fill('details', 'Vu  hier.\nÉcrivez-moi à nom@exemple.fr ou au 06 12 34 56 78 svp ');
    await form.press('Continuer');
    await until(() => form.focused?.matches(REMARK), 'nothing was asked');
    expect((form.focused as HTMLElement).innerText).to.contain('Garder cette information\u202f?');
    await form.press('Retirer');
    await until(() => !form.find(REMARK), 'the question stayed');
    expect(form.field('details')!.value).to.equal('Vu  hier.\nÉcrivez-moi à ou au svp ');
    expect(form.focused?.field).to.equal('details');
    expect(status(form)).to.equal('C’est retiré. Relisez votre texte.');
    await form.continueTo(CHECK);
  });
});
