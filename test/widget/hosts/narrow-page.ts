// A page in a frame, as narrow as a test needs it, because WebKitGTK's window cannot be narrower than 447 px; and text
// twice as large in it.

/** A size of the window, in CSS pixels. */
export type WindowSize = readonly [width: number, height: number];

/** Opens the page. It has the widget's script. */
export async function openNarrowPage(): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  Object.assign(frame, { title: 'A window', src: '/test/widget/a11y/narrow.html' });
  frame.style.border = '0';
  document.body.append(frame);
  await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
  return frame;
}

/** Resizes the frame, and waits until its page has updated. */
export async function resize(frame: HTMLIFrameElement, [width, height]: WindowSize): Promise<void> {
  if (frame.clientWidth === width && frame.clientHeight === height) return;
  Object.assign(frame, { width, height });
  const nextPicture = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
  await nextPicture();
  await nextPicture();
}

/** Doubles the size of every text, and of nothing else, as « zoom text only » makes it. @returns a function that undoes it */
export function doubleText(root: ShadowRoot): () => void {
  const sizes = [...root.querySelectorAll<HTMLElement>('*')].map(
    (element) => [element, getComputedStyle(element).fontSize] as const,
  );
  for (const [element, size] of sizes)
    element.style.setProperty('font-size', `calc(2 * ${size})`, 'important');
  return () => {
    for (const [element] of sizes) element.style.removeProperty('font-size');
  };
}
