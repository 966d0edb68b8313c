// Other services, for problems that this form does not cover, each listed by its problem.

import { html, nothing, type TemplateResult } from 'lit';
import { doorsOf, type Door } from '../../../core/help/other-doors.ts';
import type { MessageKey } from '../../../words/messages.ts';
import type { HoursForm, Texts } from '../form-view.ts';
import { helpRow } from './help-panel.ts';

const list = (form: Texts & HoursForm, doors: readonly Door[]): TemplateResult =>
  html`<ul class="help" part="help">
    ${doors.map((door) =>
      helpRow(
        form,
        door,
        form.text(`door.${door.id}` as MessageKey),
        door.name ?? form.text(`door.${door.id}.how` as MessageKey),
      ),
    )}
  </ul>`;

/** The doors of the country; nothing where no source confirms one. @param hasIntro whether they lead back to the report */
export function otherDoors(form: Texts & HoursForm, hasIntro = true): TemplateResult | typeof nothing {
  const doors = doorsOf(form.settings.country);
  if (doors.length === 0) return nothing;
  const asked = doors.filter(({ isAsked }) => isAsked);
  return html`${hasIntro ? html`<p>${form.text('door.intro')}</p>` : nothing}
  ${list(
    form,
    doors.filter(({ isAsked }) => !isAsked),
  )}
  ${
    asked.length > 0
      ? html`<details>
          <summary>${form.text('door.asked')}</summary>
          ${list(form, asked)}
        </details>`
      : nothing
  }`;
}
