// The follow-up code before it goes: « C’est noté », and the one question on each way that forgets the code.

import { expect } from '@open-wc/testing';
import { AGAIN, CLOSE, CODE, EXIT, HEADING, MAIN, NOTED } from '../../../demo/gallery/driver.ts';
import { includeLanguage } from '../../../src/words/include-language.ts';
import fr from '../../../src/words/locales/fr.json' with { type: 'json' };
import { codeOn, sendCoded, startFollowUps, type FollowUps } from './follow-up-harness.ts';
import { FormHarness, nextTask, SENT, WHAT, type Attributes } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { speak } from '../../words/every-language.ts';
import { IdleClock } from './idle-clock.ts';

const LOST = fr['follow.lost.title'];
/** The words of button and question: without one of them, a language has neither. */
const ALL_WORDS = {
  'follow.noted': 'Notiert',
  'follow.lost.title': 'Haben Sie den Code notiert?',
  'follow.lost.body': 'Danach wird er nicht mehr gezeigt.',
  'follow.lost.stay': 'Den Code wieder ansehen',
};
const NOTED_WORDS = Object.keys(ALL_WORDS) as (keyof typeof ALL_WORDS)[];
const WARNING = fr['idle.title'];

describe('the code before it goes', () => {
  let given: FollowUps;
  let form: FormHarness;

  before(async () => (given = await startFollowUps()));

  /** Sends a report of the one-page form, by somebody who reports for their work. */
  async function byProfessional(): Promise<void> {
    form = await FormHarness.mount({
      endpoint: given.endpoint,
      'follow-up': given.address,
      flow: 'page',
    });
    await form.open();
    await form.select('role', 'professional');
    await form.choose('category', 'terrorism_bomb_making');
    await form.fill('addresses.0', 'https://exemple.fr/sujet/7');
    await form.next();
    await form.next();
    await form.wait(CODE);
  }

  /** A form that shows a code. */
  async function coded(attributes: Attributes = {}): Promise<string> {
    form = await FormHarness.mount({
      endpoint: given.endpoint,
      'follow-up': given.address,
      ...attributes,
    });
    const { code } = await sendCoded(form);
    return code;
  }

  /** Presses Escape as a hand does: the form waits for the key's release. */
  async function escape(): Promise<void> {
    for (const type of ['keydown', 'keyup'])
      form
        .find(HEADING)!
        .dispatchEvent(
          new KeyboardEvent(type, { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
        );
    await nextTask();
    await form.element.updateComplete;
  }

  const closed = (): Promise<void> => until(() => !form.dialog.open, 'the dialog is closed');

  /** Nothing of the code is in the form. */
  async function isForgotten(code: string): Promise<void> {
    await closed();
    await form.open();
    await form.reach(WHAT);
    expect(form.root.textContent).not.to.contain(code);
  }

  const WAYS: Readonly<Record<string, () => unknown>> = {
    '« Fermer »': () => form.press(fr['header.close']),
    'the cross': () => form.click(CLOSE),
    Escape: escape,
    'a close request of the browser': () =>
      form.dialog.dispatchEvent(new Event('cancel', { cancelable: true })),
  };

  it('marks it as noted without moving anything: no second tap meets another button', async () => {
    await coded();
    const box = (): string => JSON.stringify(form.find(NOTED)!.getBoundingClientRect());
    const before = box();
    await form.click(NOTED);
    await until(() => form.find(`${NOTED} svg`)?.checkVisibility({ visibilityProperty: true }), 'the tick');
    expect(box()).to.equal(before);
    await form.click(NOTED);
    expect(box()).to.equal(before);
  });

  for (const [way, leave] of Object.entries(WAYS)) {
    it(`asks once on ${way}: the code comes back, and a second time the form closes`, async () => {
      const code = await coded();
      await leave();
      await form.reach(LOST);
      expect(form.focused === form.find(HEADING)).to.equal(true);
      expect(form.root.textContent).not.to.contain(code);
      expect(form.text).to.contain(fr['follow.lost.body']);
      expect(form.find(EXIT)!.getBoundingClientRect().height).to.be.greaterThan(0);
      await form.press(fr['follow.lost.stay']);
      await form.reach(SENT);
      expect(codeOn(form)).to.equal(code);
      expect(form.focused === form.find(HEADING)).to.equal(true);
      await leave();
      await isForgotten(code);
    });

    it(`asks nothing on ${way} once the code is noted`, async () => {
      const code = await coded();
      await form.click(NOTED);
      await leave();
      await isForgotten(code);
    });
  }

  it('is heard with the heading, again after « Revoir le code », and at « C’est noté »', async () => {
    const code = await coded();
    const isHeardAt = (selector: string): boolean => {
      const ids = form.find(selector)!.getAttribute('aria-describedby')?.split(' ') ?? [];
      const heard = ids.map((id) => form.root.getElementById(id)!.textContent).join(' ');
      // Letter by letter: a group of four would be taken for a word.
      return heard.replace(/\W/g, '').includes(code.replace(/\W/g, ''));
    };
    expect(isHeardAt(NOTED), 'at the switch').to.equal(true);
    expect(isHeardAt(HEADING), 'at the heading').to.equal(true);
    await form.press(fr['header.close']);
    await form.reach(LOST);
    expect(isHeardAt(HEADING), 'in the question').to.equal(false);
    await form.press(fr['follow.lost.stay']);
    await form.reach(SENT);
    expect(form.focused === form.find(HEADING) && isHeardAt(HEADING), 'again').to.equal(true);
  });

  const SECOND: Readonly<Record<string, () => unknown>> = {
    'a second Escape': escape,
    'the cross of the question': () => form.click(CLOSE),
    'its « Fermer »': () => form.press(fr['header.close']),
  };
  for (const [way, leave] of Object.entries(SECOND))
    it(`closes on ${way}`, async () => {
      const code = await coded();
      await escape();
      await form.reach(LOST);
      await leave();
      await isForgotten(code);
    });

  it('takes « C’est noté » back on a second press, and says which of both holds', async () => {
    await coded();
    const noted = form.find(NOTED)!;
    expect(noted.innerText.trim()).to.equal(fr['follow.noted']);
    expect(noted.ariaPressed).to.equal('false');
    await form.click(NOTED);
    expect(noted.ariaPressed).to.equal('true');
    await form.click(NOTED);
    expect(noted.ariaPressed).to.equal('false');
    await escape();
    await form.reach(LOST);
  });

  it('asks after printing too: a sheet that never came out keeps no code', async () => {
    await coded();
    const { get } = Object.getOwnPropertyDescriptor(HTMLIFrameElement.prototype, 'contentWindow')!;
    let isPrinted = false;
    const view = Object.assign(new EventTarget(), { print: () => (isPrinted = true) });
    // No printer is available in tests.
    Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', {
      get: () => view,
      configurable: true,
    });
    try {
      await form.press(fr['follow.print']);
      await until(() => isPrinted, 'the sheet');
    } finally {
      Object.defineProperty(HTMLIFrameElement.prototype, 'contentWindow', { get: get!, configurable: true });
    }
    await escape();
    await form.reach(LOST);
  });

  it('asks before another report, by the name of that way, and then begins it', async () => {
    const code = await coded();
    await form.press(fr['ok.again']);
    await form.reach(LOST);
    await form.press(fr['ok.again']);
    await form.reach(WHAT);
    expect(form.root.textContent).not.to.contain(code);
    // The next report has a code of its own, which is asked about again.
    const { code: next } = await sendCoded(form);
    expect(next).not.to.equal(code);
    await escape();
    await form.reach(LOST);
  });

  it('asks nothing before « Encore un, mêmes réponses »: a team has its own file', async () => {
    await byProfessional();
    await form.click(AGAIN);
    await until(() => form.field('addresses.0')?.value === '', 'an empty field');
    expect(form.answer('category')).to.equal('terrorism_bomb_making');
    expect(form.answer('role')).to.equal('professional');
  });

  it('keeps the role of a professional for another report, through the question', async () => {
    await byProfessional();
    await form.press(fr['ok.again']);
    await form.reach(LOST);
    await form.press(fr['ok.again']);
    await until(() => form.answer('role') === 'professional', 'the role');
    expect(form.answer('category')).to.equal(undefined);
  });

  it('asks in a form in the page too, where only another report forgets the code', async () => {
    const code = await coded({ mode: 'inline' });
    expect(form.button(fr['header.close']) === undefined).to.equal(true);
    await form.press(fr['ok.again']);
    await form.reach(LOST);
    // The page brings the form into view: the code is not lost by that.
    await form.element.open();
    await form.reach(LOST);
    await form.press(fr['follow.lost.stay']);
    await form.reach(SENT);
    expect(codeOn(form)).to.equal(code);
    await form.press(fr['ok.again']);
    await form.reach(WHAT);
  });

  const AT_ONCE: Readonly<Record<string, () => unknown>> = {
    'quick exit': () => {
      form.find(EXIT)!.setAttribute('href', '#exit');
      form.find(EXIT)!.click();
    },
    '`close()`': () => form.element.close(),
    '`reset()`': () => form.element.reset(),
    '`pagehide`': () => window.dispatchEvent(new PageTransitionEvent('pagehide')),
  };
  for (const [way, leave] of Object.entries(AT_ONCE))
    for (const isAsked of [false, true])
      it(`asks nothing on ${way}${isAsked ? ', also where the question stands' : ''}`, async () => {
        const code = await coded();
        if (isAsked) {
          await escape();
          await form.reach(LOST);
        }
        leave();
        await until(
          () => form.heading !== LOST && !form.root.textContent.includes(code),
          'the code is gone, without a question',
        );
        document.querySelector('#widget-under-test')?.remove();
        history.replaceState(null, '', location.pathname + location.search);
      });

  it('shows the code again where the browser closes the dialog, or its question, on its own', async () => {
    const code = await coded();
    await escape();
    await form.reach(LOST);
    const told = new Promise((resolve) => form.element.addEventListener('cs-close', resolve, { once: true }));
    form.dialog.close();
    await told;
    await form.open();
    await form.reach(SENT);
    expect(codeOn(form)).to.equal(code);
  });

  it('warns over the question after nine minutes, leads back to the code, and wipes it after ten', async () => {
    const clock = new IdleClock();
    clock.start();
    try {
      const code = await coded();
      await until(() => clock.timers.size, 'the idle clock runs');
      await escape();
      await form.reach(LOST);
      await clock.later(form, 9.5);
      await form.reach(WARNING);
      await form.press(fr['action.continue']);
      await form.reach(SENT);
      expect(codeOn(form)).to.equal(code);
      // It was not answered.
      await escape();
      await form.reach(LOST);
      await clock.later(form, 9.5);
      await form.reach(WARNING);
      await clock.later(form, 1);
      await form.reach(fr['idle.cleared']);
      expect(form.root.textContent).not.to.contain(code);
      expect(form.text).not.to.contain(fr['idle.unsent']);
    } finally {
      clock.stop();
    }
  });

  it('asks nothing where there is no code', async () => {
    form = await FormHarness.mount({ endpoint: given.endpoint });
    await form.reachSent();
    expect(form.find(NOTED) === null).to.equal(true);
    await escape();
    await closed();
  });

  for (const missing of NOTED_WORDS)
    it(`has neither button nor question in a language that lacks ${missing}`, async () => {
      await includeLanguage('de');
      form = await FormHarness.mount({
        endpoint: given.endpoint,
        'follow-up': given.address,
        lang: 'de',
      });
      // German has them all, or none yet: one that is missing is enough.
      form.element.messages = { ...ALL_WORDS, [missing]: '' };
      await form.reachCheck();
      await form.next();
      await form.wait(CODE);
      expect(form.find(NOTED) === null).to.equal(true);
      const empty = [...form.root.querySelectorAll<HTMLElement>('.reference button')].filter(
        ({ innerText }) => innerText.trim() === '',
      );
      expect(empty).to.deep.equal([]);
      await escape();
      await closed();
    });

  it('shows the code again where the language changes to one that lacks the question', async () => {
    await includeLanguage('de');
    const code = await coded();
    await escape();
    await form.reach(LOST);
    await speak(form, 'de');
    // German has the question, or none yet.
    form.element.messages = { ...ALL_WORDS, 'follow.lost.title': '' };
    await until(() => form.find(CODE), 'the code');
    expect(form.find(HEADING)!.innerText.trim()).not.to.equal('');
    expect(codeOn(form)).to.equal(code);
    await escape();
    await closed();
  });

  it('rests: a final button of the question takes no press of the hand that opened it', async () => {
    await coded();
    await escape();
    await form.reach(LOST);
    const close = form.button(fr['header.close'])!;
    expect(close.matches('.final')).to.equal(true);
    expect(form.find(MAIN)!.innerText.trim()).to.equal(fr['follow.lost.stay']);
  });

  it('tells the page nothing: no event, and closing is told once', async () => {
    await coded();
    const events: string[] = [];
    for (const name of ['cs-step', 'cs-error', 'cs-close', 'cs-exit'])
      form.element.addEventListener(name, () => events.push(name));
    await escape();
    await form.reach(LOST);
    await form.press(fr['follow.lost.stay']);
    await form.reach(SENT);
    expect(events).to.deep.equal([]);
    await escape();
    await until(() => events.length > 0, 'closing is told');
    expect(events).to.deep.equal(['cs-close']);
  });
});
