// A page's observations of a form that it cannot read: sizes, counts, scrolling, focus, messages and requests.

import type { ReportButton } from '../../../../src/widget/button/report-button.ts';

/** The observations by channel, in order; an unchanged value is not recorded again. */
export type Observed = Record<string, string[]>;

declare global {
  interface Window {
    /** Everything since the last reset. */
    observed: () => Observed;
    forgetObserved: () => void;
  }
}

/** The script of the page, as source: it has no access to this module. */
export function observe(): void {
  let seen: Observed = {};
  const { stringify } = JSON;
  const { push } = Array.prototype;
  const note = (channel: string, what: unknown, isCounted = false): void => {
    const list = (seen[channel] ??= []);
    const text = String(what);
    if (isCounted || list.at(-1) !== text) push.call(list, text);
  };
  window.observed = () => {
    look();
    return seen;
  };
  window.forgetObserved = () => {
    look();
    seen = {};
  };

  // Messages of frames, in the channels that the page makes for them and outside of these.
  const Channel = MessageChannel;
  window.MessageChannel = class extends Channel {
    constructor() {
      super();
      this.port1.addEventListener('message', ({ data }) => note('messages', stringify(data), true));
    }
  };
  addEventListener('message', ({ data }) => note('messages', stringify(data), true), true);
  for (const type of ['open', 'step', 'sent', 'error', 'close', 'exit'])
    addEventListener(`cs-${type}`, () => note('events', type, true), true);

  // Requests, by address and size: those that the page is told of, and those that its worker sees.
  const requests = new Set<string>();
  navigator.serviceWorker?.addEventListener('message', ({ data }) => {
    const [address, ...body] = String(data).split(' ');
    if (!address?.includes('?settled')) note('worker', `${address} ${body.join(' ').length}`, true);
  });
  const lookAtRequests = (): void => {
    for (const entry of performance.getEntriesByType('resource') as PerformanceResourceTiming[]) {
      const { name, startTime, transferSize, encodedBodySize, decodedBodySize } = entry;
      const key = `${name} ${startTime}`;
      if (requests.has(key) || name.includes('?settled')) continue;
      requests.add(key);
      note('requests', [name, transferSize, encodedBodySize, decodedBodySize].join(' '), true);
    }
  };

  const look = (): void => {
    for (const widget of document.querySelectorAll<ReportButton>('*')) {
      if (!widget.localName.startsWith('cliquez-')) continue;
      const boxes = [
        widget,
        ...(widget.renderRoot?.querySelectorAll('dialog, section, iframe, .body') ?? []),
      ];
      for (const box of boxes) {
        const { width, height } = box.getBoundingClientRect();
        note(`size of ${box.localName}`, `${width}×${height} ${box.scrollHeight}`);
        if (box instanceof HTMLIFrameElement) note('frames within', box.contentWindow?.length);
      }
    }
    const { scrollHeight } = document.documentElement;
    note('scrolling', [scrollX, scrollY, scrollHeight].join(' '));
    note('page', [history.length, location.href, document.title].join(' '));
    // Whether the window has focus is for other windows to decide, such as that of the next test.
    if (document.hasFocus()) note('focus', document.activeElement?.localName);
    lookAtRequests();
  };
  const keepLooking = (): void => {
    look();
    requestAnimationFrame(keepLooking);
  };
  addEventListener('DOMContentLoaded', keepLooking);
}
