// Types of the elements in Preact 10.28 or newer, for JSX: `import type {} from 'cliquez-signalez/types/preact'`, once.
// On a page that the server renders, give `messages` and `helpResources` by a ref: while it hydrates, Preact sets no
// property but functions.

import type { HTMLAttributes } from 'preact';
import type { ReportAttributes, ReportElements, ReportEvents, ReportProperties } from './elements.ts';

/** Listeners, as Preact names them: `oncs-sent`. */
type Listeners = { [Name in keyof ReportEvents as `on${Name}`]?: (event: ReportEvents[Name]) => void };

type Props<Tag extends keyof ReportElements> = Omit<
  HTMLAttributes<ReportElements[Tag]>,
  keyof ReportAttributes
> &
  ReportAttributes &
  ReportProperties &
  Listeners;

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'cliquez-signalez': Props<'cliquez-signalez'>;
      'cliquez-signalez-form': Props<'cliquez-signalez-form'>;
    }
  }
}
