// The addresses of step 2: one per field or, where several are expected, one a line. They are pasted one by one or many
// at once. Pictures are never accepted.

import { html, nothing, type TemplateResult } from 'lit';
import { splitAddresses } from '../../../../core/address/address.ts';
import { LIST_LIMITS } from '../../../../core/report/limits.ts';
import { icon } from '../../../shared/icons.ts';
import { addressRemarkCards } from './address-remarks.ts';
import { quietButton } from '../../fields/buttons.ts';
import type { Control } from '../../fields/control.ts';
import { checkbox, textField } from '../../fields/text-field.ts';
import type { Answering, FormView, Texts } from '../../form-view.ts';
import { fold } from '../fold.ts';
import { isWarned } from '../notices.ts';
import { opened } from '../opened.ts';
import { said } from '../view.ts';

const plusIcon = icon('M12 5v14 M5 12h14');
const crossIcon = icon('M6 6l12 12 M18 6 6 18');

/** Forms that were refused access to the clipboard. */
const refused = new WeakSet<FormView>();

/** Place on screen for messages about pasting. */
const ADDRESSES = 'addresses';

const nameOf = (index: number): string => `addresses.${index}`;

/** Name of the area for all links, among what was opened. */
const LIST = 'links';

/** Whether one area takes all links, a line each: for those who report often, and where there are many. */
const isList = ({ draft, unfolded }: FormView): boolean =>
  draft.step === 'page' ||
  unfolded.has(LIST) ||
  draft.answers.addresses.some((typed) => typed.includes('\n'));

/** Puts a pasted text in place of a selection in the area: each of its addresses on a line of its own. */
function insertLines(form: FormView, text: string, before: string, after: string): void {
  const above = before.split('\n');
  const below = after.split('\n');
  // What is left of the line that held the selection.
  const kept = `${above.pop()}${below.shift()}`;
  const found = splitAddresses(text);
  const lines = [...above, kept, ...found, ...below].filter((line) => line.trim());
  form.answer({ addresses: [lines.join('\n')] });
  form.show({ focus: form.at(nameOf(0)) });
  const n = found.length;
  if (n > 1) form.say('s2.status.split', { n }, ADDRESSES);
  else form.say('s2.status.pasted');
}

/**
 * Puts a pasted text in place of a field: each of its addresses in a field of its own, or all on lines of one area if they
 * are more than one report has.
 * @param before what stands before the selection, and stays
 * @param after what stands after it
 */
function insert(form: FormView, index: number, text: string, before = '', after = ''): void {
  if (isList(form)) return insertLines(form, text, before, after);
  const { addresses } = form.draft.answers;
  const pieces = [before + after, text].flatMap(splitAddresses);
  // Fields that were left empty make room.
  const next = addresses.toSpliced(index, 1, ...pieces).filter(Boolean);
  const hasRoom = next.length <= LIST_LIMITS.locations;
  if (!hasRoom) form.unfolded.add(LIST);
  form.answer({ addresses: hasRoom ? next : [next.join('\n')] });
  form.show({ focus: form.at(nameOf(hasRoom ? next.indexOf(pieces[0] ?? '') : 0)) });
  const n = pieces.length;
  // One address is visible where it was pasted; several are announced.
  if (n > 1) form.say('s2.status.split', { n }, ADDRESSES);
  else form.say('s2.status.pasted');
}

/** A paste or a drop on a field. A picture or a file is refused at once: none of its bytes is read. */
function receive(form: FormView, event: Event, data: DataTransfer | null): void {
  const input = event.target as Control;
  const index = Number(input.field?.split('.')[1]);
  if (!data || !(index >= 0)) return;
  const text = data.getData('text');
  const hasFiles = data.files.length > 0;
  // A text of several lines may have one address between its words.
  const isPlain = !isList(form) || !text.trim().includes('\n');
  if (!hasFiles && isPlain && splitAddresses(text).length < 2) return;
  event.preventDefault();
  // A picture dragged from a web page comes with its address.
  if (hasFiles && !text.includes('://'))
    return form.show({ errors: [{ field: nameOf(index), code: 'url.data' }] });
  const { value, selectionStart, selectionEnd } = input;
  insert(form, index, text, value.slice(0, selectionStart ?? 0), value.slice(selectionEnd ?? 0));
}

function pasteButton(form: FormView, index: number): TemplateResult | typeof nothing {
  const { clipboard } = navigator as { clipboard?: Clipboard };
  if (form.draft.answers.addresses[index] || !clipboard?.readText || refused.has(form)) return nothing;
  const paste = async (): Promise<void> => {
    try {
      const text = await clipboard.readText();
      if (text.trim()) insert(form, index, text);
    } catch {
      refused.add(form);
      form.show({ focus: form.at(nameOf(index)) });
    }
  };
  return quietButton('paste', form.text('s2.url.paste'), paste);
}

