// Checks whether receipts can be proved on this page, in this browser.

import type { Widget } from '../shared/widget.ts';
import type { BadValue } from '../attributes/names.ts';
import { error, warning, type Finding } from './finding.ts';

const KEY = 'receipt-key';

/** The text of the attribute, if this page's form reads it. */
const keyOf = (host: Widget): string | null => (host.src == null ? host.getAttribute(KEY) : null);

export async function receiptFindings(host: Widget): Promise<Finding[]> {
  if (keyOf(host) === null) return [];
  if (host.transport)
    return [
      warning(
        'receipt-transport',
        'With a transport, receipt-key does nothing.',
        'Verify the signature of the receipt in your transport, or take receipt-key away.',
      ),
    ];
  // In the file that the form loads for receipts.
  const signatures = await import('../../core/report/receipt-signature.ts').catch(() => undefined);
  if (!signatures)
    return [
      error(
        'receipt-file',
        'The file that proves receipts did not come: every report ends « non confirmé ».',
        'Copy the whole folder dist/cdn, of one version.',
      ),
    ];
  return (await signatures.hasEd25519())
    ? []
    : [
        warning(
          'receipt-engine',
          'This browser has no Ed25519 here, so it takes receipts as without receipt-key.',
          'Serve the page over https; before Chrome 137, Firefox 129 and Safari 17, no browser can prove receipts.',
        ),
      ];
}

/** The key that is none, as the page wrote it. */
export function unusableReceiptKey(host: Widget): BadValue[] {
  const value = keyOf(host);
  const isUsable = value === null || /^\s*[\w-]{43}(\s+[\w-]{43})*\s*$/.test(value);
  return isUsable || host.transport ? [] : [{ attribute: KEY, value }];
}
