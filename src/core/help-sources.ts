// Where each help line was read, and when. Apart from the lines, because no reporter needs it: it is never in the browser.
// A test fails where a line has no source, and where a source was last read too long ago.

/** Where a line was read. */
export interface HelpSource {
  /** Site on which number and hours were read. */
  readonly source: string;
  /** Day on which they were read there: `YYYY-MM-DD`. */
  readonly checkedOn: string;
}

// Read in the project's research on that day, which names these sites as the sources of numbers and hours.
const checkedOn = '2026-11-24';

/** The source of every line, by its identifier. */
export const HELP_SOURCES: Readonly<Record<string, HelpSource>> = {
  // The page was updated on 2025-11-07.
  '3018': { source: 'https://solidarites.gouv.fr', checkedOn },
  '119': { source: 'https://www.allo119.gouv.fr', checkedOn },
  '3114': { source: 'https://3114.fr', checkedOn },
  '3919': { source: 'https://www.tf1info.fr', checkedOn },
  '116006': { source: 'https://www.service-public.fr', checkedOn },
  '3928': { source: 'https://www.antidiscriminations.fr', checkedOn },
  radicalisation: { source: 'https://www.24matins.fr', checkedOn },
  rape: { source: 'https://www.madmoizelle.com', checkedOn },
  youth: { source: 'https://www.axaprevention.fr', checkedOn },
  stop: { source: 'https://dispositifstop.fr', checkedOn },
  cyber: { source: 'https://www.generation-nt.com', checkedOn },
  police: { source: 'https://arretonslesviolences.gouv.fr', checkedOn },
  pharos: { source: 'https://www.service-public.fr', checkedOn },
  takeitdown: { source: 'https://takeitdown.ncmec.org', checkedOn },
  stopncii: { source: 'https://stopncii.org', checkedOn },
  disrupt: { source: 'https://pointdecontact.net/disrupt', checkedOn },
  '116111': { source: 'https://childhelplineinternational.org', checkedOn },
  '116000': { source: 'https://missingchildreneurope.eu', checkedOn },
};
