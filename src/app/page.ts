// The application that a hotline hosts (dist/app): the form in a page that takes what other applications share. Only the
// page's own markup says where reports go.

import { render } from 'lit';
import { AppPage } from './app-page.ts';
import { aboveForm, belowForm } from './app-view.ts';
import { appStyles } from './app.styles.ts';
import { easyLanguages, furtherLanguages } from './languages.ts';
import { isOn } from '../widget/attributes/values.ts';
import { ReportButton } from '../widget/button/report-button.ts';
import '../widget/define-form.ts';
import { Form } from '../widget/form/form.ts';

document.adoptedStyleSheets = [...document.adoptedStyleSheets, appStyles.styleSheet!];

const element = document.querySelector('cliquez-signalez');
const named = [document.documentElement.lang, ...(element?.getAttribute('languages')?.split(/[\s,]+/) ?? [])];
const languages = [
  ...new Set([
    ...furtherLanguages(named),
    ...(isOn(element?.getAttribute('easy') ?? null) ? easyLanguages(named) : []),
  ]),
];

const app = new AppPage(languages, (state) => {
  for (const [id, view] of [
    ['above', aboveForm],
    ['below', belowForm],
  ] as const) {
    const place = document.getElementById(id);
    if (!place) continue;
    // The reporter may choose another language than the page's.
    if (state.language) Object.assign(place, { lang: state.language.tag, dir: state.language.dir });
    render(view(state), place);
  }
});

/** The element of this page. It shows one form, which the application fills in. */
class AppElement extends ReportButton {
  override addController(controller: Parameters<ReportButton['addController']>[0]): void {
    super.addController(controller);
    if (controller instanceof Form) app.attach(controller);
  }
}

element?.removeAttribute('src');
const showForm = (): void => element?.setAttribute('mode', 'inline');
if (languages.length === 0) showForm();
// Before the languages: their files share parts with the element, and take them from it.
customElements.define('cliquez-signalez', AppElement);
void app.start().then(showForm);