/** Whether an account is needed to see the content. */
export const loginBox = (form: Texts & Answering): TemplateResult =>
  checkbox(form, {
    name: 'login',
    label: form.text('s2.login'),
    isChecked: form.draft.answers.login,
    choose: (login) => form.answer({ login }),
  });

/** « Comment copier le lien ? ». A language may lack the words (pending.json). */
const howFold = (form: FormView): TemplateResult | typeof nothing =>
  form.text('s2.url.how')
    ? fold(form, 'how', 's2.url.how', () => opened(form, ({ linkSteps }) => linkSteps(form)))
    : nothing;

/** The area for all links. */
const list = (form: FormView): TemplateResult =>
  textField(form, {
    name: nameOf(0),
    // A language may lack the words of a list (pending.json).
    label: form.text('s2.url.list') || form.text('s2.url'),
    value: form.draft.answers.addresses.join('\n'),
    isLong: true,
    rows: Math.max(2, Math.min(8, form.draft.answers.addresses.join('\n').split('\n').length)),
    isAddress: true,
    isRequired: true,
    type: (value) => {
      // An area from which lines are taken stays one.
      form.unfolded.add(LIST);
      form.answer({ addresses: [value] });
    },
    remarks: addressRemarkCards(form, nameOf(0)),
    after: html`${pasteButton(form, 0)} ${form.later?.many?.over(form)}`,
  });

/** The fields for addresses, each with a button that removes it. */
function fields(form: FormView): TemplateResult[] {
  const { addresses } = form.draft.answers;
  // Nobody goes back to copy a link: neither where the notice says to stay away (images of minors), nor to content that the
  // hotline has not found, which may be such images. Who has the link pastes it.
  const hasHint = !isWarned(form) && !form.later?.followUp?.isUnfound;
  const field = (typed: string, index: number): TemplateResult => {
    const remove = (): void => {
      form.answer({ addresses: addresses.toSpliced(index, 1) });
      form.show({ focus: form.at(nameOf(index - 1)) });
      form.say('s2.status.removed', { n: index + 1 });
    };
    const text = textField(form, {
      name: nameOf(index),
      label: index === 0 ? form.text('s2.url') : form.text('s2.url.n', { n: index + 1 }),
      // The fold beside it says more, where the language has its words.
      ...(index === 0 && hasHint && !form.text('s2.url.how') && { hint: form.text('s2.url.hint') }),
      value: typed,
      inputMode: 'url',
      isAddress: true,
      isRequired: index === 0,
      type: (value) => form.answer({ addresses: addresses.with(index, value) }),
      remarks: addressRemarkCards(form, nameOf(index)),
      after: html`${pasteButton(form, index)}
      ${
        index === 0
          ? nothing
          : quietButton(
              'remove',
              html`${crossIcon}<span>${form.text('s2.url.remove', { n: index + 1 })}</span>`,
              remove,
            )
      }`,
    });
    // Beside the field, which comes into view as a whole.
    return html`${text} ${index === 0 && hasHint ? howFold(form) : nothing}`;
  };
  return addresses.map(field);
}

/** One field more; beyond those of one report, one area for all. */
function addButton(form: FormView): TemplateResult {
  const { addresses } = form.draft.answers;
  const add = (): void => {
    const hasRoom = addresses.length < LIST_LIMITS.locations;
    const more = [...addresses, ''];
    if (!hasRoom) form.unfolded.add(LIST);
    form.answer({ addresses: hasRoom ? more : [more.join('\n')] });
    form.show({ focus: form.at(nameOf(hasRoom ? addresses.length : 0)) });
  };
  return quietButton('add', html`${plusIcon}<span>${form.text('s2.url.add')}</span>`, add);
}

/** The links, and the box about an account. On one page, that stands among what is optional. */
export function addressFields(form: FormView): TemplateResult {
  const paste = (event: ClipboardEvent): void => receive(form, event, event.clipboardData);
  const drop = (event: DragEvent): void => receive(form, event, event.dataTransfer);
  // Without this, a browser would leave the page to show a file that is dropped.
  const dragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  return html`<div class="links" @paste=${paste} @drop=${drop} @dragover=${dragOver}>
      ${isList(form) ? list(form) : fields(form)}
    </div>
    ${said(form, ADDRESSES)} ${isList(form) ? nothing : html`${addButton(form)} ${loginBox(form)}`}`;
}
