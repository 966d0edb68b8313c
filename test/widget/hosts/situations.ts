// Positions of a widget in other people's pages, and the effects of such pages.

import type { SitePage } from './host-site.ts';

/**
 * Listens for every key that reaches the page, as pages with shortcuts do; `keys` lists the keys that would trigger
 * one.
 */
const SHORTCUTS = `<script>
  window.keys = [];
  for (const type of ['keydown', 'keypress', 'keyup'])
    document.addEventListener(type, (event) => {
      // As GitHub and most forums do: not where somebody types.
      const isTyping = /^(INPUT|TEXTAREA)$/.test(event.target.tagName);
      if (!isTyping && !/Shift|Tab|Control/.test(event.key)) keys.push(type + ' ' + event.key);
    });
</script>`;

/** The page's record of one key. */
export const HEARS_KEYS = (key: string): string[] =>
  ['keydown', ...(key.length === 1 ? ['keypress'] : []), 'keyup'].map((type) => `${type} ${key}`);

const asForm = (widget: string): string => widget.replaceAll('cliquez-signalez', 'cliquez-signalez-form');

/** Records the events that a form of the page receives. */
const FORM_WATCH = `<script>
  window.told = [];
  for (const type of ['submit', 'reset', 'invalid', 'formdata', 'change'])
    document.addEventListener(type, (event) => {
      told.push(type);
      if (type === 'submit') event.preventDefault();
    }, true);
</script>`;

/** Records the events of dialogs and popovers of the page. */
const LAYER_WATCH = `<script>
  window.told = [];
  for (const type of ['cancel', 'close', 'toggle'])
    document.addEventListener(type, (event) => {
      if (event.target.id === 'host' && event.newState !== 'open') told.push(type);
    }, true);
</script>`;

const inForm = (widget: string): string =>
  `<form id="host" action="/elsewhere"><input name="q" value="a" required />${widget}<button>Chercher</button></form>`;

const inDialog = (opening: string) => (widget: string) =>
  `<dialog id="host" ${opening}><p>Un message</p>${widget}<button>Fermer</button></dialog>
   <script>document.querySelector('#host').showModal()</script>`;

/** The pages, by name. */
export const SITUATIONS = {
  plain: {},
  shortcuts: { head: SHORTCUTS, body: (widget) => `<p tabindex="0" id="text">Du texte</p>${widget}` },
  'shortcuts, in the page': { head: SHORTCUTS, body: asForm },
  form: { head: FORM_WATCH, body: inForm },
  'form, in the page': { head: FORM_WATCH, body: (widget) => inForm(asForm(widget)) },
  dialog: { head: LAYER_WATCH, body: inDialog('') },
  'dialog that closes when one clicks beside it': { head: LAYER_WATCH, body: inDialog('closedby="any"') },
  popover: {
    head: LAYER_WATCH,
    body: (widget) =>
      `<div id="host" popover="auto"><p>Un menu</p>${widget}</div>
       <script>document.querySelector('#host').showPopover()</script>`,
  },
  'hand-made modal': {
    // Closes on Escape, at the key event that its author chose, and pulls focus back into itself.
    head: `<script>
      window.told = [];
      addEventListener('DOMContentLoaded', () => {
        const modal = document.querySelector('#host');
        for (const type of ['keydown', 'keyup'])
          document.addEventListener(type, ({ key }) => key === 'Escape' && told.push(type));
        document.addEventListener('focusin', ({ target }) => {
          if (!modal.contains(target)) modal.querySelector('button').focus();
        });
      });
    </script>`,
    body: (widget) => `${widget}<div id="host" role="dialog" aria-modal="true"><button>Fermer</button></div>`,
  },
  'skipped contents': {
    // A hidden widget, opened from elsewhere on the page.
    head: `<style>section { content-visibility: auto; contain-intrinsic-size: 1px 3000px; transform: rotate(3deg); }</style>`,
    body: (widget) =>
      `<button id="opener" data-cliquez-signalez>Signaler</button>
       ${'<section><div style="height: 3000px">Un article</div></section>'.repeat(4)}<section>${widget}</section>`,
  },
} satisfies Record<string, SitePage>;
