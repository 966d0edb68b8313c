// Reads a pair of colours from the rendered elements of a frame.

import type { SeedName } from '../../src/widget/theme/seeds.ts';
import { isOpaque, pixelOf } from './colour-reader.ts';
import { contrast, type Rgb } from './contrast.ts';
import type { Pair } from './pairs.ts';
import { rulesOf } from './widget-rules.ts';

/** Two rendered colours, and their contrast. */
export interface Reading {
  readonly ink: Rgb;
  readonly paper: Rgb;
  readonly ratio: number;
}

const widgetIn = (page: Document): ShadowRoot | undefined =>
  page.querySelector('cliquez-signalez')?.renderRoot;

const styleOf = (element: Element): CSSStyleDeclaration =>
  element.ownerDocument.defaultView!.getComputedStyle(element);

/** Reads a pair; undefined if the frame does not show it. */
export function readPair(page: Document, pair: Pair): Reading | undefined {
  const root = widgetIn(page);
  const element = root?.querySelector(pair.element);
  if (!root || !element) return undefined;
  const { color, borderTopColor, backgroundColor } = styleOf(element);
  const tried = pair.rule && tryOn(root.querySelector(pair.rule.on), ruleText(root, pair.rule.selector));
  if (pair.rule && !tried) return undefined;
  const paper = pixelOf(
    pair.rule?.gives === 'paper' && tried
      ? tried.backgroundColor
      : paperOf(pair.kind === 'text' ? element : around(element)),
  );
  const inks = {
    text: [color],
    border: [pair.rule?.gives === 'outline' && tried ? tried.outlineColor : borderTopColor],
    shape: [borderTopColor, backgroundColor],
  }[pair.kind];
  const read = inks.map(pixelOf).map((ink) => ({ ink, paper, ratio: contrast(ink, paper) }));
  return read.toSorted((one, other) => other.ratio - one.ratio)[0];
}

/** The colour that a seed requests, before the widget derives anything from it. */
export function readSeedColour(page: Document, seed: SeedName): Rgb | undefined {
  const panel = widgetIn(page)?.querySelector('.panel');
  const tried = tryOn(panel?.querySelector('p'), `background-color: var(--_cs-${seed})`);
  return tried ? pixelOf(tried.backgroundColor) : undefined;
}

/** The nearest opaque background. */
function paperOf(element: Element | null): string {
  for (let at = element; at; at = around(at)) {
    const { backgroundColor } = styleOf(at);
    if (isOpaque(backgroundColor)) return backgroundColor;
  }
  return 'white';
}

function around(element: Element): Element | null {
  const parent = element.assignedSlot ?? element.parentNode;
  if (parent?.nodeType === Node.DOCUMENT_FRAGMENT_NODE) return (parent as ShadowRoot).host;
  return parent?.nodeType === Node.ELEMENT_NODE ? (parent as Element) : null;
}

/** The declarations of a widget's rule. */
function ruleText(root: ShadowRoot, selector: string): string {
  const found = rulesOf(root).find((rule) => 'selectorText' in rule && rule.selectorText === selector);
  return found ? (found as CSSStyleRule).style.cssText : '';
}

/** Applies declarations to a copy beside the element, and reads the computed colours. Nothing is painted. */
function tryOn(
  element: Element | null | undefined,
  declarations: string,
): { readonly backgroundColor: string; readonly outlineColor: string } | undefined {
  if (!element || !declarations) return undefined;
  const copy = element.cloneNode() as HTMLElement;
  copy.style.cssText = declarations;
  element.parentNode!.append(copy);
  const { backgroundColor, outlineColor } = styleOf(copy);
  copy.remove();
  return { backgroundColor, outlineColor };
}
