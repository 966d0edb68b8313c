// The classic script tag `<script async src="…/embed.js" data-endpoint="…">`: creates the element from its own `data-*`
// attributes, loads the module beside it, and runs the commands of `window.cliquezSignalez`.

import { WEB_ADDRESS } from '../core/report/endpoint.ts';
import english from '../words/locales/en.json?fallback' with { type: 'json' };
import french from '../words/locales/fr.json?fallback' with { type: 'json' };
import { fill } from '../words/messages.ts';

type Widget = HTMLElementTagNameMap['cliquez-signalez'];

/** A command that a page pushes, before or after this script runs. Without `id`, it addresses the first widget. */
export type Command = readonly [
  name: 'open' | 'close' | 'reset',
  options?: Parameters<Widget['open']>[0] & { readonly id?: string },
];

declare global {
  interface Window {
    /** Commands for the widget: an array that the page may fill early. Any other value stays untouched. */
    cliquezSignalez?: unknown;
  }
}

const TAG = 'cliquez-signalez';

/**
 * Marks a script tag that has created its widget: loaders and snapshots copy tags with this mark, and run the copy.
 */
const MADE = 'data-made';

/**
 * Matches the `data-*` attributes that become attributes of the widget. It skips those of optimisers and frameworks
 * (`data-cfasync`, `data-no-optimize`, `data-nscript`, `data-rocket-status`, `data-turbo-track`, `data-wp-strategy`),
 * event handlers and styles.
 */
const FOR_WIDGET = /^data-(?!made$|cf|no|ns|on|rocket|style|turbo|wp)(.+)/;

const warn = (message: string): void => console.warn(`${TAG}: ${message}`);

const isParsed = new Promise<void>((resolve) => {
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', () => resolve());
  else resolve();
});

/** Whether a tag configures a widget: other scripts are also called `embed.js`, and loaders run in their own tags. */
const isConfigured = ({ dataset }: HTMLScriptElement): boolean =>
  'endpoint' in dataset || 'hotlineUrl' in dataset || 'practice' in dataset;

/** The running tag. Where a loader hides it: every tag that names this file and has not created a widget yet. */
function findTags(): HTMLScriptElement[] {
  const script = document.currentScript;
  if (script instanceof HTMLScriptElement && isConfigured(script)) return [script];
  return [...document.querySelectorAll<HTMLScriptElement>(`script[src*="embed.js"]:not([${MADE}])`)].filter(
    isConfigured,
  );
}

/** The page's own link before the tag, which also works where this script does not run; otherwise a new link. */
function linkFor({
  dataset,
  previousElementSibling: before,
}: HTMLScriptElement): HTMLAnchorElement | undefined {
  const { hotline, hotlineUrl } = dataset;
  if (!hotlineUrl || !WEB_ADDRESS.test(hotlineUrl)) return undefined;
  if (before instanceof HTMLAnchorElement && before.getAttribute('href') === hotlineUrl) return before;
  const link = document.createElement('a');
  link.href = hotlineUrl;
  const texts = /^(fr|$)/i.test(document.documentElement.lang) ? french : english;
  link.textContent = fill(texts['launcher.fallback'], { hotline: hotline ?? hotlineUrl });
  return link;
}

/** How long the button waits for its languages, in ms. Then it shows in English, and changes once they are there. */
const LATE_MS = 1_500;

/** The languages of `data-languages` and `data-lang` that have a file of their own. */
const furtherLanguages = ({ dataset: { languages = '', lang = '' } }: HTMLScriptElement): string[] => [
  ...new Set(
    `${languages} ${lang}`.toLowerCase().match(/(?<![\w-])(?:(?:fr|en)-simple|(?!fr|en)[a-z]{2})(?!\w)/g),
  ),
];

