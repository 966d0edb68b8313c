// The notices of step 2: at most one at its top, chosen by the category: numbers from the help data, what not to do, and
// what to keep first (proof.ts).

import { html, nothing, type TemplateResult } from 'lit';
import { answersNow, isAdultTarget } from '../../../core/help/choice.ts';
import { isThreatened } from '../../../core/draft/threatened.ts';
import type { HelpResource } from '../../../core/help/lines.ts';
import { isMinorConcerned, proofOf } from '../../../core/help/proof.ts';
import { asksSelf } from '../../../core/draft/role.ts';
import { own } from '../../../core/own.ts';
import type { CategoryId } from '../../../core/report/categories.ts';
import type { MessageKey } from '../../../words/messages.ts';
import { icon } from '../../shared/icons.ts';
import { warningIcon } from '../fields/field-error.ts';
import type { FormView, Texts } from '../form-view.ts';
import { helpNeed } from '../help-need.ts';
import { openingText } from './hours.ts';
import { contactList, emergencyContacts, phoneIcon, type Contact } from './numbers.ts';

/** Name of the notice's text on step 2, which describes the heading of that step. */
export const STEP_NOTICE = 'notice';
/** Name of its second text, below the numbers. */
const REST = 'notice-rest';

const lockIcon = icon('M5 10.5h14v10H5z M8 10.5V8a4 4 0 0 1 8 0v2.5');

/**
 * A notice: the text, then numbers to call. The text has a name, so that headings can refer to it.
 * @param rest what can wait until somebody has called
 */
export const callNotice = (
  form: Texts,
  text: string | TemplateResult,
  contacts: readonly Contact[],
  name: string = STEP_NOTICE,
  rest = '',
): TemplateResult =>
  html`<div class="notice" part="notice">
    ${contacts.length > 0 ? phoneIcon : lockIcon}
    <div id=${form.id(name)}>${typeof text === 'string' ? html`<p>${text}</p>` : text}</div>
    ${contacts.length > 0 ? contactList(form, contacts) : nothing}
    ${rest ? html`<p class="rest" id=${form.id(REST)}>${rest}</p>` : nothing}
  </div>`;

/** Whether a copy of the screen is lawful. */
const isScreenKept = (form: FormView): boolean => proofOf(helpNeed(form)) === 'screen';

/** Whether the notice warns those whose telephone somebody searches: a screenshot is found there. */
const isSearchNamed = (form: FormView): boolean => {
  const { answers } = form.draft;
  return isScreenKept(form) || isThreatened(answers) || answers.role === 'target';
};

/** Sentences as one text: from a description, Chromium drops a space that stands alone between two texts. */
const oneText = (...sentences: readonly (string | false)[]): string => sentences.filter(Boolean).join(' ');

/** What to keep first. */
export const keptFirst = (form: FormView): string =>
  oneText(
    form.text(isScreenKept(form) ? 'keep.screen' : 'keep.facts'),
    isSearchNamed(form) && form.text('keep.searched'),
  );

/** For somebody to whom it happens, unless the notice says it. */
export const searchedAdvice = (form: FormView): string =>
  isSearchNamed(form) ? '' : form.text('keep.searched');

/** Whether the notice says to stay away from the content. */
export const isWarned = ({ draft: { answers } }: FormView): boolean =>
  answers.category === 'child_sexual_abuse' ||
  // Once a minor is suspected, the reporter may not keep a picture of them.
  (answers.category === 'procuring' && answers.questions['minorSuspected'] === 'yes');

/** Categories whose notice has its numbers first. */
const CALLS: readonly (string | undefined)[] = [
  'suicide_incitement',
  'terrorism_bomb_making',
  'procuring',
] satisfies CategoryId[];

/** What stands below the numbers: it can wait until somebody has called. */
function restText(form: FormView): string {
  const { category } = form.draft.answers;
  if (category === 'sexual_harassment') return oneText(form.text('notice.harassment'), keptFirst(form));
  return CALLS.includes(category) && !isWarned(form) ? keptFirst(form) : '';
}

/** Names of the texts of the notice, which describe the heading of the step. */
export const noticeNames = (form: FormView): string[] => [STEP_NOTICE, ...(restText(form) ? [REST] : [])];

/** The first of these lines that exists in the country. */
function lineOf(form: FormView, ...ids: string[]): HelpResource | undefined {
  const lines = form.help?.lines ?? [];
  return ids.flatMap((id) => lines.find((known) => known.id === id) ?? [])[0];
}

