// The minimal Lit version of a button and a dialog, for comparison with ours. It has one reactive property, one style
// sheet of fixed colours, and a button with the same look and the same two slots. A click opens a dialog with a first
// step of the same words. All code is in one file, so the page fetches no other.
import { css, html, LitElement, nothing, unsafeCSS, type TemplateResult } from 'lit';
import { FIRST_STEP as step, PLAIN_CSS } from './first-step.ts';

class MinimalLit extends LitElement {
  static override styles = css`
    ${unsafeCSS(PLAIN_CSS)}
  `;

  static override properties = { isDrawn: { state: true } };

  declare isDrawn: boolean;

  get dialog(): HTMLDialogElement | null {
    return this.renderRoot.querySelector('dialog');
  }

  async open(): Promise<void> {
    this.isDrawn = true;
    await this.updateComplete;
    this.dialog?.showModal();
    this.dialog?.querySelector('h2')?.focus();
  }

  close(): void {
    this.dialog?.close();
  }

  submit(event: Event): void {
    event.preventDefault();
  }

  protected override render(): TemplateResult {
    return html`<button class="launcher" @click=${this.open}>
        <slot name="icon"
          ><svg viewBox="0 0 24 24" aria-hidden="true">
            <path d="M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0" /></svg></slot
        ><span><slot name="label">${step.label}</slot></span></button
      >${this.isDrawn ? this.renderDialog() : nothing}`;
  }

  renderDialog(): TemplateResult {
    return html`<dialog aria-labelledby="title">
      <form @submit=${this.submit}>
        <header>
          <span>${step.service}</span><a href="https://exit.example/">${step.exit}</a
          ><button type="button" aria-label=${step.close} @click=${this.close}>×</button>
        </header>
        <div class="body">
          <p>${step.count}</p>
          <div class="progress">${[1, 2, 3].map(() => html`<i></i>`)}</div>
          <fieldset>
            <legend><h2 id="title" tabindex="-1">${step.title}</h2></legend>
            <p>${step.intro}</p>
            <button type="button">${step.door}</button>
            <div class="options">
              ${step.options.map(
                ({ id, label, hint }) =>
                  html`<div class="option">
                    <input type="radio" name="category" id=${id} value=${id} aria-describedby="${id}-hint" />
                    <label for=${id}>${label}</label>
                    <p id="${id}-hint">${hint}</p>
                  </div>`,
              )}
            </div>
          </fieldset>
          <p class="notice">${step.emergency}</p>
          <p>${step.privacy}</p>
        </div>
        <footer><button>${step.next}</button></footer>
      </form>
    </dialog>`;
  }
}

customElements.define('minimal-lit', MinimalLit);
