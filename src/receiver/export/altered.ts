// Whether a stored text is still the one that was received.
import { createHash } from 'node:crypto';
import type { StoredReport } from '../records.ts';

/**
 * Whether a row's text is another one than was received. The digest covers the text alone, none of the columns beside
 * it, and whoever changes both is not found out.
 */
export const isAltered = ({ body, digest }: Pick<StoredReport, 'body' | 'digest'>): boolean =>
  createHash('sha256').update(body).digest('hex') !== digest;
