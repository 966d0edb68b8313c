// Three doors by aim: have content removed, make a complaint, talk to somebody. Help lines are there at once; the ways to
// the other two load when a door is opened.

import { html, type TemplateResult } from 'lit';
import { canComplainIn } from '../../../core/help/lines.ts';
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
  const aims = [
    ...(isGone ? [] : ['remove' as const]),
    // Elsewhere, no source says how a complaint is made.
    ...(canComplainIn(form.settings.country) ? ['complain' as const] : []),
    ...(talkLines(form).length > 0 ? ['talk' as const] : []),
    ...(isGone ? ['remove' as const] : []),
  ];
  const behind = (aim: (typeof aims)[number]): TemplateResult =>
    aim === 'talk' ? talkList(form) : ways(form, aim);
  const titles = aims.map((aim) => form.text(keyFor(form, `aim.${aim}`)));
  return html`<div class="aims">
    <p id=${form.id(WAYS_ON)} hidden>${inList(form.localize.locale, titles)}</p>
    ${aims.map((aim) => fold(form, `aim-${aim}`, keyFor(form, `aim.${aim}`), () => behind(aim)))}
  </div>`;
}
