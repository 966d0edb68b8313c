// Only compiled: the elements in the types of Svelte's template checker.
import type {} from 'cliquez-signalez/types/svelte';
import type { SvelteHTMLElements } from 'svelte/elements';

type Written = SvelteHTMLElements['cliquez-signalez'];

export const written: Written = {
  class: 'report',
  endpoint: '/v1/reports',
  theme: 'presse',
  practice: true,
  'heading-level': 3,
  messages: { 'launcher.label': 'Signaler' },
  'oncs-step': ({ step }) => step.toFixed(),
};

export const form: SvelteHTMLElements['cliquez-signalez-form'] = { endpoint: '/v1/reports' };

export const mistakes: Written[] = [
  // @ts-expect-error misspelt
  { endpont: '/v1/reports' },
  // @ts-expect-error no such preset
  { theme: 'press' },
  // @ts-expect-error no event of this element
  { 'oncs-send': () => {} },
];
