// Types of the elements in Vue 3, for templates and JSX: `import type {} from 'cliquez-signalez/types/vue'`, once.
// The compiler has to know them as elements: `isCustomElement: (tag) => tag.startsWith('cliquez-signalez')`.

import type { EmitFn, HTMLAttributes } from 'vue';
import type { JSX as VueJsx } from 'vue/jsx-runtime';
import type { ReportAttributes, ReportElements, ReportEvents, ReportProperties } from './elements.ts';

/** `cs-sent` → `onCsSent`, the prop that `@cs-sent` is. */
type PropOf<Name extends string> = Name extends `cs-${infer Rest}` ? `onCs${Capitalize<Rest>}` : never;

type Listeners = { [Name in keyof ReportEvents as PropOf<Name>]?: (event: ReportEvents[Name]) => void };

type Props = HTMLAttributes & ReportAttributes & ReportProperties & Listeners & VueJsx.IntrinsicAttributes;

/** An element, in the shape that Vue's templates look for. */
type VueElement<Tag extends keyof ReportElements> = new () => ReportElements[Tag] & {
  $props: Props;
  $emit: EmitFn<{ [Name in keyof ReportEvents]: (event: ReportEvents[Name]) => void }>;
};

declare module 'vue' {
  interface GlobalComponents {
    'cliquez-signalez': VueElement<'cliquez-signalez'>;
    'cliquez-signalez-form': VueElement<'cliquez-signalez-form'>;
  }
}

declare module 'vue/jsx-runtime' {
  namespace JSX {
    interface IntrinsicElements {
      'cliquez-signalez': Props;
      'cliquez-signalez-form': Props;
    }
  }
}
