// When a help line answers, in words.

import { isOverseas } from '../../core/help/overseas.ts';
import type { HelpResource } from '../../core/help/lines.ts';
import { isOpen } from '../../core/help/opening-hours.ts';
import { own } from '../../core/own.ts';
import { fullHour, weekday } from '../../i18n/names.ts';
import type { Texts } from '../form-view.ts';

/** « (heure de Paris) », if the hours of a French line are not those of the reporter's clock. */
const clock = (form: Texts): string =>
  isOverseas(form.settings.country) ? ` ${form.text('help.paris')}` : '';

/**
 * « Ouvert maintenant. Tous les jours, 9 h – 23 h », in the line's time zone.
 * The text omits whether the line is open if the device does not know that time zone.
 */
export function hoursText(form: Texts, line: HelpResource): string {
  const { hours, zone } = own(line);
  if (!hours) return '';
  if (hours === 'always') return form.text('help.always');
  const [first, last, from, to] = hours;
  const { locale } = form.localize;
  const open = isOpen(hours, Date.now(), zone);
  const state = open === undefined ? '' : form.text(open ? 'help.open' : 'help.closed');
  const times = form.text(last - first < 6 ? 'help.days' : 'help.daily', {
    first: weekday(locale, first),
    last: weekday(locale, last),
    from: fullHour(locale, from),
    to: fullHour(locale, to),
  });
  return `${state} ${times}${clock(form)}`;
}

/** The same in short, for a notice: that a line is open, or when it opens, if that is the same hour each day. */
export function openingText(form: Texts, line: HelpResource): string {
  const { hours, zone } = own(line);
  if (!hours || hours === 'always') return hoursText(form, line);
  const [first, last, from] = hours;
  const open = isOpen(hours, Date.now(), zone);
  if (open) return form.text('help.open');
  if (last - first < 6 || open === undefined) return hoursText(form, line);
  return `${form.text('help.opens', { from: fullHour(form.localize.locale, from) })}${clock(form)}`;
}
