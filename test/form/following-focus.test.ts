// Focus after a dialog closes whose button the page has hidden.
import { expect, fixture, html } from '@open-wc/testing';
import { focusAfter } from '../../src/form/controllers/following-focus.ts';

describe('focus after a dialog whose button the page has hidden', () => {
  it('goes to what follows, unless the page has given it to something else by then', async () => {
    const page = await fixture(
      html`<div>
        <button></button>
        <p><a href="#in">in</a></p>
        <a href="#next">next</a>
        <a href="#other">other</a>
      </div>`,
    );
    const [button, first, , other] = page.querySelectorAll<HTMLElement>('button, a');
    const focused = (): string => document.activeElement!.textContent;
    focusAfter(button!);
    expect(focused()).to.equal(first!.textContent);
    other!.focus();
    focusAfter(button!);
    expect(focused()).to.equal('other');
    other!.blur();
    button!.remove();
    focusAfter(button!);
    expect(document.activeElement === document.body).to.equal(true);
  });
});