/** A line as a number to call. Under its name stands when it answers, unless it always does. */
function contactFor(form: FormView, line: HelpResource | undefined): Contact[] {
  if (!line?.number) return [];
  const name = line.name ?? form.text(`help.${line.id}` as MessageKey);
  const hours = line.hours === 'always' ? '' : openingText(form, line);
  const label = hours ? html`${name} <small>${hours}</small>` : name;
  return [{ number: line.number, label, isNameless: own(line).notes?.includes('nameless') ?? false }];
}

/** The first of these lines that exists in the country, in a list; empty if none exists. */
export const contactOf = (form: FormView, ...ids: string[]): Contact[] =>
  contactFor(form, lineOf(form, ...ids));

/**
 * Somebody to talk to now about what happens online: the country's line for it. While it is closed, or where the country
 * has none: the line for children and that for adults, until an age says which of them is for the reporter.
 */
function linesForNow(form: FormView): HelpResource[] {
  const need = helpNeed(form);
  const online = lineOf(form, '3018', 'online');
  const isOnlineOpen = online && answersNow(online, Date.now()) !== false;
  if (isOnlineOpen) return [online];
  const isAdult = isAdultTarget(need);
  const isChild = isMinorConcerned(need) || need.category === 'child_sexual_abuse';
  const children = isAdult ? undefined : lineOf(form, '119', 'child');
  const adults = children && isChild ? undefined : lineOf(form, '3919', 'victims');
  return [children, adults, online].filter((line) => line !== undefined);
}

/** The same, as numbers to call. */
export const talkContacts = (form: FormView): Contact[] =>
  linesForNow(form).flatMap((line) => contactFor(form, line));

/**
 * For those who come by the victim's door: first steps, then somebody to talk to, and the emergency numbers where no line is
 * known to be open. A frightened child does not call the police first; a question below asks about danger now.
 */
function threatenedNotice(form: FormView): TemplateResult {
  const lines = linesForNow(form);
  const isOpen = lines.some((line) => answersNow(line, Date.now()));
  const emergency = isOpen ? [] : emergencyContacts(form);
  return callNotice(
    form,
    html`<p><b>${form.text('notice.blackmail')}</b></p>
      <p>
        ${oneText(form.text('notice.threatened'), lines.length > 0 && form.text('notice.blackmail.help'))}
      </p>`,
    [...lines.flatMap((line) => contactFor(form, line)), ...emergency],
    STEP_NOTICE,
    restText(form),
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
 * No copies, and what to note instead. To the hotline's question where the content is, nobody knows what it is: the answer
 * comes from memory, with the same words.
 */
function noCopies(form: FormView): TemplateResult {
  const isUnfound = form.later?.followUp?.isUnfound;
  return html`${
      isUnfound && form.text('follow.memory') ? html`<p><b>${form.text('follow.memory')}</b></p>` : nothing
    }
    <p><b>${form.text('notice.csam.title')}</b></p>
    <p>${oneText(form.text('notice.csam.body'), !isUnfound && keptFirst(form))}</p>`;
}

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
  if (form.later?.followUp?.isUnfound) return warning(form);
  if (isThreatened(form.draft.answers)) return threatenedNotice(form);
  if (isWarned(form)) return warning(form);
  const call = (text: string | TemplateResult, contacts: readonly Contact[]): TemplateResult =>
    callNotice(form, text, contacts, STEP_NOTICE, restText(form));
  // A question about danger gets the numbers to call. The first step offers text messages.
  const emergency = emergencyContacts(form).filter(({ isWritten }) => !isWritten);
  switch (form.draft.answers.category) {
    case 'suicide_incitement': {
      const line = contactOf(form, '3114');
      return line.length > 0
        ? call(form.text('notice.suicide'), line)
        : call(form.text('s1.emergency'), [...emergencyContacts(form, true), ...contactOf(form, 'listen')]);
    }
    case 'terrorism_bomb_making':
      return call(form.text('notice.terrorism'), emergency);
    case 'procuring':
      return call(form.text('notice.danger'), [...emergency, ...contactOf(form, '119', 'child')]);
    case 'sexual_harassment':
      return call(blackmailAdvice(form), talkContacts(form));
    default:
      return call(
        oneText(form.text(isScreenKept(form) ? 'notice.evidence' : 'notice.all'), keptFirst(form)),
        [],
      );
  }
}
