// The application around the form: above it the received share, below it how to share and to install.

import { html, nothing, type TemplateResult } from 'lit';
import type { SharedReading } from '../core/address/shared-text.ts';
import { LIST_LIMITS } from '../core/report/limits.ts';
import { isolated } from '../words/messages.ts';
import type { Say } from './languages.ts';
import { copyPicture, pastePicture } from './pictures.ts';
import type { Shown } from './shares.ts';
import type { AppWords } from './words/fr.ts';

/** State and actions of the views. */
export interface AppState {
  readonly say: Say;
  /** The language of the form, once it is there. */
  readonly language: { readonly tag: string; readonly dir: 'ltr' | 'rtl' } | undefined;
  /** Name of the application, as its icon shows it. */
  readonly name: string;
  /** Address of the page. */
  readonly address: string;
  readonly shown: Shown | undefined;
  /** Whether the form shows its first step, or is on its way. */
  readonly isFirstStep: boolean;
  /** A message about pasting. */
  readonly remark: string;
  readonly isInstalled: boolean;
  /** Whether the browser has offered to install the application. */
  readonly canInstall: boolean;
  /** Whether a page may read the clipboard. */
  readonly canPaste: boolean;
  readonly paste: () => void;
  readonly replace: () => void;
  readonly hide: () => void;
  readonly install: () => void;
}

/** An address, as text: never a link. No service of the browser is to translate or spell it. */
const addressText = (address: string): TemplateResult => html`<bdi dir="ltr" translate="no">${address}</bdi>`;

const pasteButton = ({ say, canPaste, paste }: AppState): TemplateResult | typeof nothing =>
  canPaste
    ? html`<button type="button" class="main paste" @click=${paste}>${say('paste')}</button>`
    : nothing;

function leftOutTexts({ say }: AppState, { leftOut }: SharedReading): TemplateResult[] {
  return leftOut.map(
    ({ address, reason }) =>
      html`<p class="left-out quiet-text">
        ${say(`received.${reason}`, { n: LIST_LIMITS.locations })} ${addressText(address)}
      </p>`,
  );
}

function received(state: AppState, reading: SharedReading): TemplateResult {
  const { say, hide } = state;
  const { addresses, hasWords } = reading;
  const removed = [...new Set(addresses.flatMap((address) => address.removed))].map(isolated);
  const isUnwrapped = addresses.some(({ changes }) => changes.some((change) => change.endsWith('unwrapped')));
  const n = addresses.length;
  return html`<section class="card" aria-labelledby="received">
    <div class="head">
      <h2 id="received">${n === 1 ? say('received.one') : say('received.many', { n })}</h2>
      <button type="button" class="hide" @click=${hide}>${say('received.hide')}</button>
    </div>
    <ul class="addresses">
      ${addresses.map(({ value }) => html`<li>${addressText(value)}</li>`)}
    </ul>
    ${
      removed.length > 0
        ? html`<p class="removed quiet-text">${say('received.removed', { names: removed.join(', ') })}</p>`
        : nothing
    }
    ${isUnwrapped ? html`<p class="quiet-text">${say('received.unwrapped')}</p>` : nothing}
    ${leftOutTexts(state, reading)}
    ${hasWords ? html`<p class="quiet-text">${say('received.words')}</p>` : nothing}
    <p><strong>${say('received.nothing-sent')}</strong></p>
  </section>`;
}

function nothingReceived(state: AppState, kind: 'none' | 'lost', reading?: SharedReading): TemplateResult {
  const { say } = state;
  return html`<section class="card asks" aria-labelledby="none">
    <h2 id="none" tabindex="-1">${say(`${kind}.title`)}</h2>
    <p>${say(`${kind}.body`)}</p>
    ${reading ? leftOutTexts(state, reading) : nothing} ${pasteButton(state)} ${remark(state)}
  </section>`;
}

function question(state: AppState, loses: 'answers' | 'number'): TemplateResult {
  const { say, hide, replace } = state;
  return html`<section class="card asks" aria-labelledby="replace">
    <h2 id="replace" tabindex="-1">${say('replace.title')}</h2>
    <p>${say(`replace.${loses}`)}</p>
    <button type="button" class="main keep" @click=${hide}>${say('replace.keep')}</button>
    <button type="button" class="replace" @click=${replace}>${say('replace.go')}</button>
  </section>`;
}

const remark = ({ remark: text }: AppState): TemplateResult => html`<p role="status">${text}</p>`;

/** The part above the form: the received share, and its left-out parts. */
export function aboveForm(state: AppState): TemplateResult | typeof nothing {
  const { shown } = state;
  if (!shown) return nothing;
  if (shown.kind === 'received') return received(state, shown.reading);
  if (shown.kind === 'replace') return question(state, shown.loses);
  return nothingReceived(state, shown.kind, shown.kind === 'none' ? shown.reading : undefined);
}

function howTo(state: AppState): TemplateResult {
  const { say, name, shown } = state;
  const hasOwnButton = shown?.kind === 'none' || shown?.kind === 'lost';
  return html`<details class="how">
    <summary>${say('how.title')}</summary>
    <div class="content">
      <p>${say('how.installed', { name: isolated(name) })}</p>
      <ol class="pictures">
        <li>${copyPicture(say('how.copy.picture'))} ${say('how.copy')}</li>
        <li>${pastePicture(say('how.paste.picture'))} ${say('how.paste')}</li>
      </ol>
      ${hasOwnButton ? nothing : html`${pasteButton(state)} ${remark(state)}`}
    </div>
  </details>`;
}

const IOS_STEPS = ['ios.1', 'ios.2', 'ios.3', 'ios.4', 'ios.5'] as const satisfies (keyof AppWords)[];

const shortcut = ({ say, address }: AppState): TemplateResult =>
  html`<details class="ios">
    <summary>${say('ios.title')}</summary>
    <div class="content">
      <ol>
        ${IOS_STEPS.map(
          (step) => html`<li>${say(step)} ${step === 'ios.4' ? addressText(address) : nothing}</li>`,
        )}
      </ol>
      <p>${say('ios.why')}</p>
    </div>
  </details>`;

function installation({ say, name, isInstalled, canInstall, install }: AppState): TemplateResult {
  const facts = [
    say('install.stays'),
    say('install.seen', { name: isolated(name) }),
    say('install.maker'),
    say('install.visit'),
    say('install.remove'),
  ];
  return html`<details class="install">
    <summary>${say('install.title')}</summary>
    <div class="content">
      <p>${say('install.optional')}</p>
      <ul>
        ${facts.map((fact) => html`<li>${fact}</li>`)}
      </ul>
      ${isInstalled || canInstall ? nothing : html`<p>${say('install.menu')}</p>`}
      ${
        canInstall
          ? html`<button type="button" class="main install" @click=${install}>${say('install.go')}</button>`
          : nothing
      }
    </div>
  </details>`;
}

/** The part below the form: nothing once the reporter has begun, to whom the form's own buttons then come last. */
export const belowForm = (state: AppState): TemplateResult | typeof nothing =>
  state.isFirstStep
    ? html`<div class="help">${howTo(state)} ${shortcut(state)} ${installation(state)}</div>`
    : nothing;
