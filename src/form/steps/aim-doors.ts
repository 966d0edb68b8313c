// Three doors by aim: have content removed, make a complaint, talk to somebody. Help lines are there at once; the ways to
// the other two load when a door is opened.

import { html, nothing, type TemplateResult } from 'lit';
import { isFrench } from '../../core/help/lines.ts';
import { quietButton } from '../fields/buttons.ts';
import type { FormView } from '../form-view.ts';
import { fold } from './fold.ts';
import { talkLines, talkList } from './help-panel.ts';

/** The ways to an aim, or why they are not there yet. */
function ways(form: FormView, aim: 'remove' | 'complain'): TemplateResult {
  const { views, load } = form.later!.aims;
  if (views) return views.waysList(form, aim);
  const hasFailed = views === null;
  if (!hasFailed) void load();
  const label = form.text(hasFailed ? 'err.retry' : 'exit.loading');
  return html`${hasFailed ? html`<p class="error" role="alert">${form.text('err.later')}</p>` : nothing}
  ${quietButton('retry', label, () => void load())}`;
}

/** The doors. A title tells nothing of the report: somebody else may see the screen. */
export const aimDoors = (form: FormView): TemplateResult =>
  html`<div class="aims">
    ${fold(form, 'aim-remove', 'aim.remove', () => ways(form, 'remove'))}
    ${
      // Elsewhere, no source says how a complaint is made.
      isFrench(form.settings.country)
        ? fold(form, 'aim-complain', 'aim.complain', () => ways(form, 'complain'))
        : nothing
    }
    ${talkLines(form).length > 0 ? fold(form, 'aim-talk', 'aim.talk', () => talkList(form)) : nothing}
  </div>`;
