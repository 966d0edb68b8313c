// Mounts a widget for a test, drives it and reads what a reporter sees, so that tests name choices and steps.

import { executeServerCommand, sendKeys } from '@web/test-runner-commands';
import '../../../src/widget/define.ts';
import { BODY, choice, Driver, ERRORS, LAUNCHER, PANEL, TERMS } from '../../../demo/gallery/driver.ts';
import type { Choice } from '../../../src/widget/form/fields/control.ts';
import type { Report } from '../../../src/core/report/report.ts';
import type { Fault } from '../../setup/receiver-plugin.ts';
import { until } from '../../setup/until.ts';

/** Attributes of a widget under test; `endpoint` defaults to the real receiver. */
export type Attributes = Readonly<Record<string, string>>;

/** Address of the real receiver, behind the proxy that can break it. */
export async function endpoint(): Promise<string> {
  return (await executeServerCommand<{ endpoint: string }, null>('receiver', null)).endpoint;
}

/** Breaks the receiver's next answers; `{ mode: 'none' }` restores them. */
export const breakReceiver = (fault: Fault): Promise<unknown> => executeServerCommand('fault', { ...fault });

/** The reports that the receiver has on disk. */
export const storedReports = async (): Promise<Report[]> =>
  (await executeServerCommand<string[], null>('receiver-reports', null)).map(
    (body) => JSON.parse(body) as Report,
  );

/** Lets the timers and events run that are due: the form leaves a step in the task after the click. */
export const nextTask = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve));

/** A widget in the page, led as a reporter does it: by its own button, and by what the buttons say. */
export class FormHarness extends Driver {
  override readonly usual = {
    category: 'hate_violence_discrimination',
    address: 'https://exemple.fr/page',
  };

  /** Removes the widget of an earlier test. */
  static unmount(page: Document = document): void {
    page.querySelector('#widget-under-test')?.remove();
  }

  /** Puts a widget into the page, or into another page of the same origin. It replaces the previous widget. */
  static async mount(
    attributes: Attributes = {},
    tag: 'cliquez-signalez' | 'cliquez-signalez-form' = 'cliquez-signalez',
    page: Document = document,
  ): Promise<FormHarness> {
    FormHarness.unmount(page);
    // Requests that an earlier test left unanswered.
    await executeServerCommand('release', null);
    const box = page.createElement('div');
    box.id = 'widget-under-test';
    box.lang = 'fr';
    page.body.append(box);
    const element = page.createElement(tag);
    const all = {
      endpoint: await endpoint(),
      hotline: 'Point de Contact',
      'hotline-url': 'https://hotline.example/',
      country: 'FR',
      ...attributes,
    };
    for (const [name, value] of Object.entries(all)) element.setAttribute(name, value);
    const fallback = page.createElement('a');
    fallback.href = 'https://hotline.example/';
    fallback.textContent = 'Signaler à Point de Contact';
    element.append(fallback);
    box.append(element);
    await element.updateComplete;
    return new FormHarness(element);
  }

  get launcher(): HTMLElement {
    return this.find(LAUNCHER)!;
  }

  get dialog(): HTMLDialogElement {
    return this.root.querySelector('dialog')!;
  }

  /** The element within the widget that has focus. */
  get focused(): Choice | null {
    return this.root.activeElement as Choice | null;
  }

  /** Text of the view on screen. */
  get text(): string {
    return this.find(BODY)?.innerText ?? '';
  }

  /** Good faith and destination, beside the button that sends. */
  get terms(): string {
    return this.find(TERMS)?.innerText ?? '';
  }

  /** The lines of the error summary. */
  get errors(): string[] {
    return [...this.root.querySelectorAll(`${ERRORS} li`)].map((line) => line.textContent?.trim() ?? '');
  }

  button(label: string): HTMLElement | undefined {
    return [...this.root.querySelectorAll<HTMLElement>(`${PANEL} button`)].find((one) =>
      one.innerText.trim().startsWith(label),
    );
  }

  /** Presses a button by its text. */
  async press(label: string): Promise<void> {
    await until(() => this.button(label), `there is no button « ${label} »`);
    this.button(label)!.click();
    await nextTask();
    await this.element.updateComplete;
  }

  /** Presses the widget's own button. */
  protected override async start(): Promise<void> {
    this.launcher.click();
  }

  /** Presses « Continuer » and waits for the next heading. */
  async continueTo(heading: string): Promise<void> {
    await this.press('Continuer');
    await this.reach(heading);
  }

  /** Presses « Continuer », then « Ajouter des précisions » in the review. */
  async continueToDetails(): Promise<void> {
    await this.continueTo(CHECK);
    await this.openDetails();
  }

  /**
   * Gives the answers that the step « where » asks for. « Cela m’arrive » comes before the questions that it brings.
   * @returns the answers that are left for the details
   */
  async answerEarly(choices: Readonly<Record<string, string>>): Promise<Readonly<Record<string, string>>> {
    const left: Record<string, string> = {};
    for (const [name, value] of Object.entries(choices))
      if (this.find(choice(name, value))) await this.choose(name, value);
      else left[name] = value;
    return left;
  }

  /** Opens the details from the step « where », and gives answers there. */
  async answerDetails(choices: Readonly<Record<string, string>>): Promise<void> {
    await this.continueToDetails();
    if (Object.keys(choices).some((name) => name.startsWith('questions.'))) await this.openQuestions();
    for (const [name, value] of Object.entries(choices)) await this.choose(name, value);
  }

  /** Opens one of the three doors by aim, and waits for what is behind it. */
  async openDoor(aim: 'remove' | 'complain' | 'talk'): Promise<void> {
    await until(() => this.find(`.aim-${aim} > summary`), `there is no door « ${aim} »`);
    this.find(`.aim-${aim} > summary`)!.click();
    await until(() => this.find(`.aim-${aim}[open] .help`), `nothing came behind the door « ${aim} »`);
  }

  async send(): Promise<void> {
    await this.press('Envoyer le signalement');
    await this.reach(SENT);
  }

  key(press: string): Promise<void> {
    return sendKeys({ press });
  }
}

// Headings of the views, as the reporter reads them. The space before the question mark is a narrow one.
export const WHAT = 'Que voulez-vous signaler\u202f?';
export const WHERE = 'Où se trouve le contenu\u202f?';
/** The step « where » for those who come by the victim's door. */
export const THREATENED = 'Où cela se passe-t-il\u202f?';
export const DETAILS = 'Autres informations';
export const CHECK = 'Vérifiez, puis envoyez';
export const SENT = 'Signalement envoyé';
export const DISCARD = 'Fermer et effacer vos réponses\u202f?';
