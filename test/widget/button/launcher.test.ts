// The variants of the button: size, placement, and the floating button that makes room for content.

import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { LAUNCHER } from '../../../demo/gallery/driver.ts';
import { FormHarness, WHAT } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';

const TALL = '3000px';

/** The visible part of a floating button: its box minus the clipped area. */
function seen(form: FormHarness): DOMRect {
  const { left, right, top, height, width } = form.launcher.getBoundingClientRect();
  const clip = getComputedStyle(form.launcher).clipPath.match(/inset\((.*?)(?: round.*)?\)/)?.[1];
  const [, cutRight = 0, , cutLeft = 0] = (clip ?? '').split(' ').map(parseFloat);
  return new DOMRect(left + cutLeft, top, width - cutLeft - cutRight || right - left, height);
}

async function floating(attributes: Readonly<Record<string, string>> = {}): Promise<FormHarness> {
  const form = await FormHarness.mount({ variant: 'floating', ...attributes });
  await until(
    () =>
      [...form.root.adoptedStyleSheets].some((sheet) => sheet.cssRules[0]?.cssText.includes('data-small')),
    'what keeps the button out of the way did not come',
  );
  return form;
}

describe('the button', () => {
  for (const [size, height] of [
    ['s', 44],
    ['m', 48],
    ['l', 56],
  ] as const) {
    it(`of size ${size} is ${height} px high, and 8 px more where it is round or floats`, async () => {
      for (const [variant, high] of [
        ['button', height],
        ['link', height],
        ['bar', height],
        ['icon', height + 8],
        ['floating', height + 8],
      ] as const) {
        const { launcher } = await FormHarness.mount({ size, variant });
        const box = launcher.getBoundingClientRect();
        expect(box.height, variant).to.be.closeTo(high, 0.01);
        if (variant === 'icon') expect(box.width, variant).to.be.closeTo(high, 0.01);
      }
    });
  }

  for (const [where, attributes] of [
    ['the form stands in the page', { mode: 'inline' }],
    ['nothing can be done', { endpoint: '', 'hotline-url': '' }],
  ] as const) {
    it(`is not there in any variant where ${where}`, async () => {
      for (const variant of ['button', 'floating', 'link', 'icon', 'bar']) {
        const form = await FormHarness.mount({ variant, ...attributes });
        expect(form.find('.box')!.checkVisibility(), variant).to.equal(false);
      }
    });
  }

  it('puts the button of a bar beside its text, and under it in a narrow column', async () => {
    const form = await FormHarness.mount({ variant: 'bar' });
    const place = form.element.parentElement!;
    const text = (): DOMRect => form.find('.box > span')!.getBoundingClientRect();
    const button = (): DOMRect => form.launcher.getBoundingClientRect();
    expect(innerWidth).to.be.at.least(640);
    expect(button().left).to.be.at.least(text().right);
    place.style.inlineSize = '300px';
    expect(button().top).to.be.at.least(text().bottom);
    expect(text().width).to.be.at.least(200);
    place.style.inlineSize = '';
  });

  it('takes its variant from the property too, as frameworks set it', async () => {
    const look = (form: FormHarness): string[] =>
      [form.element, form.find('.box')!, form.launcher]
        .map((element) => getComputedStyle(element))
        .flatMap(({ display, position, borderRadius }) => [display, position, borderRadius]);
    for (const variant of ['bar', 'floating', 'icon', null] as const) {
      const asked = look(await FormHarness.mount(variant ? { variant } : {}));
      const form = await FormHarness.mount({ variant: 'link' });
      form.element.variant = variant;
      await form.element.updateComplete;
      expect(look(form), `${variant}`).to.deep.equal(asked);
      expect(form.element.getAttribute('variant')).to.equal(variant);
    }
  });

  it('has its own ring of focus, and none of the page around its box', async () => {
    const form = await FormHarness.mount();
    const page = document.createElement('style');
    page.textContent = 'cliquez-signalez:focus, :focus { outline: 3px solid red }';
    document.head.append(page);
    form.element.focus();
    expect(form.element.matches(':focus')).to.equal(true);
    expect(getComputedStyle(form.element).outlineStyle).to.equal('none');
    expect(getComputedStyle(form.launcher).outlineStyle).to.equal('solid');
    page.remove();
  });

  it('grows with the text, and never under 16 px', async () => {
    const form = await FormHarness.mount();
    const size = (): string => getComputedStyle(form.launcher).fontSize;
    form.element.style.setProperty('--cs-font-size', '10px');
    expect(size()).to.equal('16px');
    form.element.style.setProperty('--cs-font-size', '20px');
    expect(size()).to.equal('20px');
  });

  it('keeps the name of its words, whatever it shows', async () => {
    for (const variant of ['icon', 'floating', 'link']) {
      const { launcher, root } = await FormHarness.mount({ variant });
      const name = (launcher.getAttribute('aria-labelledby') ?? '')
        .split(' ')
        .map((id) => root.getElementById(id)?.textContent?.trim())
        .join(' ');
      expect(name, variant).to.contain('Signaler un contenu illégal');
    }
  });

  for (const variant of ['button', 'floating', 'link', 'icon', 'bar']) {
    it(`has a ring of black and white as ${variant}, whatever it stands on`, async () => {
      const { launcher } = await FormHarness.mount({ variant });
      await sendKeys({ press: 'Shift' });
      launcher.focus();
      expect(launcher.matches(':focus-visible')).to.equal(true);
      const { outlineColor, outlineWidth, outlineOffset, boxShadow } = getComputedStyle(launcher);
      expect([outlineColor, outlineWidth, outlineOffset]).to.deep.equal(['rgb(0, 0, 0)', '3px', '3px']);
      expect(boxShadow).to.equal('rgb(255, 255, 255) 0px 0px 0px 9px');
    });
  }

  it('becomes another variant beside an open form, which stays as it is', async () => {
    const form = await FormHarness.mount({});
    await form.open();
    const dialog = form.find('dialog')!;
    const choice = form.find('[answer="procuring"]')!;
    choice.click();
    for (const variant of ['bar', 'floating', 'icon', 'button']) {
      form.element.setAttribute('variant', variant);
      await form.element.updateComplete;
      expect(form.find('dialog'), variant).to.equal(dialog);
      expect((dialog as HTMLDialogElement).open && (choice as HTMLInputElement).checked, variant).to.equal(
        true,
      );
      expect(form.root.querySelectorAll(LAUNCHER).length, variant).to.equal(1);
    }
  });

  it('gets out of the way on paper', async () => {
    const { styleSheets } = { styleSheets: (await FormHarness.mount()).root.adoptedStyleSheets };
    const rules = styleSheets.flatMap((sheet) => [...sheet.cssRules]);
    const print = rules.find((rule) => rule instanceof CSSMediaRule && rule.media.mediaText === 'print');
    expect((print as CSSMediaRule).cssRules[0]?.cssText).to.match(/\.box.*display: none/);
  });
});

