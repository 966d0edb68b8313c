// Names what is missing or wrong in an answer. Each language has a sentence for each name.

import { usableEndpoint, WEB_ADDRESS } from '../../src/core/report/endpoint.ts';
import { isAsked, REQUIRED, TEXTS, type Answers, type TextName } from './answers.ts';

/** A remark about an answer. */
export type Remark = 'missing' | 'better' | 'insecure' | 'address' | 'https' | 'country' | 'lang' | 'partner';

/** Remarks that do not change the code: it works, but could be better. */
export const ADVICE: readonly Remark[] = ['better'];

/**
 * The remarks, by field.
 * @param page address of this page: a page on this machine may connect to this machine
 */
export function remarks(answers: Answers, page: string): ReadonlyMap<TextName, Remark> {
  const said = new Map<TextName, Remark>();
  for (const name of TEXTS) {
    if (!isAsked(answers, name)) continue;
    const remark = remarkOn(name, answers.texts[name].trim(), page);
    if (remark) said.set(name, remark);
  }
  return said;
}

/** The answers without the wrong ones: an invalid address must not become a link in a partner's page. */
export function usableAnswers(answers: Answers, page: string): Answers {
  const wrong = [...remarks(answers, page)].flatMap(([name, remark]) =>
    ADVICE.includes(remark) ? [] : [[name, ''] as const],
  );
  return { ...answers, texts: { ...answers.texts, ...Object.fromEntries(wrong) } };
}

function remarkOn(name: TextName, text: string, page: string): Remark | undefined {
  if (!text) {
    if (REQUIRED.includes(name)) return 'missing';
    return name === 'privacy-url' || name === 'country' ? 'better' : undefined;
  }
  switch (name) {
    case 'endpoint':
    case 'follow-up':
    case 'src':
    case 'base':
      if (usableEndpoint(text, page) && (name === 'base' || /^(https?:|\/)/i.test(text))) return undefined;
      return /^http:/i.test(text) ? 'insecure' : 'address';
    case 'hotline-url':
    case 'privacy-url':
      return WEB_ADDRESS.test(text) && URL.canParse(text) ? undefined : 'address';
    case 'exit-url':
      return /^https:/i.test(text) && WEB_ADDRESS.test(text) && URL.canParse(text) ? undefined : 'https';
    case 'country':
      return /^[a-z]{2}$/i.test(text) ? undefined : 'country';
    case 'lang':
      return /^[a-z]{2,3}(-[a-z\d]{2,8})*$/i.test(text) ? undefined : 'lang';
    case 'partner':
      return /^[a-z0-9][a-z0-9._-]{1,63}$/.test(text) ? undefined : 'partner';
    default:
      return undefined;
  }
}
