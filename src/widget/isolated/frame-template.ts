// Templates of the isolated form in the page: the hotline's frame, in a dialog or inline, or an error with a link.

import { html, type TemplateResult } from 'lit';
import { localeAt } from '../../words/locales.ts';
import { launcherText } from '../shared/launcher-text.ts';
import type { Widget } from '../shared/widget.ts';

/** The frame, in a dialog or inline. */
export function frameTemplate(
  host: Widget,
  address: string,
  onLoad: () => void,
  onCancel: (event: Event) => void,
  onClose: () => void,
): TemplateResult {
  const name = launcherText(host.messages, localeAt(host), 'launcher.context');
  // No `allow-top-navigation`: the page replaces itself when the frame asks for it.
  const frame = html`<iframe
    title=${name}
    sandbox="allow-scripts allow-forms allow-same-origin allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals allow-top-navigation-by-user-activation"
    allow="clipboard-write"
    referrerpolicy="no-referrer"
    src=${address}
    @load=${onLoad}
  ></iframe>`;
  return host.isInline
    ? html`<section class="isolated" aria-label=${name}>${frame}</section>`
    : html`<dialog class="isolated" aria-label=${name} @cancel=${onCancel} @close=${onClose}>
        ${frame}
      </dialog>`;
}

/** The error, another try, and the page's own link. This slot precedes the button's slot, so the browser assigns the link to it. */
export function failureTemplate(host: Widget): TemplateResult {
  const locale = localeAt(host);
  const { tag, dir = 'ltr' } = locale;
  const say = (key: 'err.load' | 'err.retry'): string => launcherText(host.messages, locale, key);
  const retry = (): void => void host.open();
  return html`<div lang=${tag} dir=${dir}>
      <p role="alert">${say('err.load')}</p>
      <button class="reload" @click=${retry}>${say('err.retry')}</button>
    </div>
    <slot></slot>`;
}
