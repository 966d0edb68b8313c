// Finds unreadable or unusable parts of a widget: text and controls that are cut off, out of reach, overlapping or
// outside their container, and any cause of sideways scrolling.

import { areaOf, areasOf, isRoot, Layout, parentOf, type Area } from './layout.ts';

/** A text or control: its place within its scroller, and its visible place, if any. */
interface Seen {
  /** The text itself, or the control. */
  readonly node: Node;
  readonly area: Area;
  readonly shown: Area | undefined;
  /** The element that scrolls it. */
  readonly scroller: Element | undefined;
  /** The dialog that contains it. Content behind a dialog needs no check. */
  readonly layer: Element | null;
}

const CONTROLS =
  'button, a[href], input:not([type="radio"], [type="checkbox"]), select, textarea, summary, .option';

/** Tolerance: letters end before their box, and borders are rounded. */
const SLACK = 2;

/** Smallest size of a scroll window: it must fit a control of minimum size. */
const LEAST_WINDOW = 44;

/** Lists the losses in a widget as it stands, one line each; nothing if there are none. */
export function findLosses(root: ShadowRoot): string[] {
  const layout = new Layout();
  const losses: string[] = [];
  const seen: Seen[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!isMeantToBeSeen(element, layout)) continue;
    const { display } = layout.styleOf(element);
    losses.push(...scrolling(element, layout));
    if (cutsItself(element)) losses.push(`cuts itself off: ${nameOf(element)}`);
    if (element.matches(CONTROLS) && display !== 'inline') {
      const control = see(element, areaOf(element), element, layout);
      seen.push(control);
      losses.push(...cuts(control, element, layout));
    }
    for (const text of textsOf(element)) {
      const areas = areasOf(text);
      if (areas.length === 0) losses.push(`vanished: ${nameOf(text)}`);
      for (const area of areas) {
        const line = see(text, area, element, layout);
        seen.push(line);
        losses.push(...cuts(line, element, layout), ...spills(line, element, layout));
      }
    }
  }
  losses.push(...scrolling(root.ownerDocument.documentElement, layout), ...overlaps(seen));
  return [...new Set(losses)];
}

/** Typed text or a name: its letters may break anywhere. */
const MAY_BREAK = 'bdi, pre, [translate="no"]';

/** Lists the words that stand on two lines without a hyphen, because their place is too narrow. */
export function findBrokenWords(root: ShadowRoot): string[] {
  const layout = new Layout();
  const broken: string[] = [];
  for (const element of root.querySelectorAll<HTMLElement>('*')) {
    if (!isMeantToBeSeen(element, layout) || element.closest(MAY_BREAK)) continue;
    for (const text of textsOf(element)) {
      const range = text.ownerDocument.createRange();
      // The parts of a host's name are no words of their own.
      for (const { 0: word, index } of text.data.matchAll(/(?<![\p{L}.])[\p{L}\p{M}]+(?!\p{L}|\.\p{L})/gu)) {
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (lines.size > 1) broken.push(`${word} in ${nameOf(text)} in ${nameOf(element)}`);
      }
    }
  }
  return broken;
}

const framesOf = (node: Node, element: Element, layout: Layout) =>
  node === element ? layout.framesAround(element) : layout.framesWithin(element);

function see(node: Node, area: Area, element: Element, layout: Layout): Seen {
  const frames = framesOf(node, element, layout);
  let shown = area;
  for (const { inside, axis } of frames) shown = clampTo(shown, inside, axis);
  return {
    node,
    area,
    shown: shown.right > shown.left && shown.bottom > shown.top ? shown : undefined,
    scroller: frames.find(({ doesScroll }) => doesScroll)?.element,
    layer: element.closest(':modal'),
  };
}

/** Text or controls that an ancestor cuts off, or that lie where no scrolling reaches. */
function* cuts({ node, area }: Seen, element: Element, layout: Layout): Generator<string> {
  let rest = area;
  for (const frame of framesOf(node, element, layout)) {
    const { axis, inside, reach, doesScroll } = frame;
    if (!isWithin(rest, reach, axis))
      yield `${doesScroll ? 'out of reach in' : 'cut off by'} ${nameOf(frame.element)}: ${nameOf(node)}`;
    if (doesScroll) rest = clampTo(rest, inside, axis);
  }
  const { innerWidth, innerHeight, scrollX, scrollY } = element.ownerDocument.defaultView!;
  if (layout.fixedAround(element)) {
    const window = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    if (!isWithin(rest, window, 'x') || !isWithin(rest, window, 'y'))
      yield `outside the window: ${nameOf(node)}`;
  } else if (rest.left + scrollX < -SLACK || rest.top + scrollY < -SLACK) {
    yield `outside the page: ${nameOf(node)}`;
  }
}

/** Text outside its control, or outside its background. */
function* spills({ node, area }: Seen, element: Element, layout: Layout): Generator<string> {
  for (let around: Element | null = element; around; around = parentOf(around)) {
    const { display, position, overflowX, overflowY, backgroundColor, borderInlineStartWidth } =
      layout.styleOf(around);
    if (/auto|scroll/.test(overflowX + overflowY)) return;
    const isSurface =
      backgroundColor !== 'rgba(0, 0, 0, 0)' || borderInlineStartWidth !== '0px' || around.matches(CONTROLS);
    if (isSurface && display !== 'inline' && display !== 'contents') {
      const outer = areaOf(around);
      if (!isWithin(area, outer, 'x') || !isWithin(area, outer, 'y'))
        yield `spilt out of ${nameOf(around)}: ${nameOf(node)}`;
    }
    if (position === 'absolute' || position === 'fixed') return;
  }
}

