// Compares a stored text with the digest of the received one.
import { createHash } from 'node:crypto';
import type { StoredReport } from './records.ts';

/**
 * Whether a row's text differs from the text received. The digest covers the text alone, not the other columns. A
 * change of both text and digest is not detected.
 */
export const isAltered = ({ body, digest }: Pick<StoredReport, 'body' | 'digest'>): boolean =>
  createHash('sha256').update(body).digest('hex') !== digest;
