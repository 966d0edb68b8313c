// What the reporter writes, as a field and as it is shown: kept from everything in a browser that would read it along,
// and send it to its maker. Spelling, suggestions and translation are services, in browsers and in their extensions.

import { html, nothing, type TemplateResult } from 'lit';

/** Text of the reporter, on screen. A translator leaves `translate="no"` alone (HTML standard). */
export const privateText = (text: unknown, dir: 'ltr' | 'auto' = 'auto'): TemplateResult =>
  html`<bdi dir=${dir} translate="no">${text}</bdi>`;

/** What a field for the reporter's text needs. */
export interface PrivateField {
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly isLong?: boolean | undefined;
  /** Whether it holds sentences: a keyboard then begins them with a capital and mends typing, on the device. */
  readonly isProse?: boolean | undefined;
  readonly inputMode?: string | undefined;
  /** What may fill it in, as the HTML standard calls it; nothing by default. */
  readonly autocomplete?: string | undefined;
  readonly maxLength?: number | undefined;
  readonly dir: 'ltr' | typeof nothing;
  readonly describedBy: unknown;
  readonly isInvalid: unknown;
  readonly isRequired: unknown;
  readonly input: (event: Event) => void;
}

/**
 * One line, or several lines, to write in.
 *
 * `spellcheck`: Chrome's enhanced spelling and Edge's Microsoft Editor send what is typed to their makers (otto-js,
 * « Chrome & Edge Enhanced Spellcheck Features Expose PII », 2022); LanguageTool's add-on goes by it too, as its
 * maintainers say. `writingsuggestions`: the HTML standard; Chrome and Edge 124, Safari 18. `data-gramm`,
 * `data-gramm_editor`, `data-enable-grammarly`: Grammarly's extension, under the names of its versions.
 * `data-lt-active`: LanguageTool's add-on, as CodeSandbox's editor has it. `data-ms-editor`: the extension Microsoft
 * Editor. The makers of the last five document none of them: they are what sites use.
 *
 * Managers of passwords offer to fill in what they take for a login, and to keep it: `data-1p-ignore` (1Password's guide
 * « Compatible website design »), `data-lpignore` (LastPass's help), `data-bwignore` and `data-protonpass-ignore` (the
 * sources of Bitwarden's and Proton Pass's extensions), `data-form-type` (Dashlane's « SAWF »). A field that may be
 * filled in is theirs as well: some give an alias in place of an e-mail address.
 *
 * An extension that goes by none of this still reads the page: no page can keep it out.
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
        name=${name}
        rows="4"
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
        .value=${value}
        @input=${input}
      ></textarea>`
    : html`<input
        part="input"
        type="text"
        id=${id}
        name=${name}
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
