// The formats by name: two that hold everything, three drafts for institutions, one JSON document a line.
import { toCyberTipline } from '../mappings/cybertipline.ts';
import { cyberTiplineXml } from '../mappings/cybertipline-xml.ts';
import { toDsaNotice, type DsaNoticeOptions } from '../mappings/dsa-notice.ts';
import type { FiledReport, Mapped, NotTaken } from '../mappings/filed-report.ts';
import { toIccam } from '../mappings/iccam.ts';
import { CSV_HEADER, csvRecord } from './csv.ts';
import type { Format } from './format.ts';
import { jsonLine, toLine } from './json-lines.ts';

/** JSON Lines: everything, exactly. */
export const JSON_LINES: Format = { write: (read) => ({ text: jsonLine(read) }) };

/** CSV for a spreadsheet: every field of a report in a column. */
export const CSV: Format = { head: CSV_HEADER, write: (read) => ({ text: csvRecord(read) }) };

/** Drafts of notices to hosting services. */
export const dsaFormat = (options: DsaNoticeOptions): Format =>
  mapped((filed) => toDsaNotice(filed, options));

/** Drafts for ICCAM. */
export const ICCAM: Format = mapped(toIccam);

/**
 * Drafts for the CyberTipline.
 * @param asXml whether the `document` is the text of the XML that its API takes, rather than an object
 */
export const cyberTiplineFormat = (options: Parameters<typeof toCyberTipline>[1], asXml: boolean): Format =>
  mapped((filed) => {
    const draft = toCyberTipline(filed, options);
    return draft.document && asXml ? { ...draft, document: cyberTiplineXml(draft.document) } : draft;
  });

// The number comes first, because not every institution's document has a place for it.
function mapped(map: (filed: FiledReport) => Mapped<unknown> | NotTaken): Format {
  return {
    write({ row: { sequence, reference, receivedAt }, report, fault, isAltered, addsTo }) {
      // An altered text is not the reporter's.
      if (isAltered) return { text: undefined, reason: 'altered' };
      if (!report) return { text: undefined, reason: fault ?? 'unknown' };
      const draft = map({ report, reference, receivedAt, ...(addsTo !== undefined && { addsTo }) });
      if ('reason' in draft) return { text: undefined, reason: draft.reason };
      const { document, forAnalyst, reporterFaith } = draft;
      const text = toLine({
        sequence,
        reference,
        document,
        forAnalyst,
        ...(reporterFaith && { reporterFaith }),
      });
      return { text };
    },
  };
}
