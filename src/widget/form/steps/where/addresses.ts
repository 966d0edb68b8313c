// The addresses of step 2: one per field, pasted one by one or many at once. Pictures are never accepted.

import { html, nothing, type TemplateResult } from 'lit';
import { splitAddresses } from '../../../../core/address/address.ts';
import { MAX_ADDRESSES } from '../../../../core/draft/types.ts';
import { icon } from '../../../shared/icons.ts';
import { addressRemarkCards } from './address-remarks.ts';
import { quietButton } from '../../fields/buttons.ts';
import type { Control } from '../../fields/control.ts';
import { checkbox, textField } from '../../fields/text-field.ts';
import type { Answering, FormView, Moving, Texts } from '../../form-view.ts';
import { said } from '../view.ts';

const plusIcon = icon('M12 5v14 M5 12h14');
const crossIcon = icon('M6 6l12 12 M18 6 6 18');

/** Forms that were refused access to the clipboard. */
const refused = new WeakSet<FormView>();

/** Place on screen for messages about pasting. */
const ADDRESSES = 'addresses';

const nameOf = (index: number): string => `addresses.${index}`;

/** Puts a pasted text in place of a field: each of its addresses in a field of its own, if there is room for all. */
function insert(form: Texts & Answering & Moving, index: number, text: string, kept = ''): void {
  const { addresses } = form.draft.answers;
  const pieces = [kept, text].flatMap(splitAddresses);
  // Fields that were left empty make room.
  const next = addresses.toSpliced(index, 1, ...pieces).filter(Boolean);
  const hasRoom = next.length <= MAX_ADDRESSES;
  form.answer({ addresses: hasRoom ? next : addresses.with(index, pieces.join(' ')) });
  form.show({
    focus: form.at(nameOf(hasRoom ? next.indexOf(pieces[0] ?? '') : index)),
    ...(!hasRoom && { errors: [{ field: nameOf(index), code: 'url.many', n: MAX_ADDRESSES }] }),
  });
  const n = pieces.length;
  // One address is visible where it was pasted; several are announced.
  if (hasRoom && n > 1) form.say('s2.status.split', { n }, ADDRESSES);
  else if (hasRoom) form.say('s2.status.pasted');
}

/** A paste or a drop on a field. A picture or a file is refused at once: none of its bytes is read. */
function receive(form: Texts & Answering & Moving, event: Event, data: DataTransfer | null): void {
  const input = event.target as Control;
  const index = Number(input.field?.split('.')[1]);
  if (!data || !(index >= 0)) return;
  const text = data.getData('text');
  const hasFiles = data.files.length > 0;
  if (!hasFiles && splitAddresses(text).length < 2) return;
  event.preventDefault();
  // A picture dragged from a web page comes with its address.
  if (hasFiles && !text.includes('://'))
    return form.show({ errors: [{ field: nameOf(index), code: 'url.data' }] });
  const { value, selectionStart, selectionEnd } = input;
  insert(form, index, text, value.slice(0, selectionStart ?? 0) + value.slice(selectionEnd ?? 0));
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

/** The fields for addresses, and the buttons that add and remove one. */
export function addressFields(form: FormView): TemplateResult {
  const { addresses } = form.draft.answers;
  // Frequent reporters know how to copy a link, and find the box among what is optional.
  const isPage = form.draft.step === 'page';
  // Nobody goes back to copy the link of content that the hotline has not found.
  const hasHint = !isPage && !form.later?.followUp?.isUnfound;
  const add = (): void => {
    form.answer({ addresses: [...addresses, ''] });
    form.show({ focus: form.at(nameOf(addresses.length)) });
  };
  const addButton =
    addresses.length < MAX_ADDRESSES
      ? quietButton('add', html`${plusIcon}<span>${form.text('s2.url.add')}</span>`, add)
      : nothing;
  const field = (typed: string, index: number): TemplateResult => {
    const remove = (): void => {
      form.answer({ addresses: addresses.toSpliced(index, 1) });
      form.show({ focus: form.at(nameOf(index - 1)) });
      form.say('s2.status.removed', { n: index + 1 });
    };
    return textField(form, {
      name: nameOf(index),
      label: index === 0 ? form.text('s2.url') : form.text('s2.url.n', { n: index + 1 }),
      ...(index === 0 && hasHint && { hint: form.text('s2.url.hint') }),
      value: typed,
      inputMode: 'url',
      isAddress: true,
      isRequired: index === 0,
      type: (value) => form.answer({ addresses: addresses.with(index, value) }),
      remarks: addressRemarkCards(form, nameOf(index)),
      after: html`${pasteButton(form, index)}
      ${isPage && index === addresses.length - 1 ? addButton : nothing}
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
  };
  const paste = (event: ClipboardEvent): void => receive(form, event, event.clipboardData);
  const drop = (event: DragEvent): void => receive(form, event, event.dataTransfer);
  // Without this, a browser would leave the page to show a file that is dropped.
  const dragOver = (event: DragEvent): void => {
    if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
  };
  return html`<div @paste=${paste} @drop=${drop} @dragover=${dragOver}>${addresses.map(field)}</div>
    ${said(form, ADDRESSES)} ${isPage ? nothing : html`${addButton} ${loginBox(form)}`}`;
}
