// When a help line answers, in words: on the clock of the reporter's place, open or closed by the clock of the line.

import type { HelpResource } from '../../../core/help/lines.ts';
import { isOpen, type Hours } from '../../../core/help/opening-hours.ts';
import { own } from '../../../core/own.ts';
import { fullHour, weekday } from '../../../words/names.ts';
import type { HoursForm } from '../form-view.ts';

/** The hours of a line, and the name of their clock, if it is not clear. */
const inPlace = (form: HoursForm, hours: Hours, zone?: string): readonly [hours: Hours, clock: string] =>
  form.help?.abroad?.inPlace(form, hours, zone) ?? [hours, ''];

/**
 * « Ouvert maintenant · Tous les jours, 9 h – 23 h ». In many languages a day has no capital, so no full stop precedes it.
 * The text omits whether the line is open if the device does not know the line's time zone.
 */
export function hoursText(form: HoursForm, line: HelpResource): string {
  const { hours, zone } = own(line);
  if (!hours) return '';
  if (hours === 'always') return form.text('help.always');
  const [[first, last, from, to], clock] = inPlace(form, hours, zone);
  const { locale } = form.localize;
  const open = isOpen(hours, Date.now(), zone);
  const state = open === undefined ? '' : `${form.text(open ? 'help.open' : 'help.closed')} · `;
  const isDaily = (last - first + 7) % 7 === 6;
  const times = form.text(isDaily ? 'help.daily' : 'help.days', {
    first: weekday(locale, first),
    last: weekday(locale, last),
    from: fullHour(locale, from),
    to: fullHour(locale, to || 24),
  });
  const next = to > 0 && to <= from ? ` ${form.text('help.next')}` : '';
  return `${state}${times}${next}${clock}`;
}

/** The same in short, for a notice: that a line is open, or when it opens, if that is the same hour each day. */
export function openingText(form: HoursForm, line: HelpResource): string {
  const { hours, zone } = own(line);
  if (!hours || hours === 'always') return hoursText(form, line);
  const open = isOpen(hours, Date.now(), zone);
  if (open) return form.text('help.open');
  const [first, last] = hours;
  if (last - first < 6 || open === undefined) return hoursText(form, line);
  const [[, , from], clock] = inPlace(form, hours, zone);
  return `${form.text('help.opens', { from: fullHour(form.localize.locale, from) })}${clock}`;
}
