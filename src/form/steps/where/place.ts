// Places without an address: the kind of service, and the identifiers that locate the content there.

import { html, nothing, type TemplateResult } from 'lit';
import type { IdentifierType } from '../../../core/draft/identifiers.ts';
import { own } from '../../../core/own.ts';
import { TEXT_LIMITS } from '../../../core/report/limits.ts';
import { PLACE_FIELDS } from '../../../core/draft/place-fields.ts';
import { PLACES, type PlaceId } from '../../../core/report/places.ts';
import type { MessageKey } from '../../../i18n/messages.ts';
import { selectField } from '../../fields/select-field.ts';
import { textField } from '../../fields/text-field.ts';
import type { Answering, Moving, Texts } from '../../form-view.ts';
import { serviceField } from '../../fields/service-field.ts';

const optional = (form: Texts, key: MessageKey): string => `${form.text(key)} ${form.text('s2.optional')}`;

/** Identifiers written like an address: no spell-checking, no automatic capital, left to right. */
const ADDRESSES: readonly IdentifierType[] = [
  'profile_url',
  'invite_link',
  'ai_conversation_link',
  'email_address',
  'email_message_id',
  'app_id',
];

function identifierField(form: Texts & Answering & Moving, type: IdentifierType): TemplateResult {
  const { identifiers } = form.draft.answers;
  return textField(form, {
    name: `identifiers.${type}`,
    label: optional(form, `id.${type}` as MessageKey),
    hint: form.text(`id.${type}.hint` as MessageKey),
    value: identifiers[type] ?? '',
    isAddress: ADDRESSES.includes(type),
    maxLength: TEXT_LIMITS.identifier,
    type: (value) => form.answer({ identifiers: own({ ...identifiers, [type]: value }) }),
  });
}

/** The kind of place as a native list: it takes little room, and every phone shows it well. */
function kindField(form: Texts & Answering): TemplateResult {
  const { placeKind } = form.draft.answers;
  return selectField(form, {
    name: 'placeKind',
    label: form.text('s2.kind'),
    options: PLACES.map((place) => ({ value: place, label: form.text(`place.${place}`) })),
    value: placeKind,
    // In full here: a list shows but the start of a long answer where text is large.
    hint:
      placeKind &&
      html`<b>${form.text(`place.${placeKind}`)}</b><br />${form.text(`place.${placeKind}.hint`)}`,
    choose: (value) => form.answer({ placeKind: value as PlaceId }),
  });
}

/** The kind of place, and the fields of that kind. */
export function placeFields(form: Texts & Answering & Moving): TemplateResult {
  const { placeKind } = form.draft.answers;
  const asked = placeKind && PLACE_FIELDS[placeKind];
  return html`${kindField(form)}
  ${asked?.service ? serviceField(form, optional(form, 's2.service')) : nothing}
  ${asked?.identifiers.map((type) => identifierField(form, type))}`;
}
