// The plain version without any library: a page's own buttons, and one dialog that they all open, rendered at the first
// click.
import { FIRST_STEP as step, PLAIN_CSS } from './first-step.ts';

const sheet = new CSSStyleSheet();
sheet.replaceSync(PLAIN_CSS);
document.adoptedStyleSheets = [sheet];

const option = ({ id, label, hint }: (typeof step.options)[number]): string =>
  `<div class="option"><input type="radio" name="category" id="${id}" value="${id}" aria-describedby="${id}-hint">
    <label for="${id}">${label}</label><p id="${id}-hint">${hint}</p></div>`;

const draw = (): HTMLDialogElement => {
  document.body.insertAdjacentHTML(
    'beforeend',
    `<dialog aria-labelledby="title"><form>
      <header><span>${step.service}</span><a href="https://exit.example/">${step.exit}</a>
        <button type="button" aria-label="${step.close}">×</button></header>
      <div class="body"><p>${step.count}</p><div class="progress">${'<i></i>'.repeat(3)}</div>
        <fieldset><legend><h2 id="title" tabindex="-1">${step.title}</h2></legend>
          <p>${step.intro}</p><button type="button">${step.door}</button>
          <div class="options">${step.options.map(option).join('')}</div></fieldset>
        <p class="notice">${step.emergency}</p><p>${step.privacy}</p>
      </div>
      <footer><button>${step.next}</button></footer></form></dialog>`,
  );
  const dialog = document.querySelector('dialog')!;
  dialog.querySelector('form')?.addEventListener('submit', (event) => event.preventDefault());
  dialog.querySelector('header button')?.addEventListener('click', () => dialog.close());
  return dialog;
};

let dialog: HTMLDialogElement | undefined;
document.addEventListener('click', ({ target }) => {
  if (!(target instanceof Element && target.closest('button.launcher'))) return;
  dialog ??= draw();
  dialog.showModal();
  dialog.querySelector('h2')?.focus();
});
