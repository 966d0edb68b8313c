// Three doors by aim: have content removed, make a complaint, talk to somebody. Help lines are there at once; the ways to
// the other two load when a door is opened.

import { html, nothing, type TemplateResult } from 'lit';
import { isFrench } from '../../core/help/lines.ts';
import type { FormView } from '../form-view.ts';
import { fold } from './fold.ts';
import { talkLines, talkList } from './help-panel.ts';
import { opened } from './opened.ts';

const ways = (form: FormView, aim: 'remove' | 'complain'): TemplateResult =>
  opened(form, ({ waysList }) => waysList(form, aim));

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
