// Pages that test the widget: their style sheets and scripts affect every element.
import { readFile } from 'node:fs/promises';
import { compile } from 'tailwindcss';

/** A page, without the widget. */
export interface HostPage {
  readonly name: string;
  /** Attributes of `<html>`. */
  readonly root?: string;
  /** The page's head. */
  readonly head: string;
  /** Whether the page legitimately changes how the button looks, with a veil over everything, for example. */
  readonly veils?: boolean;
  /** Content around the widget. */
  readonly body?: string;
}

const read = (address: string): Promise<string> => readFile(new URL(address), 'utf8');

const style = (css: string): string => `<style>${css}</style>`;

/** Content of a page besides the widget: elements that style sheets often target. */
const ARTICLE = `<header><nav><a href="#a">Accueil</a> <a href="#b">Forum</a></nav></header>
<main class="container fr-container mx-auto p-8"><h1>Une page d’ailleurs</h1>
<p>Du texte, <b>gras</b> ou <a href="#c">lié</a>.</p>
<form><label for="q">Chercher</label> <input id="q" class="form-control fr-input" />
<button class="btn btn-primary fr-btn" type="button">Chercher</button></form>
<ul><li>Un</li><li>Deux</li></ul><table><tr><th>Un</th><td>Deux</td></tr></table>`;
const END = '</main><footer>Mentions</footer>';

/** Every inherited property, with a visible value. */
const INHERITED = `
  border-collapse: collapse; border-spacing: 9px; caption-side: bottom; caret-color: red; accent-color: lime;
  color: crimson; cursor: crosshair; fill: red; stroke: lime; stroke-width: 5; stroke-linecap: square;
  stroke-linejoin: miter; stroke-dasharray: 2 3; stroke-opacity: .5; fill-rule: evenodd;
  font: italic small-caps 900 1em/3 cursive; font-stretch: expanded; font-feature-settings: 'smcp', 'zero';
  font-kerning: none; font-size-adjust: .9; font-variant-numeric: slashed-zero; font-synthesis: none;
  letter-spacing: .3em; word-spacing: 1em; text-transform: uppercase; text-align: right; text-align-last: center;
  text-indent: 3em; text-shadow: 2px 2px 1px red; text-emphasis: dot red; text-underline-offset: 9px;
  text-decoration: line-through wavy red; text-rendering: geometricPrecision; text-wrap: nowrap;
  -webkit-text-fill-color: orange; -webkit-text-stroke: 2px blue; -webkit-font-smoothing: none;
  list-style: square inside; quotes: '!' '?'; tab-size: 1; hyphens: auto; line-break: anywhere;
  overflow-wrap: anywhere; word-break: break-all; white-space: pre; orphans: 9; widows: 9;
  direction: rtl; writing-mode: vertical-rl; text-orientation: upright; visibility: visible;
  image-rendering: pixelated; user-select: none; -webkit-user-select: none; forced-color-adjust: none;
`;

/** Excludes the root: the root's size is the user's own setting, and the widget follows it. */
const SIZE = '*:not(:root) { font-size: 30px; }';

/** Properties that are not inherited, set on the element itself or on its ancestors. */
const BOXES = `
  box-sizing: content-box; margin: 5px; padding: 7px; border: 3px dotted red; outline: 2px solid lime;
  background: pink; border-radius: 50%; box-shadow: 0 0 9px red; min-width: 30px; transition: all 9ms;
  animation: shake 9ms both;
`;

/** Names of the widget's own elements, in case a page styles them, and names that only this project uses. */
const NAMED = (important: string): string => `
  dialog, form, button, input, label, fieldset, legend, h2, p, a, details, summary, svg, path, .panel, .themed,
  .launcher, .body, .footer, [part], [part~=dialog], [part~=launcher] { display: none ${important}; }
  ::backdrop, dialog::backdrop, *::backdrop { background: red ${important}; }
  *::before, *::after { content: 'x' ${important}; color: red ${important}; }
  :focus, :focus-within, :focus-visible { outline: 9px solid red ${important}; }
  * { --_cs-paper: red ${important}; --_cs-text: lime ${important}; --_r: 40px ${important}; --_u: 9px ${important};
    --_cs-fill: red ${important}; --_cs-border: red ${important}; }
  @keyframes shake { to { letter-spacing: 9px; color: red; } }
  @keyframes travel { to { scale: 9; } }
`;

