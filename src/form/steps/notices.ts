// The notices of step 2: at most one at its top, chosen by the category. Their numbers come from the help data.

import { html, nothing, type TemplateResult } from 'lit';
import { answersNow, isAdultTarget, openFirst } from '../../core/help/choice.ts';
import { isThreatened } from '../../core/draft/threatened.ts';
import type { HelpResource } from '../../core/help/lines.ts';
import { asksSelf } from '../../core/draft/role.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { icon } from '../../widget/icons.ts';
import { warningIcon } from '../fields/field-error.ts';
import type { FormView, Texts } from '../form-view.ts';
import { helpNeed } from '../help-need.ts';
import { openingText } from './hours.ts';
import { contactList, emergencyContacts, phoneIcon, type Contact } from './numbers.ts';

/** Name of the notice's text on step 2, which describes the heading of that step. */
export const STEP_NOTICE = 'notice';

const lockIcon = icon('M5 10.5h14v10H5z M8 10.5V8a4 4 0 0 1 8 0v2.5');

/** A quiet notice with a sign. */
const plain = (form: Texts, text: string, sign: TemplateResult = lockIcon): TemplateResult =>
  html`<div class="notice" part="notice">
    ${sign}
    <p id=${form.id(STEP_NOTICE)}>${text}</p>
  </div>`;

/** A notice with numbers to call: the text, then the numbers. The text has a name, so that headings can refer to it. */
export const callNotice = (
  form: Texts,
  text: string | TemplateResult,
  contacts: readonly Contact[],
  name: string = STEP_NOTICE,
): TemplateResult =>
  html`<div class="notice" part="notice">
    ${phoneIcon}
    <div id=${form.id(name)}>${typeof text === 'string' ? html`<p>${text}</p>` : text}</div>
    ${contacts.length > 0 ? contactList(form, contacts) : nothing}
  </div>`;

/** The first of these lines that exists in the country. */
function lineOf(form: FormView, ...ids: string[]): HelpResource | undefined {
  const lines = form.help?.lines ?? [];
  return ids.flatMap((id) => lines.find((known) => known.id === id) ?? [])[0];
}

/** A line as a number to call; when it answers stands under its name, unless it always does. */
function contactFor(form: FormView, line: HelpResource | undefined): Contact[] {
  if (!line?.number) return [];
  const name = line.name ?? form.text(`help.${line.id}` as MessageKey);
  const hours = line.hours === 'always' ? '' : openingText(form, line);
  return [{ number: line.number, label: hours ? html`${name} <small>${hours}</small>` : name }];
}

/** The first of these lines that exists in the country, in a list; empty if none exists. */
export const contactOf = (form: FormView, ...ids: string[]): Contact[] =>
  contactFor(form, lineOf(form, ...ids));

/**
 * Somebody to talk to now about what happens online: the country's line for it, or before it an open one while it is
 * closed, or where the country has none: that for children in danger or, for adults, that for women.
 */
function linesForNow(form: FormView): HelpResource[] {
  const online = lineOf(form, '3018', 'online', 'victims');
  const other = lineOf(form, isAdultTarget(helpNeed(form)) ? '3919' : '119', '119');
  const [first, second] = openFirst([online ?? [], other ?? []].flat(), Date.now());
  return [first ?? [], (first !== online && second) || []].flat();
}

/** The same, as numbers to call. */
export const talkContacts = (form: FormView): Contact[] =>
  linesForNow(form).flatMap((line) => contactFor(form, line));

/** For those who come by the victim's door: first steps, then a line that is open now, or else the emergency numbers. */
function threatenedNotice(form: FormView): TemplateResult {
  const lines = linesForNow(form);
  const isOpen = lines[0] && answersNow(lines[0], Date.now());
  const emergency = isOpen ? [] : emergencyContacts(form);
  return callNotice(
    form,
    html`<p><b>${form.text('notice.blackmail')}</b></p>
      <p>
        ${form.text('notice.threatened')} ${lines.length > 0 ? form.text('notice.blackmail.help') : nothing}
      </p>`,
    [...emergency, ...lines.flatMap((line) => contactFor(form, line))],
  );
}

/** First steps against blackmail, for its victims. */
const blackmailAdvice = (form: Texts): TemplateResult =>
  html`<p>${form.text('notice.blackmail.if')} <b>${form.text('notice.blackmail')}</b></p>`;

/** For the person in the image: comfort, and who helps. */
export function imageAdvice(form: FormView): string {
  // The line that can have images removed.
  const help = lineOf(form, '3018') ? ` ${form.text('notice.csam.help')}` : '';
  return `${form.text('notice.csam.self')}${help}`;
}

/**
 * No copies. To the hotline's question where the content is, nobody knows what it is: the answer comes from memory, with the
 * same words.
 */
const noCopies = (form: FormView): TemplateResult =>
  html`${
      form.later?.followUp?.isUnfound && form.text('follow.memory')
        ? html`<p><b>${form.text('follow.memory')}</b></p>`
        : nothing
    }
    <p><b>${form.text('notice.csam.title')}</b></p>
    <p>${form.text('notice.csam.body')}</p>`;

/** The same as a notice, without numbers. */
export const noCopiesNotice = (form: FormView): TemplateResult =>
  html`<div class="notice warning" part="notice">
    ${warningIcon}
    <div id=${form.id(STEP_NOTICE)}>${noCopies(form)}</div>
  </div>`;

/** The only warning: nothing else is red on a screen without errors. */
function warning(form: FormView): TemplateResult {
  const contacts = talkContacts(form);
  return html`<div class="notice warning" part="notice">
    ${warningIcon}
    <div>
      <div id=${form.id(STEP_NOTICE)}>
        ${noCopies(form)} ${asksSelf(form.draft) ? nothing : html`<p>${imageAdvice(form)}</p>`}
        ${blackmailAdvice(form)}
      </div>
      ${contacts.length > 0 ? contactList(form, contacts) : nothing}
    </div>
  </div>`;
}

/** The notice for the category that was chosen. */
export function notice(form: FormView): TemplateResult {
  const { category, questions } = form.draft.answers;
  if (form.later?.followUp?.isUnfound) return warning(form);
  if (isThreatened(form.draft.answers)) return threatenedNotice(form);
  // Once a minor is suspected, the reporter may not keep a picture of them.
  if (
    category === 'child_sexual_abuse' ||
    (category === 'procuring' && questions['minorSuspected'] === 'yes')
  )
    return warning(form);
  // A question about danger gets the numbers to call. The first step offers text messages.
  const emergency = emergencyContacts(form).filter(({ isText }) => !isText);
  switch (category) {
    case 'suicide_incitement': {
      const line = contactOf(form, '3114');
      return line.length > 0
        ? callNotice(form, form.text('notice.suicide'), line)
        : callNotice(form, form.text('s1.emergency'), [
            ...emergencyContacts(form, true),
            ...contactOf(form, 'listen'),
          ]);
    }
    case 'terrorism_bomb_making':
      return callNotice(form, form.text('notice.terrorism'), emergency);
    case 'procuring':
      return callNotice(form, form.text('notice.danger'), [...emergency, ...contactOf(form, '119', 'child')]);
    case 'sexual_harassment':
      return callNotice(
        form,
        html`${blackmailAdvice(form)}
          <p>${form.text('notice.harassment')}</p>`,
        talkContacts(form),
      );
    // Lawful to keep, and often the only proof.
    case 'hate_violence_discrimination':
    case 'crimes_against_humanity':
      return plain(form, form.text('notice.evidence'));
    default:
      return plain(form, form.text('notice.all'));
  }
}
