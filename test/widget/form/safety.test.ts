// The reporter's safety: leaving at once, erasing, the idle clock, and a page that works again afterwards.

import { expect } from '@open-wc/testing';
import { executeServerCommand, sendKeys, setViewport } from '@web/test-runner-commands';
import { CLOSE, EXIT, LATER, PANEL } from '../../../demo/gallery/driver.ts';
import { itOnSources } from '../../setup/built-here.ts';
import { itInChromium, itWithWebKit } from '../../setup/every-here.ts';
import { noteFramed } from '../../../src/widget/page/framed.ts';
import { breakReceiver, DISCARD, FormHarness, SENT, WHAT, WHERE } from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { IdleClock } from './idle-clock.ts';

const root = document.documentElement;
const CANARY = 'canari';

const twoFrames = (): Promise<unknown> =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Waits for an event of a widget. */
const heard = (form: FormHarness, type: string): Promise<Event> =>
  new Promise((resolve) => form.element.addEventListener(type, resolve, { once: true }));

/** An open form with one answer. */
async function answered(
  attributes = {},
  tag?: 'cliquez-signalez' | 'cliquez-signalez-form',
): Promise<FormHarness> {
  const form = await FormHarness.mount(attributes, tag);
  if (tag === 'cliquez-signalez-form') await form.reach(WHAT);
  else await form.open();
  await form.choose('category', 'unsure');
  // The exit keys load with the later part.
  await form.laterPart();
  return form;
}

const status = (form: FormHarness): string => form.find('.unseen[role="status"]')!.textContent ?? '';

/** The notes, heard and shown, about presses that lead out. */
const exitNote = (form: FormHarness): string => form.find('.exit-note[role="status"]')!.textContent ?? '';

/** The place of everything in the form that has one, but the note about presses. */
const placesOf = (form: FormHarness): string[] =>
  [...form.root.querySelectorAll(`${PANEL}, ${PANEL} :not(.exit-note)`)].map((one) => {
    const { x, y, width, height } = one.getBoundingClientRect();
    return `${one.localName}.${one.className} ${[x, y, width, height].join(' ')}`;
  });

/** The address that the page would open: tests stay on their page. */
function stayHere(form: FormHarness): void {
  form.find(EXIT)!.setAttribute('href', '#left');
}

const cover = (form: FormHarness): HTMLDialogElement | null =>
  form.root.querySelector<HTMLDialogElement>('.cover');

interface Press {
  readonly key?: string;
  readonly code?: string;
  readonly shiftKey?: boolean;
  readonly isComposing?: boolean;
  readonly repeat?: boolean;
}

/** One key event, at the focused element. @returns false if it was taken from everybody else */
function key(
  form: FormHarness,
  type: 'keydown' | 'keyup',
  press: Press = {},
  target: Element = form.focused ?? form.find(PANEL)!,
): boolean {
  const event = new KeyboardEvent(type, {
    key: 'Shift',
    code: 'ShiftLeft',
    bubbles: true,
    composed: true,
    cancelable: true,
    ...press,
  });
  return target.dispatchEvent(event);
}

function shift(form: FormHarness, press: Press = {}): void {
  key(form, 'keydown', { shiftKey: true, ...press });
  key(form, 'keyup', press);
}

/** Firefox moves focus on to its own buttons. If focus stayed there, every later test would lack it. */
async function returnToPage(): Promise<void> {
  for (let stop = 0; stop < 40 && !document.hasFocus(); stop++) await sendKeys({ press: 'Tab' });
}

