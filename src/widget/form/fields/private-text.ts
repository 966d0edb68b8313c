// The reporter's text, in fields and on screen. It is protected from browser services that would read it and
// send it to their makers: spelling, suggestions and translation, in browsers and in their extensions.

import { html, nothing, type TemplateResult } from 'lit';

/** Text of the reporter, on screen. A translator leaves `translate="no"` alone (HTML standard). */
export const privateText = (text: unknown, dir: 'ltr' | 'auto' = 'auto'): TemplateResult =>
  html`<bdi dir=${dir} translate="no">${text}</bdi>`;

/** The options of a field for the reporter's text. */
export interface PrivateField {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly isLong?: boolean | undefined;
  /** How many lines of a long one are in sight. */
  readonly rows?: number | undefined;
  /** Whether it holds sentences: a keyboard then begins them with a capital and mends typing, on the device. */
  readonly isProse?: boolean | undefined;
  readonly inputMode?: string | undefined;
  /** Autofill token of the HTML standard; autofill is off by default. */
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  /** `auto`: the direction of the typed text. */
  readonly dir: 'ltr' | 'auto' | typeof nothing;
  readonly describedBy: unknown;
  readonly isInvalid: unknown;
  readonly isRequired: unknown;
  readonly input: (event: Event) => void;
}

/**
 * One line, or several lines, to write in.
 *
 * `spellcheck`: Chrome's enhanced spelling and Edge's Microsoft Editor send typed text to their makers (otto-js,
 * « Chrome & Edge Enhanced Spellcheck Features Expose PII », 2022); LanguageTool's add-on goes by it too, as its
 * maintainers say. `writingsuggestions`: the HTML standard; Chrome and Edge 124, Safari 18. `data-gramm`,
 * `data-gramm_editor`, `data-enable-grammarly`: Grammarly's extension, under the names of its versions.
 * `data-lt-active`: LanguageTool's add-on, as CodeSandbox's editor has it. `data-ms-editor`: the extension Microsoft
 * Editor. The makers of the last five document none of them: they are what sites use.
 *
 * Password managers offer to fill in and save what they take for a login: `data-1p-ignore` (1Password's guide
 * « Compatible website design »), `data-lpignore` (LastPass's help), `data-bwignore` and `data-protonpass-ignore` (the
 * sources of Bitwarden's and Proton Pass's extensions), `data-form-type` (Dashlane's « SAWF »). A field that may be
 * filled in stays open to them: some give an alias in place of an e-mail address.
 *
 * An extension that ignores these attributes still reads the page: no page can keep it out.
 */
export function privateField(field: PrivateField): TemplateResult {
  const { id, name, value, describedBy, isInvalid, isRequired, input, autocomplete = 'off' } = field;
  const isIgnored = field.autocomplete ? nothing : 'true';
  const formType = field.autocomplete ? nothing : 'other';
  const capitals = field.isProse ? 'sentences' : 'none';
  const correction = field.isProse ? nothing : 'off';
  return field.isLong
    ? html`<textarea
        part="input"
        id=${id}
        .field=${name}
        rows=${field.rows ?? 4}
        dir=${field.dir}
        autocapitalize=${capitals}
        autocomplete=${autocomplete}
        autocorrect=${correction}
        spellcheck="false"
        translate="no"
        writingsuggestions="false"
        data-gramm="false"
        data-gramm_editor="false"
        data-enable-grammarly="false"
        data-lt-active="false"
        data-ms-editor="false"
        data-1p-ignore=${isIgnored}
        data-lpignore=${isIgnored}
        data-bwignore=${isIgnored}
        data-protonpass-ignore=${isIgnored}
        data-form-type=${formType}
        aria-describedby=${describedBy}
        aria-invalid=${isInvalid}
        aria-required=${isRequired}
        .value=${value}
        @input=${input}
      ></textarea>`
    : html`<input
        part="input"
        type="text"
        id=${id}
        .field=${name}
        inputmode=${field.inputMode ?? 'text'}
        enterkeyhint="next"
        maxlength=${field.maxLength ?? nothing}
        dir=${field.dir}
        autocapitalize=${capitals}
        autocomplete=${autocomplete}
        autocorrect=${correction}
        spellcheck="false"
        translate="no"
        writingsuggestions="false"
        data-gramm="false"
        data-gramm_editor="false"
        data-enable-grammarly="false"
        data-lt-active="false"
        data-ms-editor="false"
        data-1p-ignore=${isIgnored}
        data-lpignore=${isIgnored}
        data-bwignore=${isIgnored}
        data-protonpass-ignore=${isIgnored}
        data-form-type=${formType}
        aria-describedby=${describedBy}
        aria-invalid=${isInvalid}
        aria-required=${isRequired}
        .value=${value}
        @input=${input}
      />`;
}
