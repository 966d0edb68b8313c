// Runs in the page of one state: brings the widget to the state, then reports success or the reason for failure.

import type { ReportButton } from '../../src/widget/button/report-button.ts';
import { PRESET_NAMES } from '../../src/widget/theme/presets.ts';
import { readChoices } from './choices.ts';
import { defineWidget } from './define-widget.ts';
import { BODY, Driver } from './driver.ts';
import { answerInPlace } from './endpoint.ts';
import { putContent } from './put-content.ts';
import { withoutFocus } from './quiet-frame.ts';
import { BUTTONS_NAME, stateContent } from './state-html.ts';
import { STATES } from './states.ts';

const query = Object.fromEntries(new URLSearchParams(location.search));
const { name } = query;
const state = STATES.find((known) => known.name === name);
const chosen = readChoices(query);

try {
  if (!state && name !== BUTTONS_NAME) throw new Error('Cet écran n’existe pas.');
  document.documentElement.dir = chosen.dir;
  // A widget has exactly one theme, so `all` becomes the first.
  putContent(
    stateContent(state, { ...chosen, theme: chosen.theme === 'all' ? PRESET_NAMES[0] : chosen.theme }),
  );
  answerInPlace();
  await defineWidget(chosen.lang);
  const elements = [...document.querySelectorAll<ReportButton>('cliquez-signalez')];
  await customElements.whenDefined('cliquez-signalez');
  await Promise.all(elements.map((element) => element.updateComplete));
  const driver = new Driver(elements[0]!);
  await withoutFocus(async () => state?.reach(driver));
  // Scrolls to the top of the view, where focus would have taken it.
  if (globalThis.frameElement) driver.find(BODY)?.scrollTo(0, 0);
  document.documentElement.dataset['state'] = 'reached';
} catch (error) {
  document.documentElement.dataset['state'] = 'missed';
  const message = document.createElement('p');
  message.textContent = String(error);
  document.body.append(message);
}
