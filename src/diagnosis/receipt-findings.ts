// Finds what keeps receipts from being proved on this page, in this browser.

import type { Widget } from '../button/widget.ts';
import type { BadValue } from '../attributes.ts';
import { error, warning, type Finding } from './finding.ts';

const KEY = 'receipt-key';

/** The text of the attribute, where this page's form reads it. */
const keyOf = (host: Widget): string | null => (host.src == null ? host.getAttribute(KEY) : null);

export async function receiptFindings(host: Widget): Promise<Finding[]> {
  if (keyOf(host) === null) return [];
  if (host.transport)
    return [
      warning(
        'receipt-transport',
        'The page sends reports itself (transport), so that receipt-key does nothing.',
        'Verify the signature of the receipt in your transport, over the bytes that you send; or take receipt-key away.',
      ),
    ];
  const confirming = await import('../form/confirming.ts').catch(() => undefined);
  if (!confirming)
    return [
      error(
        'receipt-file',
        'The file that proves receipts did not come: every report from this page ends « non confirmé ».',
        'Copy the whole folder dist/cdn, of one version.',
      ),
    ];
  return (await confirming.hasEd25519())
    ? []
    : [
        warning(
          'receipt-engine',
          'This browser has no Ed25519 here, so it takes receipts as if there were no receipt-key.',
          'Serve the page over https. Browsers before Chrome 137, Firefox 129 and Safari 17 cannot prove receipts.',
        ),
      ];
}

/** The key that is none, as the page wrote it. */
export function unusableReceiptKey(host: Widget): BadValue[] {
  const value = keyOf(host);
  const isUsable = value === null || /^\s*[\w-]{43}(\s+[\w-]{43})*\s*$/.test(value);
  return isUsable || host.transport ? [] : [{ attribute: KEY, value }];
}
