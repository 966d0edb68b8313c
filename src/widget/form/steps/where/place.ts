// Places without an address: the service, what finds the content there, and words. A service that nobody knows has a kind.

import { html, nothing, type TemplateResult } from 'lit';
import type { IdentifierType } from '../../../../core/draft/identifiers.ts';
import { knownService, MAX_PLACE, placeAsked, placeWithoutAddress } from '../../../../core/draft/places.ts';
import { own } from '../../../../core/own.ts';
import { TEXT_LIMITS } from '../../../../core/report/limits.ts';
import { PLACES, type PlaceId } from '../../../../core/report/places.ts';
import type { MessageKey } from '../../../../words/messages.ts';
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
  const { draft } = form;
  const { identifiers } = draft.answers;
  // Its hint speaks of a game.
  const isPlain = type === 'server_name' && placeAsked(draft).place !== 'game';
  return textField(form, {
    name: `identifiers.${type}`,
    label: optional(form, `id.${type}` as MessageKey),
    ...(!isPlain && { hint: form.text(`id.${type}.hint` as MessageKey) }),
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
      html`<b>${form.text(`place.${placeKind}`)}</b>
        ${placeKind === 'other' ? nothing : html`<br />${form.text(`place.${placeKind}.hint`)}`}`,
    choose: (value) => form.answer({ placeKind: value as PlaceId }),
  });
}

/** The service, which is required unless something else is said; its fields, or the list of kinds; and words. */
export function placeFields(form: Texts & Answering & Moving): TemplateResult {
  const { draft } = form;
  const { answers } = draft;
  const isRequired = !placeWithoutAddress({ ...draft, answers: { ...answers, service: '' } });
  return html`${serviceField(form, isRequired ? form.text('s2.place') : optional(form, 's2.place'), isRequired)}
  ${knownService(draft) ? nothing : kindField(form)}
  ${placeAsked(draft).fields.map((type) => identifierField(form, type))}
  ${textField(form, {
    name: 'place',
    // The kind « other » says this too.
    label: optional(form, 'place.other.hint'),
    value: answers.place,
    maxLength: MAX_PLACE,
    type: (place) => form.answer({ place }),
  })}`;
}
