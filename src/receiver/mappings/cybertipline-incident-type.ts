// The type of incident as which NCMEC takes a report, if it takes it: a default, which an analyst confirms.

import { categoryOf } from '../../core/report/report-known-members.ts';
import type { Report } from '../../core/report/report.ts';
import { DIRECT_PLACES, KIND_INCIDENT_TYPES, OUT_OF_REMIT } from './cybertipline-vocabulary.ts';
import type { IncidentType } from './cybertipline-report.ts';
import type { NotTakenReason } from './filed-report.ts';
import { concernsMinor, forKinds, saysYes, showsPictures } from './signs.ts';

/** An incident type, or why there is none. */
export type IncidentTypeOrReason =
  | { readonly incidentType: IncidentType }
  | { readonly incidentType: undefined; readonly reason: NotTakenReason };

/** The incident type of a report. Where it names several kinds, the first in the vocabulary decides. */
export function incidentTypeOf(report: Report): IncidentTypeOrReason {
  const category = categoryOf(report);
  if ((OUT_OF_REMIT as readonly string[]).includes(category)) return none('category');
  const [first] = forKinds(KIND_INCIDENT_TYPES, report);
  if (category === 'child_sexual_abuse') return { incidentType: first ?? fromAnswers(report) };
  if (first === undefined) return none('kind');
  if (category === 'shocking_content_minors') return obscenity(report);
  if (!concernsMinor(report)) return none('no_minor');
  if (category === 'unsure' && !showsPictures(report)) return none('no_images');
  return { incidentType: first };
}

const none = (reason: NotTakenReason) => ({ incidentType: undefined, reason });

// The incident type for sexual abuse of minors, if the kinds do not decide.
function fromAnswers(report: Report): IncidentType {
  if (saysYes(report, 'adultAskingMinor') || saysYes(report, 'meetingPlanned'))
    return 'Online Enticement of Children for Sexual Acts';
  const { known } = report.personsConcerned ?? {};
  if (saysYes(report, 'abuseOngoing') && (known === 'self' || known === 'someone_i_know'))
    return 'Child Sexual Molestation';
  return 'Child Pornography (possession, manufacture, and distribution)';
}

// NCMEC takes obscene content where it was sent to a child, or where a name, words or pictures lure a child to it.
function obscenity(report: Report): IncidentTypeOrReason {
  const { locations } = report;
  const wasSent = locations.some(({ place }) => (DIRECT_PLACES as readonly string[]).includes(place));
  if (saysYes(report, 'minorExposed') && wasSent)
    return { incidentType: 'Unsolicited Obscene Material Sent to a Child' };
  if (!saysYes(report, 'aimedAtMinors')) return none('no_minor');
  return {
    incidentType: locations.some(({ url }) => url?.flags?.includes('home_page_only'))
      ? 'Misleading Domain Name'
      : 'Misleading Words or Digital Images on the Internet',
  };
}
