// A view that stands still, so that its picture is always the same.

import type { ReportButton } from '../../src/widget/button/report-button.ts';

/**
 * In the page: hides the caret, ends every animation, scrolls to the required position, and waits until all is painted.
 */
export async function holdStill(isAtEnd: boolean, bodySelector: string, resting: string): Promise<void> {
  const widgets = [...document.querySelectorAll('cliquez-signalez')];
  // A new view shows for a moment that its buttons take no taps yet.
  const rests = ({ renderRoot }: ReportButton): unknown => renderRoot?.querySelector(resting);
  while (widgets.some(rests)) await new Promise((done) => requestAnimationFrame(done));
  if (isAtEnd) widgets[0]?.renderRoot?.querySelector(bodySelector)?.scrollTo(0, 1e5);
  for (const widget of widgets) widget.style.setProperty('caret-color', 'transparent', 'important');
  const roots = [document, ...widgets.flatMap(({ renderRoot }) => renderRoot ?? [])];
  for (const animation of roots.flatMap((root) => root.getAnimations())) {
    if (animation.effect?.getComputedTiming().iterations === Infinity) animation.cancel();
    else animation.finish();
  }
  await document.fonts.ready;
  const painted = async (): Promise<void> => {
    for (let frames = 0; frames < 2; frames++) await new Promise((done) => requestAnimationFrame(done));
  };
  // A scrolled area is painted anew: its arrows as the view was when the bar came, possibly before all of it was there;
  // its icons between two pixels as the area stood during an animation.
  for (const body of roots.flatMap((root) => [...root.querySelectorAll<HTMLElement>(bodySelector)])) {
    body.style.overflow = 'hidden';
    await painted();
    body.style.overflow = '';
  }
  await painted();
}
