// Watches for layers over the hotline's frame, with which the page could see where the reporter points. Chromium tells
// a frame what lies over it (IntersectionObserver v2, https://w3c.github.io/IntersectionObserver/v2/); no other engine
// does, and Chromium leaves out a layer whose opacity is 0.

import type { ReactiveController } from 'lit';
import type { FormState } from '../form-view.ts';

/** Shortest time between two looks that Chromium accepts. */
const LOOK_MS = 100;

/** The choices, and the button below them: on the smallest phone, one choice is on screen. */
const CONTROLS = '.panel :is(.option, [part=primary])';

/** How long all of them are covered before it is said: a page that is just appearing covers them for a moment. */
const COVERED_MS = 400;

/** Options that TypeScript's DOM library lacks. */
interface SightOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
type Sight = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Watches the controls of a framed form, if the engine can. */
export function watchLayers(form: FormState): void {
  if ('isVisible' in IntersectionObserverEntry.prototype) form.host.addController(new LayerWatch(form));
}

/** The controls of one framed form, and whether something lies over them. */
class LayerWatch implements ReactiveController {
  #form: FormState;
  #observer: IntersectionObserver;
  /** The last sight of each control. */
  #sights = new Map<Element, Sight>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: FormState) {
    this.#form = form;
    const options: SightOptions = { trackVisibility: true, delay: LOOK_MS };
    this.#observer = new IntersectionObserver(this.#onSight, options);
  }

  hostUpdated(): void {
    const controls = new Set(this.#form.host.renderRoot.querySelectorAll(CONTROLS));
    for (const control of this.#sights.keys()) if (!controls.has(control)) this.#forget(control);
    for (const control of controls) this.#observer.observe(control);
  }

  hostDisconnected(): void {
    this.#observer.disconnect();
    this.#sights.clear();
    clearTimeout(this.#timer);
  }

  #forget(control: Element): void {
    this.#observer.unobserve(control);
    this.#sights.delete(control);
  }

  #onSight = (sights: Sight[]): void => {
    for (const sight of sights) this.#sights.set(sight.target, sight);
    clearTimeout(this.#timer);
    if (this.#isCovered) this.#timer = setTimeout(() => this.#tell(), COVERED_MS);
  };

  /** Whether every control on screen is covered. One alone may lie under the form's own header or the page's. */
  get #isCovered(): boolean {
    const onScreen = [...this.#sights.values()].filter(({ isIntersecting }) => isIntersecting);
    return onScreen.length > 1 && onScreen.every(({ isVisible }) => isVisible === false);
  }

  #tell(): void {
    const form = this.#form;
    // « Quitter vite » covers the form too.
    if (form.isCovered || form.exit.isLeaving || !form.leaving.isShown) return;
    form.isCovered = true;
    form.alert.say(form.text('covered.text'));
    form.host.requestUpdate();
  }
}