const important = (declarations: string): string => declarations.replaceAll(';', ' !important;');

/** Tailwind as its users have it: its own compiler over its own style sheet. */
async function tailwind(): Promise<string> {
  const main = import.meta.resolve('tailwindcss/index.css');
  const { build } = await compile('@import "tailwindcss";', {
    loadStylesheet: async (id, base) => {
      const path = id === 'tailwindcss' ? main : new URL(id, main).href;
      return { path, base, content: await read(path) };
    },
  });
  return build(['mx-auto', 'p-8', 'container']);
}

/** The reference page for all comparisons. */
export const BARE: HostPage = { name: 'bare', head: '' };

/** Every page except the WordPress page, which WordPress generates. */
export async function hostPages(): Promise<HostPage[]> {
  const [bootstrap, bootstrapScript, dsfr, dsfrScript] = await Promise.all([
    read(import.meta.resolve('bootstrap/dist/css/bootstrap.min.css')),
    read(import.meta.resolve('bootstrap/dist/js/bootstrap.bundle.min.js')),
    read(import.meta.resolve('@gouvfr/dsfr/dist/dsfr.min.css')),
    read(import.meta.resolve('@gouvfr/dsfr/dist/dsfr.module.min.js')),
  ]);
  const script = (type: string, code: string): string =>
    `<script type="${type}">${code.replaceAll('</script', '<\\/script')}</script>`;
  return [
    { name: 'bootstrap', head: style(bootstrap) + script('text/javascript', bootstrapScript) },
    { name: 'tailwind', head: style(await tailwind()) },
    {
      // The French State's design system, without its marks and its typeface, which are reserved to the State. This
      // version is under MIT for everybody else; from 1.15 on, its terms of use require consent before it installs.
      name: 'dsfr',
      root: 'data-fr-scheme="light"',
      head: style(dsfr) + script('module', dsfrScript),
    },
    { name: 'unset', head: style('* { all: unset !important; }') },
    { name: 'revert', head: style('*, html, body { all: revert-layer !important; }') },
    { name: 'inherited', head: style(`* { ${INHERITED} } ${SIZE}`) },
    { name: 'inherited-important', head: style(`* { ${important(INHERITED)} } ${important(SIZE)}`) },
    { name: 'boxes', head: style(`* { ${BOXES} } ${NAMED('')}`) },
    { name: 'boxes-important', head: style(`* { ${important(BOXES)} } ${NAMED('!important')}`) },
    {
      // Properties that create containing blocks, or make elements translucent.
      name: 'ancestors',
      veils: true,
      head: style(
        `body { opacity: .5; filter: blur(2px); transform: rotate(3deg) scale(.9);
          perspective: 9px; contain: paint; clip-path: inset(0 50% 50% 0); will-change: transform; isolation: isolate; }`,
      ),
    },
    { name: 'small-rem', head: style('html { font-size: 62.5%; } body { font-size: 1.6rem; }') },
    { name: 'rtl', root: 'dir="rtl"', head: '' },
    {
      name: 'rtl-by-style',
      head: style('* { direction: rtl !important; unicode-bidi: bidi-override !important; }'),
    },
    {
      // A page that cannot scroll, or whose scroller is not the root.
      name: 'scrolling',
      head: style(
        'html, body { height: 100%; overflow: hidden scroll; scroll-behavior: smooth; margin: 0; }',
      ),
      body: `<div style="height: 3000px"></div>`,
    },
  ];
}

/** A page as a partner writes it. */
export const pageWith = ({ root = '', head, body = '' }: HostPage, widget: string): string => `<!doctype html>
<html lang="fr" ${root}>
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width" />
    <title>Une page d’ailleurs</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body>${ARTICLE}${widget}${body}${END}</body>
</html>`;
