// The part of the window that a form may use: what a phone's keyboard leaves in sight, however the page enlarges itself.

/** Undoes what was done to the page. */
export type Release = () => void;

/** A form is not enlarged beyond what leaves it this room, in CSS pixels. */
const ROOM = { width: 320, height: 480 } as const;

/** Below this height, in CSS pixels, header and footer would leave too little between them: they scroll with the rest. */
const LOW = 420;

/**
 * Keeps a form within the part of the window that is in sight: a keyboard lies over the page without changing its size,
 * and only the visual viewport tells. Sets, for its style sheet, `--_top` and `--_seen` (where that part begins and how
 * high it is), and the class `low` where it is not high. On a page with CSS `zoom` a form is enlarged as the page is, as far
 * as there is room, and never made smaller than on other pages.
 */
export function followVisibleArea(form: HTMLElement): Release {
  const { style, classList } = form;
  const viewport = window.visualViewport!;
  // Set again, a property that is inherited has the style of everything in the form computed anew.
  const set = (name: string, value: string): void => {
    if (style.getPropertyValue(name) !== value) style.setProperty(name, value);
  };
  const follow = (): void => {
    const pageZoom = zoomAround(form);
    const zoom = roomyZoom(pageZoom);
    set('zoom', zoom === pageZoom ? '' : String(zoom / pageZoom));
    // Magnified by two fingers, little of the page is in sight, which is what was asked for.
    const isMagnified = viewport.scale > 1.01;
    set('--_top', isMagnified ? '' : `${viewport.offsetTop / zoom}px`);
    set('--_seen', isMagnified ? '' : `${viewport.height / zoom}px`);
    classList.toggle('low', (isMagnified ? innerHeight : viewport.height) / zoom < LOW);
  };
  follow();
  viewport.addEventListener('resize', follow);
  viewport.addEventListener('scroll', follow);
  return () => {
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

/** The element around one, out of slots and shadow trees. */
function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
}

/** As much as the page asks for and the window has room for, and at least 1. */
function roomyZoom(wanted: number): number {
  return Math.max(1, Math.min(wanted, innerWidth / ROOM.width, innerHeight / ROOM.height));
}
