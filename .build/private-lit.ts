// Ships Lit as published, except for its traces on the page: a page may carry another copy, or inspect its globals.

import type { Plugin } from 'vite';

/** Changes to Lit's published modules. A change that matches nothing stops the build, so that a new Lit is reviewed. */
const CHANGES: Readonly<Record<string, readonly (readonly [from: RegExp, to: string])[]>> = {
  'lit-html': [
    // A page whose policy list names `lit-html` once allows only one copy of Lit; under our own name, both copies work.
    // The policy is created with the first template, not on load: a page that adds `?ver=` to our address evaluates
    // this module twice, and only the copy that renders needs a policy.
    [
      /(\w+)=(\w+)\?\2\.createPolicy\("lit-html",(\{createHTML:t=>t\})\):void 0/,
      '$1=$2?{createHTML:t=>($1.own??=$2.createPolicy("cliquez-signalez",$3)).createHTML(t)}:void 0',
    ],
    // Hooks for polyfills that we do not ship, and lists on the page's globals, with which development builds of Lit
    // warn of several copies. The two other modules have such hooks and lists too.
    [
      /=(\w+)\.litHtmlPolyfillSupport;\w+\?\.\(\w+,\w+\),\(\1\.litHtmlVersions\?\?=\[\]\)\.push\("[\d.]+"\)/,
      '=0',
    ],
  ],
  'lit-element': [
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);/, ';'],
    [/const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/, ''],
    [/\((\w+)\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
  ],
  'reactive-element': [
    [/=\w+\.reactiveElementPolyfillSupport/, '=0'],
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    // Metadata of standard decorators, on the page's `Symbol`: we use none.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{[^}]*\}/, ''],
  ],
};

/** Applies the changes in the builds that contain Lit. */
export const privateLit: Plugin = {
  name: 'private-lit',
  enforce: 'pre',
  transform: {
    filter: { id: /\/(lit-html|lit-element|reactive-element)\.js$/ },
    handler(code, id) {
      const name = /([\w-]+)\.js$/.exec(id)?.[1] ?? '';
      let changed = code;
      for (const [from, to] of CHANGES[name] ?? []) {
        if (!from.test(changed)) this.error(`${name} no longer has what we change in it: ${from}`);
        changed = changed.replace(from, to);
      }
      return { code: changed, map: null };
    },
  },
};
