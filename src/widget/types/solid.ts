// Types of the elements in Solid 1, for JSX: `import type {} from 'cliquez-signalez/types/solid'`, once.
// Properties are written `prop:messages`: a server would write a plain `messages` as text.

import type { JSX as SolidJsx } from 'solid-js';
import type { ReportAttributes, ReportElements, ReportEvents, ReportProperties } from './elements.ts';

/** Listeners, as Solid names them: `on:cs-sent`. */
type Listeners = { [Name in keyof ReportEvents as `on:${Name}`]?: (event: ReportEvents[Name]) => void };

type Properties = { [Name in keyof ReportProperties as `prop:${Name}`]: ReportProperties[Name] };

type Props<Tag extends keyof ReportElements> = Omit<
  SolidJsx.HTMLAttributes<ReportElements[Tag]>,
  keyof ReportAttributes
> &
  ReportAttributes &
  Properties &
  Listeners;

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements {
      'cliquez-signalez': Props<'cliquez-signalez'>;
      'cliquez-signalez-form': Props<'cliquez-signalez-form'>;
    }
  }
}
