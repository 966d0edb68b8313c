// The application that a hotline hosts (dist/app): the form in a page that takes what other applications share. Only the
// page's own markup says where reports go.

import { render } from 'lit';
import { AppPage } from './app/app-page.ts';
import { aboveForm, belowForm } from './app/app-view.ts';
import { appStyles } from './app/app.styles.ts';
import { ReportButton } from './button/report-button.ts';
import './define-form.ts';
import { Form } from './form/form.ts';

document.adoptedStyleSheets = [...document.adoptedStyleSheets, appStyles.styleSheet!];

const app = new AppPage((state) => {
  for (const [id, view] of [
    ['above', aboveForm],
    ['below', belowForm],
  ] as const) {
    const place = document.getElementById(id);
    if (place) render(view(state), place);
  }
});

/** The element of this page. It shows one form, which the application fills in. */
class AppElement extends ReportButton {
  override addController(controller: Parameters<ReportButton['addController']>[0]): void {
    super.addController(controller);
    if (controller instanceof Form) app.attach(controller);
  }
}

const element = document.querySelector('cliquez-signalez');
element?.setAttribute('mode', 'inline');
element?.removeAttribute('src');
customElements.define('cliquez-signalez', AppElement);
app.start();
