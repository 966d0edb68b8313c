// The name of the site, application or game.

import type { TemplateResult } from 'lit';
import { knownService } from '../../../core/draft/places.ts';
import { TEXT_LIMITS } from '../../../core/report/limits.ts';
import { textField } from './text-field.ts';
import type { Answering, Moving, Texts } from '../form-view.ts';

/** The field for the site or application of content that has no address. */
export const serviceField = (
  form: Texts & Answering & Moving,
  label: string,
  isRequired = false,
): TemplateResult =>
  textField(form, {
    name: 'service',
    label,
    value: form.draft.answers.service,
    isRequired,
    maxLength: TEXT_LIMITS.service,
    type(service) {
      const wasKnown = knownService(form.draft);
      form.keep({ service });
      const [first] = (!wasKnown && knownService(form.draft)?.fields) || [];
      // The first field that the name brings comes into view, below the one that is being written.
      form.answer({}, first && `identifiers.${first}`);
    },
  });
