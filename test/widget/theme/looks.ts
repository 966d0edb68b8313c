// Brings a form into its states as a reporter does, and measures texts, lines and rings on screen in each.

import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { ERRORS, EXIT, named, PANEL } from '../../../demo/gallery/driver.ts';
import { FormHarness, WHERE } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';
import { pictureOf } from './rendered.ts';

/** One thing to measure: its name, its kind, and its place. */
type Sight = readonly [what: string, of: 'text' | 'line' | 'ring', selector: string];

/** Takes a picture that contains an element, and measures things in it. */
type See = (selector: string, ...sights: readonly Sight[]) => Promise<void>;

const ROW: readonly Sight[] = [
  ['a row’s label', 'text', '.option label'],
  ['a row’s hint', 'text', '.option-hint'],
];

async function hover(form: FormHarness, selector: string): Promise<void> {
  // The form may render anew while the pointer is on its way, and move: then the pointer follows.
  for (let tries = 0; tries < 20; tries++) {
    const element = form.find(selector)!;
    element.scrollIntoView({ block: 'center' });
    const { left, top, width, height } = element.getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + width / 2), Math.round(top + height / 2)] });
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    if (element.isConnected && element.matches(':hover')) return;
  }
  throw new Error(`The pointer does not come to ${selector}.`);
}

/** Goes to the address field, which then has no focus. */
async function reachField(form: FormHarness): Promise<void> {
  await form.choose('category', 'terrorism_bomb_making');
  await form.continueTo(WHERE);
  await form.choose('where', 'elsewhere');
  await until(() => form.find(FIELD), 'the field for addresses did not come');
}

const FIELD = named('addresses.0');

/** How to bring a form into each state, and what to measure then. */
export const STATES: Readonly<Record<string, (form: FormHarness, see: See) => Promise<void>>> = {
  async rest(_, see) {
    await see(
      'h2',
      ['the heading', 'text', 'h2'],
      ['the sentence under it', 'text', '.intro'],
      ['the count of steps', 'text', '.count'],
      ['the main button', 'text', '.primary'],
      ['a quiet button', 'text', EXIT],
    );
    await see(
      '.option',
      ...ROW,
      ['the frame of the rows', 'line', '.options'],
      ['a radio button', 'line', '.option input'],
    );
  },
  async hover(form, see) {
    await hover(form, '.option');
    await see('.option', ...ROW, ['a radio button', 'line', '.option input']);
    await hover(form, '.primary');
    await see('.primary', ['the main button', 'text', '.primary']);
    await hover(form, EXIT);
    await see(EXIT, ['a quiet button', 'text', EXIT]);
  },
  async resting(form, see) {
    const panel = form.find(PANEL)!;
    await hover(form, '.primary');
    // Until the view takes taps, its own guard sets and removes both.
    await until(() => !panel.matches('[data-resting], [data-restless]'), 'the view does not take taps');
    for (const wait of ['data-resting', 'data-restless']) {
      // As tap-guard.ts sets them; a final button stands in other views.
      panel.toggleAttribute(wait, true);
      form.find('.primary')!.classList.toggle('final', wait === 'data-restless');
      await see('.primary', ['a button that waits', 'text', '.primary'], ['its border', 'line', '.primary']);
      panel.toggleAttribute(wait, false);
    }
  },
  async active(form, see) {
    await hover(form, '.primary');
    // A view accepts no tap in its first moment, and Firefox then shows no pressed state.
    const shownAt = performance.now();
    await until(() => performance.now() - shownAt > 650, 'the view can be tapped');
    await sendMouse({ type: 'down' });
    await until(() => form.find('.primary:active'), 'the button is not pressed');
    await see('.primary', ['the main button', 'text', '.primary']);
    // The pointer is released elsewhere: on the button it would be a click.
    await sendMouse({ type: 'move', position: [0, 0] });
    await sendMouse({ type: 'up' });
  },
  async focus(form, see) {
    // This makes the engine show the focus ring.
    await sendKeys({ press: 'Tab' });
    form.find('.primary')!.focus();
    await see('.primary', ['the main button', 'text', '.primary'], ['its ring', 'ring', '.primary']);
    form.find('.option input')!.focus();
    await see('.option', ...ROW, ['the ring of a row', 'line', '.option']);
  },
  async selected(form, see) {
    form.find('.option input')!.click();
    await form.element.updateComplete;
    await see('.option', ...ROW, ['its mark', 'line', '.option input'], ['its bar', 'line', '.option']);
  },
  async error(form, see) {
    await form.press('Continuer');
    await until(() => form.find('.summary-title:focus'), 'the error did not show');
    await see(
      ERRORS,
      ['the summary’s title', 'text', '.summary-title'],
      ['the summary’s link', 'text', `${ERRORS} a`],
      ['the summary’s frame', 'line', ERRORS],
    );
    await see('.option', ['the error', 'text', '.error'], ['the frame of the rows', 'line', '.options']);
  },
  async field(form, see) {
    await reachField(form);
    form.find(FIELD)!.blur();
    await see(FIELD, ['its label', 'text', '.field > label'], ['its border', 'line', FIELD]);
    form.find(FIELD)!.focus();
    await see(FIELD, ['its ring', 'ring', FIELD]);
  },
  async 'field with an error'(form, see) {
    await reachField(form);
    await form.press('Continuer');
    await until(() => form.find('.summary-title:focus'), 'the error did not show');
    await see(FIELD, ['the error', 'text', '.field .error'], ['its border', 'line', FIELD]);
  },
};

/** Mounts a widget with large letters, whose strokes are thick enough to have their exact colour. */
export async function mountBig(theme: string, scheme: string): Promise<FormHarness> {
  document.documentElement.style.colorScheme = scheme;
  document.body.style.background = 'Canvas';
  const form = await FormHarness.mount({ theme, scheme });
  for (const [seed, value] of Object.entries({ 'font-size': '26px', motion: '0' }))
    form.element.style.setProperty(`--cs-${seed}`, value);
  await form.open();
  return form;
}

/**
 * The elements that are too faint in one state; their pictures stay in `.screenshots`.
 * @param least the contrast that lines and rings must have; texts always need 7
 */
export async function faintIn(
  { theme, scheme, state }: { readonly theme: string; readonly scheme: string; readonly state: string },
  { least = 3, folder = 'theme' } = {},
): Promise<string[]> {
  const form = await mountBig(theme, scheme);
  const faults: string[] = [];
  let pictures = 0;
  await STATES[state]!(form, async (selector, ...sights) => {
    const anchor = form.find(selector)!;
    const picture = await pictureOf(anchor, `${folder}/${theme}-${scheme}-${state}-${(pictures += 1)}`);
    for (const [what, of, where] of sights) {
      const element = form.find(where)!;
      const ratio = of === 'text' ? picture.textContrast(element) : picture.edgeContrast(element, of);
      if (ratio < (of === 'text' ? 7 : least)) faults.push(`${what}: ${ratio.toFixed(2)}`);
    }
  });
  return faults;
}