describe('« Quitter vite »', () => {
  let form: FormHarness;

  after(() => setViewport({ width: 800, height: 600 }));
  afterEach(async () => {
    await returnToPage();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    history.replaceState(null, '', location.pathname + location.search);
  });

  it('is a link that works without script, leaves frames, and says what its keys are', async () => {
    form = await answered({ 'exit-url': 'https://exit.example/' });
    const link = form.find(EXIT)! as HTMLAnchorElement;
    expect([link.href, link.target, link.rel]).to.deep.equal([
      'https://exit.example/',
      '_top',
      'nofollow noreferrer',
    ]);
    const description = form.find(`#${link.getAttribute('aria-describedby')}`)!;
    expect(description.textContent).to.contain('trois fois sur la touche Maj');
  });

  it('covers the whole page at once, forgets, tells the page, and only then leaves', async () => {
    form = await answered();
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', CANARY);
    form.input('input[type=checkbox]')!.click();
    stayHere(form);
    const { title } = document;
    const order: string[] = [];
    form.element.addEventListener('cs-exit', () => {
      order.push(`cover ${cover(form)!.matches(':modal')}`);
      order.push(`text ${form.field('addresses.0')!.value === CANARY}`);
      order.push(`chosen ${form.root.querySelectorAll('input:checked').length}`);
      order.push(`left ${location.hash === '#left'}`);
    });
    form.find(EXIT)!.click();
    expect(order).to.deep.equal(['cover true', 'text false', 'chosen 0', 'left false']);
    expect(location.hash).to.equal('#left');
    await form.element.updateComplete;
    expect(form.root.textContent).not.to.contain(CANARY);
    expect(form.input('input:checked') === null).to.equal(true);
    expect(document.title).to.equal(title);
    expect(cover(form)!.textContent).to.equal('Chargement…');
    expect(document.elementFromPoint(5, 5) === form.element).to.equal(true);
  });

  it('keeps its cover whatever is pressed, until the page is shown again', async () => {
    form = await answered();
    stayHere(form);
    let exits = 0;
    form.element.addEventListener('cs-exit', () => (exits += 1));
    form.find(EXIT)!.click();
    // Tab could leave a cover that has no other stop.
    for (const press of ['Tab', 'Escape', 'Escape', 'Escape']) await form.key(press);
    await twoFrames();
    expect(cover(form)?.open).to.equal(true);
    for (let press = 0; press < 3; press++) shift(form);
    expect(exits).to.equal(1);
    expect(form.dialog.open).to.equal(true);
    await returnToPage();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    expect(cover(form) !== null).to.equal(true);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(cover(form) === null).to.equal(true);
  });

  it('keeps its cover where the page moves the widget meanwhile', async () => {
    form = await answered();
    stayHere(form);
    form.find(EXIT)!.click();
    form.element.parentElement!.append(form.element);
    expect(cover(form) !== null).to.equal(true);
  });

  // A built file does not learn from a test that it stands in a frame.
  itOnSources('leaves the address to the hotline’s frame, which replaces the page around it', async () => {
    form = await FormHarness.mount();
    noteFramed(form.element);
    await form.open();
    await form.choose('category', 'unsure');
    stayHere(form);
    const told = heard(form, 'cs-exit');
    form.find(EXIT)!.click();
    await told;
    expect(cover(form)?.open).to.equal(true);
    expect(location.hash).to.equal('');
  });

  it('uncovers a page that goes on without the widget, and counts no press from before', async () => {
    form = await answered();
    stayHere(form);
    const box = form.element.parentElement!;
    form.find(EXIT)!.click();
    const closed = heard(form, 'cs-close');
    form.element.remove();
    // The cover holds the keys of the page.
    expect(key(form, 'keydown', { key: 'Escape', code: 'Escape' }, document.body)).to.equal(true);
    await closed;
    box.append(form.element);
    expect(cover(form)).to.equal(null);
    await form.open();
    shift(form);
    shift(form);
    box.append(form.element);
    shift(form);
    expect(cover(form)).to.equal(null);
  });

  it('covers the page too where the form stands in it, under a part that moves and cuts', async () => {
    form = await answered({}, 'cliquez-signalez-form');
    Object.assign(form.element.parentElement!.style, { transform: 'scale(1)', overflow: 'hidden' });
    stayHere(form);
    form.find(EXIT)!.click();
    const corners = [
      [5, 5],
      [root.clientWidth - 5, root.clientHeight - 5],
    ] as const;
    expect(corners.map(([x, y]) => document.elementFromPoint(x, y) === form.element)).to.deep.equal([
      true,
      true,
    ]);
  });

  it('is left by Shift three times, which is said as it goes', async () => {
    form = await answered();
    stayHere(form);
    const said: string[] = [];
    for (let press = 0; press < 2; press++) {
      await sendKeys({ press: 'Shift' });
      await form.element.updateComplete;
      said.push(exitNote(form));
    }
    expect(said).to.deep.equal(['Encore deux appuis pour quitter.', 'Encore un appui pour quitter.']);
    expect(cover(form) === null).to.equal(true);
    await sendKeys({ press: 'Shift' });
    expect(cover(form)?.open).to.equal(true);
    expect(location.hash).to.equal('#left');
  });

  for (const [name, tag, width] of [
    ['in a dialog', 'cliquez-signalez', 1024],
    ['on a phone', 'cliquez-signalez', 390],
    ['in the page', 'cliquez-signalez-form', 1024],
  ] as const)
    it(`shows the presses that are left, over a form that stays as it is: ${name}`, async () => {
      await setViewport({ width, height: 800 });
      form = await answered({}, tag);
      stayHere(form);
      form.find('input')!.focus();
      const note = form.find('.exit-note')!;
      expect(note.getBoundingClientRect().height).to.equal(0);
      // On a phone the form slides in.
      await Promise.all(form.root.getAnimations().map(({ finished }) => finished));
      const before = placesOf(form);
      for (const words of ['Encore deux appuis pour quitter.', 'Encore un appui pour quitter.']) {
        shift(form);
        await form.element.updateComplete;
        expect(note.innerText).to.equal(words);
        expect(note.checkVisibility({ opacityProperty: true, visibilityProperty: true })).to.equal(true);
        expect(form.root.getAnimations()).to.deep.equal([]);
        const { left, right, top, bottom, x, y, height } = note.getBoundingClientRect();
        expect(height).to.be.above(20);
        expect(left).to.be.at.least(0);
        expect(right).to.be.at.most(document.documentElement.clientWidth);
        expect(top).to.be.at.least(form.find(EXIT)!.getBoundingClientRect().bottom);
        expect(bottom).to.be.at.most(innerHeight);
        // A press goes to what is under it.
        expect(form.root.elementFromPoint(x + 5, y + 5)?.matches('.exit-note')).to.equal(false);
        expect(placesOf(form)).to.deep.equal(before);
      }
      // Another key: the way out is given up, which is shown for three seconds.
      const { setTimeout: real } = window;
      let vanish: (() => void) | undefined;
      window.setTimeout = ((then: () => void, ms: number) =>
        ms === 3000 ? void (vanish = then) : real(then, ms)) as unknown as typeof setTimeout;
      key(form, 'keydown', { key: 'ArrowDown', code: 'ArrowDown' });
      window.setTimeout = real;
      await form.element.updateComplete;
      expect(note.innerText).to.equal('Sortie annulée.');
      expect(placesOf(form)).to.deep.equal(before);
      vanish!();
      await form.element.updateComplete;
      expect(note.getBoundingClientRect().height).to.equal(0);
    });

  itWithWebKit('says nothing of presses once the form is closed', async () => {
    form = await answered();
    shift(form);
    form.element.close();
    await until(() => form.focused === form.launcher, 'focus did not come back');
    key(form, 'keydown', { key: 'Enter', code: 'Enter' });
    await form.open();
    expect(exitNote(form)).to.equal('');
  });

  itWithWebKit('says nothing of presses to somebody who writes', async () => {
    form = await answered();
    for (const type of ['keydown', 'keyup'] as const) key(form, type, { key: 'a', code: 'KeyA' });
    await form.element.updateComplete;
    expect(exitNote(form)).to.equal('');
  });

  itWithWebKit(
    'gives five seconds after each press, and no longer waits once another key has come',
    async () => {
      form = await answered();
      stayHere(form);
      const { setTimeout: set, clearTimeout: clear } = window;
      const pauses = new Set<number>();
      window.setTimeout = ((then: () => void, ms: number) => {
        const id = set(then, ms);
        if (ms === 5000) pauses.add(id);
        return id;
      }) as unknown as typeof setTimeout;
      window.clearTimeout = (id) => {
        pauses.delete(Number(id));
        clear(id);
      };
      try {
        shift(form);
        shift(form);
        expect(pauses.size).to.equal(1);
        key(form, 'keydown', { key: 'ArrowDown', code: 'ArrowDown' });
        expect(pauses.size).to.equal(0);
      } finally {
        Object.assign(window, { setTimeout: set, clearTimeout: clear });
      }
    },
  );

  itWithWebKit('does not count a key that went down elsewhere on the page', async () => {
    form = await answered({}, 'cliquez-signalez-form');
    stayHere(form);
    const field = document.createElement('button');
    document.body.append(field);
    field.focus();
    key(form, 'keydown', { shiftKey: true }, field);
    form.find('input')!.focus();
    field.remove();
    key(form, 'keyup');
    for (let press = 0; press < 2; press++) shift(form);
    expect(cover(form) === null).to.equal(true);
    shift(form);
    expect(cover(form) !== null).to.equal(true);
  });

  itWithWebKit('leads out by the keys again, once the page was shown again', async () => {
    form = await answered();
    stayHere(form);
    form.find(EXIT)!.click();
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    expect(cover(form) === null).to.equal(true);
    for (let press = 0; press < 3; press++) shift(form);
    expect(cover(form) !== null).to.equal(true);
  });

  itWithWebKit('takes three presses again, once the page that was left by them was shown again', async () => {
    form = await answered();
    stayHere(form);
    for (let press = 0; press < 3; press++) shift(form);
    expect(cover(form) !== null).to.equal(true);
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    for (let press = 0; press < 2; press++) shift(form);
    expect(cover(form) === null).to.equal(true);
    shift(form);
    expect(cover(form) !== null).to.equal(true);
  });

  itWithWebKit('forgets the presses after five seconds, and when another key comes between', async () => {
    form = await answered();
    stayHere(form);
    const { setTimeout: real } = window;
    let expire: (() => void) | undefined;
    window.setTimeout = ((then: () => void, ms: number) =>
      ms === 5000 ? void (expire = then) : real(then, ms)) as unknown as typeof setTimeout;
    shift(form);
    shift(form);
    window.setTimeout = real;
    expire!();
    await form.element.updateComplete;
    expect(exitNote(form)).to.equal('Sortie annulée.');
    shift(form);
    shift(form);
    key(form, 'keydown', { key: 'a', code: 'KeyA' });
    key(form, 'keyup', { key: 'a', code: 'KeyA' });
    await form.element.updateComplete;
    expect(exitNote(form)).to.equal('Sortie annulée.');
    shift(form);
    shift(form);
    expect(cover(form) === null).to.equal(true);
    shift(form);
    expect(cover(form) !== null).to.equal(true);
  });

  it('does not count Shift that is used with another key or the mouse, nor Shift+Tab, nor while a word is composed', async () => {
    form = await answered();
    stayHere(form);
    for (let press = 0; press < 4; press++) {
      for (const [name, code] of [
        ['A', 'KeyA'],
        ['Tab', 'Tab'],
        ['Control', 'ControlLeft'],
      ] as const) {
        key(form, 'keydown', { shiftKey: true });
        key(form, 'keydown', { key: name, code, shiftKey: true });
        key(form, 'keydown', { shiftKey: true, repeat: true });
        key(form, 'keyup');
        key(form, 'keyup', { key: name, code });
      }
      key(form, 'keydown', { shiftKey: true });
      form.find('h2')!.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, composed: true }));
      key(form, 'keyup');
      shift(form, { isComposing: true });
    }
    for (let press = 0; press < 4; press++) {
      await sendKeys({ down: 'Shift' });
      await sendKeys({ press: 'Tab' });
      await sendKeys({ up: 'Shift' });
    }
    expect(cover(form) === null).to.equal(true);
    expect(exitNote(form)).to.equal('');
  });

  itWithWebKit('takes both Shift keys at once for one press', async () => {
    form = await answered();
    stayHere(form);
    const both = (): void => {
      key(form, 'keydown', { shiftKey: true });
      key(form, 'keydown', { code: 'ShiftRight', shiftKey: true });
      key(form, 'keyup', { shiftKey: true });
      key(form, 'keyup', { code: 'ShiftRight' });
    };
    shift(form);
    both();
    expect(cover(form) === null).to.equal(true);
    both();
    expect(cover(form) !== null).to.equal(true);
  });

  itWithWebKit('does not count what a keyboard on the screen presses in a text field', async () => {
    form = await answered();
    stayHere(form);
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    await until(() => form.field('addresses.0'), 'no address field');
    const { matchMedia } = window;
    window.matchMedia = (query) => ({ ...matchMedia(query), matches: query === '(pointer: coarse)' });
    form.field('addresses.0')!.focus();
    // A letter may come from either keyboard.
    key(form, 'keydown', { key: 'a', code: 'KeyA' });
    for (let press = 0; press < 3; press++) shift(form);
    for (let press = 0; press < 3; press++) shift(form, { code: '' });
    expect(cover(form) === null).to.equal(true);
    // Only an on-screen keyboard has this key.
    key(form, 'keydown', { key: 'ArrowLeft', code: 'ArrowLeft' });
    for (let press = 0; press < 3; press++) shift(form, { code: '' });
    expect(cover(form) === null).to.equal(true);
    for (let press = 0; press < 3; press++) shift(form);
    window.matchMedia = matchMedia;
    expect(cover(form) !== null).to.equal(true);
  });

  itWithWebKit('counts in a text field of a computer', async () => {
    form = await answered();
    stayHere(form);
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    await until(() => form.field('addresses.0'), 'no address field');
    const { matchMedia } = window;
    window.matchMedia = (query) => ({ ...matchMedia(query), matches: false });
    form.field('addresses.0')!.focus();
    for (let press = 0; press < 3; press++) shift(form);
    window.matchMedia = matchMedia;
    expect(cover(form) !== null).to.equal(true);
  });

  itWithWebKit(
    'does not count Shift of a keyboard on the screen in a field of the page, over the form or in one of its slots',
    async () => {
      const input = document.createElement('input');
      const typeInIt = (): void => {
        input.focus();
        expect(document.activeElement === input).to.equal(true);
        for (let press = 0; press < 3; press++) {
          key(form, 'keydown', { code: '', shiftKey: true }, input);
          key(form, 'keyup', { code: '' }, input);
        }
        expect(cover(form) === null).to.equal(true);
      };
      form = await answered();
      stayHere(form);
      const over = document.createElement('dialog');
      over.append(input);
      document.body.append(over);
      over.showModal();
      typeInIt();
      over.remove();

      form = await answered({}, 'cliquez-signalez-form');
      stayHere(form);
      input.slot = 'footer-note';
      form.element.append(input);
      typeInIt();
    },
  );

  itWithWebKit('hears the keys only while the dialog is open, or focus is in the form', async () => {
    form = await answered();
    stayHere(form);
    form.element.close();
    await until(() => form.focused === form.launcher, 'focus did not come back');
    for (let press = 0; press < 3; press++) shift(form);
    expect(cover(form) === null).to.equal(true);

    form = await answered({}, 'cliquez-signalez-form');
    stayHere(form);
    const field = document.createElement('button');
    document.body.append(field);
    field.focus();
    for (let press = 0; press < 3; press++) {
      field.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', code: 'ShiftLeft', bubbles: true }));
      field.dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift', code: 'ShiftLeft', bubbles: true }));
    }
    field.remove();
    expect(cover(form) === null).to.equal(true);
    form.find('input')!.focus();
    for (let press = 0; press < 3; press++) shift(form);
    expect(cover(form) !== null).to.equal(true);
  });
});

