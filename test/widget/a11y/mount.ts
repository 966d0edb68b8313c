// Mounts a widget for the checkers of accessibility, which see open roots alone.

import { FormHarness, type Attributes } from '../form/form-harness.ts';

/** Mounts a widget whose root is open to checkers: `debug` counts when the element is connected. */
export async function mountForCheckers(attributes: Attributes = {}, page?: Document): Promise<FormHarness> {
  const form = await FormHarness.mount({ debug: '', ...attributes }, 'cliquez-signalez', page);
  // The report of each state would fill the output of the tests.
  form.element.removeAttribute('debug');
  return form;
}
