// A screen reader's view of the form: the announcement at each focus, the live announcements and their timing, and text
// that is not a control.

import { expect, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { BODY, CLOSE, named, PANEL, REFERENCE, THREATENED_DOOR } from '../../../demo/gallery/driver.ts';
import {
  breakReceiver,
  CHECK,
  DETAILS,
  DISCARD,
  FormHarness,
  storedReports,
  WHAT,
  WHERE,
} from './form-harness.ts';
import { until } from '../../setup/until.ts';
import { TapClock } from './tap-clock.ts';

const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The description of an element, which its screen reader announces after the name. */
const describedAs = (form: FormHarness, element: Element | null): string =>
  (element?.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => squeezed(form.root.getElementById(id)?.textContent))
    .join(' ');

/** The text and the description of the focused element, once a heading has focus. */
async function heardAt(form: FormHarness, text: string): Promise<string> {
  await until(() => squeezed(form.focused?.textContent) === squeezed(text), `« ${text} » did not take focus`);
  return describedAs(form, form.focused);
}

/** Records what the live regions announce from now on, each with its time, until the caller stops it. */
function listen(form: FormHarness): { readonly said: [text: string, at: number][]; stop(): void } {
  const said: [string, number][] = [];
  const observer = new MutationObserver((records) => {
    for (const { target, addedNodes } of records) {
      // Some browsers announce a live region that is inserted with its text.
      for (const node of addedNodes)
        if (node instanceof Element && node.matches('[role="status"], [role="alert"], [aria-live]'))
          said.push([squeezed(node.textContent), performance.now()]);
      const element = target instanceof Element ? target : target.parentElement;
      const region = element?.closest('[role="status"], [role="alert"], [aria-live]');
      const text = squeezed(region?.textContent);
      if (text && said.at(-1)?.[0] !== text) said.push([text, performance.now()]);
      // A region that is emptied in between is announced again.
      if (region && !text) said.push(['', performance.now()]);
    }
  });
  observer.observe(form.root, { subtree: true, childList: true, characterData: true });
  return { said, stop: () => observer.disconnect() };
}

const textsOf = ({ said }: ReturnType<typeof listen>): string[] => said.map(([text]) => text).filter(Boolean);

/** The time of the next event of this type, which the view that it tells of follows. */
const timeOf = (form: FormHarness, type: 'cs-open' | 'cs-step'): Promise<number> =>
  new Promise((done) => {
    form.element.addEventListener(type, () => done(performance.now()), { once: true });
  });

/** Waits long enough for a live region to announce something. */
const whileSaid = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

/** Replaces the browser's clipboard, which asks for permission. */
function replaceClipboard(writeText: (text: string) => Promise<void>): () => void {
  Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
  return () => Reflect.deleteProperty(navigator, 'clipboard');
}

describe('what is said by itself', () => {
  it('is not that something loads, unless it lasts', async () => {
    const form = await FormHarness.mount();
    await form.reachWhere('unsure');
    const ears = listen(form);
    await form.choose('where', 'elsewhere');
    await until(() => form.find(named('addresses.0')), 'the field did not come');
    ears.stop();
    expect(textsOf(ears)).to.deep.equal([]);
  });

  it('comes a moment after the view that it comes with, or only that view is heard', async () => {
    const form = await FormHarness.mount({ url: 'https://exemple.fr/forum/12?fbclid=abc' });
    await form.reachWhere('unsure');
    await form.choose('where', 'elsewhere');
    await until(() => form.find(named('addresses.0')), 'the field did not come');
    const ears = listen(form);
    const shown = timeOf(form, 'cs-step');
    await form.continueTo(CHECK);
    await until(() => textsOf(ears).length, 'nothing was said');
    ears.stop();
    expect(textsOf(ears)[0]).to.contain('Nous avons enlevé une partie du lien');
    expect(ears.said.find(([text]) => text)![1] - (await shown)).to.be.greaterThan(200);
  });

  it('comes a moment after a form that opens with answers from before', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.choose('category', 'unsure');
    form.element.close();
    await until(() => !form.dialog.open && form.focused === form.launcher, 'the dialog did not close');
    const ears = listen(form);
    const shown = timeOf(form, 'cs-open');
    await form.open();
    await until(() => textsOf(ears).length, 'nothing was said');
    ears.stop();
    expect(textsOf(ears)).to.deep.equal(['Vos réponses sont toujours là.']);
    expect(ears.said.find(([text]) => text)![1] - (await shown)).to.be.greaterThan(200);
  });

  it('is not « Envoi en cours… » where the report arrives at once', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const ears = listen(form);
    await form.send();
    ears.stop();
    expect(textsOf(ears)).to.deep.equal([]);
  });

  it('is « Envoi en cours… » where it takes longer than a second', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'stall' });
    const ears = listen(form);
    const pressed = performance.now();
    await form.press('Envoyer le signalement');
    await until(() => textsOf(ears).length, 'nothing was said');
    ears.stop();
    await breakReceiver({ mode: 'none' });
    expect(textsOf(ears)).to.deep.equal(['Envoi en cours…']);
    expect(ears.said.find(([text]) => text)![1] - pressed).to.be.greaterThan(900);
  });

  it('is that it takes long, and again once the sending can be stopped', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await breakReceiver({ mode: 'stall' });
    const { setTimeout: set } = window;
    const sooner = new Map([
      [5_000, 100],
      [15_000, 800],
    ]);
    window.setTimeout = ((then: () => void, ms = 0) => set(then, sooner.get(ms) ?? ms)) as typeof setTimeout;
    const ears = listen(form);
    try {
      await form.press('Envoyer le signalement');
      await until(() => textsOf(ears).length >= 2, `heard ${textsOf(ears).join()}`);
    } finally {
      ears.stop();
      window.setTimeout = set;
      await breakReceiver({ mode: 'none' });
    }
    const slow = 'C’est plus long que prévu. Gardez cette page ouverte.';
    expect(textsOf(ears)).to.deep.equal([slow, slow]);
  });

  it('is said again when it is done again: copied twice', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    const restore = replaceClipboard(() => Promise.resolve());
    const ears = listen(form);
    try {
      for (const times of [1, 2]) {
        await form.press('Copier le numéro');
        await until(() => textsOf(ears).length === times, `heard ${textsOf(ears).length} of ${times}`);
      }
    } finally {
      ears.stop();
      restore();
    }
    expect(textsOf(ears)).to.deep.equal(['C’est copié.', 'C’est copié.']);
  });

  it('is said again when it fails again', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    const restore = replaceClipboard(() => Promise.reject(new Error('denied')));
    const ears = listen(form);
    try {
      for (const times of [1, 2]) {
        await form.press('Copier le numéro');
        await until(() => textsOf(ears).length === times, `heard ${textsOf(ears).length} of ${times}`);
      }
    } finally {
      ears.stop();
      restore();
    }
  });

  it('is what is left of a long text once, not at each letter of a slow typist', async () => {
    const form = await FormHarness.mount();
    await form.reachDetails('crimes_against_humanity', 'https://exemple.fr/page');
    await form.fill('details', 'é'.repeat(1501));
    await until(() => form.text.includes('Il reste 499'), 'the count was not shown');
    const ears = listen(form);
    for (const length of [1502, 1503]) {
      await form.fill('details', 'é'.repeat(length));
      await whileSaid(1400);
    }
    expect(textsOf(ears)).to.deep.equal(['Il reste 498 caractères.']);
    await form.fill('details', 'é'.repeat(1901));
    await until(() => textsOf(ears).length === 2, 'that little is left was not said');
    await form.fill('details', 'é'.repeat(2001));
    await until(() => textsOf(ears).length === 3, 'that it is too long was not said');
    ears.stop();
    expect(textsOf(ears)[1]).to.equal('Il reste 99 caractères.');
    expect(textsOf(ears)[2]).to.contain('en trop');
  }).timeout(12_000);
});

