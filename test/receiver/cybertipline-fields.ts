// The fields of a CyberTipline report as NCMEC documents them, and the check of a document against them.
// Source: CyberTipline Reporting API Technical Documentation, appendix B (report.cybertip.org/ispws/documentation), and
// the XML schema of GET /xsd, both as of 2025-11-04. The schema itself may not be ours to copy, so these are its facts:
// elements in the order of the schema, how many there may be, and what their text must be. Of what we do not write, only
// the names that others stand between are left out.
import assert from 'node:assert/strict';
import type { XmlElement } from './xml-reader.ts';

/** An element within its parent: how often it may stand there, and its text, or nothing where it has children. */
type Field = readonly [occurs: '1' | '?' | '*', is?: (text: string) => boolean];

const most = (limit: number) => (text: string) => text.length <= limit;
const any = () => true;
const nothing = (text: string) => text === '';
const isUrl = (text: string) => text.length <= 2083 && ['http:', 'https:'].includes(new URL(text).protocol);
const isEmail = (text: string) => text.length <= 255 && /^[^\s@]{1,64}@[^\s@]+\.[^\s@]+$/.test(text);
const isMoment = (text: string) => new Date(text).getTime() <= Date.parse('2026-11-24T13:53:00Z');

const INCIDENT_TYPES = [
  'Child Pornography (possession, manufacture, and distribution)',
  'Child Sex Trafficking',
  'Child Sex Tourism',
  'Child Sexual Molestation',
  'Misleading Domain Name',
  'Misleading Words or Digital Images on the Internet',
  'Online Enticement of Children for Sexual Acts',
  'Unsolicited Obscene Material Sent to a Child',
];

const INCIDENTS = {
  webPageIncident: ['?'],
  emailIncident: ['?'],
  chatImIncident: ['?'],
  onlineGamingIncident: ['?'],
  cellPhoneIncident: ['?'],
  peer2peerIncident: ['?'],
} as const;

/** Children by parent. */
const FIELDS: Readonly<Record<string, Readonly<Record<string, Field>>>> = {
  report: {
    incidentSummary: ['1'],
    internetDetails: ['*'],
    lawEnforcement: ['?'],
    reporter: ['1'],
    personOrUserReported: ['*'],
    victim: ['*'],
    additionalInfo: ['?', any],
  },
  incidentSummary: {
    incidentType: ['1', (text) => INCIDENT_TYPES.includes(text)],
    escalateToHighPriority: ['?', (text) => text.trim() !== '' && text.length <= 3000],
    reportAnnotations: ['?'],
    incidentDateTime: ['1', isMoment],
    incidentDateTimeDescription: ['?', most(3000)],
  },
  // Booleans whose only value is true: an empty element has it.
  reportAnnotations: {
    sextortion: ['?', nothing],
    csamSolicitation: ['?', nothing],
    sadisticOnlineExploitation: ['?', nothing],
  },
  internetDetails: INCIDENTS,
  webPageIncident: { url: ['*', isUrl], additionalInfo: ['?', any] },
  emailIncident: { emailAddress: ['*', isEmail], additionalInfo: ['?', any] },
  chatImIncident: {
    chatClient: ['?', most(255)],
    chatRoomName: ['?', most(255)],
    additionalInfo: ['?', any],
  },
  onlineGamingIncident: { gameName: ['?', most(255)], additionalInfo: ['?', any] },
  cellPhoneIncident: { phoneNumber: ['?', most(50)], additionalInfo: ['?', any] },
  peer2peerIncident: { client: ['?', most(255)], fileNames: ['?', any], additionalInfo: ['?', any] },
  lawEnforcement: {
    agencyName: ['1', most(255)],
    reportedToLe: ['?', (text) => /^(?:true|false)$/.test(text)],
  },
  reporter: { reportingPerson: ['1'] },
  reportingPerson: { email: ['*', isEmail] },
  personOrUserReported: {
    personOrUserReportedPerson: ['?'],
    espIdentifier: ['?', most(255)],
    espService: ['?', most(100)],
    screenName: ['?', most(256)],
    displayName: ['*', most(255)],
    profileUrl: ['*', isUrl],
    groupIdentifier: ['?', most(255)],
    additionalInfo: ['?', any],
  },
  personOrUserReportedPerson: { email: ['*', isEmail] },
  victim: { victimPerson: ['1'], additionalInfo: ['?', any] },
  victimPerson: {},
};

/** Asserts that a document has the documented elements alone, in their order, with texts that NCMEC takes. */
export function checkDocumented(report: XmlElement): void {
  checkElement(report);
  const emails = textsOf(report, 'email');
  for (const address of textsOf(report, 'emailAddress'))
    assert.ok(emails.includes(address), 'an address of emailIncident that no person has');
  assert.ok(textsOf(report, 'email').length > 0, 'the e-mail address of the reporting person');
}

function checkElement({ name, content }: XmlElement): void {
  const fields = FIELDS[name]!;
  const children = typeof content === 'string' ? [] : content;
  if (typeof content === 'string') assert.equal(content, '', name);
  if (name === 'internetDetails') assert.equal(children.length, 1, 'exactly one incident');
  const order = Object.keys(fields);
  const places = children.map((child) => order.indexOf(child.name));
  assert.ok(!places.includes(-1), `${name}: ${children.map((child) => child.name).join()}`);
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
    `order in ${name}`,
  );
  for (const [field, [occurs, is]] of Object.entries(fields)) {
    const found = children.filter((child) => child.name === field);
    if (occurs === '1') assert.equal(found.length, 1, `${name}.${field}`);
    if (occurs === '?') assert.ok(found.length <= 1, `${name}.${field}`);
    for (const child of found) {
      if (!is) checkElement(child);
      else
        assert.ok(
          typeof child.content === 'string' && is(child.content),
          `${field}: ${JSON.stringify(child.content)}`,
        );
    }
  }
}

const textsOf = ({ name, content }: XmlElement, wanted: string): string[] => {
  if (typeof content === 'string') return name === wanted ? [content] : [];
  return content.flatMap((child) => textsOf(child, wanted));
};
