// Three doors by aim: have content removed, make a complaint, talk to somebody. Help lines are there at once; the ways to
// the other two load when a door is opened.

import { html, nothing, type TemplateResult } from 'lit';
import { canComplainIn } from '../../../core/help/lines.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { inList } from '../../../words/names.ts';
import type { FormView } from '../form-view.ts';
import { keyFor } from '../help-need.ts';
import { fold } from './fold.ts';
import { talkLines, talkList } from './help-panel.ts';
import { opened } from './opened.ts';

const ways = (form: FormView, aim: 'remove' | 'complain'): TemplateResult =>
  opened(form, ({ waysList }) => waysList(form, aim));

/** Name of the titles of the doors in one text, which describes the heading of the sent view: help follows. */
export const WAYS_ON = 'ways-on';

/**
 * The doors. A title tells nothing of the report: somebody else may see the screen.
 * @param isGone whether the content is known to be gone: to have it removed comes last, for copies of it elsewhere
 */
export function aimDoors(form: FormView, isGone = false): TemplateResult {
  // Elsewhere, no source says how a complaint is made.
  const canComplain = canComplainIn(form.settings.country);
  const canTalk = talkLines(form).length > 0;
  const key = (aim: 'remove' | 'complain' | 'talk'): MessageKey => keyFor(form, `aim.${aim}`);
  const removal = fold(form, 'aim-remove', key('remove'), () => ways(form, 'remove'));
  const titles = [
    ...(isGone ? [] : [key('remove')]),
    ...(canComplain ? [key('complain')] : []),
    ...(canTalk ? [key('talk')] : []),
    ...(isGone ? [key('remove')] : []),
  ].map((title) => form.text(title));
  // Each door has a place of its own: an open one never becomes another, whatever country is chosen.
  return html`<div class="aims">
    <p id=${form.id(WAYS_ON)} hidden>${inList(form.localize.locale, titles)}</p>
    ${isGone ? nothing : removal}
    ${canComplain ? fold(form, 'aim-complain', key('complain'), () => ways(form, 'complain')) : nothing}
    ${canTalk ? fold(form, 'aim-talk', key('talk'), () => talkList(form)) : nothing}
    ${isGone ? removal : nothing}
  </div>`;
}
