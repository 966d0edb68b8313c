// The sealing of one widget's reports: its key is tried before the form opens. A chunk of its own.

import { importPublicKey } from '../../core/report/seal.ts';
import type { Widget } from '../shared/widget.ts';

export { sealReport } from '../../core/report/seal.ts';

/**
 * Tries the widget's key. From then on, a key that is no point on the curve counts as an empty key: the form does
 * not open, and no report leaves in clear.
 * @throws if the key cannot be used
 */
export async function checkKey(host: Widget): Promise<void> {
  try {
    await importPublicKey(host.publicKey ?? '');
  } catch (error) {
    host.publicKey = '';
    throw error;
  }
}
