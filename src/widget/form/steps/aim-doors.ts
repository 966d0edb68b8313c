// Three doors by aim: have content removed, make a complaint, talk to somebody. Help lines are there at once; the ways to
// the other two load when a door is opened.

import { html, nothing, type TemplateResult } from 'lit';
import { canComplainIn } from '../../../core/help/lines.ts';
import { inList } from '../../../words/names.ts';
import type { FormView } from '../form-view.ts';
import { fold } from './fold.ts';
import { talkLines, talkList } from './help-panel.ts';
import { opened } from './opened.ts';

const ways = (form: FormView, aim: 'remove' | 'complain'): TemplateResult =>
  opened(form, ({ waysList }) => waysList(form, aim));

/** Name of the titles of the doors in one text, which describes the heading of the sent view: help follows. */
export const WAYS_ON = 'ways-on';

/** The doors. A title tells nothing of the report: somebody else may see the screen. */
export function aimDoors(form: FormView): TemplateResult {
  // Elsewhere, no source says how a complaint is made.
  const canComplain = canComplainIn(form.settings.country);
  const canTalk = talkLines(form).length > 0;
  const titles = ['remove', canComplain && 'complain', canTalk && 'talk'] as const;
  const said = titles.flatMap((aim) => (aim ? form.text(`aim.${aim}`) : []));
  return html`<div class="aims">
    <p id=${form.id(WAYS_ON)} hidden>${inList(form.localize.locale, said)}</p>
    ${fold(form, 'aim-remove', 'aim.remove', () => ways(form, 'remove'))}
    ${canComplain ? fold(form, 'aim-complain', 'aim.complain', () => ways(form, 'complain')) : nothing}
    ${canTalk ? fold(form, 'aim-talk', 'aim.talk', () => talkList(form)) : nothing}
  </div>`;
}
