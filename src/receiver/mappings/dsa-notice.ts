// A notice to a hosting service, in the sense of Regulation (EU) 2022/2065 (DSA) Art. 16(2), from a report.

import { categoryOf, detailsOf } from '../../core/report/report-known-members.ts';
import { entryOf } from '../../core/report/later-words.ts';
import type { Report } from '../../core/report/report.ts';
import {
  FOR_ANALYST,
  KEYWORDS_FOR_MINORS,
  KIND_CONTENT_TYPES,
  KIND_KEYWORDS,
  STATEMENT_CATEGORIES,
  TYPE_CONTENT_TYPES,
  type StatementCategory,
  type StatementContentType,
  type StatementKeyword,
} from './dsa-vocabulary.ts';
import { excerpt } from './excerpt.ts';
import type { FiledReport, Hotline, Mapped } from './filed-report.ts';
import { doubtfulAddresses, type Location } from './location-facts.ts';
import { describeObservation } from './observation.ts';
import { descriptionLines, detailLines, WORDS, type NoticeLocale } from './plain-words.ts';
import { reporterFaith } from './reporter-faith.ts';
import { concernsMinor, forKinds, kindsOf, looksAiMade, saysYes } from './signs.ts';

/** Longest explanation that the transparency database takes, in characters. */
const EXPLANATION_LIMIT = 2000;

/** One exact location of the content, Art. 16(2)(b). */
export interface NoticeLocation {
  readonly url?: string;
  /** Name of the site, network, messenger or game. */
  readonly service?: string;
  readonly identifiers?: readonly { readonly type: string; readonly value: string }[];
  /** The place in the page or the file. */
  readonly pinpoint?: string;
  /** When the content was seen, in words, as precisely as it is known. */
  readonly observedAt?: string;
}

/** A notice. Letters are those of Art. 16(2). */
export interface DsaNotice {
  /** The hotline's number of the report, to be quoted in answers. */
  readonly reference: string;
  /** (a) Why the content is held to be illegal; at most 2,000 characters. A draft for the analyst. */
  readonly explanation: string;
  /** (b) Where the content is. */
  readonly locations: readonly NoticeLocation[];
  /** (c) Who notifies: the hotline, never the reporter. */
  readonly notifier: Hotline;
  /** (d) The hotline's own statement of good faith; no sentence of the form covers it (`reporterFaith` of the draft). */
  readonly goodFaith: string;
  readonly category: StatementCategory;
  readonly keywords: readonly StatementKeyword[];
  readonly contentTypes: readonly StatementContentType[];
  readonly source: 'SOURCE_TRUSTED_FLAGGER' | 'SOURCE_ARTICLE_16';
}

/** The options of a notice. */
export interface DsaNoticeOptions {
  readonly hotline: Hotline;
  /** Language of the explanation and of the statement; French by default. What the reporter wrote stays as it is. */
  readonly locale?: NoticeLocale;
  /** Whether a national coordinator gave the hotline the status of trusted flagger (Art. 22); no by default. */
  readonly trustedFlagger?: boolean;
}

/** Drafts the notice of a report, for every category. An analyst reads it before it is sent. */
export function toDsaNotice(
  { report, reference }: FiledReport,
  { hotline, locale = 'fr', trustedFlagger = false }: DsaNoticeOptions,
): Mapped<DsaNotice> {
  const { openings, goodFaith } = WORDS[locale];
  const lines = [
    openings[categoryOf(report)],
    ...detailLines(report, locale),
    ...descriptionLines(report, locale),
  ];
  return {
    document: {
      reference,
      explanation: excerpt(lines.join('\n'), EXPLANATION_LIMIT),
      locations: report.locations.map(noticeLocation),
      notifier: { name: hotline.name, email: hotline.email },
      goodFaith,
      category: statementCategory(report),
      keywords: keywordsOf(report),
      contentTypes: contentTypesOf(report),
      source: trustedFlagger ? 'SOURCE_TRUSTED_FLAGGER' : 'SOURCE_ARTICLE_16',
    },
    forAnalyst: [
      'explanation',
      'goodFaith',
      'category',
      'keywords',
      ...(report.content?.types ? [] : ['contentTypes']),
      ...doubtfulAddresses(report.locations).map((index) => `locations[${index}].url`),
      ...(FOR_ANALYST[categoryOf(report)] ?? []),
    ],
    reporterFaith: reporterFaith(report, locale),
  };
}

function noticeLocation({ url, service, identifiers, pinpoint, observedAt }: Location): NoticeLocation {
  const moment = observedAt && describeObservation(observedAt);
  return {
    ...(url && { url: url.value }),
    ...(service !== undefined && { service }),
    ...(identifiers && { identifiers }),
    ...(pinpoint !== undefined && { pinpoint }),
    ...(moment !== undefined && { observedAt: moment }),
  };
}

function statementCategory(report: Report): StatementCategory {
  if (isGroundlessViolence(report)) return 'STATEMENT_CATEGORY_VIOLENCE';
  if (showsMinor(report)) return 'STATEMENT_CATEGORY_PROTECTION_OF_MINORS';
  return STATEMENT_CATEGORIES[categoryOf(report)];
}

function keywordsOf(report: Report): StatementKeyword[] {
  if (isGroundlessViolence(report)) return ['KEYWORD_INCITEMENT_VIOLENCE_HATRED'];
  const keywords = forKinds(KIND_KEYWORDS, report).map(
    (keyword) => (showsMinor(report) && KEYWORDS_FOR_MINORS[keyword]) || keyword,
  );
  if (report.category === 'child_sexual_abuse') {
    if (looksAiMade(report)) keywords.push('KEYWORD_CHILD_SEXUAL_ABUSE_MATERIAL_DEEPFAKE');
    if (saysYes(report, 'adultAskingMinor')) keywords.push('KEYWORD_GROOMING_SEXUAL_ENTICEMENT_MINORS');
  }
  return [...new Set(keywords)];
}

// A call to violence on a ground that the law does not protect.
function isGroundlessViolence(report: Report): boolean {
  const grounds = (detailsOf(report)['grounds'] ?? []) as readonly string[];
  return (
    report.category === 'hate_violence_discrimination' &&
    kindsOf(report).includes('call_to_violence') &&
    grounds.includes('other') &&
    grounds.every((ground) => ground === 'other' || ground === 'unknown')
  );
}

// Intimate pictures of a minor are no longer a matter of consent.
const showsMinor = (report: Report): boolean =>
  report.category === 'sexual_harassment' &&
  concernsMinor(report) &&
  forKinds(KIND_KEYWORDS, report).some((keyword) => keyword in KEYWORDS_FOR_MINORS);

function contentTypesOf(report: Report): StatementContentType[] {
  const types = report.content?.types?.map((type) => entryOf(TYPE_CONTENT_TYPES, type, 'CONTENT_TYPE_OTHER'));
  const contentTypes = new Set(types ?? kindsOf(report).flatMap((kind) => KIND_CONTENT_TYPES[kind] ?? []));
  if (looksAiMade(report)) contentTypes.add('CONTENT_TYPE_SYNTHETIC_MEDIA');
  return contentTypes.size > 0 ? [...contentTypes] : ['CONTENT_TYPE_OTHER'];
}
