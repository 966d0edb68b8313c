// The frame of every view: the dialog or the panel in the page, its header, progress, footer and live regions.

import { html, nothing, type TemplateResult } from 'lit';
import { stepNumber } from '../../core/draft/draft.ts';
import { own } from '../../core/own.ts';
import { icon } from '../shared/icons.ts';
import { loadFailure } from './fields/error-summary.ts';
import type { Answering, FormView, Moving, Texts, View } from './form-view.ts';
import { brokenView } from './steps/broken.ts';
import { whatView } from './steps/what.ts';

const backIcon = icon('M19 12H5 M11 6l-6 6 6 6', 'flips');
const exitIcon = icon(
  'M14 4h4.5A1.5 1.5 0 0 1 20 5.5v13a1.5 1.5 0 0 1-1.5 1.5H14 M4 12h11 M10.5 7.5 15 12l-4.5 4.5',
  'flips',
);
const crossIcon = icon('M6 6l12 12 M18 6 6 18');

/** The page stays: nothing is sent by a submission (`mainButton`). */
const stay = (event: Event): void => event.preventDefault();

function viewOf(form: FormView): View {
  const { kind } = form.screen;
  const name = kind === 'step' ? form.draft.step : kind;
  try {
    const view = name === 'what' ? whatView : (form.later?.views[name] ?? whatView);
    return view(form);
  } catch (error) {
    // Whatever failed, the reporter learns what became of the report.
    reportError(error);
    return brokenView(form);
  }
}

function header(form: FormView, isStep: boolean): TemplateResult {
  const isFirst = !isStep || form.draft.step === form.steps[0];
  const back = (): void => form.navigation?.back();
  const leading = isFirst
    ? html`<span class="service"
        >${isStep ? form.text('header.service', { hotline: form.settings.hotline }) : nothing}</span
      >`
    : html`<button type="button" class="quiet" part="back" @click=${back}>
        ${backIcon}<span>${form.text('header.back')}</span>
      </button>`;
  return html`<div class="header" part="header">
    ${leading}
    <div class="ways-out">
      <a
        class="quiet"
        part="exit"
        href=${form.settings.exitUrl}
        target="_top"
        rel="nofollow noreferrer"
        aria-describedby=${form.id('exit')}
        @click=${form.exit.onClick}
        >${exitIcon}<span>${form.text('header.exit')}</span></a
      ><span id=${form.id('exit')} hidden>${form.later ? form.text('exit.keys') : nothing}</span> ${
        form.host.isInline
          ? nothing
          : html`<button
              type="button"
              class="quiet square"
              part="close"
              aria-label=${form.text('header.close')}
              @click=${form.leaving.askClose}
            >
              ${crossIcon}
            </button>`
      }
    </div>
    ${form.later?.exitNote(form)}
  </div>`;
}

const stepCount = (form: Texts & Answering & Moving): string =>
  form.text('step.count', { n: stepNumber(form.draft), total: form.steps.length });

function progress(form: Texts & Answering & Moving): TemplateResult {
  const n = stepNumber(form.draft);
  return html`<p class="count" part="step-count" id=${form.id('count')}>${stepCount(form)}</p>
    <div class="progress" part="progress" aria-hidden="true">
      ${form.steps.map((_, index) => html`<i part="segment ${index < n ? 'segment-done' : ''}"></i>`)}
    </div>`;
}

/** The form in its current state. */
export function frame(form: FormView): TemplateResult {
  const { host, localize } = form;
  const view = viewOf(form);
  const { about } = own(view);
  const isStep = form.screen.kind === 'step';
  // In the words of the view: Orca 48 reads a dialog aloud to its end, unless its text contains its name.
  const name = isStep ? `${stepCount(form)} ${view.title}` : view.title;
  const content = html`<form novalidate autocomplete="off" @submit=${stay}>
      ${header(form, isStep)}
      <div class="body" part="body" tabindex=${form.host.isInline ? nothing : '-1'}>
        ${form.practice?.band(form)} ${form.languages?.render()} ${isStep ? progress(form) : nothing}
        ${form.later?.linesAbove(form)} ${isStep && form.hasLoadFailed ? loadFailure(form) : nothing}
        ${view.body}
      </div>
      ${view.footer === nothing ? nothing : html`<div class="footer" part="footer">${view.footer}</div>`}
    </form>
    <div class="between unseen" tabindex="-1"></div>
    <p class="unseen" role="status">${form.status.shown}</p>
    <p class="unseen" role="alert">${form.alert.shown}</p>`;
  return host.isInline
    ? html`<section class="panel inline" aria-label=${name} lang=${localize.tag} dir=${localize.dir}>
        ${content}
      </section>`
    : html`<dialog
        class="panel"
        part="dialog"
        closedby="closerequest"
        ?data-step=${isStep}
        aria-label=${name}
        aria-describedby=${about ? form.id(about) : nothing}
        lang=${localize.tag}
        dir=${localize.dir}
        @cancel=${form.dialog.onCancel}
        @close=${form.dialog.onClose}
      >
        ${content}
      </dialog>`;
}
