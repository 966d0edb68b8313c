// Keeps our copy of Lit to itself: a page may carry another one, or look at its own globals.

import type { Plugin } from 'vite';

/** What is taken out of Lit's published modules, and why. Each must be found, so that a new Lit is looked at again. */
const CHANGES: Readonly<Record<string, readonly (readonly [from: RegExp, to: string])[]>> = {
  'lit-html': [
    // A page whose policy list names `lit-html` once lets only one copy of Lit live; under our own name, both do.
    [/(createPolicy\(\s*["'])lit-html(["'])/, '$1cliquez-signalez$2'],
    // Lists on the page's globals, with which development builds of Lit warn that there are several copies; and hooks
    // for polyfills that we do not ship.
    [
      /(\w+)=\w+\.litHtmlPolyfillSupport;\1\?\.\(\w+,\w+\),\(\w+\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      '$1=0',
    ],
  ],
  'lit-element': [
    [/\((\w+)\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
    [/const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/, ''],
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);/, ';'],
  ],
  'reactive-element': [
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    // Metadata of standard decorators, on the page's `Symbol`: we use none.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{[^}]*\}/, ''],
    // Properties that are written back to attributes, or are not text there: none of ours is.
    [/_\$ET\(t,s\)\{.*?\}\}(?=_\$AK)/, ''],
    [/this\._\$Eq&&=this\._\$Eq\.forEach\(t=>this\._\$ET\(t,this\[t\]\)\),/, ''],
    [/,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
    [/u=\{toAttribute\(t,s\)\{.*?return i\}\},/, 'u={fromAttribute:t=>t},'],
  ],
  'css-tag': [
    // Checks of what a developer passes to `css`, which the compiler has made already.
    [
      /if\(this\._\$cssResult\$=!0,\w+!==\w+\)throw Error\("CSSResult is not[^"]*"\);/,
      'this._$cssResult$=!0;',
    ],
    [/throw Error\("Value passed to 'css'.*?"\)/, 'throw Error()'],
    // Style elements, for browsers without constructable style sheets: below our floor, and refused by `style-src 'none'`.
    [/const t=globalThis,e=[^;]*?,s=Symbol\(\)/, 'const e=!0,s=Symbol()'],
    [/;else for\(const e of o\)\{.*?\}\},c=e\?t=>t:.*?:t;export/, '},c=t=>t;export'],
  ],
};

/** The above, for the builds that carry Lit inside. */
export const privateLit: Plugin = {
  name: 'private-lit',
  enforce: 'pre',
  transform: {
    filter: { id: /\/(lit-html|lit-element|reactive-element|css-tag)\.js$/ },
    handler(code, id) {
      const name = /([\w-]+)\.js$/.exec(id)?.[1] ?? '';
      let changed = code;
      for (const [from, to] of CHANGES[name] ?? []) {
        if (!from.test(changed)) this.error(`${name} no longer has what we take out of it: ${from}`);
        changed = changed.replace(from, to);
      }
      return { code: changed, map: null };
    },
  },
};
