// The marks by which session recorders leave an element out, in one place. Each maker has a name of its own, and looks
// for it on the element or on what surrounds it in the same tree: the mark of a host does not reach into its shadow root.
// demo/site/recorders.ts has the source of each mark, and what was tested. A name without a source that we could read is
// not here.

/** Classes that a recorder looks for. */
export const CLASSES =
  'rr-block ph-no-capture fs-exclude nr-block amp-block mp-no-track highlight-block grafana-block rb-block zipy-block ' +
  'lo-sensitive pendo-ignore ym-hide-content';

/** Attributes that a recorder looks for; most count with any value. */
export const ATTRIBUTES: Readonly<Record<string, string>> = {
  'data-sentry-block': '',
  'data-dd-privacy': 'hidden',
  // The name under which Datadog keeps a press, in place of the words on the pressed control.
  'data-dd-action-name': 'form',
  'data-openreplay-hidden': '',
  // OpenReplay reads a frame of the page's own origin unless the frame itself has this one.
  'data-openreplay-obscured': '',
  'data-clarity-mask': 'true',
  'data-private': '',
  'data-hj-suppress': '',
  'data-cs-mask': '',
  'data-heap-redact-text': 'true',
  'data-matomo-mask': '',
};

/**
 * Marks an element, so that recorders leave out its content. To be called in the task that inserts the element: a
 * recorder that has read an element once goes on reading it, even if it bears marks by then.
 */
export function markForRecorders(element: Element | null | undefined): void {
  if (!element || element.hasAttribute('data-private')) return;
  element.classList.add(...CLASSES.split(' '));
  for (const [name, value] of Object.entries(ATTRIBUTES)) element.setAttribute(name, value);
}
