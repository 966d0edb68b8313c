// A text of limited length. What counts it comes once half of it is used: few write as much.

import type { TemplateResult } from 'lit';
import type { Form } from './form-controller.ts';
import { textField } from './text-field.ts';

/** A field whose text has at most `limit` code points. */
export type CountedField = Parameters<typeof textField>[1] & {
  readonly limit: number;
  readonly type: (value: string) => void;
};

/** A text field that is counted; without what counts, an error still says what is too long. */
export const countedField = (form: Form, field: CountedField): TemplateResult => {
  const { more } = form;
  // Where it did not arrive, it is not asked for again at each letter.
  if (more === undefined && field.value.length * 2 > field.limit) form.fetchMore();
  return (more?.countedField ?? textField)(form, field);
};