describe('between two views', () => {
  /** The class or the tag of each element that takes focus, with the heading on screen and the count of frames. */
  function followFocus(form: FormHarness): { readonly steps: [string, string, number][]; stop(): void } {
    const steps: [string, string, number][] = [];
    let [frames, isOver] = [0, false];
    const count = (): void => {
      frames += 1;
      if (!isOver) requestAnimationFrame(count);
    };
    requestAnimationFrame(count);
    const onFocus = ({ target }: Event): void => {
      const { classList, localName } = target as Element;
      steps.push([classList[0] ?? localName, form.heading, frames]);
    };
    form.root.addEventListener('focusin', onFocus);
    return {
      steps,
      stop: () => {
        isOver = true;
        form.root.removeEventListener('focusin', onFocus);
      },
    };
  }

  // Orca in Chromium says nothing of a heading that takes focus in the frame in which the focused element is removed.
  it('focus stands nowhere for a frame, with no text cursor, before the old view is replaced', async () => {
    // A busy machine may paint no frame within the 100 ms for which the form waits: then it is tried again.
    for (let hasFrame = false; !hasFrame;) {
      const form = await FormHarness.mount();
      await form.open();
      await form.laterPart();
      await form.choose('category', 'unsure');
      form.input('[answer=unsure]')!.focus();
      getSelection()!.selectAllChildren(form.find('.intro')!);
      const { steps, stop } = followFocus(form);
      const startedAt = performance.now();
      await form.continueTo(WHERE);
      await until(() => steps.length === 2, `focus went ${JSON.stringify(steps)}`);
      stop();
      const [[nowhere, before, left], [heading, after, came]] = steps as [
        [string, string, number],
        [string, string, number],
      ];
      expect([nowhere, before, heading, after]).to.deep.equal(['between', WHAT, 'h2', WHERE]);
      hasFrame = came > left;
      if (!hasFrame) expect(performance.now() - startedAt, 'no frame between them').to.be.above(100);
      expect(getSelection()!.rangeCount, 'a text cursor was removed with its view').to.equal(0);
      expect(squeezed(form.find('.between')!.textContent)).to.equal('');
    }
  }).timeout(20_000);

  it('stays where it is where errors come beside the same view', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    form.button('Continuer')!.focus();
    const { steps, stop } = followFocus(form);
    await form.press('Continuer');
    await until(() => form.errors.length, 'no error was shown');
    stop();
    expect(steps.map(([what]) => what)).to.deep.equal(['summary-title']);
  });

  it('the next view comes although the page paints no frame', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    await form.choose('category', 'unsure');
    form.button('Continuer')!.focus();
    const { requestAnimationFrame: original } = window;
    window.requestAnimationFrame = () => 0;
    try {
      await form.continueTo(WHERE);
    } finally {
      window.requestAnimationFrame = original;
    }
  });

  it('is skipped where focus is elsewhere on the page', async () => {
    const form = await FormHarness.mount({ mode: 'inline' });
    await until(() => form.heading === WHAT, 'the form did not come');
    await form.laterPart();
    await form.choose('category', 'unsure');
    expect(document.activeElement).not.to.equal(form.element);
    const { steps, stop } = followFocus(form);
    await form.continueTo(WHERE);
    stop();
    expect(steps.map(([what]) => what)).to.deep.equal(['h2']);
  });
});

