// What is typed is asked about, kept and said, or wiped: every way into the form, by every way out of it. So is the outcome
// of a report that may have arrived, also where the page has given every answer.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import {
  AGAIN,
  CLOSE,
  CODE,
  EXIT,
  LATER,
  MAIN,
  named,
  REPLY,
  THREATENED_DOOR,
} from '../../../demo/gallery/driver.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { CHECK, DISCARD, FormHarness, nextTask, WHAT, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { thirdHere } from '../../setup/every-here.ts';
import { IdleClock } from './idle-clock.ts';

const TYPED = 'https://exemple.fr/canari';
const GIVEN = 'https://exemple.fr/donne';
const UNCONFIRMED = 'Envoi non confirmé';

/** A report of which the hotline asks where the content is. */
let followed: { readonly address: string; readonly code: string };
const clock = new IdleClock();
let form: FormHarness;

before(async function prepare() {
  // The files of a first report load here.
  this.timeout(60_000);
  const { endpoint } = await executeServerCommand<{ endpoint: string }, object>('receiver-with', {
    FREE_REPORTS: '1000',
  });
  const address = endpoint.replace('reports', 'follow-up');
  form = await FormHarness.mount({ endpoint, 'follow-up': address });
  await form.reachCheck();
  await form.send();
  const { reference } = form;
  await executeServerCommand('receiver-outcome', { endpoint, reference, state: 'question' });
  followed = { address, code: form.find(CODE)!.textContent.trim() };
});

beforeEach(() => clock.start());

afterEach(async () => {
  clock.stop();
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  history.replaceState(null, '', location.pathname + location.search);
});

// Ways in

/** A way into the form. */
interface WayIn {
  readonly attributes?: Attributes;
  /** Opens the form; by default its button does. */
  open?(): Promise<unknown>;
  /** Whether it gives a category and a place, so that a report needs no answer. */
  readonly isWhole?: boolean;
}

/** A click on a button of the page. */
const byOpener = (data: Readonly<Record<string, string>>) => async (): Promise<void> => {
  const opener = document.createElement('button');
  Object.assign(opener.dataset, { cliquezSignalez: '', ...data });
  form.element.parentElement!.append(opener);
  opener.click();
  await until(() => form.dialog?.open, 'the opener opened nothing');
};

async function reply(): Promise<void> {
  form.element.setAttribute('follow-up', followed.address);
  await form.reachFollowUp();
  await form.askFor(followed.code);
  await form.click(REPLY);
}

/** A first report of the one-page form, by somebody who reports for their work. */
async function professional(): Promise<void> {
  await form.open();
  await form.select('role', 'professional');
  await form.choose('category', 'unsure');
  await form.fill('addresses.0', GIVEN);
  await form.continueTo(CHECK);
  await form.send();
}

const HERE = { 'page-context': 'here' };

const WAYS_IN: Readonly<Record<string, WayIn>> = {
  'nothing given': {},
  'a link on the element': { attributes: { url: GIVEN } },
  'a category on the element': { attributes: { category: 'procuring', ...HERE }, isWhole: true },
  'an opener with a link': { open: byOpener({ url: GIVEN }) },
  'an opener with a category': { open: byOpener({ category: 'procuring' }), attributes: HERE, isWhole: true },
  'the victim’s door by the page': { open: byOpener({ threatened: '' }), attributes: HERE, isWhole: true },
  'the victim’s door by the reporter': {
    async open() {
      await form.open();
      await form.click(THREATENED_DOOR);
    },
  },
  '« Dire où il est »': { open: reply, attributes: HERE, isWhole: true },
  'one page, both given': {
    attributes: { flow: 'page', category: 'procuring', url: GIVEN },
    isWhole: true,
  },
  'one page, the role kept': {
    attributes: { flow: 'page' },
    async open() {
      await professional();
      await form.press(fr['ok.again']);
    },
  },
  'one page, the same answers': {
    attributes: { flow: 'page' },
    async open() {
      await professional();
      await form.click(AGAIN);
    },
  },
};

/** Opens the form by a way in. */
async function enter({ attributes, open }: WayIn, tag?: 'cliquez-signalez-form'): Promise<void> {
  form = await FormHarness.mount(attributes, tag);
  await (open?.() ?? form.open());
  // Every other step comes with the later part.
  await until(() => form.heading !== WHAT || form.find(LATER), 'the later part did not come');
}

/** Types a link, as far on as the way in has led. */
async function type(): Promise<void> {
  if (form.heading === WHAT) {
    if (!form.input(`${named('category')}:checked`)) await form.choose('category', 'unsure');
    await form.next();
  }
  if (!form.field('addresses.0')) await form.choose('where', 'elsewhere');
  await form.fill('addresses.0', TYPED);
}

/** Sends a report without an answer of the reporter, if the way in lets one; nobody learns whether it has arrived. */
async function sendInVain(): Promise<void> {
  form.element.transport = () => Promise.reject(new Error('no answer'));
  for (let view = 0; view < 3 && form.heading !== CHECK; view += 1) await form.next();
  await form.press('Envoyer le signalement');
  await until(() => form.find('.failure'), 'no failure was shown');
}

// Ways out

const reopen = async (): Promise<void> => {
  form.element.close();
  await until(() => !form.dialog.open, 'the page did not close the form');
  await form.element.open({ url: `${GIVEN}/2`, category: 'suicide_incitement' });
  await until(() => form.dialog.open, 'the page did not open the form');
};

