// Content that loads when somebody opens it.

import { html, nothing, type TemplateResult } from 'lit';
import { quietButton } from '../fields/buttons.ts';
import type { ExtraViews, FormView } from '../form-view.ts';

/** The content, or why it is not there yet. */
export function opened<Content extends TemplateResult | typeof nothing>(
  form: FormView,
  content: (views: ExtraViews) => Content,
): Content | TemplateResult {
  const { views, load } = form.later!.extra;
  if (views) return content(views);
  const hasFailed = views === null;
  if (!hasFailed) void load();
  const label = form.text(hasFailed ? 'err.retry' : 'exit.loading');
  return html`${hasFailed ? html`<p class="error" role="alert">${form.text('err.later')}</p>` : nothing}
  ${quietButton('retry', label, () => void load())}`;
}
