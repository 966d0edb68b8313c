// Focus after a dialog closes whose button the page has hidden.
import { expect, fixture, html } from '@open-wc/testing';
import { focusAfter } from '../../../src/widget/form/controllers/following-focus.ts';

describe('focus after a dialog whose button the page has hidden', () => {
  it('goes to what follows, unless the page has given it to something else by then', async () => {
    const page = await fixture(
      html`<div>
        <span><a href="#inside">inside</a></span>
        <p><a href="#next">next</a></p>
        <a href="#other">other</a>
      </div>`,
    );
    const widget = page.querySelector('span')!;
    const other = page.querySelector<HTMLElement>('[href="#other"]')!;
    const focused = (): string => document.activeElement!.textContent;
    focusAfter(widget);
    expect(focused()).to.equal('next');
    other.focus();
    focusAfter(widget);
    expect(focused()).to.equal('other');
    other.blur();
    widget.remove();
    focusAfter(widget);
    expect(document.activeElement === document.body).to.equal(true);
  });
});
