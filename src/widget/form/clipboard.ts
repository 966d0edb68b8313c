// The clipboard, which a browser, a frame's policy or an http page may refuse.

import { html, type TemplateResult } from 'lit';
import { button } from './fields/buttons.ts';
import type { FormView } from './form-view.ts';
import { said } from './steps/view.ts';

/** A button that copies a text and shows the outcome beside it. @param refused called when copying is not allowed */
export const copyButton = (
  form: FormView,
  label: string,
  text: string,
  refused: () => void = () => form.show({ alert: 'ok.failed', saidAt: label }),
): TemplateResult => {
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      form.show({ status: 'ok.copied', saidAt: label });
    } catch {
      refused();
    }
  };
  return html`${button('secondary', label, copy)}${said(form, label)}`;
};
