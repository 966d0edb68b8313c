// Asks the follow-up address with a locator that no report has: whether it is reachable, and answers as the contract says.

import { warning, type Finding } from './finding.ts';
import type { PolicyRefusals } from './policy-refusals.ts';
import { postAsForm, whyUnanswered } from './unanswered.ts';

/** The length of every answer. A test compares it with core/follow-up, whose import would bring the form's part along. */
export const ANSWER_BYTES = 256;

/** Undefined in the single-file bundle, whose form has no follow-up (.build/language-files.ts). */
export const askAddress:
  | ((address: string, refusals: PolicyRefusals) => Promise<Finding[]>)
  | undefined = async (address, refusals) => {
  let answer: Response;
  try {
    answer = await postAsForm(address, JSON.stringify({ locator: drawLocator() }));
  } catch {
    return [unanswered(address, await whyUnanswered(address, refusals))];
  }
  const text = await answer.text().catch(() => '');
  return judge(answer.status, text, address);
};

/** 32 random bytes in base64url: the locator of no code. */
const drawLocator = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=/g, '');

function unanswered(address: string, why: Awaited<ReturnType<typeof whyUnanswered>>): Finding {
  const { origin } = new URL(address);
  if (why === 'csp')
    return warning(
      'follow-up-csp',
      `The page’s Content-Security-Policy refuses requests to ${origin}: nobody can ask what became of a report.`,
      `Add ${origin} to connect-src.`,
    );
  return why === 'cors'
    ? warning(
        'follow-up-cors',
        `${origin} is there, but does not let pages of ${location.origin} ask what became of a report.`,
        'Ask the hotline to answer OPTIONS and POST at its follow-up address as at that of reports; « npx cliquez-signalez-tools check --follow-up » shows it what is missing.',
      )
    : warning(
        'follow-up-unreachable',
        `The follow-up address ${address} cannot be reached from here.`,
        'Check the address, its certificate, and that the server runs.',
      );
}

function judge(status: number, text: string, address: string): Finding[] {
  const said = `The follow-up address ${address} answered ${status}`;
  if (status === 200)
    return isUnknown(text)
      ? []
      : [
          warning(
            'follow-up-answer',
            `${said} to a code that nobody has, but not as the contract says: reporters read what is not true, or that it failed.`,
            'Check the address; « npx cliquez-signalez-tools check --follow-up » examines it.',
          ),
        ];
  if (status === 429 || status >= 500)
    return [
      warning(
        'follow-up-unwell',
        `${said}: it is there, but answers nothing at the moment.`,
        'Try again in some minutes; then tell the hotline.',
      ),
    ];
  return status === 401 || status === 403
    ? [
        warning(
          'follow-up-refuses',
          `${said}: it takes no questions from this site.`,
          'Give the hotline the exact origin of your site.',
        ),
      ]
    : [
        warning(
          'follow-up-absent',
          `${said}: no codes are answered at this address.`,
          'Check the path of follow-up; it often ends with /v1/follow-up.',
        ),
      ];
}

/** Whether an answer is one to an unknown code, of the constant length. The form reads it more exactly. */
function isUnknown(text: string): boolean {
  try {
    const { state, days } = JSON.parse(text) as Record<string, unknown>;
    return state === 'unknown' && Number.isInteger(days) && text.length === ANSWER_BYTES;
  } catch {
    return false;
  }
}
