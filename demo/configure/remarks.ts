// What is missing or wrong in an answer, as a name for which each language has a sentence.

import { usableEndpoint } from '../../src/core/report/endpoint.ts';
import { isAsked, REQUIRED, TEXTS, type Answers, type TextName } from './answers.ts';

/** What can be said of an answer. */
export type Remark = 'missing' | 'better' | 'insecure' | 'address' | 'https' | 'country' | 'lang' | 'partner';

/** Those that leave the code as it is: it works, and could be better. */
export const ADVICE: readonly Remark[] = ['better'];

/**
 * What is to be said, by field.
 * @param page address of this page: a page on this machine may speak to this machine
 */
export function remarks({ way, texts }: Answers, page: string): ReadonlyMap<TextName, Remark> {
  const said = new Map<TextName, Remark>();
  for (const name of TEXTS) {
    if (!isAsked(way, name)) continue;
    const remark = remarkOn(name, texts[name].trim(), page);
    if (remark) said.set(name, remark);
  }
  return said;
}

/** The answers without those that are wrong: what is not an address must not become a link in somebody's page. */
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
    case 'src':
    case 'base':
      if (usableEndpoint(text, page) && (name === 'base' || /^(https?:|\/)/i.test(text))) return undefined;
      return /^http:/i.test(text) ? 'insecure' : 'address';
    case 'hotline-url':
    case 'privacy-url':
      return /^https?:/i.test(text) && URL.canParse(text) ? undefined : 'address';
    case 'exit-url':
      return /^https:/i.test(text) && URL.canParse(text) ? undefined : 'https';
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
