// Every view of the widget, and how a reporter gets there: one list for accessibility checks and for screenshots.

import { nextFrame } from '@open-wc/testing';
import {
  breakReceiver,
  DETAILS,
  DISCARD,
  until,
  WHERE,
  type Attributes,
  type FormHarness,
} from './elements/form-harness.ts';

/** One state of the widget. */
export interface State {
  readonly name: string;
  readonly attributes?: Attributes;
  readonly reach: (form: FormHarness) => Promise<void>;
}

const choose = async (form: FormHarness, category: string): Promise<void> => {
  await form.open();
  await form.choose('category', category);
};

export const STATES: readonly State[] = [
  { name: 'closed', reach: async () => {} },
  ...['floating', 'link', 'icon', 'bar'].map((variant) => ({
    name: `closed-${variant}`,
    attributes: { variant },
    reach: async () => {},
  })),
  { name: 'what', reach: (form) => form.open() },
  { name: 'what-chosen', reach: (form) => choose(form, 'sexual_harassment') },
  {
    name: 'what-error',
    reach: async (form) => {
      await form.open();
      await form.press('Continuer');
      await until(() => form.errors.length, 'no error was shown');
    },
  },
  {
    name: 'where-warning',
    reach: async (form) => {
      await choose(form, 'child_sexual_abuse');
      await form.continueTo(WHERE);
    },
  },
  {
    name: 'where-error',
    reach: async (form) => {
      await choose(form, 'terrorism_bomb_making');
      await form.continueTo(WHERE);
      await form.choose('where', 'elsewhere');
      await form.press('Ajouter une autre adresse');
      // Firefox scrolls to what has focus a frame later; nobody is as quick as this test.
      await nextFrame();
      await nextFrame();
      await form.press('Continuer');
      await until(() => form.errors.length, 'no error was shown');
    },
  },
  {
    name: 'where-none',
    reach: async (form) => {
      await choose(form, 'procuring');
      await form.continueTo(WHERE);
      await form.choose('where', 'none');
    },
  },
  {
    name: 'details-error',
    reach: async (form) => {
      await choose(form, 'sexual_harassment');
      await form.continueTo(WHERE);
      await form.choose('where', 'here');
      await form.continueTo(DETAILS);
      await form.choose('role', 'target');
      await form.fill('details', 'é'.repeat(2001));
      await form.choose('reply', 'yes');
      await form.press('Continuer');
      await until(() => form.errors.length, 'no error was shown');
    },
  },
  { name: 'check', reach: (form) => form.reachCheck() },
  {
    name: 'failure',
    reach: async (form) => {
      await form.reachCheck();
      await breakReceiver({ mode: 'version' });
      await form.press('Envoyer le signalement');
      await until(() => form.find('.failure'), 'no failure was shown');
      await breakReceiver({ mode: 'none' });
    },
  },
  {
    name: 'discard',
    reach: async (form) => {
      await choose(form, 'unsure');
      form.find('[part="close"]')!.click();
      await form.reach(DISCARD);
    },
  },
  {
    name: 'sent',
    reach: async (form) => {
      await form.reachCheck();
      await form.send();
    },
  },
];
