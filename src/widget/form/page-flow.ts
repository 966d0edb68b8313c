// The part of the form for frequent reporters (`flow="page"`). Loads only for pages that ask for it.

import type { TemplateResult } from 'lit';
import type { Draft } from '../../core/draft/types.ts';
import { adoptLast } from './form.styles.ts';
import type { Flows, FormState, PageFlowViews } from './form-view.ts';
import type { Repeat } from './screen.ts';
import { pageView } from './steps/page/page.ts';
import { pageStyles } from './steps/page/page.styles.ts';
import { againButton, copyBox, repeatOf } from './steps/page/repeat.ts';

/** Gives a form its one page. */
export function begin(form: FormState, later: Flows): void {
  later.pageFlow ??= new PageFlow(form);
  later.views = { ...later.views, page: pageView };
  form.settingsChanged();
}

/** The one-page form of one widget. */
class PageFlow implements PageFlowViews {
  #form: FormState;

  constructor(form: FormState) {
    this.#form = form;
    adoptLast(form.host, pageStyles);
  }

  /** Undefined if a word of it fails on this page: the report has arrived all the same. */
  repeatOf = (draft: Draft): Repeat | undefined => {
    try {
      return repeatOf(this.#form, draft);
    } catch (error) {
      reportError(error);
      return undefined;
    }
  };
  againButton = (repeat: Repeat): TemplateResult => againButton(this.#form, repeat);
  copyBox = (repeat: Repeat): TemplateResult => copyBox(this.#form, repeat);
}
