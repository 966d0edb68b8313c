// The button: what it shows, what opens it, and what remains where reports cannot be sent.

import { expect, fixture, html } from '@open-wc/testing';
import { HEADING, named } from '../../../demo/gallery/driver.ts';
import type { ReportButton } from '../../../src/widget/button/report-button.ts';
import { CHECK, endpoint as testEndpoint, FormHarness, WHAT, WHERE } from '../form/form-harness.ts';
import { until } from '../../setup/until.ts';

const { warn } = console;

const WHERE_THREATENED = 'Où cela se passe-t-il\u202f?';

/** Records reports about one element alone: a widget of an earlier test may still report something. */
function hearWarnings(): (element: Element) => string[] {
  const all: [text: string, element: unknown][] = [];
  console.warn = (...said: [text: string, element: unknown]) => all.push(said);
  return (about) => all.filter(([, element]) => element === about).map(([text]) => text);
}

describe('<cliquez-signalez>', () => {
  afterEach(() => {
    console.warn = warn;
  });

  it('is a button whose name begins with what is seen and makes sense alone', async () => {
    const { launcher } = await FormHarness.mount();
    expect(launcher.localName).to.equal('button');
    expect(launcher.innerText.trim()).to.equal('Cliquez, Signalez\u202f!');
    const root = launcher.getRootNode() as ShadowRoot;
    const name = launcher
      .getAttribute('aria-labelledby')!
      .split(' ')
      .map((id) => root.getElementById(id)!.textContent);
    expect(name.join(' ')).to.equal('Cliquez, Signalez\u202f! Signaler un contenu illégal');
  });

  it('hides the fallback link while the form can work', async () => {
    const { element } = await FormHarness.mount();
    expect(element.querySelector('a')!.checkVisibility()).to.equal(false);
  });

  for (const endpoint of [
    '',
    'http://elsewhere.example/v1/reports',
    'javascript:alert(1)',
    'https://user:pass@hotline.example/',
  ]) {
    it(`is a link to the hotline where the endpoint is “${endpoint}”, and never opens`, async () => {
      const form = await FormHarness.mount({ endpoint });
      expect(form.launcher.localName).to.equal('a');
      expect(form.launcher.getAttribute('href')).to.equal('https://hotline.example/');
      await form.element.open();
      expect(form.dialog === null).to.equal(true);
    });
  }

  it('leaves the fallback link where it has neither endpoint nor hotline-url', async () => {
    const { element, launcher } = await FormHarness.mount({
      endpoint: '',
      'hotline-url': 'javascript:alert(1)',
    });
    expect(launcher.checkVisibility()).to.equal(false);
    expect(element.querySelector('a')!.checkVisibility()).to.equal(true);
  });

  for (const variant of ['button', 'floating', 'link', 'icon', 'bar', 'nonsense']) {
    it(`as ${variant} is at least 44 px high and opens`, async () => {
      const form = await FormHarness.mount({ variant });
      expect(form.launcher.getBoundingClientRect().height).to.be.at.least(44);
      await form.open();
      expect(form.heading).to.equal(WHAT);
    });
  }

  it('opens from a `commandfor` button and from any [data-cliquez-signalez], filled in in advance', async () => {
    const form = await FormHarness.mount({ id: 'widget' });
    const outside = await fixture(
      html`<div>
        <button
          id="named"
          data-cliquez-signalez="widget"
          data-url="https://forum.example/fil#post-3"
          data-category="procuring"
        ></button>
        <button id="first" data-cliquez-signalez></button>
        <button id="other" data-cliquez-signalez="another"></button>
      </div>`,
    );
    const press = (id: string): void => outside.querySelector<HTMLElement>(`#${id}`)!.click();
    press('other');
    press('named');
    await until(() => form.dialog?.open, 'the opener did not open the widget');
    expect(form.input('input:checked')!.answer).to.equal('procuring');
    await form.continueTo(WHERE);
    expect(form.field('addresses.0')!.value).to.equal('https://forum.example/fil#post-3');
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');

    form.element.reset();
    press('first');
    await until(() => form.dialog.open, 'the unnamed opener did not open the widget');
    form.element.close();
    await until(() => !form.dialog.open, 'the dialog did not close');

    form.element.dispatchEvent(Object.assign(new Event('command'), { command: '--open' }));
    await until(() => form.dialog.open, 'the command did not open the widget');
  });

  describe('from an opener for those who are threatened', () => {
    /** Presses an opener with `data-threatened`, and waits until the form is open. */
    const open = async (attributes: Readonly<Record<string, string>>): Promise<FormHarness> => {
      const form = await FormHarness.mount(attributes);
      const opener = await fixture<HTMLElement>(
        html`<button data-cliquez-signalez data-threatened data-category="procuring"></button>`,
      );
      opener.click();
      await until(() => form.dialog?.open, 'the opener did not open the widget');
      return form;
    };
    const ADVICE = 'Ne payez pas. Ne répondez plus. Laissez la conversation où elle est.';

    it('opens at the step « where », with the advice and a number, the first answers given', async () => {
      const form = await open({});
      await form.reach(WHERE_THREATENED);
      expect(form.text).to.contain(ADVICE);
      expect([...form.root.querySelectorAll<HTMLAnchorElement>('.notice a[href^="tel:"]')]).not.to.deep.equal(
        [],
      );
      await form.locate();
      await form.continueTo(CHECK);
      const rows = [...form.root.querySelectorAll<HTMLElement>('.row')]
        .map((row) => row.innerText)
        .join('\n');
      expect(rows).to.contain('Harcèlement sexuel').and.to.contain('Chantage');
    });

    it('opens as any other where sexual harassment is not offered', async () => {
      const form = await open({ categories: 'procuring' });
      await form.laterPart();
      expect(form.heading).to.equal(WHAT);
      expect(form.text).not.to.contain(ADVICE);
      expect(form.input('input:checked')!.answer).to.equal('procuring');
    });
  });

  describe('beside another widget', () => {
    /**
     * A page with two widgets, whose forms are loaded, and an opener, which is pressed.
     * @returns which widgets it opened, by their order in the page
     */
    const openedBy = async (
      opener: HTMLElement,
      ...tags: readonly ('cliquez-signalez' | 'cliquez-signalez-form')[]
    ): Promise<number[]> => {
      document.querySelector('#widget-under-test')?.remove();
      const page = await fixture<HTMLElement>(html`<div></div>`);
      const widgets = tags.map((tag) => document.createElement(tag));
      // The last widget enters the page first: their position in the page counts, not their time of insertion.
      for (const widget of widgets.toReversed()) {
        widget.id = 'twice';
        widget.endpoint = await testEndpoint();
        page.prepend(widget);
      }
      page.append(opener);
      for (const widget of widgets) {
        await widget.open();
        await until(() => widget.renderRoot.querySelector(HEADING)?.checkVisibility(), 'a form did not come');
        widget.close();
      }
      const opened: number[] = [];
      page.addEventListener('cs-open', ({ target }) => opened.push(widgets.indexOf(target as ReportButton)));
      (opener.querySelector('button') ?? opener).click();
      await until(() => opened.length > 0, 'nothing was opened');
      // A second widget would open in the same task.
      await Promise.all(widgets.map(({ updateComplete }) => updateComplete));
      return opened;
    };

    const opener = (name = ''): HTMLElement => {
      const button = document.createElement('button');
      button.dataset['cliquezSignalez'] = name;
      return button;
    };

    it('an unnamed opener opens the button before a form in the page, alone', async () => {
      expect(await openedBy(opener(), 'cliquez-signalez', 'cliquez-signalez-form')).to.deep.equal([0]);
    });

    it('an unnamed opener leads to the form in the page before a button, alone', async () => {
      expect(await openedBy(opener(), 'cliquez-signalez-form', 'cliquez-signalez')).to.deep.equal([0]);
    });

    it('a name that was given twice opens the first one alone', async () => {
      expect(await openedBy(opener('twice'), 'cliquez-signalez', 'cliquez-signalez')).to.deep.equal([0]);
    });

    it('an opener within another one opens once', async () => {
      const outer = document.createElement('div');
      outer.dataset['cliquezSignalez'] = 'twice';
      outer.append(opener());
      expect(await openedBy(outer, 'cliquez-signalez-form', 'cliquez-signalez')).to.deep.equal([0]);
    });
  });

  it('holds the page still while it is open, and puts back exactly what was there', async () => {
    document.documentElement.style.overflow = 'clip';
    const form = await FormHarness.mount();
    await form.open();
    expect(document.documentElement.style.overflow).to.equal('hidden');
    form.element.remove();
    expect(document.documentElement.style.overflow).to.equal('clip');
    document.documentElement.style.overflow = '';
  });

  it('warns once of a word it does not know, with what was meant, and works all the same', async () => {
    const warnings = hearWarnings();
    const form = await FormHarness.mount({
      categories: 'procurng unsure',
      'exit-url': 'http://insecure.example',
    });
    await form.open();
    await until(() => warnings(form.element).length >= 2, 'nothing was said');
    await form.choose('category', 'unsure');
    await form.continueTo(WHERE);
    const said = warnings(form.element);
    expect(said).to.have.length(2);
    expect(said.join()).to.contain('Did you mean "procuring"?').and.to.contain('exit-url');
  });

  it('warns of a look that it does not know', async () => {
    const warnings = hearWarnings();
    const form = await FormHarness.mount({ theme: 'press', placement: 'top', scheme: 'dark', size: 'm' });
    await form.open();
    await until(() => warnings(form.element).length >= 2, 'nothing was said');
    const said = warnings(form.element);
    expect(said).to.have.length(2);
    expect(said.join()).to.contain('Did you mean "presse"?').and.to.contain('placement="top"');
  });

  it('offers the categories asked for, and always « Je ne sais pas »', async () => {
    const form = await FormHarness.mount({ categories: 'procuring' });
    await form.open();
    const values = form.all(named('category')).map(({ answer }) => answer);
    expect(values).to.deep.equal(['procuring', 'unsure']);
  });

  it('shows no French number where the country is not given', async () => {
    const form = await FormHarness.mount({ country: '' });
    await form.open();
    expect(form.text)
      .to.contain('112')
      .and.not.to.match(/\b(17|114|3018|119)\b/);
  });

  it('takes the page’s own strings', async () => {
    const form = await FormHarness.mount();
    form.element.messages = { 'launcher.label': 'Alerter', 's1.title': 'De quoi s’agit-il ?' };
    await form.element.updateComplete;
    expect(form.launcher.innerText.trim()).to.equal('Alerter');
    await form.open();
    expect(form.heading).to.equal('De quoi s’agit-il ?');
  });
});
