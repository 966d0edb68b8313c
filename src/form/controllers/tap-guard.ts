// Unintended taps: the second of a double tap, and a tap that began before the reporter could see its target.

import type { ReactiveController } from 'lit';
import type { Widget } from '../../button/widget.ts';

/** A second tap within this time belongs to the first. Systems ask for 500 ms at most; a trembling hand takes longer. */
const SAME_GESTURE_MS = 600;

/** How far, in CSS pixels, the second tap of one gesture may lie from the first. */
const SAME_PLACE_PX = 32;

/** Elements that a tap gives focus to and nothing more. */
const TEXT_FIELDS = 'textarea, input:not([type=radio], [type=checkbox])';

/** Where and when a pointer did something, in CSS pixels and milliseconds of the page's clock. */
interface Tap {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Cancels unintended clicks of a pointer. There are three kinds:
 * - the press began before the view was shown, or less than 600 ms after;
 * - an earlier tap has led on, and the view waits to be replaced (`leaveView`);
 * - the click follows another one at the same place within 600 ms.
 *
 * Keys, switches and assistive technologies click without a pointer: their clicks pass. « Quitter vite » is cancelled
 * only if its click repeats the tap that opened its view.
 */
export class TapGuard implements ReactiveController {
  #viewOf: () => string | undefined;
  #view: string | undefined;
  #shownAt = -Infinity;
  /** When the last press began. */
  #pressedAt = 0;
  /** The last click of a pointer, accepted or not: a reporter who keeps tapping has not looked yet. */
  #lastTap: Tap | undefined;
  /** The field of the clicked label. The browser passes the click on to it, so one tap fires two clicks. */
  #passedTo: EventTarget | null = null;

  /**
   * @param host the widget whose taps are guarded
   * @param viewOf returns the name of the view on screen, which changes with the view; undefined if none is shown
   */
  constructor(host: Widget, viewOf: () => string | undefined) {
    this.#viewOf = viewOf;
    host.addController(this);
    const root = host.renderRoot as ShadowRoot;
    root.addEventListener('pointerdown', this.#onPointerDown as EventListener, true);
    root.addEventListener('mousedown', this.#onMouseDown as EventListener, true);
    root.addEventListener('click', this.#onClick as EventListener, true);
    root.addEventListener('keydown', this.#onKeyDown as EventListener, true);
  }

  /** Whether the next rendering replaces the view on screen. */
  get isLeaving(): boolean {
    return this.#viewOf() !== this.#view;
  }

  hostUpdated(): void {
    if (!this.isLeaving) return;
    this.#view = this.#viewOf();
    if (this.#view === undefined) return;
    this.#shownAt = performance.now();
    // The time counts from the frame that paints the view: a slow device needs a while.
    requestAnimationFrame(() => (this.#shownAt = performance.now()));
  }

  #onPointerDown = (event: PointerEvent): void => {
    this.#pressedAt = event.timeStamp;
    this.#passedTo = null;
  };

  /** A cancelled tap gives no focus either: it would open a phone's keyboard. */
  #onMouseDown = (event: MouseEvent): void => {
    if (!this.#isMeant(event)) event.preventDefault();
  };

  #onClick = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    // Pointers count their clicks; keys, scripts and assistive technologies do not.
    if (event.detail === 0 || (target && target === this.#passedTo)) return;
    const isMeant = this.#isMeant(event);
    this.#lastTap = { at: event.timeStamp, x: event.clientX, y: event.clientY };
    if (isMeant) this.#passedTo = fieldOfLabel(event);
    else {
      event.preventDefault();
      event.stopImmediatePropagation();
    }
  };

  #isMeant(event: MouseEvent): boolean {
    // The press of a second tap may be reported before the click of the first.
    const at = Math.min(this.#pressedAt || event.timeStamp, event.timeStamp);
    const isNewView = at - this.#shownAt < SAME_GESTURE_MS;
    const isRepeated = this.#isRepeated({ at, x: event.clientX, y: event.clientY });
    // A reporter in danger must not wait for « Quitter vite ».
    if (isWithin(event, '[part~=exit]')) return !(isNewView && isRepeated);
    return !isNewView && !this.isLeaving && (!isRepeated || isWithin(event, TEXT_FIELDS));
  }

  #isRepeated({ at, x, y }: Tap): boolean {
    const last = this.#lastTap;
    return !!last && at - last.at < SAME_GESTURE_MS && Math.hypot(x - last.x, y - last.y) < SAME_PLACE_PX;
  }

  /** Enter, held down, would also press a button of the next view. In a long text, it still adds lines. */
  #onKeyDown = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.key === 'Enter' && event.repeat && !(target instanceof HTMLTextAreaElement))
      event.preventDefault();
  };
}

const isWithin = (event: Event, selector: string): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(selector));

/** The field of a label that was clicked anywhere but on that field. */
function fieldOfLabel(event: Event): EventTarget | null {
  const path = event.composedPath();
  const label = path.find((target) => target instanceof HTMLLabelElement);
  return label?.control && label.control !== path[0] ? label.control : null;
}
