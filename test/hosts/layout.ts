// How a widget is laid out at one moment: where its texts and elements are, and what clips, scrolls or bears them.
// Everything is read once, because a browser is slow to say it.

/** A rectangle, seen from the corner of the window. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Something around an element that shows only a part of what it holds, in one direction. */
export interface Frame {
  readonly element: Element;
  readonly axis: 'x' | 'y';
  readonly doesScroll: boolean;
  /** What it shows. */
  readonly inside: Area;
  /** Where what it holds can be brought to be shown; the same where it does not scroll. */
  readonly reach: Area;
}

type Style = Pick<
  CSSStyleDeclaration,
  | 'display'
  | 'position'
  | 'transform'
  | 'overflowX'
  | 'overflowY'
  | 'direction'
  | 'clipPath'
  | 'backgroundColor'
  | 'borderInlineStartWidth'
>;

/** The layout of the page of a widget, as long as nothing changes. */
export class Layout {
  #styles = new Map<Element, Style>();
  #around = new Map<Element, readonly Frame[]>();

  styleOf(element: Element): Style {
    let style = this.#styles.get(element);
    if (!style) {
      const {
        display,
        position,
        transform,
        overflowX,
        overflowY,
        direction,
        clipPath,
        backgroundColor,
        borderInlineStartWidth,
      } = getComputedStyle(element);
      style = {
        display,
        position,
        transform,
        overflowX,
        overflowY,
        direction,
        clipPath,
        backgroundColor,
        borderInlineStartWidth,
      };
      this.#styles.set(element, style);
    }
    return style;
  }

  /** Whether it stands in the window, whatever scrolls. */
  isFixed(element: Element): boolean {
    return this.styleOf(element).position === 'fixed' || element.matches(':modal');
  }

  /** What shows only a part of an element, from the inside to the outside. */
  framesAround(element: Element): readonly Frame[] {
    let frames = this.#around.get(element);
    if (!frames) {
      const parent = this.isFixed(element) ? null : this.#bearerOf(element);
      frames = parent ? this.framesWithin(parent) : [];
      this.#around.set(element, frames);
    }
    return frames;
  }

  /** What shows only a part of an element's content. */
  framesWithin(element: Element): readonly Frame[] {
    return [...this.#framesOf(element), ...this.framesAround(element)];
  }

  /** The outermost element that stands in the window, if the element is in one. */
  fixedAround(element: Element): Element | undefined {
    for (let around: Element | null = element; around; around = this.#bearerOf(around))
      if (this.isFixed(around)) return around;
    return undefined;
  }

  /** The parent, except that what is placed absolutely is not held by what it is not placed in. */
  #bearerOf(element: Element): Element | null {
    let parent = parentOf(element);
    if (this.styleOf(element).position === 'absolute')
      while (
        parent &&
        this.styleOf(parent).position === 'static' &&
        this.styleOf(parent).transform === 'none'
      )
        parent = parentOf(parent);
    return parent;
  }

  #framesOf(element: Element): Frame[] {
    const { display, overflowX, overflowY, direction } = this.styleOf(element);
    if (display === 'contents' || display === 'inline' || isRoot(element)) return [];
    if (overflowX === 'visible' && overflowY === 'visible') return [];
    const { left, top } = element.getBoundingClientRect();
    const {
      clientLeft,
      clientTop,
      clientWidth,
      clientHeight,
      scrollLeft,
      scrollTop,
      scrollWidth,
      scrollHeight,
    } = element;
    const inside = boxAt(left + clientLeft, top + clientTop, clientWidth, clientHeight);
    // What is before the beginning of what scrolls cannot be scrolled to.
    const start = inside.left - scrollLeft - (direction === 'rtl' ? scrollWidth - clientWidth : 0);
    const whole = boxAt(start, inside.top - scrollTop, scrollWidth, scrollHeight);
    return (
      [
        ['x', overflowX],
        ['y', overflowY],
      ] as const
    ).flatMap(([axis, overflow]): Frame[] => {
      if (overflow === 'visible') return [];
      const doesScroll = overflow === 'auto' || overflow === 'scroll';
      return [{ element, axis, doesScroll, inside, reach: doesScroll ? whole : inside }];
    });
  }
}

const boxAt = (left: number, top: number, width: number, height: number): Area => ({
  left,
  top,
  right: left + width,
  bottom: top + height,
});

/** The element around one, on the page as it is put together of shadow trees and slots. */
export function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host;
  return parent?.nodeType === Node.ELEMENT_NODE ? (parent as Element) : null;
}

/** Whether it is the page itself, whose overflow is the window's. */
export const isRoot = (element: Element): boolean =>
  element === element.ownerDocument.documentElement || element === element.ownerDocument.body;

/** Where an element is. */
export const areaOf = (element: Element): Area => plain(element.getBoundingClientRect());

/** Where the lines of a text are. */
export function areasOf(text: Text): Area[] {
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map(plain);
}

/** As an object that can be copied: the numbers of a rectangle of the browser's are not its own. */
const plain = ({ left, top, right, bottom }: DOMRect): Area => ({ left, top, right, bottom });