/** Elements that cause sideways scrolling, and scrollers that show almost nothing. */
function* scrolling(element: Element, layout: Layout): Generator<string> {
  const { display, overflowX, overflowY } = layout.styleOf(element);
  const isPage = isRoot(element);
  const [doesX, doesY] = [/auto|scroll/.test(overflowX), /auto|scroll/.test(overflowY)];
  if (display === 'contents' || element.matches('input, select') || !(isPage || doesX || doesY)) return;
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  if ((isPage || doesX) && scrollWidth > clientWidth + 1)
    yield `scrolls sideways, ${scrollWidth} in ${clientWidth}: ${nameOf(element)}`;
  if (!isPage && doesY && scrollHeight > clientHeight + 1 && clientHeight < LEAST_WINDOW)
    yield `scrolls in ${clientHeight} px: ${nameOf(element)}`;
}

/** Whether a single-line field is too low for its letters, or a list too narrow for its selected answer. */
function cutsItself(field: Element): boolean {
  if (!field.matches('input:not([type="radio"], [type="checkbox"]), select')) return false;
  const style = getComputedStyle(field);
  const pixels = (value: string): number => Number.parseFloat(value) || 0;
  const room = field.clientHeight - pixels(style.paddingTop) - pixels(style.paddingBottom);
  if (room < pixels(style.fontSize)) return true;
  const answer = (field as HTMLSelectElement).selectedOptions?.[0]?.text;
  // The description of the field, or the line under it, may show the full text.
  const description = field.getAttribute('aria-describedby')?.split(' ') ?? [];
  const root = field.getRootNode() as ShadowRoot;
  const under = [...description.map((id) => root.getElementById(id)), field.nextElementSibling];
  const isSaid = under.some((one) => one?.checkVisibility() && one.textContent.includes(answer ?? ''));
  if (answer === undefined || isSaid) return false;
  const canvas = document.createElement('canvas').getContext('2d')!;
  canvas.font = `${style.fontStyle} ${style.fontWeight} ${style.fontSize} ${style.fontFamily}`;
  const spacing =
    answer.length * pixels(style.letterSpacing) + answer.split(' ').length * pixels(style.wordSpacing);
  const width = canvas.measureText(answer).width + spacing;
  return width > field.clientWidth - pixels(style.paddingLeft) - pixels(style.paddingRight);
}

/** Controls over controls, and text over text. */
function* overlaps(all: readonly Seen[]): Generator<string> {
  const seen = all.toSorted((one, other) => one.area.top - other.area.top);
  for (const [index, one] of seen.entries()) {
    for (let next = index + 1; next < seen.length && seen[next]!.area.top < one.area.bottom; next++) {
      const other = seen[next]!;
      if (one.layer !== other.layer || one.node.nodeType !== other.node.nodeType) continue;
      if (one.node.contains(other.node) || other.node.contains(one.node)) continue;
      // Within one scroller, overlap is checked at any scroll position. Otherwise only the visible parts count.
      const isTogether = one.scroller === other.scroller;
      const [first, second] = isTogether ? [one.area, other.area] : [one.shown, other.shown];
      if (first && second && doOverlap(first, second)) yield `${nameOf(one.node)} over ${nameOf(other.node)}`;
    }
  }
}

const doOverlap = (one: Area, other: Area): boolean =>
  Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK &&
  // Closely set lines may overlap in the space that their letters leave free.
  Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) >
    Math.max(SLACK, 0.2 * Math.min(one.bottom - one.top, other.bottom - other.top));

const isWithin = (area: Area, outer: Area, axis: 'x' | 'y'): boolean =>
  axis === 'x'
    ? area.left >= outer.left - SLACK && area.right <= outer.right + SLACK
    : area.top >= outer.top - SLACK && area.bottom <= outer.bottom + SLACK;

/** Clamps an area to another along one axis. An area fully outside becomes an edge without size. */
function clampTo(area: Area, outer: Area, axis: 'x' | 'y'): Area {
  const [start, end] = axis === 'x' ? (['left', 'right'] as const) : (['top', 'bottom'] as const);
  const clamp = (value: number): number => Math.min(Math.max(value, outer[start]), outer[end]);
  return { ...area, [start]: clamp(area[start]), [end]: clamp(area[end]) };
}

/** Whether an element is meant to be visible: it is rendered, and not for screen readers only. */
function isMeantToBeSeen(element: HTMLElement, layout: Layout): boolean {
  if (element.closest('svg, option, style, template')) return false;
  // An element without a box of its own is visible where its parent is.
  let box: Element | null = element;
  while (box && layout.styleOf(box).display === 'contents') box = parentOf(box);
  if (!box?.checkVisibility({ visibilityProperty: true })) return false;
  for (let around: Element | null = element; around; around = parentOf(around))
    if (layout.styleOf(around).clipPath === 'inset(50%)') return false;
  return true;
}

const textsOf = (element: Element): Text[] =>
  element.matches('textarea, select')
    ? []
    : [...element.childNodes].filter(
        (node): node is Text => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? ''),
      );

/** A name that identifies a node in the results. */
function nameOf(node: Node): string {
  const quote = (text: string | null): string =>
    `« ${(text ?? '').trim().replace(/\s+/g, ' ').slice(0, 40)} »`;
  if (node.nodeType === Node.TEXT_NODE) return quote(node.nodeValue);
  const { localName, classList, textContent } = node as Element;
  return `${[localName, ...classList].join('.')}${/^(button|a|summary)$/.test(localName) ? ` ${quote(textContent)}` : ''}`;
}