describe('the idle clock', () => {
  const MINUTE = 60_000;
  const clock = new IdleClock();
  const { timers } = clock;
  const later = (form: FormHarness, minutes: number): Promise<void> => clock.later(form, minutes);

  beforeEach(() => clock.start());

  afterEach(async () => {
    clock.stop();
    await breakReceiver({ mode: 'none' });
  });

  const WARNING = 'Êtes-vous toujours là\u202f?';
  const CLEARED = 'Nous avons effacé l’écran pour vous protéger';

  /** An open form with one answer and a running idle clock: the clock loads with the later steps. */
  async function watched(...how: Parameters<typeof answered>): Promise<FormHarness> {
    const form = await answered(...how);
    await until(() => timers.size, 'the idle clock did not start');
    return form;
  }

  const wakeUp = (): boolean => window.dispatchEvent(new Event('focus'));
  const move = (): boolean => document.body.dispatchEvent(new PointerEvent('pointermove', { bubbles: true }));

  itInChromium('forgets after ten idle minutes where the wall clock was set back by a day', async () => {
    const form = await watched();
    clock.adjusted = -24 * 60 * MINUTE;
    await later(form, 4);
    await later(form, 5.2);
    expect(form.heading).to.equal(WARNING);
    await later(form, 1);
    await form.reach(CLEARED);
    expect(form.root.textContent).not.to.contain(CANARY);
  });

  itInChromium('erases nothing where the wall clock is set ahead while somebody types', async () => {
    const form = await watched();
    const type = (): boolean =>
      document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, key: 'a' }));
    type();
    clock.offset += 999;
    type();
    // Summer time, or the first contact with a time server.
    clock.adjusted = 60 * MINUTE;
    clock.offset += 400;
    type();
    await later(form, 0.1);
    expect(form.heading).to.equal(WHAT);
    // From then on, the minutes count again.
    await later(form, 9.1);
    expect(form.heading).to.equal(WARNING);
  });

  itInChromium('still forgets after a sleep, in which the steady clock stands', async () => {
    const form = await watched();
    move();
    clock.offset += 1_000;
    clock.adjusted = 60 * MINUTE;
    move();
    await form.reach(CLEARED);
  });

  itInChromium('does not take what moves by itself for a hand, where the device has slept', async () => {
    const form = await watched();
    const scroll = (): boolean => document.body.dispatchEvent(new Event('scroll'));
    scroll();
    clock.offset += 500;
    clock.adjusted = 60 * MINUTE;
    scroll();
    await form.reach(CLEARED);
  });

  itInChromium('counts a sleep that follows a change of the wall clock', async () => {
    const form = await watched();
    move();
    clock.offset += 999;
    clock.adjusted = 60 * MINUTE;
    move();
    // The steady clock stands from here on.
    clock.adjusted += 9 * MINUTE - 999;
    wakeUp();
    await form.reach(WARNING);
  });

  itInChromium('counts an event that comes a second after the last', async () => {
    const form = await watched();
    clock.offset += 999;
    move();
    await later(form, 9);
    expect(form.heading).to.equal(WARNING);
    await form.press('Continuer');
    await form.reach(WHAT);
    clock.offset += 1_000;
    move();
    clock.offset += 9 * MINUTE - 1;
    await later(form, 0);
    expect(form.heading).to.equal(WHAT);
    clock.offset += 1;
    await form.reach(WARNING);
  });

  itInChromium('warns again of the next report', async () => {
    const form = await watched();
    await later(form, 9);
    await later(form, 1);
    await form.reach(CLEARED);
    await form.press('Recommencer');
    await form.reach(WHAT);
    await form.choose('category', 'unsure');
    await until(() => timers.size, 'the idle clock did not start');
    await later(form, 9);
    expect(form.heading).to.equal(WARNING);
  });

  it('warns after nine minutes, in the same dialog, once, and « Continuer » gives ten more', async () => {
    const form = await watched();
    await form.continueTo(WHERE);
    await later(form, 8.5);
    expect(form.heading).to.equal(WHERE);
    await later(form, 0.6);
    expect(form.heading).to.equal(WARNING);
    expect(form.dialog.open).to.equal(true);
    const heading = form.focused!;
    expect(heading.textContent).to.equal(WARNING);
    expect(form.find(`#${heading.getAttribute('aria-describedby')}`)!.textContent).to.contain('une minute');
    // The description contains it: no live region repeats it.
    expect(form.find('.unseen[role="alert"]')!.textContent + status(form)).to.equal('');
    await form.press('Continuer');
    await form.reach(WHERE);
    await later(form, 8.5);
    expect(form.heading).to.equal(WHERE);
    await later(form, 0.6);
    expect(form.heading).to.equal(WARNING);
    await form.key('Escape');
    await form.reach(WHERE);
    await form.press('Retour');
    expect(form.input('input:checked')!.answer).to.equal('unsure');
  });

  it('clears the screen after ten minutes, and says truly that nothing was sent', async () => {
    const form = await watched();
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', CANARY);
    await later(form, 9);
    await later(form, 1);
    await form.reach(CLEARED);
    expect(form.text).to.contain('Rien n’a été envoyé.');
    expect(form.focused?.localName).to.equal('h2');
    expect(form.root.textContent).not.to.contain(CANARY);
    await form.press('Recommencer');
    await form.reach(WHAT);
    expect(form.input('input:checked') === null).to.equal(true);
    expect(timers.size).to.equal(0);
  });

  it('goes by the clock when timers slept: what wakes the device is no sign of life in time', async () => {
    for (const wake of [
      () => document.dispatchEvent(new Event('visibilitychange', { bubbles: true })),
      () => window.dispatchEvent(new Event('focus')),
      () => window.dispatchEvent(new PageTransitionEvent('pageshow')),
      move,
    ]) {
      const form = await watched();
      clock.offset += 60 * MINUTE;
      wake();
      await form.reach(CLEARED);
    }
  });

  it('takes every sign of life on the page for one', async () => {
    const form = await watched();
    for (const event of [
      new KeyboardEvent('keydown', { key: 'a', bubbles: true }),
      new PointerEvent('pointerdown', { bubbles: true }),
      new PointerEvent('pointermove', { bubbles: true }),
      new WheelEvent('wheel', { bubbles: true }),
      new MouseEvent('click', { bubbles: true }),
      new InputEvent('input', { bubbles: true }),
      new FocusEvent('focusin', { bubbles: true }),
      new Event('scroll'),
    ]) {
      await later(form, 4);
      document.body.dispatchEvent(event);
      await later(form, 4);
      expect(form.heading, event.type).to.equal(WHAT);
    }
  });

  itInChromium('goes on from a sign of life after the clock was set back', async () => {
    const form = await watched();
    clock.adjusted = -60 * MINUTE;
    move();
    await later(form, 8.5);
    expect(form.heading).to.equal(WHAT);
    await later(form, 0.6);
    expect(form.heading).to.equal(WARNING);
  });

  itInChromium(
    'starts the last minute anew while somebody moves, and leaves the warning up until it is answered',
    async () => {
      const form = await watched();
      await later(form, 9.1);
      await later(form, 0.8);
      move();
      await later(form, 0.8);
      expect(form.heading).to.equal(WARNING);
      await later(form, 0.3);
      await form.reach(CLEARED);
    },
  );

  itInChromium('ends the last minute by the steady clock where the wall clock was set back', async () => {
    const form = await watched();
    await later(form, 9.1);
    move();
    clock.adjusted = -24 * 60 * MINUTE;
    await later(form, 1);
    await form.reach(CLEARED);
  });

  itInChromium('ends the last minute by the wall clock where the device has slept', async () => {
    const form = await watched();
    await later(form, 9.1);
    move();
    clock.adjusted = MINUTE;
    wakeUp();
    await form.reach(CLEARED);
  });

  itInChromium('does not run while there is nothing to forget', async () => {
    const form = await FormHarness.mount();
    await form.open();
    expect(timers.size).to.equal(0);
    await later(form, 60);
    move();
    expect(form.heading).to.equal(WHAT);
  });

  it('clears a number too, and does not say that nothing was sent', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    const { reference } = form;
    await later(form, 9);
    expect(form.heading).to.equal(WARNING);
    expect(form.root.textContent).not.to.contain(reference);
    await form.press('Continuer');
    await form.reach(SENT);
    expect(form.reference).to.equal(reference);
    await later(form, 10);
    await form.reach(CLEARED);
    expect(form.text).not.to.contain('Rien');
    expect(form.root.textContent).not.to.contain(reference);
  });

  itInChromium('does not say that nothing was sent of a report that may have arrived', async () => {
    const form = await FormHarness.mount();
    const { random } = Math;
    Math.random = () => 0;
    await form.reachCheck({ address: 'https://exemple.fr/canari' });
    await breakReceiver({ mode: 'reset-after' });
    await form.press('Envoyer le signalement');
    await until(() => form.find('.failure'), 'no failure was shown');
    Math.random = random;
    await later(form, 10);
    await form.reach('Envoi non confirmé');
    expect(form.root.textContent).not.to.contain(CANARY).and.not.to.contain('Rien');
  });

  itInChromium(
    'waits for a report on its way, and claims nothing of it if the device sleeps meanwhile',
    async () => {
      const form = await FormHarness.mount({ endpoint: '' });
      let arrive: (() => void) | undefined;
      form.element.transport = ({ submissionId }) =>
        new Promise((resolve) => {
          arrive = () =>
            resolve({ submissionId, reference: 'ABCD-1234', receivedAt: '2026-11-24T10:00:00Z' });
        });
      await form.element.updateComplete;
      await form.reachCheck({ address: 'https://exemple.fr/canari' });
      await form.press('Envoyer le signalement');
      await until(() => arrive, 'nothing was sent');
      await later(form, 9.1);
      expect(form.heading).to.equal('Votre signalement');
      await later(form, 11);
      await form.reach(CLEARED);
      expect(form.text).to.contain('Envoi en cours…').and.not.to.contain('Rien');
      expect(form.root.textContent).not.to.contain(CANARY);
      expect(form.button('Recommencer') === undefined).to.equal(true);
      arrive!();
      await form.reach(SENT);
      expect(form.reference).to.equal('ABCD-1234');
    },
  );

  itInChromium(
    'shows a report on its way as such to whoever forgets its answers meanwhile, also when the form is opened again',
    async () => {
      const form = await FormHarness.mount({ endpoint: '' });
      form.element.transport = () => new Promise(() => {});
      await form.element.updateComplete;
      await form.reachCheck();
      await form.press('Envoyer le signalement');
      await until(() => form.button('Envoi en cours…'), 'sending is not shown');
      form.element.reset();
      await form.reach(CLEARED);
      form.find(CLOSE)!.click();
      await until(() => form.focused === form.launcher, 'the dialog did not close');
      await form.open();
      expect(form.heading).to.equal(CLEARED);
      expect(form.text).to.contain('Envoi en cours…');
    },
  );

  it('runs in the page too, and does not take focus from what is done elsewhere on it', async () => {
    const form = await watched({}, 'cliquez-signalez-form');
    const field = document.createElement('button');
    document.body.append(field);
    field.focus();
    await later(form, 9);
    expect(form.heading).to.equal(WARNING);
    expect(document.activeElement === field).to.equal(true);
    expect(form.find('.unseen[role="alert"]')!.textContent).to.contain('une minute');
    await later(form, 1);
    expect(form.heading).to.equal(CLEARED);
    expect(document.activeElement === field).to.equal(true);
    field.remove();
  });

  it('leads whoever is in the form of the page to what it says', async () => {
    const form = await watched({}, 'cliquez-signalez-form');
    form.find('input')!.focus();
    await later(form, 9);
    await until(() => form.focused?.textContent === WARNING, 'the warning has no focus');
    expect(form.find('.unseen[role="alert"]')!.textContent).to.equal('');
  });

  itInChromium(
    'forgets answers that were kept in a closed dialog, whatever happens on the page',
    async () => {
      const form = await watched();
      form.element.close();
      await until(() => form.focused === form.launcher, 'the dialog did not close');
      await later(form, 5);
      move();
      await later(form, 5);
      await form.open();
      expect(form.heading).to.equal(WHAT);
      expect(form.input('input:checked') === null).to.equal(true);
    },
  );

  itInChromium('gives ten minutes to whoever opens the dialog again', async () => {
    const form = await watched();
    form.element.close();
    await until(() => form.focused === form.launcher, 'the dialog did not close');
    await later(form, 9.9);
    await form.open();
    await later(form, 8);
    expect(form.input('input:checked')!.answer).to.equal('unsure');
  });

  itInChromium('goes by the clock when a widget comes back to the page', async () => {
    const form = await watched();
    const box = form.element.parentElement!;
    form.element.remove();
    await later(form, 11);
    box.append(form.element);
    await form.open();
    expect(form.input('input:checked') === null).to.equal(true);
  });
});

