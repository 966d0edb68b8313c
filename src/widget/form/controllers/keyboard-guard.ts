// Guards the keyboard in the hotline's frame: the page around it can take it while the reporter types, and no frame can
// prevent this. So the field goes, the form says so, and typing goes on only by a tap, Enter or Space; or by itself, if
// another window had the keyboard and gives it back.

import type { ReactiveController } from 'lit';
import type { FormState } from '../form-view.ts';
import { STEP } from '../screen.ts';

/** Keys by which a reporter leaves the frame: to the next control, or to the browser's own bars. */
const LEAVING_KEYS = /^(?:Tab|F6|Escape)$/;

/** How long after such a key the frame may lose focus by it. */
const LEAVING_MS = 300;

/** A hand that pressed a key within this time is still typing: its Enter and Space belong to the text. */
const TYPING_MS = 600;

/** Chromium takes focus from the field first, then from the frame. */
const SAME_LOSS_MS = 100;

/** « Continuer à écrire ». */
const BUTTON = '[part=primary]';

const TEXT_FIELDS = 'textarea, input:not([type=radio], [type=checkbox])';

/** The field in use when the keyboard went, and the selection in it. */
interface Place {
  readonly id: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** The keyboard of one framed form. */
export class KeyboardGuard implements ReactiveController {
  /** How often the keyboard has gone. */
  times = 0;
  #form: FormState;
  #place: Place | undefined;
  /** The text field that last had focus. */
  #field: HTMLInputElement | undefined;
  /** When it lost focus; infinite while it has it. */
  #fieldLeftAt = -Infinity;
  #goneAt = -Infinity;
  /** Whether the whole window lost focus, to another window. */
  #isWindow = false;
  #leavingKeyAt = -Infinity;
  #isModified = false;
  #keyAt = -Infinity;
  /** How long the hand had rested before the last key. */
  #restedMs = Infinity;

  constructor(form: FormState) {
    this.#form = form;
    form.host.addController(this);
  }

  hostConnected(): void {
    this.#listen('add');
  }

  hostDisconnected(): void {
    this.#listen('remove');
  }

  #listen(change: 'add' | 'remove'): void {
    const listen = `${change}EventListener` as const;
    for (const type of ['keydown', 'keyup'] as const)
      window[listen](type, this.#onKey as EventListener, true);
    for (const type of ['focusin', 'focusout'] as const)
      this.#form.host.renderRoot[listen](type, this.#onFieldFocus as EventListener);
    window[listen]('blur', this.#onBlur);
    window[listen]('focus', this.#onFocus);
  }

  #onKey = (event: KeyboardEvent): void => {
    // A modifier stays down while the system changes the window.
    this.#isModified = event.ctrlKey || event.metaKey || event.altKey;
    if (event.type === 'keyup') return;
    // Another key since then shows that focus has stayed.
    this.#leavingKeyAt = LEAVING_KEYS.test(event.key) ? event.timeStamp : -Infinity;
    this.#restedMs = event.timeStamp - Math.max(this.#keyAt, this.#goneAt);
    this.#keyAt = event.timeStamp;
  };

  #onFieldFocus = ({ type, target, timeStamp }: FocusEvent): void => {
    if (type === 'focusin') {
      const isText = target instanceof Element && target.matches(TEXT_FIELDS);
      this.#field = isText ? (target as HTMLInputElement) : undefined;
    }
    this.#fieldLeftAt = type === 'focusin' ? Infinity : timeStamp;
  };

  #onBlur = (event: Event): void => {
    const form = this.#form;
    const field = event.timeStamp - this.#fieldLeftAt < SAME_LOSS_MS ? this.#field : undefined;
    const wasMeant = this.#isModified || event.timeStamp - this.#leavingKeyAt < LEAVING_MS;
    if (form.screen.kind === 'interrupted') return this.#takeBack();
    if (event.target !== window || wasMeant || form.screen.kind !== 'step' || !field) return;
    const { id, selectionStart: start, selectionEnd: end } = field;
    this.#place = { id, start, end };
    // If the whole window loses focus, its documents keep theirs. The page may move its own meanwhile, unseen.
    this.#isWindow = form.host.renderRoot.activeElement === field;
    if (!this.#isWindow) this.times += 1;
    const wasTyping = event.timeStamp - this.#keyAt < TYPING_MS;
    this.#goneAt = event.timeStamp;
    form.go({ kind: 'interrupted' });
    // In the page, the reporter may have moved to another field: focus is not taken from there.
    const isTakenBack = !this.#isWindow && (form.dialog.isOpen || wasTyping);
    // Chromium ignores what takes focus while focus is being lost.
    setTimeout(() => form.show(isTakenBack ? { focus: BUTTON } : { alert: 'keys.text' }));
  };

  /** Behind the dialog nothing else can have focus, so it is taken back from the page. */
  #takeBack(): void {
    const { dialog, host } = this.#form;
    if (!dialog.isOpen || this.#isModified || this.#isWindow) return;
    setTimeout(() => host.renderRoot.querySelector<HTMLElement>(BUTTON)?.focus());
  }

  /**
   * Goes on by itself once another window, tab or application gives focus back to the frame: no page can make its window
   * lose it and the frame have it back.
   */
  #onFocus = (): void => {
    this.#isModified = false;
    if (this.#isWindow) this.#resume();
  };

  /** « Continuer à écrire ». A press counts unless it is a Space or Enter in the midst of typing. */
  goOn = ({ detail }: MouseEvent): void => {
    if (detail === 0 && this.#restedMs < TYPING_MS) return;
    this.#resume();
  };

  #resume(): void {
    const form = this.#form;
    const place = this.#place;
    if (form.screen.kind !== 'interrupted' || !place) return;
    this.#place = undefined;
    const selector = `#${place.id}`;
    form.go(STEP, { focus: selector });
    void form.host.updateComplete.then(() =>
      form.host.renderRoot
        .querySelector<HTMLInputElement>(selector)
        ?.setSelectionRange(place.start, place.end),
    );
  }
}
