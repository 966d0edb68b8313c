// Types of the elements in Svelte 5: `import type {} from 'cliquez-signalez/types/svelte'`, once.

import type { HTMLAttributes } from 'svelte/elements';
import type { ReportAttributes, ReportElements, ReportEvents, ReportProperties } from './elements.ts';

/** Listeners, as Svelte names them: `oncs-sent`. */
type Listeners = { [Name in keyof ReportEvents as `on${Name}`]?: (event: ReportEvents[Name]) => void };

type Props<Tag extends keyof ReportElements> = HTMLAttributes<ReportElements[Tag]> &
  ReportAttributes &
  ReportProperties &
  Listeners;

declare module 'svelte/elements' {
  interface SvelteHTMLElements {
    'cliquez-signalez': Props<'cliquez-signalez'>;
    'cliquez-signalez-form': Props<'cliquez-signalez-form'>;
  }
}
