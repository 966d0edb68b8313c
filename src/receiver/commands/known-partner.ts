// Checks that a partner whom the operator names is in the database.
import { CommandError } from '../../command-line/command.ts';
import { nearest } from '../../core/nearest.ts';
import type { ReportSearch } from '../store/store.ts';

/** @throws {CommandError} if no report names the partner */
export async function checkPartner(partner: string, search: Pick<ReportSearch, 'partners'>): Promise<void> {
  const known = await search.partners();
  if (known.includes(partner)) return;
  const meant = nearest(partner, known);
  throw new CommandError(
    `No report in this database names the partner « ${partner} ».${meant ? ` Did you mean ${meant}?` : ''}`,
  );
}
