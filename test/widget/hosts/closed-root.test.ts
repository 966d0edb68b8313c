// The root is closed: a listener or a reader of the page, which touches nothing of ours, gets the element alone. With
// `debug` the same listener gets what is inside, which shows that it can see. The page's script still has `renderRoot`.

import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { BACK, ERRORS, LAUNCHER, MAIN, named } from '../../../demo/gallery/driver.ts';
import { FormHarness, nextTask, type Attributes } from '../form/form-harness.ts';
import { casesHere } from '../../setup/every-here.ts';
import { until } from '../../setup/until.ts';

/** Ways to show the form. */
const MODES: Readonly<Record<string, Attributes>> = {
  'in a dialog': {},
  'in the page': { mode: 'inline' },
  'on one page': { flow: 'page' },
};

/** The events for which an object has a handler. */
function handledBy(holder: object): string[] {
  const names: string[] = [];
  for (const name in holder) if (name.startsWith('on')) names.push(name.slice(2));
  return names;
}

/** Each event that a page can hear, also those without a handler. */
const TYPES = new Set([
  ...[HTMLElement.prototype, Document.prototype, window].flatMap(handledBy),
  ...'focusin focusout compositionstart compositionend DOMActivate textInput command navigate'.split(' '),
  ...'cs-open cs-step cs-sent cs-error cs-close cs-exit'.split(' '),
]);

/** The nodes that an event or an entry names, by property: also those of engines that have properties of their own. */
function* nodesOf(told: object): Generator<[name: string, node: Node]> {
  for (const name in told) {
    const value = (told as Readonly<Record<string, unknown>>)[name];
    if (value instanceof Node) yield [name, value];
    // The touches of an event, the sources of a layout shift.
    else if (typeof value === 'object' && value && Symbol.iterator in value)
      for (const { target, node } of value as Iterable<{ target?: unknown; node?: unknown }>)
        for (const one of [target, node]) if (one instanceof Node) yield [name, one];
  }
  if (told instanceof Event)
    for (const one of told.composedPath()) if (one instanceof Node) yield ['composedPath()', one];
}

/** Listens in the page, as analytics do, to everything, before the widget comes. */
class Listener {
  readonly heard = new Set<string>();
  readonly told = new Set<string>();
  #stops: (() => void)[] = [];
  #own: ShadowRoot | undefined;

