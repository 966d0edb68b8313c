// Checks whether reporters can ask what became of a report: the attributes of this page, and the follow-up address.

import type { BadValue } from '../attributes/names.ts';
import { usableEndpoint } from '../../core/report/endpoint.ts';
import { givenMessages } from '../shared/given.ts';
import type { Widget } from '../shared/widget.ts';
import { warning, type Finding } from './finding.ts';
import { askAddress } from './follow-up-address.ts';
import type { PolicyRefusals } from './policy-refusals.ts';

const FOLLOW_UP = 'follow-up';

export async function followUpFindings(host: Widget, refusals: PolicyRefusals): Promise<Finding[]> {
  const address = hasCodes(host) && followUpAddress(host);
  return [
    ...attributes(host),
    ...view(host),
    ...((address && (await askAddress?.(address, refusals))) || []),
  ];
}

/** Where the form of this page asks; undefined if it does not, or if another finding says that the value cannot be used. */
const followUpAddress = (host: Widget): string | undefined =>
  host.src == null && !host.practice
    ? usableEndpoint(host.getAttribute(FOLLOW_UP) ?? undefined, location.href)
    : undefined;

/** Whether reports of this page carry the hash of a code. */
const hasCodes = (host: Widget): boolean =>
  followUpAddress(host) !== undefined && !!crypto.subtle && askAddress !== undefined;

/** An address that no code may go to, as the page wrote it. */
export function unusableFollowUp(host: Widget): BadValue[] {
  const value = host.getAttribute(FOLLOW_UP);
  const isUsable = value === null || usableEndpoint(value, location.href);
  return isUsable || host.src != null || host.practice ? [] : [{ attribute: FOLLOW_UP, value }];
}

function attributes(host: Widget): Finding[] {
  if (!host.hasAttribute(FOLLOW_UP)) return [];
  if (host.src != null)
    return [
      warning(
        'follow-up-frame',
        'With src, follow-up does nothing on this page.',
        'Take it away: the hotline sets follow-up in its frame page.',
      ),
    ];
  if (!followUpAddress(host)) return [];
  if (!askAddress)
    return [
      warning(
        'follow-up-bundle',
        'The single-file bundle is without follow-up: reports go without a code.',
        'Use cliquez-signalez.js, with the whole folder dist/cdn, or take follow-up away.',
      ),
    ];
  return crypto.subtle
    ? []
    : [
        warning(
          'follow-up-insecure',
          'This page is not over https, so the browser has no cryptography: reports go without a code.',
          'Serve the page over https.',
        ),
      ];
}

/** A widget that opens on the question, and cannot ask it, or does not say so on its button. */
function view(host: Widget): Finding[] {
  if (host.getAttribute('view') !== FOLLOW_UP) return [];
  const findings: Finding[] = [];
  // The frame page of the hotline has the address.
  if (!host.hasAttribute(FOLLOW_UP) && host.src == null)
    findings.push(
      warning(
        'follow-up-missing',
        'There is view="follow-up" without follow-up: the form opens on a new report.',
        'Set follow-up to the address that the hotline gave you.',
      ),
    );
  const isNamed =
    [...host.children].some(({ slot }) => slot === 'label') ||
    givenMessages(host.messages).value?.['launcher.label'];
  if (!host.isInline && !isNamed)
    findings.push(
      warning(
        'label-missing',
        'The button says that it reports something, and view="follow-up" opens the question what became of a report.',
        'Name it inside the element: <span slot="label">Suivre un signalement</span>.',
      ),
    );
  return findings;
}