describe('a view that is about to be replaced', () => {
  const clock = new TapClock();
  afterEach(() => clock.stop());

  /** A click of a pointer. */
  const tap = (element: Element): void => {
    const { left, top } = element.getBoundingClientRect();
    const place = { clientX: left + 4, clientY: top + 4, detail: 1 };
    element.dispatchEvent(
      new MouseEvent('click', { ...place, bubbles: true, composed: true, cancelable: true }),
    );
  };

  it('sends nothing by a second tap elsewhere on it', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    const before = (await storedReports()).length;
    await nextFrame();
    await nextFrame();
    clock.start();
    clock.later(3_000);
    form.button('Envoyer')!.focus();
    tap(form.find(CLOSE)!);
    tap(form.button('Envoyer')!);
    await form.reach(DISCARD);
    expect(form.root.querySelector('.line'), 'it is being sent').to.equal(null);
    await whileSaid(300);
    expect((await storedReports()).length).to.equal(before);
  });

  it('keeps no word when the page goes', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck({ address: 'https://exemple.fr/canari' });
    expect(form.text).to.contain('canari');
    const change = form.button('Modifier')!;
    change.focus();
    change.click();
    const microtasks = async (): Promise<void> => {
      for (let times = 0; times < 20; times += 1) await Promise.resolve();
    };
    await microtasks();
    expect(form.focused?.className, 'the view is not leaving').to.contain('between');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    // The browser freezes the page after its microtasks.
    await microtasks();
    expect(form.find(PANEL)!.textContent).not.to.contain('canari');
  });
});

