// Notices: one at most at the top of step 2, by the category. Their numbers come from the help data.

import { html, type TemplateResult } from 'lit';
import { emergencyNumbers, helpLine } from '../../core/help-resources.ts';
import { icon } from '../icons.ts';
import { warningIcon } from './field-errors.ts';
import type { Form } from './form-controller.ts';
import { emergencySentence, phoneIcon, phoneLink } from './links.ts';

const lockIcon = icon('M5 10.5h14v10H5z M8 10.5V8a4 4 0 0 1 8 0v2.5');

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
  key: 'notice.csam.help' | 'notice.blackmail.help' | 'notice.suicide' | 'notice.child',
): Parts {
  const number = helpLine(id, form.settings.country)?.number;
  return number && form.localize.parts(key, { number: phoneLink(form, number) });
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

/** A notice that gives the emergency numbers: two where the country has two. */
export function emergency(form: Form, kind: 'terrorism' | 'danger'): Parts {
  const { first, second } = emergencyNumbers(form.settings.country);
  const number = phoneLink(form, first);
  return form.localize.parts<Parts>(`notice.${kind}`, {
    number: second
      ? form.localize.parts('notice.or', { first: number, second: phoneLink(form, second) })
      : number,
  });
}

/** The notice for the category that was chosen. */
export function notice(form: Form): TemplateResult {
  const { category, questions } = form.draft.answers;
  // Once a minor is suspected, a picture of it is what may not be kept.
  if (
    category === 'child_sexual_abuse' ||
    (category === 'procuring' && questions['minorSuspected'] === 'yes')
  )
    return warning(form);
  switch (category) {
    case 'suicide_incitement':
      return plain(
        withLine(form, '3114', 'notice.suicide') ??
          emergencySentence(form, emergencyNumbers(form.settings.country)),
        phoneIcon,
      );
    case 'terrorism_bomb_making':
      return plain(emergency(form, 'terrorism'), phoneIcon);
    case 'procuring':
      // France and the European Union each have one of the two.
      return plain(
        [
          emergency(form, 'danger'),
          ' ',
          withLine(form, '119', 'notice.child'),
          withLine(form, '116111', 'notice.child'),
        ],
        phoneIcon,
      );
    default:
      return plain(form.text(category === 'sexual_harassment' ? 'notice.harassment' : 'notice.all'));
  }
}
