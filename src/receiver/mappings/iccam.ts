// A report to ICCAM, through which hotlines of INHOPE pass sexual abuse of minors on to the country that hosts it.
// Field names are those of ICCAM's API v3 as AbuseIO/SCART-application uses it (commit 1f8cfd5).

import type { CategoryId } from '../../core/report/categories.ts';
import { categoryOf } from '../../core/report/report-known-members.ts';
import { entryOf } from '../../core/report/later-words.ts';
import type { Report } from '../../core/report/report.ts';
import { additionLines, notTaken, type FiledReport, type Mapped, type NotTaken } from './filed-report.ts';
import {
  AGE_TERMS,
  COMMERCIALITY,
  NO_PAYMENT_METHOD,
  PAYMENT_TERMS,
  SITE_TYPES,
  URL_CONTENT_TYPES,
  type IccamTerm,
} from './iccam-vocabulary.ts';
import { doubtfulAddresses, locationFacts, publishedCredentials, type Location } from './location-facts.ts';
import { descriptionLines, detailLines } from './plain-words.ts';
import { concernsMinor, looksAiMade, showsPictures } from './signs.ts';

/** One address of a report to ICCAM. An analyst finds out its host and the content of the pictures. */
export interface IccamUrl {
  readonly urlString: string;
  /** Whether the fields `sourceUrl…` describe this address. */
  readonly isSourceUrl: boolean;
  readonly contentType: IccamTerm;
}

/** A report to ICCAM, without what tracing and assessment add. */
export interface IccamReport {
  /** The hotline's number of the report; never the reporter's follow-up code. */
  readonly hotlineReference: string;
  /** RFC 3339, UTC. */
  readonly hotlineReceivedDate: string;
  /** The report in English, except for the reporter's own words. */
  readonly memo: string;
  readonly urls: readonly IccamUrl[];
  /** User name and password only if they were published with the address. */
  readonly sourceUrlUsername?: string;
  readonly sourceUrlPassword?: string;
  /** Address of the page that led there. */
  readonly sourceUrlReferrer?: string;
  readonly sourceUrlSiteType: IccamTerm;
  readonly sourceUrlCommerciality: IccamTerm;
  readonly sourceUrlPaymentMethods: readonly IccamTerm[];
  /** `ageCategorization` by the reporter's answer: a hint for the assessment, no field of the API. */
  readonly ageHint?: IccamTerm;
}

/**
 * Drafts the report to ICCAM. Sexual abuse of minors always qualifies. Procuring, harassment and reports without a
 * category qualify if they show pictures of a minor. ICCAM is about addresses, so a report without one does not
 * qualify.
 */
export function toIccam(filed: FiledReport): Mapped<IccamReport> | NotTaken {
  const { report, reference, receivedAt } = filed;
  const refusal = refusalOf(report);
  if (refusal) return refusal;
  const source = report.locations.find(({ url }) => url);
  if (!source) return notTaken('no_address');
  const ageHint = entryOf(AGE_TERMS, report.personsConcerned?.apparentAge ?? 'unknown', undefined);
  return {
    document: {
      hotlineReference: reference,
      hotlineReceivedDate: receivedAt,
      memo: memoOf(filed, source),
      urls: report.locations.flatMap((location) => iccamUrl(location, source)),
      ...sourceFields(source),
      ...(ageHint && { ageHint }),
    },
    forAnalyst: [
      'reportingAnalystName',
      'memo',
      'sourceUrlSiteType',
      'urls[].assessment',
      'urls[].hostingCountryCode',
      ...doubtfulAddresses(report.locations.filter(({ url }) => url)).map(
        (index) => `urls[${index}].urlString`,
      ),
    ],
  };
}

const WITH_PICTURES: readonly CategoryId[] = ['procuring', 'sexual_harassment', 'unsure'];

function refusalOf(report: Report): NotTaken | undefined {
  const category = categoryOf(report);
  if (category === 'child_sexual_abuse') return undefined;
  if (!WITH_PICTURES.includes(category)) return notTaken('category');
  if (!concernsMinor(report)) return notTaken('no_minor');
  return showsPictures(report) ? undefined : notTaken('no_images');
}

const MEDIA_FILE =
  /^[^/?#]+\/\/[^/?#]+\/[^?#]*[^/?#]\.(?:avi|avif|bmp|gif|jpe?g|m4v|mkv|mov|mp4|png|webm|webp)(?:[?#]|$)/i;

const iccamUrl = (location: Location, source: Location): IccamUrl[] =>
  location.url
    ? [
        {
          urlString: location.url.value,
          isSourceUrl: location === source,
          contentType: URL_CONTENT_TYPES[MEDIA_FILE.test(location.url.value) ? 'media' : 'website'],
        },
      ]
    : [];

function sourceFields(source: Location) {
  const { place, access, foundVia } = source;
  const { username, password } = publishedCredentials(source);
  const methods = access?.paymentMethods?.map((method) =>
    entryOf(PAYMENT_TERMS, method, PAYMENT_TERMS.other),
  ) ?? [NO_PAYMENT_METHOD];
  return {
    ...(username !== undefined && { sourceUrlUsername: username }),
    ...(password !== undefined && { sourceUrlPassword: password }),
    ...(foundVia?.url && { sourceUrlReferrer: foundVia.url.value }),
    sourceUrlSiteType: entryOf(SITE_TYPES, place, SITE_TYPES.other),
    sourceUrlCommerciality: entryOf(COMMERCIALITY, access?.paid ?? 'unknown', COMMERCIALITY.unknown),
    // Several of our payment methods map to one ICCAM method.
    sourceUrlPaymentMethods: [...new Set(methods)],
  };
}

function memoOf(filed: FiledReport, source: Location): string {
  const { report } = filed;
  return [
    ...additionLines(filed),
    ...detailLines(report, 'en'),
    ...(looksAiMade(report) ? ['Looks made with AI'] : []),
    ...descriptionLines(report, 'en'),
    ...report.locations.flatMap((location) => [
      `${location.id}, ${location.place.replaceAll('_', ' ')}`,
      ...locationFacts(location, location === source ? ['address', 'referrer', 'credentials'] : []),
    ]),
  ].join('\n');
}