  constructor() {
    for (const target of [document, window])
      for (const isCapturing of [true, false])
        for (const type of TYPES) {
          target.addEventListener(type, this.#hear, isCapturing);
          this.#stops.push(() => target.removeEventListener(type, this.#hear, isCapturing));
        }
    for (const type of PerformanceObserver.supportedEntryTypes) {
      const observer = new PerformanceObserver((list) => list.getEntries().forEach(this.#read));
      observer.observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
      this.#stops.push(() => observer.disconnect());
    }
  }

  /** What was heard of the inside of this root. */
  inside(root: ShadowRoot): this {
    this.#own = root;
    return this;
  }

  stop(): void {
    for (const stop of this.#stops) stop();
  }

  #hear = (event: Event): void => {
    this.heard.add(event.type);
    this.#note(event.type, event);
  };

  #read = (entry: PerformanceEntry): void => this.#note(`entry ${entry.entryType}`, entry);

  #note(what: string, told: object): void {
    for (const [name, node] of nodesOf(told))
      if (node === this.#own || node.getRootNode() === this.#own) this.told.add(`${what}: ${name}`);
  }
}

/** Searches the page, as its own search does. */
declare const find: (text: string) => boolean;

const IS_FIREFOX = navigator.userAgent.includes('Firefox');
const IS_WEBKIT = !IS_FIREFOX && !navigator.userAgent.includes('Chrome');

/** What was told by properties that Firefox alone has, and by others. */
function byStandard(told: Iterable<string>): [own: string[], standard: string[]] {
  const isOwn = (name: string): boolean =>
    /: (?:originalTarget|explicitOriginalTarget|rangeParent)$/.test(name);
  return [[...told].filter(isOwn), [...told].filter((name) => !isOwn(name))];
}

const centreOf = (element: Element): [x: number, y: number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

/** A real press, for which the element comes into sight. */
async function press(element: Element): Promise<void> {
  element.scrollIntoView({ block: 'center', behavior: 'instant' });
  await sendMouse({ type: 'click', position: centreOf(element) });
  await nextTask();
}

/** From the button to the details, with an error, real presses and real keys on the way. */
async function walk(form: FormHarness): Promise<void> {
  if (!form.element.isInline) {
    form.launcher.focus();
    await sendKeys({ press: 'Enter' });
  }
  const choice = await form.wait(named('category'));
  await form.click(MAIN);
  await form.wait(ERRORS);
  await until(() => document.hasFocus(), 'the page has no focus');
  // A view takes no press of the gesture that has shown it, nor of one under which it scrolled.
  while (!form.find(`${named('category')}:checked`)) await press(choice.closest('.option')!);
  if (!form.find(named('where'))) await form.next();
  await form.choose('where', 'elsewhere');
  const field = await form.wait(named('addresses.0'));
  field.focus();
  await sendKeys({ type: 'https://exemple.fr/page' });
  await sendKeys({ down: 'Shift' });
  await sendKeys({ press: 'Home' });
  await sendKeys({ up: 'Shift' });
  await sendKeys({ press: 'End' });
  await sendKeys({ press: 'Enter' });
  // In an area, Enter begins a line.
  if (field.localName === 'textarea') await form.click(MAIN);
  (await form.wait('.exact > summary')).click();
  await nextTask();
}

/** What the page's own readers say about the form, by name: only what is not the element or around it. */
function read(form: FormHarness): string[] {
  const places = [...form.root.querySelectorAll('input, button, h2, p')].filter((one) =>
    one.checkVisibility(),
  );
  const points = places.map(centreOf);
  const found: [reader: string, node: Node | null | undefined][] = [
    ['activeElement', document.activeElement],
    ...points.flatMap(([x, y]): [string, Node | null | undefined][] => [
      ['elementFromPoint', document.elementFromPoint(x, y)],
      ...document.elementsFromPoint(x, y).map((one): [string, Node] => ['elementsFromPoint', one]),
      ['caretPositionFromPoint', document.caretPositionFromPoint?.(x, y)?.offsetNode],
      ['caretRangeFromPoint', document.caretRangeFromPoint?.(x, y)?.startContainer],
    ]),
    ...document
      .getAnimations()
      .map(({ effect }): [string, Node | null] => ['getAnimations', (effect as KeyframeEffect).target]),
    ...rangesOf(getSelection()!),
  ];
  const told = found.filter(([, node]) => node && node.getRootNode() === form.root).map(([reader]) => reader);
  return [...new Set(told)];
}

function rangesOf(selection: Selection): [reader: string, node: Node | null][] {
  const ranges = Array.from({ length: selection.rangeCount }, (_, at) => selection.getRangeAt(at));
  return [
    ['getSelection', selection.anchorNode],
    ['getSelection', selection.focusNode],
    ...ranges.map(({ startContainer }): [string, Node] => ['getRangeAt', startContainer]),
    ...(selection.getComposedRanges?.() ?? []).map(({ startContainer }): [string, Node] => [
      'getComposedRanges',
      startContainer,
    ]),
  ];
}

/** Selects the heading by the mouse, as a reader does who copies it. */
async function selectHeading(form: FormHarness): Promise<string> {
  const heading = form.find('h2')!;
  // A view takes no press of the gesture that has shown it.
  while (!String(getSelection())) {
    heading.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, right, top, height } = heading.getBoundingClientRect();
    const middle = Math.round(top + height / 2);
    await sendMouse({ type: 'move', position: [Math.round(left + 1), middle] });
    await sendMouse({ type: 'down' });
    await sendMouse({ type: 'move', position: [Math.round(right - 1), middle] });
    await sendMouse({ type: 'up' });
    await nextTask();
  }
  return heading.innerText;
}

describe('the closed root', () => {
  for (const [mode, attributes] of casesHere(Object.entries(MODES))) {
    it(`gives no listener and no reader of the page what is inside: the form ${mode}`, async () => {
      const listener = new Listener();
      const form = await FormHarness.mount(attributes);
      listener.inside(form.root);
      expect(form.element.shadowRoot).to.equal(null);
      await walk(form);
      // WebKit gives labels of choices that lie at a point, now and then.
      expect(read(form).filter((name) => !(IS_WEBKIT && name === 'elementsFromPoint'))).to.deep.equal([]);
      listener.stop();
      const [own, standard] = byStandard(listener.told);
      expect(standard).to.deep.equal([]);
      expect(own.length > 0, 'properties of Firefox alone').to.equal(IS_FIREFOX);
      for (const type of ['click', 'pointerdown', 'focusin', 'keydown', 'input', 'cs-step'])
        expect([...listener.heard], 'the listener listened').to.include(type);
    }).timeout(30_000);
  }

  it('keeps no text from the page that a reader selects, nor one that the page guesses', async () => {
    const form = await FormHarness.mount();
    await walk(form);
    const heading = await selectHeading(form);
    expect(heading).to.include(String(getSelection()));
    // Firefox gives the nodes too, and by them the root.
    expect(read(form).filter((name) => name !== 'elementsFromPoint')).to.deep.equal(
      IS_FIREFOX ? ['getSelection', 'getRangeAt'] : [],
    );
    expect(find('https://exemple.fr/page')).to.equal(true);
    expect(find('https://exemple.fr/other')).to.equal(false);
    // That of a field counts.
    await form.click(BACK);
    const field = (await form.wait(named('addresses.0'))) as HTMLInputElement;
    getSelection()!.removeAllRanges();
    field.focus();
    field.select();
    expect(String(getSelection())).to.equal(field.value);
  }).timeout(30_000);

  it('is open with debug, and the same listener gets what is inside', async () => {
    const listener = new Listener();
    const form = await FormHarness.mount({ debug: '' });
    listener.inside(form.root);
    expect(form.element.shadowRoot).to.equal(form.root);
    await walk(form);
    listener.stop();
    for (const type of ['click', 'pointerdown', 'focusin', 'keydown', 'input'])
      expect([...listener.told]).to.include(`${type}: composedPath()`);
  }).timeout(30_000);

  it('stays closed if debug comes later, also when the element moves', async () => {
    const { element } = await FormHarness.mount();
    element.setAttribute('debug', '');
    element.parentElement!.prepend(element);
    await element.updateComplete;
    expect(element.shadowRoot).to.equal(null);
  });

  it('is closed for the form’s own element', async () => {
    const { element } = await FormHarness.mount({}, 'cliquez-signalez-form');
    expect(element.shadowRoot).to.equal(null);
  });

  it('is no wall for a script of the page that knows the element: renderRoot gives the form', async () => {
    const form = await FormHarness.mount();
    await form.open();
    expect(form.element.renderRoot.querySelector('dialog h2')).to.equal(form.find('h2'));
    expect(form.element.renderRoot.querySelector(LAUNCHER)).to.equal(form.launcher);
  });
});