describe('where focus comes, is heard', () => {
  it('which step it is, and what must not be done there', async () => {
    const form = await FormHarness.mount();
    await form.open();
    expect(await heardAt(form, WHAT)).to.equal('Étape 1 sur 3');
    await form.choose('category', 'child_sexual_abuse');
    await form.continueTo(WHERE);
    const heard = await heardAt(form, WHERE);
    expect(heard).to.match(/^Étape 2 sur 3 Ne faites pas de capture d’écran/);
    expect(heard).to.contain('Ne payez pas.');
    // The number is a separate stop.
    expect(heard).not.to.contain('3018');
    await form.choose('where', 'here');
    await form.continueToDetails();
    expect(await heardAt(form, DETAILS)).to.match(/^Étape 3 sur 3 Tout est facultatif\./);
  });

  it('what the dialog is for, in a sentence, so that nobody hears all of it', async () => {
    const form = await FormHarness.mount();
    await form.open();
    expect(describedAs(form, form.dialog)).to.match(/^Gratuit\. .* vérifie\.$/);
    const group = form.find(named('category'))!.closest('fieldset')!;
    expect(describedAs(form, group)).to.equal(describedAs(form, form.dialog));
    await form.choose('category', 'terrorism_bomb_making');
    await form.continueTo(WHERE);
    expect(describedAs(form, form.dialog)).to.contain('Appelez tout de suite');
    await form.choose('where', 'elsewhere');
    await form.fill('addresses.0', 'https://exemple.fr/page');
    await form.continueTo(CHECK);
    expect(describedAs(form, form.dialog)).to.equal('Pas encore envoyé.');
  });

  it('every notice of step 2, and the one of the review', async () => {
    for (const [category, text] of [
      ['hate_violence_discrimination', 'À garder d’abord : lien, compte, date, capture d’écran'],
      ['unsure', 'À noter d’abord : lien, compte, date.'],
      ['terrorism_bomb_making', 'Appelez tout de suite'],
      ['suicide_incitement', 'Vous pouvez appeler'],
    ] as const) {
      const form = await FormHarness.mount();
      await form.reachWhere(category);
      expect((await heardAt(form, WHERE)).toLowerCase(), category).to.contain(text.toLowerCase());
    }
  });

  // Chromium says “vidéo.À noter”: it drops a space that stands alone between two texts.
  it('sentences of a notice, with the space between them', async () => {
    for (const category of [undefined, 'child_sexual_abuse', 'unsure'] as const) {
      const form = await FormHarness.mount();
      await form.open();
      if (category) await form.choose('category', category);
      await (category ? form.next() : form.click(THREATENED_DOOR));
      const title = category ? WHERE : 'Où cela se passe-t-il ?';
      await heardAt(form, title);
      const ids = form.focused!.getAttribute('aria-describedby')!.split(' ');
      const parts = ids.map((id) => form.root.getElementById(id)!);
      for (const part of parts.flatMap((element) => [element, ...element.querySelectorAll('p')])) {
        const nodes = [...part.childNodes].filter(({ nodeType }) => nodeType !== Node.COMMENT_NODE);
        const alone = nodes.filter(
          (node, at) =>
            node instanceof Text &&
            !node.data.trim() &&
            nodes[at - 1] instanceof Text &&
            nodes[at + 1] instanceof Text,
        );
        expect(alone, squeezed(part.textContent)).to.deep.equal([]);
      }
    }
  });

  it('what went wrong, once: a heading that its list describes', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.press('Continuer');
    const heard = await heardAt(form, 'Il y a un problème');
    expect(form.focused!.matches('h1, h2, h3, h4, [role="heading"]')).to.equal(true);
    expect(heard).to.equal('Choisissez ce que vous voulez signaler');
    // No element around it repeats either text.
    const around = form.focused!.parentElement!.closest('[role="group"], [aria-describedby], [aria-live]');
    expect(around === form.dialog).to.equal(true);
    expect(describedAs(form, form.dialog)).not.to.match(/problème|Choisissez/);
  });

  it('what Escape asks, and what would be lost', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.choose('category', 'unsure');
    await form.laterPart();
    await form.key('Escape');
    await form.reach(DISCARD);
    expect(await heardAt(form, DISCARD)).to.contain('elles seront perdues');
  });

  it('that a report has arrived, and its number, letter by letter', async () => {
    const form = await FormHarness.mount();
    await form.reachCheck();
    await form.send();
    const heard = await heardAt(form, 'Signalement envoyé');
    const letters = form.reference.replaceAll(' ', '');
    // After the number: that help follows.
    const [, spelled = ''] = /Votre numéro (.*) Faire retirer, Porter plainte et Parler à quelqu’un$/.exec(
      heard,
    )!;
    expect(spelled.replace(/[\s,]+/g, '')).to.equal(letters);
    for (const letter of spelled.split(/[\s,]+/)) expect(letter.length).to.be.below(2);
    // The output element is hidden from screen readers, so it is not announced as a word either.
    expect(form.find(REFERENCE)!.closest('[aria-hidden="true"]') === null).to.equal(false);
  });
});

