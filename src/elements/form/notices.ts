// Notices: one at most at the top of step 2, by the category. Their numbers come from the help data.

import { html, nothing, type TemplateResult } from 'lit';
import { CATEGORIES, type Category } from '../../core/categories.ts';
import { childHelpline, emergencyNumbers, helpLine } from '../../core/help-resources.ts';
import { icon } from '../icons.ts';
import { warningIcon } from './fields.ts';
import type { Form } from './form-controller.ts';
import { emergencySentence, phoneIcon, phoneLink } from './links.ts';

const lockIcon = icon(
  'M7.5 10.5h9a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 18v-5a2.5 2.5 0 0 1 2.5-2.5z M8 10.5V8a4 4 0 0 1 8 0v2.5',
);

type Parts = unknown;

/** A quiet notice with a sign. */
export const plain = (text: Parts, sign: TemplateResult = lockIcon): TemplateResult =>
  html`<div class="notice" part="notice">
    ${sign}
    <p>${text}</p>
  </div>`;

/** A sentence around the number of one line, where the country has it. */
export function withLine(
  form: Form,
  id: string,
  key: 'notice.csam.help' | 'notice.blackmail.help' | 'notice.suicide',
): Parts {
  const number = helpLine(id, form.settings.country)?.number;
  return number ? form.localize.parts(key, { number: phoneLink(form, number) }) : nothing;
}

/** The one warning: it alone is red on a screen without errors. */
const warning = (form: Form): TemplateResult =>
  html`<div class="notice warning" part="notice">
    ${warningIcon}
    <div>
      <p><b>${form.text('notice.csam.title')}</b></p>
      <p>${form.text('notice.csam.body')}</p>
      <p>${form.text('notice.csam.self')} ${withLine(form, '3018', 'notice.csam.help')}</p>
    </div>
  </div>`;

function suicide(form: Form): Parts {
  const { country } = form.settings;
  const line = withLine(form, '3114', 'notice.suicide');
  return line === nothing ? emergencySentence(form, emergencyNumbers(country)) : line;
}

/** A notice that gives the emergency numbers: two where the country has two. */
export function emergency(form: Form, kind: 'terrorism' | 'danger'): Parts {
  const { first, second } = emergencyNumbers(form.settings.country);
  return form.localize.parts(second ? `notice.${kind}` : `notice.${kind}.one`, {
    first: phoneLink(form, first),
    ...(second && { second: phoneLink(form, second) }),
  });
}

/** Danger, and whom to call for a child. */
function procuring(form: Form): Parts {
  const child = childHelpline(form.settings.country);
  const forChild = child && form.localize.parts('notice.child', { child: phoneLink(form, child) });
  return [emergency(form, 'danger'), ' ', forChild];
}

/** The notice for the category that was chosen. */
export function notice(form: Form): TemplateResult {
  const { category, questions } = form.draft.answers;
  const chosen: Category | undefined = CATEGORIES.find(({ id }) => id === category);
  switch (chosen?.notice) {
    case 'csam':
      return warning(form);
    case 'suicide':
      return plain(suicide(form), phoneIcon);
    case 'harassment':
      return plain(form.text('notice.harassment'));
    case 'terrorism':
      return plain(emergency(form, 'terrorism'), phoneIcon);
    case 'procuring':
      // Once a minor is suspected, a picture of it is what may not be kept.
      return questions['minorSuspected'] === 'yes' ? warning(form) : plain(procuring(form), phoneIcon);
    default:
      return plain(form.text('notice.all'));
  }
}
