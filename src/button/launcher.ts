// The button as it is rendered in each variant. A page may have a thousand of them, and every binding is several objects on
// each: so the usual one has a template of its own, in which hardly anything is bound.

import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../i18n/locales.ts';
import type { LauncherMessages } from '../i18n/messages.ts';
import type { Widget } from './widget.ts';

/** What the name says after the label: the context, less what the label has said of it. */
function restOf(context: string, label: string): string {
  const [whole, said] = [context.toLowerCase(), label.toLowerCase()];
  if (said.includes(whole)) return '';
  return whole.startsWith(`${said} `) ? context.slice(said.length + 1) : context;
}

/**
 * The button, and what is around it. Named by reference, so that a name that nobody sees needs no style to hide it.
 * @param widget what the page asks for: `messages` replace strings of the language
 * @param link where it leads, where it is only a link; undefined where it opens the form
 */
export function launcherBox(
  { variant, messages, children }: Pick<Widget, 'variant' | 'messages' | 'children'>,
  link: string | undefined,
  isHidden: boolean,
  { tag, dir = 'ltr', launcher }: Locale,
): TemplateResult {
  const say = (key: keyof LauncherMessages): string => messages?.[key] ?? launcher[key];
  const context = say('launcher.context');
  const label = variant === 'icon' || variant === 'link' ? context : say('launcher.label');
  const own = [...children].find(({ slot }) => slot === 'label')?.textContent?.trim();
  // In full where it stands in no element of the page: not every auditor reads what a slot falls back to.
  const [names, more] = own
    ? ['label context', restOf(context, own)]
    : ['context', `${label} ${restOf(context, label)}`.trim()];
  const isBar = variant === 'bar';
  const isFloating = variant === 'floating';
  if (!(isBar || isFloating || isHidden || link))
    // No white space between the tags: each would be a node, of every button on the page.
    // oxfmt-ignore
    return html`<div class="themed face"><button part="launcher" class="box launcher" lang=${tag} dir=${dir} aria-labelledby=${names}
      ><slot name="icon" part="launcher-icon" class="icon"
        ><svg viewBox="0 0 24 24" aria-hidden="true"
          ><path d="M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0" /></svg></slot
      ><span part="launcher-label" class="label" id="label"><slot name="label" .textContent=${label}></slot></span
      ><span id="context" hidden .textContent=${more}></span></button></div>`;
  const content = html`<slot name="icon" part="launcher-icon" class="icon"
      ><svg viewBox="0 0 24 24" aria-hidden="true">
        <path d="M6 21.5v-18M6 4.2c4.4-2.3 7.2 2.3 12.5 0v9c-5.3 2.3-8.1-2.3-12.5 0" /></svg></slot
    ><span part="launcher-label" class="label" id="label"
      ><slot name="label" .textContent=${label}></slot></span
    ><span id="context" hidden .textContent=${more}></span>`;
  // A floating button stands where the page's direction has its end; its words run as their language does.
  return html`<div class="themed face">
    <div
      class="box"
      part=${isBar ? 'bar' : nothing}
      lang=${tag}
      dir=${isFloating ? nothing : dir}
      ?hidden=${isHidden}
    >
      ${
        isBar
          ? html`<span
              ><b><slot name="bar-title">${say('launcher.bar.title')}</slot></b
              ><br /><slot name="bar-text">${say('launcher.bar.text')}</slot></span
            >`
          : nothing
      }
      ${
        link
          ? html`<a
              part="launcher"
              class="launcher"
              dir=${dir}
              aria-labelledby=${names}
              href=${link}
              rel="noreferrer"
              >${content}</a
            >`
          : html`<button part="launcher" class="launcher" dir=${dir} aria-labelledby=${names}>
              ${content}
            </button>`
      }
    </div>
  </div>`;
}
