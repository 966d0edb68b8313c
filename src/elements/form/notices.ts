// The notice at the top of step 2: one at most, chosen by the category, with numbers from the help data.

import { html, type TemplateResult } from 'lit';
import { CATEGORIES, type Category } from '../../core/categories.ts';
import { childHelpline, emergencyNumbers, helpLine } from '../../core/help-resources.ts';
import { icon } from '../icons.ts';
import { warningIcon } from './fields.ts';
import type { Form } from './form-controller.ts';
import { phoneIcon, phoneLink } from './links.ts';

const lockIcon = icon(
  'M7.5 10.5h9a2.5 2.5 0 0 1 2.5 2.5v5a2.5 2.5 0 0 1-2.5 2.5h-9A2.5 2.5 0 0 1 5 18v-5a2.5 2.5 0 0 1 2.5-2.5z M8 10.5V8a4 4 0 0 1 8 0v2.5',
);

type Parts = unknown;

const plain = (text: Parts, sign: TemplateResult = lockIcon): TemplateResult =>
  html`<div class="notice" part="notice">
    ${sign}
    <p>${text}</p>
  </div>`;

/** The one warning: it alone is red on a screen without errors. */
function warning(form: Form): TemplateResult {
  const line = helpLine('3018', form.settings.country);
  const self = line
    ? form.localize.parts('notice.csam.self', { number: phoneLink(form, line.number) })
    : form.text('notice.csam.self.alone');
  return html`<div class="notice warning" part="notice">
    ${warningIcon}
    <div>
      <p><b>${form.text('notice.csam.title')}</b></p>
      <p>${form.text('notice.csam.body')}</p>
      <p>${self}</p>
    </div>
  </div>`;
}

function suicide(form: Form): Parts {
  const line = helpLine('3114', form.settings.country);
  return line
    ? form.localize.parts('notice.suicide', { number: phoneLink(form, line.number) })
    : form.localize.parts('s1.emergency.one', {
        first: phoneLink(form, emergencyNumbers(form.settings.country).first),
      });
}

/** A notice that gives the emergency numbers: two where the country has two. */
function emergency(form: Form, kind: 'terrorism' | 'procuring'): Parts {
  const { first, second } = emergencyNumbers(form.settings.country);
  const values = {
    first: phoneLink(form, first),
    child: phoneLink(form, childHelpline(form.settings.country)),
    ...(second && { second: phoneLink(form, second) }),
  };
  return form.localize.parts(second ? `notice.${kind}` : `notice.${kind}.one`, values);
}

/** The notice for the category that was chosen. */
export function notice(form: Form): TemplateResult {
  const category: Category | undefined = CATEGORIES.find(({ id }) => id === form.draft.answers.category);
  switch (category?.notice) {
    case 'csam':
      return warning(form);
    case 'suicide':
      return plain(suicide(form), phoneIcon);
    case 'harassment':
      return plain(form.text('notice.harassment'));
    case 'terrorism':
    case 'procuring':
      return plain(emergency(form, category.notice), phoneIcon);
    default:
      return plain(form.text('notice.all'));
  }
}
