// In the hotline's frame: the page around it can lay something over it and see where the reporter points. Chromium tells a
// frame what lies over it (IntersectionObserver v2, https://w3c.github.io/IntersectionObserver/v2/); no other engine does,
// and Chromium leaves out a layer whose opacity is 0.

import type { ReactiveController } from 'lit';
import type { FormState } from '../form-view.ts';

/** Shortest time between two looks that Chromium accepts. */
const LOOK_MS = 100;

/** How long all choices are covered before it is said: a page that is just appearing covers them for a moment. */
const COVERED_MS = 400;

/** What TypeScript's DOM library does not have yet. */
interface SightOptions extends IntersectionObserverInit {
  readonly trackVisibility: boolean;
  readonly delay: number;
}
type Sight = IntersectionObserverEntry & { readonly isVisible?: boolean };

/** Watches the choices of a framed form, where the engine can. */
export function watchLayers(form: FormState): void {
  if ('isVisible' in IntersectionObserverEntry.prototype) form.host.addController(new LayerWatch(form));
}

/** The choices of one framed form, and whether something lies over them. */
class LayerWatch implements ReactiveController {
  #form: FormState;
  #observer: IntersectionObserver;
  /** The last sight of each choice. */
  #sights = new Map<Element, Sight>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: FormState) {
    this.#form = form;
    const options: SightOptions = { trackVisibility: true, delay: LOOK_MS };
    this.#observer = new IntersectionObserver(this.#onSight, options);
  }

  hostUpdated(): void {
    const choices = new Set(this.#form.host.renderRoot.querySelectorAll('.panel .option'));
    for (const choice of this.#sights.keys()) if (!choices.has(choice)) this.#forget(choice);
    for (const choice of choices) this.#observer.observe(choice);
  }

  hostDisconnected(): void {
    for (const choice of this.#sights.keys()) this.#forget(choice);
    clearTimeout(this.#timer);
  }

  #forget(choice: Element): void {
    this.#observer.unobserve(choice);
    this.#sights.delete(choice);
  }

  #onSight = (sights: Sight[]): void => {
    for (const sight of sights) this.#sights.set(sight.target, sight);
    clearTimeout(this.#timer);
    if (this.#isCovered) this.#timer = setTimeout(() => this.#tell(), COVERED_MS);
  };

  /** Whether every choice on screen is covered. One alone may lie under the form's own header or the page's. */
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
