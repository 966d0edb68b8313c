// The part of the window that a form may use: the area above a phone's keyboard. CSS zoom does not change it.

/** Undoes the changes to the page. */
export type Release = () => void;

/** Minimum space for a form, in CSS pixels: enlargement stops before the form has less. */
const ROOM = { width: 320, height: 480 } as const;

/**
 * Below this height, in CSS pixels or in sizes of the text, header and footer leave too little room between them: they
 * scroll with the rest. With text of 200 %, the sentences beside « Envoyer » are as high as half a phone.
 */
const LOW = { px: 420, em: 27 } as const;

/**
 * Keeps a form within the visible part of the window: a keyboard lies over the page without changing its size, and
 * only the visual viewport reports it. Sets, for the form's style sheet, `--_top` and `--_seen` (the start and the
 * height of that part), and the class `low` if the height is small. CSS `zoom` of the page enlarges the form too,
 * as far as there is room, and never shrinks it.
 */
export function followVisibleArea(form: HTMLElement): Release {
  const { style, classList } = form;
  const viewport = window.visualViewport!;
  // Setting an inherited property again would recompute the style of everything in the form.
  const set = (name: string, value: string): void => {
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
  };
  const follow = (): void => {
    const pageZoom = zoomAround(form);
    const zoom = roomyZoom(pageZoom);
    set('zoom', zoom === pageZoom ? '' : String(zoom / pageZoom));
    // After a pinch zoom, only a small part of the page is in sight, as the reporter intends.
    const isMagnified = viewport.scale > 1.01;
    set('--_top', isMagnified ? '' : `${viewport.offsetTop / zoom}px`);
    set('--_seen', isMagnified ? '' : `${viewport.height / zoom}px`);
    const low = Math.max(LOW.px, LOW.em * parseFloat(getComputedStyle(form).fontSize));
    classList.toggle('low', (isMagnified ? innerHeight : viewport.height) / zoom < low);
  };
  follow();
  // Larger text makes a higher header, and no event of the window. Measured in the next frame: a change of the form's
  // size within the observer's callback would reach the page as an error, “ResizeObserver loop”.
  let frame = 0;
  const texts = new ResizeObserver(() => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(follow);
  });
  for (const header of form.querySelectorAll('.header')) texts.observe(header);
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  return () => {
    texts.disconnect();
    cancelAnimationFrame(frame);
    viewport.removeEventListener('resize', follow);
    viewport.removeEventListener('scroll', follow);
  };
}

/** How much the page enlarges an element: the product of `zoom` around it. `currentCSSZoom` is missing in Safari. */
function zoomAround(element: Element): number {
  let zoom = 1;
  for (let around = parentOf(element); around; around = parentOf(around))
    zoom *= Number(getComputedStyle(around).zoom) || 1;
  return zoom;
}

/** The parent of an element, across slots and shadow roots. */
function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

/** The zoom of the page, limited by the room in the window, and at least 1. */
function roomyZoom(wanted: number): number {
  return Math.max(1, Math.min(wanted, innerWidth / ROOM.width, innerHeight / ROOM.height));
}
