// Unintended taps: the second of a double tap, one that began before the reporter could see its target, and one of a hand
// that does not rest on a button whose press cannot be undone.

import type { ReactiveController } from 'lit';
import type { Widget } from '../../shared/widget.ts';

/** A second tap within this time belongs to the first. Systems ask for 500 ms at most; a trembling hand takes longer. */
const SAME_GESTURE_MS = 600;

/** How far, in CSS pixels, the second tap of one gesture may lie from the first. */
const SAME_PLACE_PX = 32;

/** Longest wait for the first frame of a view. */
const LATEST_FRAME_MS = 5_000;

/** Longest wait of a final button for a hand that never rests, from the first frame of its view. */
const RESTLESS_MS = 2_000;

/** A scroll event that follows the reporter's own gesture, or another such event, within this time is the reporter's. */
const OWN_SCROLL_MS = 150;

/** Buttons whose press cannot be undone: « Envoyer », those that erase, and those that forget the number. */
export const FINAL = '.final';

/** Elements that a tap gives focus to and nothing more. */
const TEXT_FIELDS = 'textarea, input:not([type=radio], [type=checkbox])';

/** A rectangle in the window, in CSS pixels. */
export type Box = Pick<DOMRect, 'top' | 'right' | 'bottom' | 'left'>;

/** The place of the control on the path of a click; undefined if it met none. */
const boxOf = (path: readonly EventTarget[]): Box | undefined =>
  path
    .filter((target) => target instanceof Element)
    .find((element) => element.matches('button, a, summary, label, input'))
    ?.getBoundingClientRect();

/** Place and time of a pointer's event, in CSS pixels and milliseconds of the page's clock. */
interface Tap {
  readonly at: number;
  readonly x: number;
  readonly y: number;
}

/**
 * Cancels unintended clicks of a pointer:
 * - the press began before the view was shown, or less than 600 ms after;
 * - the press began less than 600 ms after its target was scrolled, and not by the reporter;
 * - an earlier tap has led on, and the view waits to be replaced (`leaveView`);
 * - the click follows an accepted one at the same place within 600 ms;
 * - on a final button, the hand has not rested for 600 ms before the press, nor has the view been shown for 2 s.
 *
 * Cancelled taps count for nothing, so that a hand which never rests still gets on. Keys, switches and assistive
 * technologies click without a pointer: their clicks pass. « Quitter vite » is cancelled only if its click repeats the tap
 * that opened its view. While taps are cancelled, the panel has the attribute `data-resting`; while presses of final
 * buttons are, `data-restless`.
 */
export class TapGuard implements ReactiveController {
  #host: Widget;
  #viewOf: () => string | undefined;
  #tellLedBy: (place: Box) => void;
  #view: string | undefined;
  #shownAt = -Infinity;
  /** When the last press began. */
  #pressedAt = -Infinity;
  /** How long the hand had rested before it. */
  #restedMs = Infinity;
  /** The last accepted click of a pointer. */
  #lastTap: Tap | undefined;
  /** The control that it pressed, until its view has been compared with it. */
  #ledBy: Box | undefined;
  /** The element that scrolled last, not by the reporter, and its time. */
  #scrolled: { readonly target: EventTarget; readonly at: number } | undefined;
  /** When the reporter last scrolled, or moved a pointer as to scroll. */
  #ownScrollAt = -Infinity;
  #lookTimer: ReturnType<typeof setTimeout> | undefined;
  /** The field of the clicked label. The browser passes the click on to it, so one tap fires two clicks. */
  #passedTo: EventTarget | null = null;

