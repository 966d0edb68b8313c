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
    // Directives, bindings on elements, in comments and within raw text, and fragments of SVG: no template of ours has
    // them (a test reads the templates).
    [/function M\(t,i,s=t,e\)\{if\(i===\w+\)return i;.*?,i\}/, ''],
    // Templates compiled in advance, and options of listeners.
    [/"number"==typeof s\?this\._\$AC\(t\):\(.*?,s\);/, 'this._$AC(t);'],
    [/const\{values:i,_\$litType\$:s\}=t,e=/, 'const{values:i}=t,e='],
    [/\|\|t\.capture!==s\.capture\|\|t\.once!==s\.once\|\|t\.passive!==s\.passive/, ''],
    [/h=t!==A&&\(s===A\|\|e\)/, 'h=t!==A&&s===A'],
    [/V:M,/, ''],
    [/t=M\(this,t,i\),/, ''],
    [/t=M\(this,t,i,0\),/, ''],
    [/r=M\(this,(e\[s\+n\]),i,n\)/, 'r=$1'],
    [/\(t=M\(this,t,i,0\)\?\?A\)===E/, '(t??=A)===E'],
    [/_\$AI\(t\)\{M\(this,t\)\}/, ''],
    [/\(y\.test\(u\[2\]\)&&\(n=RegExp\("<\/"\+u\[2\],"g"\)\),c=p\)/, 'c=p'],
    [/c=n\?\?v,/, 'c=v,'],
    [/\(c=p,n=void 0\)/, 'c=p'],
    [/:6===r\.type&&\(i=new \w+\(h,this,t\)\)/, ':0'],
    [/else t\.startsWith\(o\)&&\(d\.push\(\{type:6,index:l\}\),r\.removeAttribute\(t\)\)/, ''],
    [/if\(y\.test\(r\.tagName\)\)\{.*?\}\}(?=else if\(8)/, '}'],
    [/else\{let t=-1;for\(;-1!==\(t=r\.data\.indexOf.*?t\+=o\.length-1\}/, ''],
    [/2===i\?"<svg>":3===i\?"<math>":""/, '""'],
    [/\+\(2===i\?"<\/svg>":3===i\?"<\/math>":""\)/, ''],
    [/if\((this\.el=[^;]*?),2===i\|\|3===i\)\{.*?\}(?=for)/, '$1;'],
    // Lists that are no arrays, and listeners that are no functions.
    [/\|\|"function"==typeof t\?\.\[Symbol\.iterator\]/, ''],
    [
      /"function"==typeof this\._\$AH\?(this\._\$AH\.call\(this\.options)\?(\.host)\?\?this\.element,t\):this\._\$AH\.handleEvent\(t\)/,
      '$1$2,t)',
    ],
    // A name for polyfills of shadow roots.
    [/s=i\(t\)\.nextSibling;i\(t\)\.remove\(\)/, 's=t.nextSibling;t.remove()'],
    // What parts offer to directives alone.
    [/setConnected\(t\)\{.*?\}\}(?=class)/, '}'],
    [/get parentNode\(\)\{return this\._\$AM\.parentNode\}get _\$AU\(\)\{return this\._\$AM\._\$AU\}/, ''],
    [/get _\$AU\(\)\{return this\._\$AM\?\._\$AU\?\?this\._\$Cv\}/, ''],
    [/,this\._\$Cv=e\?\.isConnected\?\?!0/, ''],
    [/get parentNode\(\)\{let t=.*?get endNode\(\)\{return this\._\$AB\}/, ''],
    [/this\._\$AP\?\.\(!1,!0,s\);/, ';'],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=3\}/, ''],
    [/constructor\(\)\{super\(\.\.\.arguments\),this\.type=4\}/, ''],
    [/constructor\(t,i,s,e,h\)\{super\(t,i,s,e,h\),this\.type=5\}/, ''],
    [/this\.type=1,this\._\$AH=A,this\._\$AN=void 0,/, 'this._$AH=A,'],
    [/this\.type=2,this\._\$AH=A,this\._\$AN=void 0,/, 'this._$AH=A,'],
    [/this\._\$AN=void 0,this\._\$AD=t,this\._\$AM=i/, 'this._$AD=t'],
    [/this\._\$AM=s,this\.options=e/, 'this.options=e'],
    [/this\._\$AM=e,this\.options=h/, 'this.options=h'],
    [/get tagName\(\)\{.*?get _\$AU\(\)\{return this\._\$AM\._\$AU\}/, ''],
  ],
  'lit-element': [
    [/\w+\._\$litElement\$=!0,/, ''],
    // Room for style elements, which are not used here.
    [/createRenderRoot\(\)\{const t=super.*?,t\}/, ''],
    [/connectedCallback\(\)\{super\.connectedCallback\(\),this\._\$Do\?\.setConnected\(!0\)\}/, ''],
    [/disconnectedCallback\(\)\{super\.disconnectedCallback\(\),this\._\$Do\?\.setConnected\(!1\)\}/, ''],
    [/this\.hasUpdated\|\|\(this\.renderOptions\.isConnected=this\.isConnected\),/, ''],
    [/\((\w+)\.litElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, '0'],
    [/const \w+=\w+\.litElementPolyfillSupport;\w+\?\.\(\{LitElement:\w+\}\);/, ''],
    [/,\w+\.litElementHydrateSupport\?\.\(\{LitElement:\w+\}\);/, ';'],
  ],
  'reactive-element': [
    // Names that another compiler would change.
    [/\bd\("(\w+)"\)/g, '"$1"'],
    [/,\w+\?\.\(\{ReactiveElement:\w+\}\),\(\w+\.reactiveElementVersions\?\?=\[\]\)\.push\("[\d.]+"\)/, ''],
    // Metadata of standard decorators, on the page's `Symbol`: we use none.
    [/Symbol\.metadata\?\?=Symbol\("metadata"\),\w+\.litPropertyMetadata\?\?=new WeakMap;/, ''],
    [/const t=this\[Symbol\.metadata\];if\(null!==t\)\{[^}]*\}/, ''],
    // Properties that are written back to attributes, or are not text there: none of ours is.
    [/_\$ET\(t,s\)\{.*?\}\}(?=_\$AK)/, ''],
    [/this\._\$Eq&&=this\._\$Eq\.forEach\(t=>this\._\$ET\(t,this\[t\]\)\),/, ''],
    [/,!0===e&&this\._\$Em!==t&&\(this\._\$Eq\?\?=new Set\)\.add\(t\)/, ''],
    // Properties without an accessor, or over an accessor of the class: ours are plain.
    [/if\(s\.state&&\(s\.attribute=!1\),this\._\$Ei\(\),this\.prototype.*?wrapped=!0\),/, '{this._$Ei();'],
    [/this\.elementProperties\.set\(t,s\),!s\.noAccessor\)\{/, 'this.elementProperties.set(t,s);'],
    [
      /const\{get:e,set:r\}=h\(this\.prototype,t\)\?\?\{get\(\)\{return this\[s\]\},set\(t\)\{this\[s\]=t\}\};/,
      '',
    ],
    [
      /get:e,set\(s\)\{const h=e\?\.call\(this\);r\?\.call\(this,s\),/,
      'get(){return this[s]},set(e){const h=this[s];this[s]=e,',
    ],
    [/const t=this\.constructor\.elementProperties;if\(t\.size>0\)for\(.*?\}(?=\}let t=!1)/, ''],
    [/,\{useDefault:i,reflect:e,wrapped:h\},r\)/, ',i)'],
    [/this\.hasUpdated\|\|i\|\|/, 'this.hasUpdated||'],
    // Steps for subclasses to take in their own way: none of ours does.
    [
      /,h=(this\.getPropertyDescriptor\(t,i,s\));void 0!==h&&e\(this\.prototype,t,h\)/,
      ';e(this.prototype,t,$1)',
    ],
    [/this\._\$AK\(t,i\)/, 'this[this.constructor._$Eh.get(t)]=i'],
    [/_\$AK\(t,s\)\{.*?\}\}(?=requestUpdate)/, ''],
    [/this\._\$Eh&&\[/, '['],
    [/static finalizeStyles\(s\)\{.*?return i\}/, ''],
    [/this\.finalizeStyles\(this\.styles\)/, 'this.styles'],
    [/this\.getUpdateComplete\(\)\}getUpdateComplete\(\)\{return /, ''],
    [/,this\._\$Em=null,/, ','],
    [/attribute:!0,type:String,converter:u,reflect:!1,useDefault:!1,hasChanged:f/, ''],
    [/\[\.\.\.r\(t\),\.\.\.o\(t\)\]/, 'r(t)'],
    [/"string"==typeof i\?i:"string"==typeof t\?t\.toLowerCase\(\):void 0/, 'i??t.toLowerCase()'],
    [/static addInitializer\(t\)\{.*?\}(?=static get observed)/, ''],
    [/,void 0!==t\.l&&\(this\.l=\[\.\.\.t\.l\]\)/, ''],
    [/,this\.constructor\.l\?\.forEach\(t=>t\(this\)\)/, ''],
    [/removeController\(t\)\{.*?\}(?=_\$E_)/, ''],
    [/\|\|i\.useDefault&&i\.reflect&&h===.*?\)\)\)return/, '))return'],
    [/i&&!\(this\._\$Ej\?\?=new Map\)\.has\(t\)&&\(.*?\)\|\|(?=\()/, ''],
    [
      /const r=this\.constructor;if\(!1===e&&\(h=this\[t\]\),i\?\?=r\.getPropertyOptions\(t\),!\(\(i\.hasChanged\?\?f\)\(h,s\)/,
      'if(!(f(this[t],s)',
    ],
    [/requestUpdate\(t,s,i,e=!1,h\)/, 'requestUpdate(t,s,i)'],
    [/static getPropertyOptions\(t\)\{.*?\}/, ''],
    [/const t=this\.scheduleUpdate\(\);return null!=t&&await t,!this/, 'return this.performUpdate(),!this'],
    [/scheduleUpdate\(\)\{.*?\}/, ''],
    [
      /let t=!1;const s=this\._\$AL;try\{t=this\.shouldUpdate\(s\),t\?\(this\.willUpdate\(s\),(.*?)\):this\._\$EM\(\)\}catch\(s\)\{throw t=!1,this\._\$EM\(\),s\}t&&this/,
      'const s=this._$AL;try{$1}catch(s){throw this._$EM(),s}this',
    ],
    [/willUpdate\(t\)\{\}/, ''],
    [/\(this\.hasUpdated=!0,this\.firstUpdated\(t\)\)/, '(this.hasUpdated=!0)'],
    [/shouldUpdate\(t\)\{return!0\}/, ''],
    [/firstUpdated\(t\)\{\}/, ''],
    [/,c=a\.trustedTypes,l=c\?c\.emptyScript:"",p=a\.reactiveElementPolyfillSupport/, ''],
    [/u=\{toAttribute\(t,s\)\{.*?return i\}\},/, 'u={fromAttribute:t=>t},'],
  ],
  'css-tag': [
    // Sheets shared by the template that they were written as: ours are finished text.
    [
      /const s=this\.t;if\(e&&void 0===t\)\{.*?\}(?=return t)/,
      'if(!t)(this.o=t=new CSSStyleSheet).replaceSync(this.cssText);',
    ],
    // Checks of what a developer passes to `css`, which the compiler has made already.
    [/if\(this\._\$cssResult\$=!0,\w+!==\w+\)throw Error\("CSSResult is not[^"]*"\);/, ''],
    [/toString\(\)\{return this\.cssText\}/, ''],
    [/"string"==typeof t\?t:t\+"",void 0,s\)/, 't)'],
    [/t instanceof CSSStyleSheet\?t:t\.styleSheet\);else/, 't.styleSheet);else'],
    [/throw Error\("Value passed to 'css'.*?"\)/, 'throw Error()'],
    // Style elements, for browsers without constructable style sheets: below our floor, and refused by `style-src 'none'`.
    [/const t=globalThis,e=[^;]*?,s=Symbol\(\)/, 'const e=!0,s=Symbol()'],
    [/;else for\(const e of o\)\{.*?\}\},c=e\?t=>t:.*?:t;export/, '},c=t=>t;export'],
  ],
};

/** Changes Lit in the builds that carry it inside. */
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
