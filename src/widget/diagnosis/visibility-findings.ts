// Checks whether a person can see, reach and touch the button where it is now.

import type { Widget } from '../shared/widget.ts';
import { error, warning, type Finding } from './finding.ts';

/** Smallest size for a finger, with a tolerance for rounding. */
const LEAST_PX = 43.5;

export function visibilityFindings(host: Widget): Finding[] {
  const target = host.renderRoot.querySelector<HTMLElement>(host.isInline ? '.panel' : '.launcher');
  // The widget shows nothing here, and another finding reports the cause.
  if (!target || !(host.canReport || host.hotlineAddress)) return [];
  const hidden = ancestors(host)
    .flatMap((element) => hides(element) ?? [])
    .at(-1);
  if (hidden) return [hidden];
  if (host.isInline) return [];
  const catching = host.variant === 'floating' ? catchers(host) : [];
  if (catching.length > 0) return catching;
  const { left, top, width, height } = target.getBoundingClientRect();
  if (width < LEAST_PX || height < LEAST_PX)
    return [
      warning(
        'button-small',
        `The button is ${Math.round(width)} × ${Math.round(height)} px: too small for a finger.`,
        'Take away what shrinks it (transform, zoom, width, overflow); 44 × 44 px is the least.',
      ),
    ];
  return covered(host, left + width / 2, top + height / 2);
}

function hides(element: Element): Finding | undefined {
  const name = describe(element);
  if (element.ariaHidden === 'true')
    return error(
      'button-hidden',
      `${name} has aria-hidden="true": screen readers pass over the button.`,
      'Take it away, or put the button elsewhere.',
    );
  if ((element as HTMLElement).inert)
    return error('button-hidden', `${name} is inert: the button cannot be pressed.`, 'Take inert away.');
  const { display, visibility, opacity } = getComputedStyle(element);
  const how =
    display === 'none'
      ? 'display: none'
      : visibility !== 'visible'
        ? `visibility: ${visibility}`
        : opacity === '0'
          ? 'opacity: 0'
          : undefined;
  return how
    ? error(
        'button-hidden',
        `${name} has ${how}: the button is not on screen.`,
        'Show it, unless a visitor opens it (a menu, a fold): then check again once it is open.',
      )
    : undefined;
}

/** Properties that make an element the containing block of fixed content, each with the values that do not. */
const CATCHING: Readonly<Record<string, RegExp>> = {
  transform: /^none$/,
  translate: /^none$/,
  rotate: /^none$/,
  scale: /^none$/,
  perspective: /^none$/,
  filter: /^none$/,
  'backdrop-filter': /^none$/,
  contain: /^(?!.*(?:layout|paint|strict|content))/,
  'will-change': /^(?!.*(?:transform|translate|rotate|scale|perspective|filter|contain))/,
  'content-visibility': /^visible$/,
};

/** The outermost element around a floating button that takes it out of its corner of the window. */
function catchers(host: Widget): Finding[] {
  const found = ancestors(host)
    .slice(1)
    .flatMap((element) => {
      const style = getComputedStyle(element);
      const property = Object.keys(CATCHING).find((name) => {
        const value = style.getPropertyValue(name);
        // A filter on the root element does not affect fixed content.
        const isOfRoot = element === document.documentElement && name.endsWith('filter');
        return value !== '' && !isOfRoot && !CATCHING[name]?.test(value);
      });
      return property
        ? warning(
            'floating-caught',
            `${describe(element)} has ${property}: ${style.getPropertyValue(property)}, which takes the floating button out of its corner of the window.`,
            'Put the widget at the end of <body>, or take the property away.',
          )
        : [];
    });
  return found.slice(-1);
}

/** The element and its ancestors, across shadow roots, outermost last: the outermost one causes an inherited value. */
function ancestors(element: Element): Element[] {
  const all: Element[] = [];
  for (let one: Node | null = element; one; one = one.parentNode ?? (one as ShadowRoot).host ?? null) {
    if (one instanceof Element) all.push(one);
  }
  return all;
}

/** Finds an element over a point of the button. The page does not scroll, so a button out of sight is not checked. */
function covered(host: Widget, x: number, y: number): Finding[] {
  // The floating button has hidden itself, because it would cover the focused element.
  if (host.renderRoot.querySelector('[data-away]')) return [];
  const over = (host.getRootNode() as Document | ShadowRoot).elementFromPoint(x, y);
  return !over || over === host || host.contains(over)
    ? []
    : [
        error(
          'button-covered',
          `${describe(over)} lies over the button: a click does not reach it.`,
          'Move one of them, or lift the button with --cs-z, --cs-offset-block or placement.',
        ),
      ];
}

/** Describes an element by tag, id and classes, so that a developer can find it. */
function describe({ localName, id, classList }: Element): string {
  return `<${localName}${id && `#${id}`}${[...classList].map((name) => `.${name}`).join('')}>`;
}
