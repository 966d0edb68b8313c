// The second and the third accessibility engine: IBM's engine in the page, and Siteimprove's Alfa on the page's tree.

import { executeServerCommand } from '@web/test-runner-commands';
import { Native } from '@siteimprove/alfa-dom/native';
import type { FormHarness } from '../form/form-harness.ts';
import type { AlfaFindings, AlfaPayload } from '../../setup/alfa-plugin.ts';
import { EXCEPTIONS, type Exception } from './exceptions.ts';
import { CONTROLS, unseen } from './seen.ts';

/** The fields of an IBM finding that these tests read. */
interface Issue {
  readonly ruleId: string;
  readonly value: readonly [policy: string, confidence: string];
  readonly node: Element | Text;
  readonly message: string;
}

declare const ace: {
  Checker: new () => { check(page: Document, sets: string[]): Promise<{ results: readonly Issue[] }> };
};

/** Loads IBM's engine, a classic script that leaves `ace` on the page. */
export const loadIbm = (): Promise<unknown> =>
  new Promise((loaded, failed) => {
    const script = document.createElement('script');
    Object.assign(script, { onload: loaded, onerror: failed });
    script.src = '/node_modules/accessibility-checker-engine/ace.js';
    document.head.append(script);
  });

const stands = (engine: Exception['engine'], rule: string, element: Element | null): boolean =>
  EXCEPTIONS.some((one) => one.engine === engine && one.rule === rule && element?.matches(one.where));

/**
 * The violations that IBM's engine finds. Items for manual review are left out: the engine reports one for every field.
 */
export async function ibmFaults(form: FormHarness): Promise<string[]> {
  const { results } = await new ace.Checker().check(document, ['IBM_Accessibility', 'WCAG_2_2']);
  const own = results.filter(({ node }) => form.root.contains(node));
  if (!own.some(({ node }) => node instanceof Element && node.matches(CONTROLS)))
    return [unseen('IBM’s engine')];
  return own
    .filter(({ value }) => value[1] === 'FAIL')
    .map(({ ruleId, node, message }) => ({
      ruleId,
      message,
      element: node instanceof Element ? node : node.parentElement,
    }))
    .filter(({ ruleId, element }) => !stands('ibm', ruleId, element))
    .map(
      ({ ruleId, element, message }) => `${ruleId}: ${(element?.outerHTML ?? '').slice(0, 120)} ${message}`,
    );
}

/** The violations that Alfa finds. */
export async function alfaFaults(form: FormHarness): Promise<string[]> {
  // Alfa identifies its elements by this value. Exceptions use it to match elements of the page.
  const elements = [...form.root.querySelectorAll('*')];
  elements.forEach((element, index) => element.setAttribute('data-at', String(index)));
  const tree = await Native.fromNode(document);
  elements.forEach((element) => element.removeAttribute('data-at'));
  const { faults, judged } = await executeServerCommand<AlfaFindings, AlfaPayload>('alfa', { tree });
  if (!judged.some((at) => elements[at]?.matches(CONTROLS))) return [unseen('Alfa')];
  return faults
    .filter(({ at, rule }) => at !== undefined && !stands('alfa', rule, elements[at] ?? null))
    .map(({ rule, at, says }) => `${rule}: ${(elements[at ?? 0]?.outerHTML ?? '').slice(0, 120)} ${says}`);
}
