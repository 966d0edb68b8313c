// Places where a widget may come to stand, and what may be dropped on it: a container that is only shown by a search, the
// document of a frame, a file.

import { expect, nextFrame } from '@open-wc/testing';
import { BODY, HEADING, named } from '../../../demo/gallery/driver.ts';
import { CHECK, FormHarness, SENT, WHAT, WHERE } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';

const root = document.documentElement;

/** A drag of a picture from the device. */
function dragFile(target: Element, type: 'dragover' | 'drop', files = true): DragEvent {
  const data = new DataTransfer();
  if (files) data.items.add(new File(['x'], 'photo.jpg', { type: 'image/jpeg' }));
  else data.setData('text/plain', 'https://exemple.fr/glisse');
  const event = new DragEvent(type, { bubbles: true, cancelable: true, composed: true, dataTransfer: data });
  target.dispatchEvent(event);
  return event;
}

describe('a file that is dropped on the form', () => {
  const SENTENCE = 'Ce formulaire ne prend ni image, ni vidéo, ni fichier.';

  for (const mode of ['dialog', 'inline'])
    it(`is not opened in the place of the page, and one sentence says why, ${mode}`, async () => {
      const form = await FormHarness.mount({ mode });
      if (mode === 'dialog') await form.open();
      await form.laterPart();
      await form.choose('category', 'unsure');
      for (const selector of [BODY, '.header', '.footer', named('category'), HEADING]) {
        expect(dragFile(form.find(selector)!, 'dragover').defaultPrevented, selector).to.equal(true);
        expect(dragFile(form.find(selector)!, 'drop').defaultPrevented, selector).to.equal(true);
        await until(() => form.text.split(SENTENCE).length === 2, `the sentence after ${selector}`);
      }
      await until(() => form.find('[role="alert"]')!.textContent.includes(SENTENCE), 'it was not said');
      expect(form.input('input:checked')!.answer).to.equal('unsure');
      await form.continueTo(WHERE);
      expect(form.text).not.to.contain(SENTENCE);
      // The errors of a step stay.
      await form.press('Continuer');
      const { errors } = form;
      dragFile(form.find(BODY)!, 'drop');
      await form.element.updateComplete;
      expect(form.errors).to.deep.equal(errors);
      await form.choose('where', 'elsewhere');
      // A field says it at the field.
      dragFile(form.find(named('addresses.0'))!, 'drop');
      await form.element.updateComplete;
      expect(form.text).not.to.contain(SENTENCE);
      await form.fill('addresses.0', 'https://exemple.fr/page');
      await form.continueToDetails();
      // A text field takes files too, in a browser.
      expect(dragFile(form.find(named('details'))!, 'drop').defaultPrevented).to.equal(true);
      await form.continueTo(CHECK);
      expect(dragFile(form.find('.row')!, 'drop').defaultPrevented).to.equal(true);
    });

  it('is held off before the later part has come', async () => {
    const form = await FormHarness.mount();
    await form.open();
    expect(dragFile(form.find(BODY)!, 'dragover').defaultPrevented).to.equal(true);
    expect(dragFile(form.find(BODY)!, 'drop').defaultPrevented).to.equal(true);
  });

  it('leaves text that is dropped, and the rest of the page, to the browser', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.laterPart();
    expect(dragFile(form.find(BODY)!, 'drop', false).defaultPrevented).to.equal(false);
    expect(dragFile(document.body, 'drop').defaultPrevented).to.equal(false);
  });
});

describe('a widget in a container that the page hides', () => {
  for (const [how, hide] of [
    ['until a search finds it', (box: HTMLElement) => box.setAttribute('hidden', 'until-found')],
    ['whole', (box: HTMLElement) => (box.hidden = true)],
  ] as const)
    it(`shows the number of a report that has arrived, at the next opening: hidden ${how}`, async () => {
      const form = await FormHarness.mount();
      const box = form.element.parentElement!;
      await form.reachCheck();
      form.button('Envoyer le signalement')!.click();
      hide(box);
      await until(() => form.element.matches(':state(sent)'), 'the report did not arrive');
      await until(() => !form.dialog.open, 'a dialog that nobody sees stays open');
      // The page that shows the widget again finds the number, not an empty form.
      box.removeAttribute('hidden');
      await nextFrame();
      form.launcher.click();
      await until(() => form.dialog.open, 'the dialog did not open');
      expect(form.heading).to.equal(SENT);
      expect(form.reference).to.match(/^[\dA-Z -]{8,}$/);
      // A form that the reporter closes is gone.
      await form.press('Fermer');
      await until(() => !form.dialog.open, 'the dialog did not close');
      await form.open();
      expect(form.heading).to.equal(WHAT);
    });

  it('opens where an opener of the page asks for it', async () => {
    const form = await FormHarness.mount();
    form.element.parentElement!.setAttribute('hidden', 'until-found');
    // The event, not the state: a dialog that is not seen may be closed again before anybody looks.
    let hasOpened = false;
    form.element.addEventListener('cs-open', () => (hasOpened = true), { once: true });
    void form.element.open();
    await until(() => hasOpened, 'the dialog did not open');
    for (let frames = 0; frames < 6; frames += 1) await nextFrame();
    const { width, height } = form.find(HEADING)!.getBoundingClientRect();
    // Either it is seen, or it is closed and the page goes on.
    expect(
      form.dialog.open ? width * height > 0 && form.dialog.checkVisibility() : root.style.overflowY === '',
    ).to.equal(true);
    form.element.parentElement!.removeAttribute('hidden');
  });
});

describe('a widget that another document adopts', () => {
  it('lets the first page scroll again, and takes no answer along', async () => {
    const form = await FormHarness.mount();
    await form.open();
    await form.choose('category', 'unsure');
    expect(root.style.overflowY).to.equal('hidden');
    const frame = document.createElement('iframe');
    document.body.append(frame);
    let closings = 0;
    form.element.addEventListener('cs-close', () => (closings += 1));
    frame.contentDocument!.body.append(form.element);
    await until(() => root.style.overflowY === '', 'the first page stays locked');
    await nextFrame();
    expect(root.style.overflowX).to.equal('');
    expect(form.root.querySelector('dialog[open]')).to.equal(null);
    expect(form.input('input:checked')).to.equal(null);
    document.body.append(form.element);
    await form.element.updateComplete;
    await form.open();
    expect(form.heading).to.equal(WHAT);
    expect(root.style.overflowY).to.equal('hidden');
    form.element.close();
    await until(() => root.style.overflowY === '', 'the page is locked again');
    frame.remove();
    form.element.remove();
  });
});