const exit = async (): Promise<void> => {
  form.find(EXIT)!.setAttribute('href', '#left');
  form.find(EXIT)!.click();
};

const leavePage = async (): Promise<void> => {
  window.dispatchEvent(new PageTransitionEvent('pagehide'));
};

/** Nine minutes, then a tenth. */
async function idle(): Promise<void> {
  await clock.later(form, 9);
  expect(form.heading).to.equal(fr['idle.title']);
  await clock.later(form, 1);
}

async function press(key: string): Promise<void> {
  form.find(MAIN)!.focus();
  await form.key(key);
}

async function requestClose(): Promise<void> {
  if (form.dialog.requestClose) form.dialog.requestClose();
  else form.dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
}

/** By the question before closing, « Effacer et fermer ». The button waits for a hand that rests. */
async function discard(): Promise<void> {
  form.find(CLOSE)!.click();
  await settled();
  expect(form.heading).to.equal(DISCARD);
  await form.press(fr['drop.go']);
  await until(() => !form.dialog.open, 'the form did not close');
  await form.open();
}

type Fate = 'asked' | 'kept' | 'wiped';

/** How each way out ends: `asked` first; `kept`, and said at the next opening; `wiped`, or for a report in doubt, told. */
const WAYS_OUT: Readonly<Record<string, readonly [leave: () => Promise<unknown>, fate: Fate]>> = {
  Escape: [() => press('Escape'), 'asked'],
  'the cross': [async () => form.find(CLOSE)!.click(), 'asked'],
  'requestClose()': [requestClose, 'asked'],
  'close() and open(), with other answers': [reopen, 'kept'],
  'ten idle minutes': [idle, 'wiped'],
  '« Effacer et fermer »': [discard, 'wiped'],
  '« Quitter vite »': [exit, 'wiped'],
  'the page goes': [leavePage, 'wiped'],
  'reset()': [async () => form.element.reset(), 'wiped'],
};

/** All that is shown, and all that stands in a field. */
const seen = (): string =>
  [form.root.textContent, ...[...form.root.querySelectorAll('input')].map(({ value }) => value)].join(' ');

async function settled(): Promise<void> {
  await nextTask();
  await form.element.updateComplete;
}

/** Every way in by every way out, each pair in one engine: neither number of ways in divides by three. */
const pairsOf = (waysIn: readonly (readonly [string, WayIn])[]) =>
  thirdHere(
    Object.entries(WAYS_OUT).flatMap(([wayOut, [leave, fate]]) =>
      waysIn.map(([wayIn, how]) => ({ wayIn, how, wayOut, leave, fate })),
    ),
  );

describe('a typed link', () => {
  for (const { wayIn, how, wayOut, leave, fate } of pairsOf(Object.entries(WAYS_IN)))
    it(`${wayIn} → ${wayOut}: ${fate}`, async () => {
      await enter(how);
      await type();
      await leave();
      await settled();
      if (fate === 'wiped') return expect(seen().includes(TYPED)).to.equal(false);
      expect(form.dialog.open).to.equal(true);
      if (fate === 'kept') {
        expect(form.text.includes(fr['draft.kept'])).to.equal(true);
        return expect(form.field('addresses.0')!.value).to.equal(TYPED);
      }
      expect(form.heading).to.equal(DISCARD);
      await form.press(fr['drop.stay']);
      return expect(form.field('addresses.0')!.value).to.equal(TYPED);
    });
});

describe('a report in doubt, all of which the page has given', () => {
  const waysIn = Object.entries(WAYS_IN).filter(([, { isWhole }]) => isWhole);
  for (const { wayIn, how, wayOut, leave, fate } of pairsOf(waysIn))
    it(`${wayIn} → ${wayOut}: ${fate}`, async () => {
      await enter(how);
      await sendInVain();
      await leave();
      await settled();
      if (wayOut === '« Effacer et fermer »') return expect(seen().includes(UNCONFIRMED)).to.equal(false);
      if (fate !== 'asked') return expect((form.text + form.heading).includes(UNCONFIRMED)).to.equal(true);
      expect(form.heading).to.equal(DISCARD);
      return expect(form.text.includes(fr['drop.body.unconfirmed'])).to.equal(true);
    });
});

describe('nothing but what was given', () => {
  for (const [wayIn, how] of thirdHere(
    Object.entries(WAYS_IN).filter(([name]) => !/by the reporter|same/.test(name)),
  ))
    it(`${wayIn}: closes without a question, and begins again`, async () => {
      await enter(how);
      if (form.heading === WHAT && form.input(`${named('category')}:checked`)) await form.next();
      // What is typed and taken away again, and what is chosen as it was, is no answer.
      if (form.field('addresses.0')) {
        const { value } = form.field('addresses.0')!;
        await form.fill('addresses.0', TYPED);
        await form.fill('addresses.0', value);
      }
      expect(clock.timers.size).to.equal(0);
      form.find(CLOSE)!.click();
      await until(() => !form.dialog.open, 'it was asked about');
    });
});

it('is wiped in the page too', async () => {
  await enter({ attributes: { category: 'procuring' } }, 'cliquez-signalez-form');
  await type();
  await idle();
  await settled();
  expect(seen().includes(TYPED)).to.equal(false);
});
