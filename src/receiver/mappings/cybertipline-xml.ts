// A CyberTipline report as the XML that NCMEC's API takes.

import type { CyberTiplineReport } from './cybertipline-report.ts';

/** Every element that we write. The schema prescribes an order, and this list follows it within each parent. */
const ELEMENTS = [
  'incidentSummary',
  'incidentType',
  'escalateToHighPriority',
  'reportAnnotations',
  'sextortion',
  'csamSolicitation',
  'sadisticOnlineExploitation',
  'incidentDateTime',
  'incidentDateTimeDescription',
  'internetDetails',
  'webPageIncident',
  'emailIncident',
  'chatImIncident',
  'onlineGamingIncident',
  'cellPhoneIncident',
  'peer2peerIncident',
  'url',
  'emailAddress',
  'chatClient',
  'chatRoomName',
  'gameName',
  'phoneNumber',
  'client',
  'fileNames',
  'lawEnforcement',
  'agencyName',
  'reportedToLe',
  'reporter',
  'reportingPerson',
  'email',
  'personOrUserReported',
  'personOrUserReportedPerson',
  'espIdentifier',
  'espService',
  'screenName',
  'displayName',
  'profileUrl',
  'groupIdentifier',
  'victim',
  'victimPerson',
  'additionalInfo',
] as const;

/** Writes a CyberTipline report as XML 1.0 in UTF-8. Elements follow the order of the schema, not that of the keys. */
export const cyberTiplineXml = (report: CyberTiplineReport): string =>
  '<?xml version="1.0" encoding="UTF-8"?>\n' +
  '<report xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"' +
  ' xsi:noNamespaceSchemaLocation="https://report.cybertip.org/ispws/xsd">' +
  `${children(report)}</report>\n`;

const children = (parent: object): string =>
  ELEMENTS.flatMap((name) =>
    [(parent as Readonly<Record<string, unknown>>)[name] ?? []].flat().map((value) => element(name, value)),
  ).join('');

function element(name: string, value: unknown): string {
  const content = typeof value === 'object' && value !== null ? children(value) : escaped(String(value));
  return content ? `<${name}>${content}</${name}>` : `<${name}/>`;
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };

/** Everything that XML 1.0 cannot hold: most control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const escaped = (text: string): string =>
  text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>\r]/g, (character) => ENTITIES[character] ?? character);
