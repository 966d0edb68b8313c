// The name of the site, application or game.

import type { TemplateResult } from 'lit';
import { TEXT_LIMITS } from '../../core/report/limits.ts';
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
    type: (service) => form.answer({ service }),
  });
