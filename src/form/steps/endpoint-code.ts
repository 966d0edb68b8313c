// The follow-up code of an endpoint that makes codes itself, on the sent view.

import type { TemplateResult } from 'lit';
import type { FormView } from '../form-view.ts';
import { copiedCard } from './sent.ts';

export const endpointCode = (form: FormView, code: string): TemplateResult => copiedCard(form, 'code', code);