  /**
   * @param host the widget whose taps are guarded
   * @param viewOf returns the name of the view on screen, which changes with the view; undefined if none is shown
   * @param ledBy is told of a new view, by the place of the control that led to it
   */
  constructor(host: Widget, viewOf: () => string | undefined, ledBy: (place: Box) => void) {
    this.#host = host;
    this.#viewOf = viewOf;
    this.#tellLedBy = ledBy;
    host.addController(this);
    const root = host.renderRoot;
    root.addEventListener('pointerdown', this.#onPointerDown as EventListener, true);
    root.addEventListener('mousedown', this.#onMouseDown as EventListener, true);
    root.addEventListener('click', this.#onClick as EventListener, true);
    root.addEventListener('keydown', this.#onKeyDown as EventListener, true);
    for (const type of ['wheel', 'touchmove', 'pointermove'])
      root.addEventListener(type, this.#onOwnGesture, HEARING);
    root.addEventListener('scroll', this.#onScroll, HEARING);
  }

  hostConnected(): void {
    window.addEventListener('scroll', this.#onScroll, HEARING);
  }

  hostDisconnected(): void {
    window.removeEventListener('scroll', this.#onScroll, HEARING);
    clearTimeout(this.#lookTimer);
  }

  /** Whether the next rendering replaces the view on screen. */
  get isLeaving(): boolean {
    return this.#viewOf() !== this.#view;
  }

  hostUpdated(): void {
    if (!this.isLeaving) return;
    this.#view = this.#viewOf();
    if (this.#view === undefined) return;
    // The time counts from the frame that paints the view: before it, no tap can be meant for the view. A page may keep frames
    // from the form, so the wait has an end.
    this.#shownAt = performance.now() + LATEST_FRAME_MS;
    this.#showRest();
    requestAnimationFrame(() => {
      this.#shownAt = performance.now();
      this.#showRest();
      if (this.#ledBy) this.#tellLedBy(this.#ledBy);
      this.#ledBy = undefined;
    });
  }

  #onPointerDown = (event: PointerEvent): void => {
    this.#restedMs = event.timeStamp - this.#pressedAt;
    this.#pressedAt = event.timeStamp;
    this.#passedTo = null;
    this.#showRest();
  };

  /** A cancelled tap gives no focus either: it would open a phone's keyboard. */
  #onMouseDown = (event: MouseEvent): void => {
    if (!this.#isMeant(event)) event.preventDefault();
  };

  #onClick = (event: MouseEvent): void => {
    const [target] = event.composedPath();
    // Pointers count their clicks; keys, scripts and assistive technologies do not.
    if (event.detail === 0 || (target && target === this.#passedTo)) return;
    // From now on, scrolling is the answer to this tap, even if the finger trembled before it.
    this.#ownScrollAt = -Infinity;
    if (!this.#isMeant(event)) {
      event.preventDefault();
      event.stopImmediatePropagation();
      return;
    }
    this.#lastTap = { at: event.timeStamp, x: event.clientX, y: event.clientY };
    this.#ledBy = boxOf(event.composedPath());
    this.#passedTo = fieldOfLabel(event);
  };

  #isMeant(event: MouseEvent): boolean {
    // The press of a second tap may be reported before the click of the first.
    const at = Math.min(this.#pressedAt < 0 ? event.timeStamp : this.#pressedAt, event.timeStamp);
    const isNewView = at - this.#shownAt < SAME_GESTURE_MS || this.#isScrolled(event, at);
    const isRepeated = this.#isRepeated({ at, x: event.clientX, y: event.clientY });
    // A reporter in danger must not wait for « Quitter vite ».
    if (isWithin(event, '[part~=exit]')) return !(isNewView && isRepeated);
    const isRestless = this.#restedMs < SAME_GESTURE_MS && at - this.#shownAt < RESTLESS_MS;
    if (isRestless && isWithin(event, FINAL)) return false;
    return !isNewView && !this.isLeaving && (!isRepeated || isWithin(event, TEXT_FIELDS));
  }

  #isRepeated({ at, x, y }: Tap): boolean {
    const last = this.#lastTap;
    return !!last && at - last.at < SAME_GESTURE_MS && Math.hypot(x - last.x, y - last.y) < SAME_PLACE_PX;
  }

  #isScrolled(event: Event, at: number): boolean {
    const scrolled = this.#scrolled;
    return (
      !!scrolled &&
      at - scrolled.at < SAME_GESTURE_MS &&
      event.composedPath().includes(scrolled.target) &&
      !isWithin(event, TEXT_FIELDS)
    );
  }

  /** A pointer that moves with a button pressed may drag a scroll bar. */
  #onOwnGesture = (event: Event): void => {
    if (!(event instanceof PointerEvent) || event.buttons) this.#ownScrollAt = event.timeStamp;
  };

  #onScroll = ({ target, timeStamp }: Event): void => {
    if (timeStamp - this.#ownScrollAt < OWN_SCROLL_MS) this.#ownScrollAt = timeStamp;
    else if (target) this.#scrolled = { target, at: timeStamp };
  };

  /** Marks the panel for as long as buttons rest. */
  #showRest(): void {
    const now = performance.now();
    const restMs = this.#shownAt + SAME_GESTURE_MS - now;
    const restlessMs = Math.min(
      Math.max(restMs, this.#pressedAt + SAME_GESTURE_MS - now),
      this.#shownAt + RESTLESS_MS - now,
    );
    const panel = this.#host.renderRoot.querySelector('.panel');
    panel?.toggleAttribute('data-resting', restMs > 0);
    panel?.toggleAttribute('data-restless', restlessMs > 0);
    clearTimeout(this.#lookTimer);
    const next = [restMs, restlessMs].filter((ms) => ms > 0);
    if (next.length > 0) this.#lookTimer = setTimeout(() => this.#showRest(), Math.min(...next));
  }

  /** Enter, held down, would also press a button of the next view. In a long text, it still adds lines. */
  #onKeyDown = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    if (event.key === 'Enter' && event.repeat && !(target instanceof HTMLTextAreaElement))
      event.preventDefault();
  };
}

const HEARING = { capture: true, passive: true };

const isWithin = (event: Event, selector: string): boolean =>
  event.composedPath().some((target) => target instanceof Element && target.matches(selector));

/** The field of a label that was clicked anywhere but on that field. */
function fieldOfLabel(event: Event): EventTarget | null {
  const path = event.composedPath();
  const label = path.find((target) => target instanceof HTMLLabelElement);
  return label?.control && label.control !== path[0] ? label.control : null;
}