describe('closing', () => {
  afterEach(() => root.removeAttribute('style'));

  it('asks at every kind of request to close, and does not at Escape while a word is composed', async () => {
    const form = await answered();
    key(form, 'keydown', { key: 'Escape', code: 'Escape', isComposing: true });
    await form.element.updateComplete;
    expect(form.heading).to.equal(WHAT);
    form.dialog.dispatchEvent(new Event('cancel', { cancelable: true }));
    await form.reach(DISCARD);
    await form.press('Continuer le signalement');
    await form.reach(WHAT);
    if (form.dialog.requestClose) {
      form.dialog.requestClose();
      await form.reach(DISCARD);
      form.dialog.requestClose();
      await form.reach(WHAT);
    }
    expect(form.dialog.open).to.equal(true);
  });

  it('asks too where it was closed and opened again before the browser came to say so', async () => {
    const form = await answered();
    form.element.close();
    void form.element.open();
    // Without a task in between: the event `close` is one.
    for (let turn = 0; turn < 200 && !form.dialog.open; turn++) await Promise.resolve();
    expect(form.dialog.open).to.equal(true);
    const closed = new Promise((done) => form.element.addEventListener('cs-close', done, { once: true }));
    form.find(CLOSE)!.click();
    await closed;
    await form.element.updateComplete;
    expect(form.heading).to.equal(DISCARD);
  });

  it('keeps the answers of every step when it is closed by force, offers them, and clears them when asked', async () => {
    const form = await answered();
    await form.continueTo(WHERE);
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', CANARY);
    const closed = heard(form, 'cs-close');
    form.dialog.close();
    await closed;
    await form.open();
    expect(form.heading).to.equal(WHERE);
    expect(form.text).to.contain('Vos réponses sont toujours là.');
    expect(form.field('addresses.0')!.value).to.equal(CANARY);
    await form.press('Retour');
    await form.continueTo(WHERE);
    expect(form.text).not.to.contain('Vos réponses sont toujours là.');
    form.dialog.close();
    await until(() => form.focused === form.launcher, 'the dialog did not close');
    await form.open();
    await form.press('Tout effacer');
    await form.reach(WHAT);
    expect(form.input('input:checked') === null).to.equal(true);
  });

  for (const [how, hide, show] of [
    ['display: none', (box: HTMLElement) => (box.hidden = true), (box: HTMLElement) => (box.hidden = false)],
    [
      'content-visibility: hidden',
      (box: HTMLElement) => box.style.setProperty('content-visibility', 'hidden'),
      (box: HTMLElement) => box.style.removeProperty('content-visibility'),
    ],
    [
      'a closed <details>',
      (box: HTMLElement) => {
        const details = document.createElement('details');
        details.open = true;
        box.replaceWith(details);
        details.append(box);
      },
      (box: HTMLElement) => box.closest('details')!.toggleAttribute('open', true),
    ],
  ] as const) {
    it(`lets the page go when an ancestor is hidden by ${how}, and keeps the answers`, async () => {
      const form = await FormHarness.mount();
      const box = form.element.parentElement!;
      if (how.includes('details')) hide(box);
      await form.open();
      await form.choose('category', 'unsure');
      if (how.includes('content-visibility') && !CSS.supports('content-visibility', 'hidden')) return;
      const closed = heard(form, 'cs-close');
      if (how.includes('details')) box.closest('details')!.open = false;
      else hide(box);
      await closed;
      expect(form.dialog.open).to.equal(false);
      expect(root.style.overflowY).to.equal('');
      show(box);
      await form.open();
      expect(form.input('input:checked')!.answer).to.equal('unsure');
    });
  }

  it('stays open where an ancestor is hidden for a single frame', async () => {
    const form = await answered();
    const box = form.element.parentElement!;
    box.hidden = true;
    await twoFrames();
    box.hidden = false;
    for (let pair = 0; pair < 4; pair++) await twoFrames();
    expect(form.dialog.open).to.equal(true);
  });

  for (const [how, move] of [
    ['moved', (box: HTMLElement, widget: HTMLElement) => box.prepend(widget)],
    [
      'taken out and put back',
      (box: HTMLElement, widget: HTMLElement) => {
        widget.remove();
        box.append(widget);
      },
    ],
    [
      'moved as a whole',
      (box: HTMLElement & { moveBefore?: (node: Node, child: Node | null) => void }, widget: HTMLElement) =>
        box.moveBefore ? box.moveBefore(widget, null) : box.append(widget),
    ],
  ] as const) {
    it(`goes on as it was when the widget is ${how} within one task`, async () => {
      const form = await answered();
      const box = form.element.parentElement!;
      box.append(document.createElement('hr'));
      let closings = 0;
      form.element.addEventListener('cs-close', () => (closings += 1));
      move(box, form.element);
      expect(form.dialog.matches(':modal')).to.equal(true);
      expect(root.style.overflowY).to.equal('hidden');
      expect(form.focused?.closest('dialog')).to.equal(form.dialog);
      await twoFrames();
      expect(form.input('input:checked')!.answer).to.equal('unsure');
      expect(form.dialog.matches(':modal')).to.equal(true);
      expect(closings).to.equal(0);
    });
  }

  it('forgets what was chosen before the later steps have loaded, when the page goes', async () => {
    const { requestIdleCallback: whenIdle } = window;
    window.requestIdleCallback = () => 0;
    try {
      const form = await FormHarness.mount();
      await form.open();
      await form.choose('category', 'unsure');
      expect(form.find(LATER)).to.equal(null);
      window.dispatchEvent(new PageTransitionEvent('pagehide'));
      expect(form.input('input:checked')).to.equal(null);
      // Nothing is asked either, since nothing is lost: the answer would be there again.
      await form.choose('category', 'unsure');
      form.find(CLOSE)!.click();
      await until(() => !form.dialog.open, 'the dialog did not close');
      await form.open();
      expect(form.input('input:checked')!.answer).to.equal('unsure');
    } finally {
      window.requestIdleCallback = whenIdle;
    }
  });

  it('lets the page go at once, and forgets, when the widget is taken out of it', async () => {
    const form = await answered();
    const box = form.element.parentElement!;
    const closed = heard(form, 'cs-close');
    form.element.remove();
    expect(root.style.overflowY).to.equal('');
    await closed;
    box.append(form.element);
    await form.element.updateComplete;
    expect(form.dialog.open).to.equal(false);
    await form.open();
    expect(form.dialog.matches(':modal')).to.equal(true);
    expect(form.input('input:checked') === null).to.equal(true);
    expect(form.text).not.to.contain('Vos réponses sont toujours là.');
  });

  it('leaves no listener on the window when the widget is taken out of the page', async () => {
    const { addEventListener: add, removeEventListener: remove } = window;
    const held: string[] = [];
    const names = new Map<unknown, number>();
    const nameOf = ([type, hear, how]: Parameters<typeof add>): string => {
      const number = names.get(hear) ?? names.size;
      names.set(hear, number);
      return `${type} ${number} ${(typeof how === 'object' ? how.capture : how) ?? false}`;
    };
    window.addEventListener = (...hears: Parameters<typeof add>) => {
      const name = nameOf(hears);
      const [, , how] = hears;
      // The page has two for all widgets, which stay (report-button.ts).
      const isShared = ['cs-locale', 'DOMContentLoaded'].includes(hears[0]);
      const isLasting = !isShared && (typeof how !== 'object' || !(how.once ?? how.signal));
      if (isLasting && !held.includes(name)) held.push(name);
      add.apply(window, hears);
    };
    window.removeEventListener = (...hears: Parameters<typeof remove>) => {
      const at = held.indexOf(nameOf(hears));
      if (at >= 0) held.splice(at, 1);
      remove.apply(window, hears);
    };
    try {
      const form = await answered();
      await form.continueTo(WHERE);
      expect(held.length).to.be.above(10);
      const closed = heard(form, 'cs-close');
      form.element.remove();
      await closed;
      await until(() => held.length === 0, 'it hears on').catch(() => expect(held).to.deep.equal([]));
    } finally {
      Object.assign(window, { addEventListener: add, removeEventListener: remove });
    }
  });

  it('forgets where another document takes the widget', async () => {
    const form = await answered();
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const closed = heard(form, 'cs-close');
    frame.contentDocument!.body.append(form.element);
    await closed;
    expect(root.style.overflowY).to.equal('');
    expect(form.input('input:checked')).to.equal(null);
    frame.remove();
  });

  it('puts back exactly what the page had, and nothing that the page has changed since', async () => {
    root.style.setProperty('overflow-x', 'clip');
    root.style.setProperty('overflow-y', 'scroll', 'important');
    const before = root.style.cssText;
    const form = await FormHarness.mount();
    await form.open();
    expect(getComputedStyle(root).overflowY).to.equal('hidden');
    form.dialog.close();
    await until(() => root.style.overflowY === 'scroll', 'the page does not scroll');
    expect(root.style.cssText.split('; ').toSorted()).to.deep.equal(before.split('; ').toSorted());
    await form.open();
    root.style.setProperty('overflow-y', 'auto');
    form.dialog.close();
    await until(() => !form.dialog.open && root.style.overflowX === 'clip', 'the page does not scroll');
    expect(root.style.overflowY).to.equal('auto');
  });

  it('keeps the page from being scrolled as long as one of two dialogs is open, in whichever order they close', async () => {
    const long = document.createElement('div');
    long.style.height = '5000px';
    document.body.append(long);
    /** Turns the wheel beside the dialog, where the engine supports it. */
    const turnWheel = async (): Promise<boolean> => {
      const turned = new Promise((resolve) => window.addEventListener('wheel', resolve, { once: true }));
      const isReal = await executeServerCommand<boolean, object>('wheel', { x: 8, y: 300, by: 400 });
      if (isReal) await turned;
      await twoFrames();
      await twoFrames();
      return isReal;
    };
    for (const order of [
      [0, 1],
      [1, 0],
    ] as const) {
      const first = await FormHarness.mount();
      first.element.parentElement!.id = '';
      const both = [first, await FormHarness.mount()];
      for (const { element, root: inside } of both) {
        await element.open();
        await until(() => inside.querySelector('dialog')?.open, 'it did not open');
      }
      const closed = heard(both[order[0]]!, 'cs-close');
      both[order[0]]!.element.close();
      await closed;
      await twoFrames();
      const isReal = await turnWheel();
      await sendKeys({ press: 'PageDown' });
      await twoFrames();
      expect([scrollY, getComputedStyle(root).overflowY]).to.deep.equal([0, 'hidden']);
      both[order[1]]!.element.close();
      await until(() => root.style.overflowY === '', 'the page is not let go');
      if (isReal) {
        await turnWheel();
        await until(() => scrollY > 0, 'the page does not scroll: nothing would have shown that it is held');
      }
      scrollTo(0, 0);
      for (const { element } of both) element.parentElement!.remove();
    }
    long.remove();
  });

  it('leaves the page as it was after two widgets, in whichever order they go', async () => {
    for (const [own, order] of [
      ['scroll', [0, 1]],
      ['scroll', [1, 0]],
      ['hidden', [0, 1]],
      ['hidden', [1, 0]],
    ] as const) {
      root.style.cssText = `overflow-y: ${own};`;
      const first = await FormHarness.mount();
      first.element.parentElement!.id = '';
      const second = await FormHarness.mount();
      const both = [first, second];
      for (const { element, root: inside } of both) {
        await element.open();
        await until(() => inside.querySelector('dialog')?.open, 'it did not open');
      }
      for (const index of order) both[index]!.element.parentElement!.remove();
      expect(root.style.cssText, `${own} ${String(order)}`).to.equal(`overflow-y: ${own};`);
    }
  });

  it('gives focus back to what opened it, and to what follows a button that is hidden', async () => {
    const form = await FormHarness.mount({ id: 'opened-elsewhere' });
    const opener = document.createElement('button');
    opener.dataset['cliquezSignalez'] = 'opened-elsewhere';
    const next = document.createElement('button');
    form.element.before(opener);
    form.element.after(next);
    opener.focus();
    opener.click();
    await until(() => form.dialog?.open && form.focused, 'the dialog did not open');
    form.dialog.close();
    await until(() => document.activeElement === opener, 'focus did not come back');

    form.launcher.focus();
    await form.open();
    form.element.style.display = 'none';
    await until(() => document.activeElement === next, 'focus went nowhere');
  });

  it('is worked by the keyboard alone: from the heading, Shift+Tab leads to the frame, and Tab to everything else', async () => {
    const form = await answered();
    const reached = new Set<string>();
    const press = async (times: number): Promise<void> => {
      for (let stop = 0; stop < times; stop++) {
        await sendKeys({ press: 'Tab' });
        reached.add(form.focused?.getAttribute('part') ?? form.focused?.localName ?? '');
      }
    };
    form.find('h2')!.focus();
    await sendKeys({ down: 'Shift' });
    // One press more than there are controls: Firefox also stops at scrollable elements.
    await press(3);
    await sendKeys({ up: 'Shift' });
    expect(reached.has('close') && reached.has('exit')).to.equal(true);
    await press(20);
    const wanted = ['option-input', 'summary', 'primary'];
    expect(wanted.filter((part) => !reached.has(part))).to.deep.equal([]);
    await returnToPage();
    expect(document.hasFocus()).to.equal(true);
  });
});
