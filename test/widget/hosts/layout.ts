// The layout of a widget at one moment: the places of its texts and elements, and their clipping, scrolling and
// containing elements. Everything is read once, because layout queries are slow.

/** A rectangle, seen from the corner of the window. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** An ancestor that shows only a part of its content, in one direction. */
export interface Frame {
  readonly element: Element;
  readonly axis: 'x' | 'y';
  readonly doesScroll: boolean;
  /** The visible area. */
  readonly inside: Area;
  /** The area that scrolling can reveal; equal to `inside` where nothing scrolls. */
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

/** The layout of a widget's page, valid until something changes. */
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

  /** Whether an element is fixed in the window. */
  isFixed(element: Element): boolean {
    return this.styleOf(element).position === 'fixed' || element.matches(':modal');
  }

  /** The clipping ancestors of an element, innermost first. */
  framesAround(element: Element): readonly Frame[] {
    let frames = this.#around.get(element);
    if (!frames) {
      const parent = this.isFixed(element) ? null : this.#bearerOf(element);
      frames = parent ? this.framesWithin(parent) : [];
      this.#around.set(element, frames);
    }
    return frames;
  }

  /** The frames that clip an element's own content. */
  framesWithin(element: Element): readonly Frame[] {
    return [...this.#framesOf(element), ...this.framesAround(element)];
  }

  /** The outermost fixed element around an element, or the element itself. */
  fixedAround(element: Element): Element | undefined {
    for (let around: Element | null = element; around; around = this.#bearerOf(around))
      if (this.isFixed(around)) return around;
    return undefined;
  }

  /** The parent that positions an element. An absolutely placed element skips the parents that do not position it. */
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
    // No scrolling reaches content before the start of a scroller.
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

/** The parent of an element in the flattened tree of shadow roots and slots. */
export function parentOf(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host;
  return parent?.nodeType === Node.ELEMENT_NODE ? (parent as Element) : null;
}

/** Whether an element is the page itself, whose overflow belongs to the window. */
export const isRoot = (element: Element): boolean =>
  element === element.ownerDocument.documentElement || element === element.ownerDocument.body;

/** The place of an element. */
export const areaOf = (element: Element): Area => plain(element.getBoundingClientRect());

/** The places of a text's lines. */
export function areasOf(text: Text): Area[] {
  const range = text.ownerDocument.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0).map(plain);
}

/** Copies a rectangle to a plain object: the browser's own rectangles have no own properties to copy. */
const plain = ({ left, top, right, bottom }: DOMRect): Area => ({ left, top, right, bottom });
