// Reads the screen pixel by pixel: the colour of a text and its background, and the line or ring around a control.

import { executeServerCommand } from '@web/test-runner-commands';
import { contrast } from '../../../src/widget/theme/measure.ts';

type Box = Pick<DOMRect, 'left' | 'top' | 'right' | 'bottom'>;

/** How far a ring reaches: its distance and its width, with some background around it. */
const RING = 12;

/** A picture of the page as it is now. */
class Picture {
  readonly #pixels: ImageData;
  readonly #scale: number;

  private constructor(pixels: ImageData) {
    this.#pixels = pixels;
    this.#scale = pixels.width / innerWidth;
  }

  /** Takes a picture, which also stays in `.screenshots` under a name. */
  static async take(name: string): Promise<Picture> {
    const png = await executeServerCommand<string, { name: string }>('screenshot', { name });
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    return new Picture(context.getImageData(0, 0, bitmap.width, bitmap.height));
  }

  /** The largest difference from another picture in any channel: 0 to 255. */
  differenceFrom(other: Picture): number {
    const { data } = other.#pixels;
    let most = 0;
    this.#pixels.data.forEach((level, at) => (most = Math.max(most, Math.abs(level - data[at]!))));
    return most;
  }

  /** The colours within a box, with the frequency of each. */
  colours({ left, top, right, bottom }: Box): Map<string, number> {
    const { data, width, height } = this.#pixels;
    const [fromX, fromY, toX, toY] = [left, top, right, bottom].map((value) =>
      Math.round(value * this.#scale),
    ) as [number, number, number, number];
    const found = new Map<string, number>();
    for (let y = Math.max(0, fromY); y < Math.min(height, toY); y++) {
      for (let x = Math.max(0, fromX); x < Math.min(width, toX); x++) {
        const at = (y * width + x) * 4;
        const hex = `#${((data[at]! << 16) | (data[at + 1]! << 8) | data[at + 2]!).toString(16).padStart(6, '0')}`;
        found.set(hex, (found.get(hex) ?? 0) + 1);
      }
    }
    if (found.size === 0)
      throw new Error(`Nothing of ${JSON.stringify({ left, top, right, bottom })} is on screen.`);
    return found;
  }

  /** The contrast of a text: the most frequent colour is its background, the colour furthest from that is its ink. */
  textContrast(element: Element): number {
    return this.#contrastIn(textBox(element));
  }

  /** The contrast of the left edge of a control, or of its focus ring, with the adjacent colour. */
  edgeContrast(element: Element, of: 'line' | 'ring'): number {
    const { left, top, bottom } = element.getBoundingClientRect();
    // On a tall control, the sample is near its top, past its round corner.
    const middle = Math.min((top + bottom) / 2, top + 40);
    const outside = of === 'ring' ? RING : 2;
    // A gap between two dashes shows no line: the sample is longer than a gap.
    const half = getComputedStyle(element).borderLeftStyle === 'dashed' ? 14 : 1;
    return this.#contrastIn({
      left: left - outside,
      right: left + 10,
      top: middle - half,
      bottom: middle + half,
    });
  }

  #contrastIn(box: Box): number {
    const found = [...this.colours(box)].toSorted(([, one], [, other]) => other - one);
    const [paper] = found[0]!;
    return Math.max(...found.map(([ink]) => contrast(ink, paper)));
  }
}

/** The first line of an element's text. */
function textBox(element: Element): Box {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    // Some words exist for screen readers only.
    if (!node.textContent?.trim() || node.parentElement?.closest('.unseen')) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const line = [...range.getClientRects()].find(({ width, height }) => width > 4 && height > 4);
    if (line) return line;
  }
  throw new Error(`${element.localName} has no text on screen.`);
}

const frame = (): Promise<unknown> => new Promise(requestAnimationFrame);

/** WebKitGTK renders a shadow slightly differently each time, also in a page at rest: by one level of 255. */
const SHADOW_LEVELS = 1;

/** A picture that contains an element at rest: focus may still move, and scroll the page. */
export async function pictureOf(element: Element, name: string): Promise<Picture> {
  const top = (): number => element.getBoundingClientRect().top;
  const earlier: Picture[] = [];
  const seen: string[] = [];
  for (let tries = 0; tries < 20; tries++) {
    element.scrollIntoView({ block: 'center' });
    // WebKit scrolls a newly focused element into view one frame later, and so scrolls back. On a busy machine it also
    // paints a scrolled page later than it says, and sometimes two pictures in turn: a picture counts once it has come
    // before.
    const before = top();
    await frame();
    await frame();
    const picture = await Picture.take(name);
    const difference = Math.min(255, ...earlier.map((one) => picture.differenceFrom(one)));
    if (top() === before && difference <= SHADOW_LEVELS) return picture;
    if (top() !== before) earlier.length = 0;
    seen.push(`${before} → ${top()}, other by ${difference} levels`);
    earlier.push(picture);
  }
  throw new Error(`${name} does not stand still: ${seen.join('; ')}`);
}
