// Types of the elements in React 19 or newer, for JSX: `import type {} from 'cliquez-signalez/types/react'`, once.
// On a page that the server renders, give properties and listeners by a ref: while it hydrates, React sets neither
// (react/react#35446).

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { ReportAttributes, ReportElements, ReportEvents, ReportProperties } from './elements.ts';

/** Listeners, as React names them: `oncs-sent`. */
type Listeners = { [Name in keyof ReportEvents as `on${Name}`]?: (event: ReportEvents[Name]) => void };

type Props<Tag extends keyof ReportElements> = DetailedHTMLProps<
  HTMLAttributes<ReportElements[Tag]>,
  ReportElements[Tag]
> &
  ReportAttributes &
  ReportProperties &
  Listeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'cliquez-signalez': Props<'cliquez-signalez'>;
      'cliquez-signalez-form': Props<'cliquez-signalez-form'>;
    }
  }
}
