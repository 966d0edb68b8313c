// The file that PARTNERS names: JSON, read once at the start.
import { readFile } from 'node:fs/promises';
import { PartnersError, type Partner } from '../admission/partners.ts';

/**
 * Reads the file. The receiver checks its contents.
 * @throws {PartnersError} if it cannot be read, or is no JSON
 */
export async function readPartnersFile(path: string): Promise<readonly Partner[]> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new PartnersError(`${path} cannot be read (${error.code}). Name a file that this user may read.`);
  });
  try {
    return JSON.parse(text) as readonly Partner[];
  } catch (error) {
    throw new PartnersError(`${path} is not JSON: ${(error as SyntaxError).message}`);
  }
}