/** The widget that a tag configures. The link inside stays visible if the module cannot be loaded. */
function makeWidget(script: HTMLScriptElement): HTMLElement {
  const widget = document.createElement(TAG);
  widget.setAttribute('embed', 'script');
  for (const { name, value } of script.attributes) {
    const attribute = FOR_WIDGET.exec(name)?.[1];
    // A loader may keep the script's own address in `data-src`.
    if (attribute && value !== script.getAttribute('src')) widget.setAttribute(attribute, value);
  }
  widget.append(linkFor(script) ?? '');
  return widget;
}

/** Inserts the widget after its script, or at the end of the body: a floating button, or a script in the head. */
async function place(script: HTMLScriptElement): Promise<void> {
  const isFloating = script.dataset['variant'] === 'floating';
  const isCopy = script.hasAttribute(MADE);
  const widget = makeWidget(script);
  script.setAttribute(MADE, '');
  const isInBody = document.body?.contains(script);
  if (!document.body) await isParsed;
  // A copied tag needs no second widget, and of two identical floating buttons one would hide the other.
  const isThere = [...document.querySelectorAll(TAG)].some((other) => other.isEqualNode(widget));
  if (isThere && (isCopy || isFloating)) return;
  if (isInBody && !isFloating) script.after(widget);
  else document.body.append(widget);
}

/** Runs a pushed command, of any value. Where the form cannot be loaded, « open » moves focus to the link. */
async function obey(command: unknown): Promise<void> {
  const [name, options = {}] = (Array.isArray(command) ? command : []) as Command | [];
  if (!name || !/^(open|close|reset)$/.test(name) || Object(options) !== options) return warnOfCommand();
  await isParsed;
  try {
    await Promise.race([customElements.whenDefined(TAG), loaded]);
  } catch {
    if (name === 'open') document.querySelector<HTMLElement>(`${TAG} a`)?.focus();
    return;
  }
  const { id } = options;
  const widget = id ? document.getElementById(id) : document.querySelector(TAG);
  if (!(widget?.localName === TAG))
    return warn(`there is no widget${id ? ` with the id “${id}”` : ''} to ${name}.`);
  // `close` and `reset` take no options, and ignore them.
  await (widget as Widget)[name as 'open'](options);
}

let hasWarnedOfCommand = false;
function warnOfCommand(): void {
  if (hasWarnedOfCommand) return;
  hasWarnedOfCommand = true;
  warn(
    "cliquezSignalez.push() takes ['open', { url, category, id }], ['close', { id }] or ['reset', { id }].",
  );
}

/** Runs past and future commands, in order. The first copy of this script on a page does so for every copy. */
function listen(): void {
  const queue = (window.cliquezSignalez ??= []);
  if (!Array.isArray(queue))
    return warn('window.cliquezSignalez is not an array, so commands are not heard.');
  if (Object.hasOwn(queue, 'push')) return;
  let last = Promise.resolve();
  queue.push = (...commands: unknown[]) => {
    for (const command of commands) last = last.then(() => obey(command)).catch(warnOfCommand);
    return 0;
  };
  queue.push(...queue.splice(0));
}

const tags = findTags();
if (tags.length === 0)
  warn(
    'no script tag here has data-endpoint, data-hotline-url or data-practice. Tag managers drop them: take their code from snippets.json.',
  );

/** Loads the module from the folder of a tag. Rejects if it cannot be loaded, or the page's policy refuses it. */
const loaded = Promise.any(
  tags.map(async (script) => {
    void place(script);
    const at = (file: string): string => new URL(file, script.src || document.baseURI).href;
    const module = at('cliquez-signalez.js');
    const languages = furtherLanguages(script);
    if (languages.length > 0) {
      // The button shows with its words: its languages run first, while its own file is on its way.
      document.head.append(
        Object.assign(document.createElement('link'), { rel: 'modulepreload', href: module }),
      );
      const added = languages.map((tag) => import(/* @vite-ignore */ at(`locales/${tag}.js`)));
      await Promise.race([Promise.allSettled(added), new Promise((late) => void setTimeout(late, LATE_MS))]);
    }
    return import(/* @vite-ignore */ module);
  }),
);
loaded.catch(() => {});
listen();
