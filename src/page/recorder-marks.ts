// The marks by which session recorders leave an element out, in one place. Each maker has a name of its own, and looks
// for it on the element or on what surrounds it in the same tree: the mark of a host does not reach into its shadow root.
// demo/site/recorders.ts has the source of each mark, and what was tested.

/** Classes that a recorder looks for. */
const CLASSES =
  'rr-block ph-no-capture fs-exclude nr-block amp-block mp-block mp-no-track highlight-block grafana-block rb-block ' +
  'zipy-block mf-excluded lo-sensitive inspectlet-sensitive pendo-ignore pendo-sr-ignore ym-hide-content nls_protected';

/** Attributes that a recorder looks for; most count with any value. */
const ATTRIBUTES: Readonly<Record<string, string>> = {
  'data-sentry-block': '',
  'data-dd-privacy': 'hidden',
  // The name under which Datadog keeps a press, in place of the words of what was pressed.
  'data-dd-action-name': 'form',
  'data-openreplay-hidden': '',
  'data-openreplay-obscured': '',
  'data-clarity-mask': 'true',
  'data-private': '',
  'data-hj-suppress': '',
  'data-cs-mask': '',
  'data-heap-redact-text': 'true',
  'heap-ignore': 'true',
  'data-sl': 'exclude',
  'data-recording-disable': '',
  'data-matomo-mask': '',
  'data-dtrum-mask': '',
  'data-di-mask': '',
};

/**
 * Marks an element, so that recorders leave out what is in it. To be called in the task that inserts the element: a
 * recorder that has read an element once reads its later changes, whatever its marks.
 */
export function markForRecorders(element: Element | null | undefined): void {
  if (!element || element.hasAttribute('data-private')) return;
  element.classList.add(...CLASSES.split(' '));
  for (const [name, value] of Object.entries(ATTRIBUTES)) element.setAttribute(name, value);
}
