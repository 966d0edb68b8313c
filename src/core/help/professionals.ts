// What those who report for their work can do beside a report, and must, as data: tell the département's cell for children in
// danger (CRIP), tell the prosecutor, and the duties by trade. Sources: aims-sources.ts. Without a source, nothing is shown.

import { type Way, waysToComplain } from './aims.ts';
import type { HelpNeed } from './choice.ts';
import type { HelpResource, LineId } from './lines.ts';
import { isAdultConcerned } from './proof.ts';

/** Countries of which a source says that they have a cell: France, and some of its territories. */
export type CellCountry = 'FR' | 'GP' | 'GF' | 'RE' | 'YT' | 'MF';

const CELL_COUNTRIES: readonly string[] = [
  'FR',
  'GP',
  'GF',
  'RE',
  'YT',
  'MF',
] satisfies readonly CellCountry[];

const hasCell = (country = ''): boolean => CELL_COUNTRIES.includes(country.toUpperCase());

const SOCIAL_CODE = 'Code de l’action sociale et des familles, art. L.\u00a0';

/** 119, which passes on what it is told while the cell is closed. */
const FOR_CHILDREN: string = '119' satisfies LineId;

function cell(lines: readonly HelpResource[]): Way {
  const { number } = lines.find(({ id }) => id === FOR_CHILDREN) ?? {};
  return {
    id: 'crip',
    steps: ['crip.1', 'crip.parents', ...(number ? (['crip.call'] as const) : [])],
    law: `${SOCIAL_CODE}226-2-1`,
    ...(number && { number }),
  };
}

const PROSECUTOR: Way = {
  id: 'prosecutor',
  steps: ['prosecutor.1', 'prosecutor.2'],
  law: `${SOCIAL_CODE}226-4`,
};

/**
 * The ways to protect somebody and to tell the police, the most fitting first: those of a complaint come last. The cell and
 * the prosecutor's duty to hear of a danger are for minors, so nobody is sent there for a known adult.
 * @param country ISO 3166-1 alpha-2; France or one of its territories
 * @param lines the country's help lines
 */
export function waysOfProfessionals(
  need: HelpNeed,
  country: string | undefined,
  lines: readonly HelpResource[],
): readonly Way[] {
  const ways = waysToComplain(need, country, lines);
  return hasCell(country) && !isAdultConcerned(need) ? [cell(lines), PROSECUTOR, ...ways] : ways;
}

/** The people whom a duty binds: agents of the State or of a local authority; people under professional secrecy; everybody. */
export type DutyId = 'public' | 'secret' | 'all';

/** What the law asks, or allows. Its sentence is `aim.duty.<id>` in the locale files. */
export interface Duty {
  readonly id: DutyId;
  /** The article, as lawyers write it. */
  readonly law: string;
}

const PUBLIC: Duty = { id: 'public', law: 'Code de procédure pénale, art.\u00a040' };
/** About minors alone. */
const OF_MINORS: readonly Duty[] = [
  { id: 'secret', law: 'Code pénal, art.\u00a0226-14' },
  { id: 'all', law: 'Code pénal, art.\u00a0434-3' },
];

/** The duties by trade in a country (ISO 3166-1 alpha-2). */
export function dutiesOf(need: HelpNeed, country: string | undefined): readonly Duty[] {
  if (!hasCell(country)) return [];
  return isAdultConcerned(need) ? [PUBLIC] : [PUBLIC, ...OF_MINORS];
}