describe('the floating button', () => {
  before(async () => {
    await setViewport({ width: 900, height: 600 });
    document.body.style.minBlockSize = TALL;
  });
  after(() => {
    document.body.style.minBlockSize = '';
    document.documentElement.dir = '';
  });
  beforeEach(() => scrollTo(0, 0));

  for (const dir of ['ltr', 'rtl']) {
    for (const placement of ['bottom-end', 'bottom-start', 'middle-end', 'middle-start']) {
      it(`stands at ${placement} of a page that runs ${dir}`, async () => {
        document.documentElement.dir = dir;
        const { launcher } = await floating({ placement });
        const box = launcher.getBoundingClientRect();
        const isRight = placement.endsWith('end') === (dir === 'ltr');
        const { clientWidth } = document.documentElement;
        expect(isRight ? clientWidth - box.right : box.left).to.be.closeTo(24, 0.5);
        const middle = (box.top + box.bottom) / 2;
        if (placement.startsWith('middle')) expect(middle).to.be.closeTo(innerHeight / 2, 1);
        else expect(innerHeight - box.bottom).to.be.closeTo(24, 0.5);
      });
    }
  }

  it('takes no room in the page', async () => {
    const before = document.documentElement.getBoundingClientRect().height;
    const form = await floating();
    form.element.querySelector('a')?.remove();
    expect(form.element.getBoundingClientRect().height).to.equal(0);
    expect(document.documentElement.getBoundingClientRect().height).to.be.closeTo(before, 1);
  });

  for (const [dir, placement] of [
    ['ltr', 'bottom-end'],
    ['ltr', 'bottom-start'],
    ['rtl', 'bottom-end'],
  ] as const) {
    it(`is a round icon after the first scroll down, in its corner (${placement}, ${dir}), and stays it`, async () => {
      document.documentElement.dir = dir;
      const form = await floating({ placement });
      const full = form.launcher.getBoundingClientRect();
      expect(seen(form).width).to.be.closeTo(full.width, 0.5);
      scrollTo(0, 200);
      await until(() => Math.abs(seen(form).width - 56) < 0.5, 'it did not get small');
      const icon = (): DOMRect => form.find('.icon')!.getBoundingClientRect();
      const centre = (box: DOMRect): number => (box.left + box.right) / 2;
      await until(() => Math.abs(centre(icon()) - centre(seen(form))) < 0.6, 'the icon is not in its middle');
      const isRight = placement.endsWith('end') === (dir === 'ltr');
      const corner = seen(form);
      expect(isRight ? corner.right : corner.left).to.be.closeTo(isRight ? full.right : full.left, 0.5);
      // Its place in the layout is unchanged: nothing shifts.
      expect(form.launcher.getBoundingClientRect().width).to.equal(full.width);
      scrollTo(0, 0);
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      expect(seen(form).width).to.be.closeTo(56, 0.5);
    });
  }

  it('shows its words again while it has focus, and opens the form', async () => {
    const form = await floating();
    const { width } = form.launcher.getBoundingClientRect();
    scrollTo(0, 200);
    await until(() => seen(form).width < 60, 'it did not get small');
    form.launcher.focus();
    await until(() => Math.abs(seen(form).width - width) < 0.5, 'its words are not seen');
    await form.open();
    expect(form.heading).to.equal(WHAT);
  });

  it('is not seen, nor in the way of a tap, while it would cover what has focus', async () => {
    const form = await floating();
    const box = form.launcher.getBoundingClientRect();
    const link = document.createElement('a');
    link.href = '#';
    link.textContent = 'Lien';
    Object.assign(link.style, { position: 'absolute', left: `${box.left}px`, top: `${box.top}px` });
    const other = document.createElement('button');
    document.body.prepend(other, link);
    const isAway = (): boolean => getComputedStyle(form.find('.box')!).opacity === '0';
    try {
      link.focus();
      await until(isAway, 'it covers what has focus');
      expect(document.elementFromPoint(box.left + 3, box.top + 3) === link).to.equal(true);
      other.focus();
      await until(() => !isAway(), 'it did not come back');
      // Content is scrolled under the button, and also receives focus there.
      link.style.top = `${box.top + 300}px`;
      link.focus({ preventScroll: true });
      await until(() => !isAway(), 'it hid from something below it');
      scrollTo(0, 300);
      await until(isAway, 'it covers what was scrolled under it');
      // The keyboard still reaches it.
      form.launcher.focus();
      await until(() => !isAway(), 'it hides from whoever has it in focus');
    } finally {
      link.remove();
      other.remove();
    }
  });

  it('gives way to focus within other shadow roots too', async () => {
    const form = await floating();
    const box = form.launcher.getBoundingClientRect();
    const host = document.createElement('div');
    Object.assign(host.style, { position: 'fixed', left: `${box.left}px`, top: `${box.top}px` });
    host.attachShadow({ mode: 'open' }).innerHTML = '<button>Dedans</button>';
    document.body.append(host);
    try {
      host.shadowRoot!.querySelector('button')!.focus();
      await until(() => getComputedStyle(form.find('.box')!).opacity === '0', 'it covers what has focus');
    } finally {
      host.remove();
    }
  });

  it('lets go of the page when it is taken out', async () => {
    const form = await floating();
    form.element.remove();
    // Put in again and taken out in one task, it waits for a frame that comes after it has gone.
    document.body.append(form.element);
    form.element.remove();
    const box = form.find('.box')!;
    scrollTo(0, 300);
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    expect('small' in box.dataset).to.equal(false);
    document.body.append(form.element);
    scrollTo(0, 500);
    await until(() => 'small' in box.dataset, 'back in the page, it does not get small');
    form.element.remove();
  });

  it('stays under what a page puts over everything', async () => {
    const form = await floating();
    expect(getComputedStyle(form.find('.box')!).zIndex).to.equal('1000');
    form.element.style.setProperty('--cs-z', '5');
    expect(getComputedStyle(form.find('.box')!).zIndex).to.equal('5');
  });
});
