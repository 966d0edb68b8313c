// The checks of `check()`, and the report of the attribute `debug`, printed once for an element. Runs on
// request only, never by itself for a visitor.

import type { Widget } from '../shared/widget.ts';
import { attributeFindings } from './attribute-findings.ts';
import { destinationFindings } from './destination-findings.ts';
import type { BadValues, Diagnosis, Finding } from './finding.ts';
import { followUpFindings } from './follow-up-findings.ts';
import { formFindings, type LoadForm } from './form-findings.ts';
import { pageFindings } from './page-findings.ts';
import { PolicyRefusals } from './policy-refusals.ts';
import { receiptFindings } from './receipt-findings.ts';
import { visibilityFindings } from './visibility-findings.ts';

export { explain } from './misconfiguration.ts';

const printed = new WeakSet<Element>();

/**
 * Examines a widget in its page. No report is sent, and nothing is stored.
 * @param values attribute values that could not be used so far
 */
export async function diagnose(host: Widget, load: LoadForm, values: BadValues): Promise<Diagnosis> {
  // Before the load event, the page may still lack its fallback link, or its style sheets.
  if (document.readyState !== 'complete')
    await new Promise((done) => addEventListener('load', done, { once: true }));
  await host.updateComplete;
  const refusals = new PolicyRefusals();
  try {
    const form = await formFindings(host, load, refusals);
    const destination = await destinationFindings(host, refusals);
    const all = [
      ...destination,
      ...form,
      ...(await receiptFindings(host)),
      ...(await followUpFindings(host, refusals)),
      ...visibilityFindings(host),
      ...attributeFindings(host, values),
      ...pageFindings(host),
    ];
    const findings = ['error', 'warning'].flatMap((wanted) =>
      all.filter(({ severity }) => severity === wanted),
    );
    const diagnosis = { findings, isFine: findings.length === 0 };
    if (host.hasAttribute('debug') && !printed.has(host)) {
      printed.add(host);
      print(host, diagnosis);
    }
    return diagnosis;
  } finally {
    refusals.stop();
  }
}

/** Prints all findings as one entry in the console. */
function print(host: Widget, { findings, isFine }: Diagnosis): void {
  const name = `<${host.localName}>`;
  const root = host.shadowRoot
    ? 'The root is open: checkers see the form, and so does every script of the page.'
    : 'The root is closed: debug opens it if the element comes with it.';
  const last = `${root} Take the attribute debug away before visitors come: each of them would ask the endpoint too.`;
  if (isFine) console.info(`${name}: all is well on this page.\n${last}`, host);
  else
    console.warn(
      [`${name}: ${count(findings)} on this page.`, ...findings.map(paragraph), last].join('\n\n'),
      host,
    );
}

function count(findings: readonly Finding[]): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const several = (number: number, word: string): string[] =>
    number ? [`${number} ${word}${number > 1 ? 's' : ''}`] : [];
  return [...several(errors, 'error'), ...several(warnings, 'warning')].join(' and ');
}

const paragraph = ({ severity, code, message, remedy }: Finding): string =>
  `${severity === 'error' ? '✗' : '!'} ${message}\n  → ${remedy} [${code}]`;