describe('what is a control', () => {
  it('is nothing but controls: nobody else hears clicks, which Firefox would call clickable', async () => {
    const { addEventListener } = EventTarget.prototype;
    const hearing = new Set<string>();
    const isControl = (target: Element): boolean =>
      target.matches('button, a[href], input, select, textarea, summary, dialog');
    EventTarget.prototype.addEventListener = function (this: EventTarget, type, ...more): void {
      if (/^(?:click|mousedown|mouseup)$/.test(type) && this instanceof Element && !isControl(this))
        hearing.add(`${this.localName}.${this.className}`);
      addEventListener.call(this, type, ...more);
    };
    try {
      for (const attributes of [{}, { mode: 'inline' }]) {
        const form = await FormHarness.mount(attributes);
        if (!('mode' in attributes)) await form.open();
        await form.choose('category', 'hate_violence_discrimination');
        await form.continueTo(WHERE);
        await form.choose('where', 'here');
        await form.continueToDetails();
        await form.openQuestions();
      }
    } finally {
      EventTarget.prototype.addEventListener = addEventListener;
    }
    expect([...hearing]).to.deep.equal([]);
  });

  it('opens the form by a click in a closed shadow root, of a page that lets no click out, and after a move', async () => {
    const form = await FormHarness.mount();
    const box = document.createElement('div');
    document.body.append(box);
    // oxlint-disable-next-line wc/no-closed-shadow-root -- pages have them
    const closed = box.attachShadow({ mode: 'closed' });
    closed.append(form.element);
    box.addEventListener('click', (event) => event.stopPropagation());
    await form.open();
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');
    document.body.append(form.element);
    box.remove();
    await form.open();
    form.element.remove();
  });

  it('has the verb and the channel in the name of each number', async () => {
    const form = await FormHarness.mount();
    await form.open();
    const names = [...form.root.querySelectorAll<HTMLElement>('.calls a')].map((link) => {
      const copy = link.cloneNode(true) as HTMLElement;
      for (const unseen of copy.querySelectorAll('[aria-hidden="true"]')) unseen.remove();
      return squeezed(copy.textContent);
    });
    expect(names.length).to.be.greaterThan(1);
    for (const name of names) expect(name).to.match(/^(?:Appeler le \d+ \S|SMS au \d+)/);
    expect(names.some((name) => name.startsWith('SMS au 114'))).to.equal(true);
  });

  it('is a stop with a name, also where the body scrolls; keys scroll it all the same', async () => {
    await setViewport({ width: 500, height: 420 });
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    const body = form.find(BODY)!;
    await until(
      () => body.scrollHeight > body.clientHeight || form.dialog.scrollHeight > form.dialog.clientHeight,
      'nothing scrolls',
    );
    const place = (): number => body.scrollTop + form.dialog.scrollTop;
    await form.key('PageDown');
    await until(() => place() > 0, 'the key did not scroll');
    const stops = new Set<string>();
    for (let times = 0; times < 20; times += 1) {
      await form.key('Tab');
      const stop = form.focused;
      if (stop)
        stops.add(
          stop.matches('button, a, input, summary, [aria-label]')
            ? ''
            : `${stop.localName}.${stop.className}`,
        );
    }
    // Past the last stop, Tab leads to the browser's own buttons. If focus stayed there, every later test would lack it.
    for (let times = 0; times < 20 && !document.hasFocus(); times += 1) await form.key('Tab');
    await setViewport({ width: 1280, height: 900 });
    expect([...stops]).to.deep.equal(['']);
  });

  it('is not named twice where the page gives the button a word of its own', async () => {
    for (const [word, variant, name] of [
      ['Signaler', 'button', 'Signaler un contenu illégal'],
      ['Signaler', 'link', 'Signaler un contenu illégal'],
      ['Signaler', 'floating', 'Signaler un contenu illégal'],
      ['Signaler un contenu illégal ici', 'button', 'Signaler un contenu illégal ici'],
      ['Alerter', 'icon', 'Alerter Signaler un contenu illégal'],
      ['', 'button', 'Cliquez, Signalez ! Signaler un contenu illégal'],
      ['', 'link', 'Signaler un contenu illégal'],
    ] as const) {
      const form = await FormHarness.mount({ variant });
      if (word) {
        const label = document.createElement('span');
        label.slot = 'label';
        label.textContent = word;
        form.element.append(label);
      }
      const spoken = (): string =>
        squeezed(
          (form.launcher.getAttribute('aria-labelledby') ?? '')
            .split(' ')
            .map((id) => {
              const part = form.root.getElementById(id);
              const slot = part?.querySelector('slot');
              const slotted = slot?.assignedNodes().map(({ textContent }) => textContent);
              return slotted?.length ? slotted.join(' ') : part?.textContent;
            })
            .join(' '),
        );
      await until(() => spoken() === name, `« ${word} » (${variant}) is named « ${spoken()} »`);
    }
  });

  it('speaks the language that the page sets before the form was opened once', async () => {
    const form = await FormHarness.mount();
    expect(form.launcher.textContent).to.contain('illégal');
    form.element.lang = 'en';
    await until(() => form.launcher.textContent.includes('Report illegal content'), 'it stayed French');
    form.element.removeAttribute('lang');
    await until(() => form.launcher.textContent.includes('illégal'), 'it stayed English');
    form.element.parentElement!.lang = 'en';
    await until(
      () => form.launcher.textContent.includes('Report illegal content'),
      'it did not follow the page',
    );
  });
});
