// Renders the button of each variant. A page may have a thousand buttons, and each binding costs several objects per
// button: so the usual button has its own template with few bindings.

import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../../words/locale.ts';
import type { LauncherMessages } from '../../words/messages.ts';
import { launcherText } from '../shared/launcher-text.ts';
import type { Widget } from '../shared/widget.ts';

/** The part of the accessible name after the label: the context, without words that repeat the label. */
function restOf(context: string, label: string): string {
  const [whole, said] = [context.toLowerCase(), label.toLowerCase()];
  if (said.includes(whole)) return '';
  return whole.startsWith(`${said} `) ? context.slice(said.length + 1) : context;
}

/**
 * The button and its box. `aria-labelledby` may refer to a hidden element, so the accessible name needs no style to
 * hide it.
 * @param widget settings of the page: `messages` replace strings of the language
 * @param link address, if the button is only a link; undefined if it opens the form
 */
export function launcherBox(
  { variant, messages, children }: Pick<Widget, 'variant' | 'messages' | 'children'>,
  link: string | undefined,
  isHidden: boolean,
  locale: Locale,
): TemplateResult {
  const { tag, dir = 'ltr' } = locale;
  const say = (key: keyof LauncherMessages): string => launcherText(messages, locale, key);
  const context = say('launcher.context');
  const label = variant === 'icon' || variant === 'link' ? context : say('launcher.label');
  const own = [...children].find(({ slot }) => slot === 'label')?.textContent?.trim();
  // Unless the page supplies a label, the hidden text is the full name: some auditors skip the fallback of a slot.
  const [names, more] = own
    ? ['label context', restOf(context, own)]
    : ['context', `${label} ${restOf(context, label)}`.trim()];
  const isBar = variant === 'bar';
  const isFloating = variant === 'floating';
  if (!(isBar || isFloating || isHidden || link))
    // No white space between the tags: each would add a text node to every button on the page.
    // oxfmt-ignore
    return html`<div class="themed face"><button part="launcher" class="box launcher" lang=${tag} dir=${dir} aria-labelledby=${names}
><slot name="icon" part="launcher-icon" class="icon"
><svg viewBox="0 0 24 24" aria-hidden="true"
><path d="M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0" /></svg></slot
><span part="launcher-label" class="label" id="label"><slot name="label" .textContent=${label}></slot></span
><span id="context" hidden .textContent=${more}></span></button></div>`;
  // oxfmt-ignore
  const content = html`<slot name="icon" part="launcher-icon" class="icon"
><svg viewBox="0 0 24 24" aria-hidden="true"
><path d="M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0" /></svg></slot
><span part="launcher-label" class="label" id="label"><slot name="label" .textContent=${label}></slot></span
><span id="context" hidden .textContent=${more}></span>`;
  // The page's direction places a floating button; the language sets the direction of its text.
  // oxfmt-ignore
  return html`<div class="themed face"><div class="box" part=${isBar ? 'bar' : nothing} lang=${tag} dir=${isFloating ? nothing : dir} ?hidden=${isHidden}
>${
        isBar
          ? html`<span
><b><slot name="bar-title">${say('launcher.bar.title')}</slot></b
><br><slot name="bar-text">${say('launcher.bar.text')}</slot></span>`
          : nothing
      }${
        link
          ? html`<a part="launcher" class="launcher" dir=${dir} aria-labelledby=${names} href=${link} rel="noreferrer">${content}</a>`
          : html`<button part="launcher" class="launcher" dir=${dir} aria-labelledby=${names}>${content}</button>`
      }</div></div>`;
}
