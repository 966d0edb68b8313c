// « Avant d’intégrer », as HTML: the agreement with its letter, the place of the button, the partner's duties, and two paragraphs to
// paste.

import type { Words } from './words/words.ts';

type MakeOutput = (id: string, named: readonly [string, string]) => string;

const list = (title: string, lines: readonly string[], kind = ''): string =>
  `<div class="${kind}"><h4>${title}</h4><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></div>`;

/** A field of the letter. It is no answer: the link to share does not have it. */
const field = (name: string, kind: string, [label, hint]: readonly [string, string]): string =>
  `<div class="field"><label class="head" for="${name}">${label}</label>
    <input ${kind} id="${name}" aria-describedby="${name}-hint" autocomplete="off" spellcheck="false" /><p class="hint" id="${name}-hint">${hint}</p></div>`;

export function beforeSection({ tag, before }: Words, output: MakeOutput): string {
  const { agreement, letter, place, duties, privacy, accessibility } = before;
  return `<section id="avant" aria-labelledby="avant-title" tabindex="-1">
    <h2 id="avant-title">${before.title}</h2>
    <h3>${agreement.title}</h3>
    <p>${agreement.text} ${agreement.give}</p>
    <div class="pair">${list(agreement.askTitle, agreement.ask)}${list(agreement.getTitle, agreement.get)}</div>
    <div class="pair">${field('letter-site', 'type="text"', letter.site)}${field('letter-page', 'type="text" inputmode="url" autocapitalize="none" placeholder="https://www.exemple.fr/aide"', letter.page)}</div>
    ${output('letter', [letter.title, letter.hint])}
    <p class="read"><a class="plain" href="/${tag}/hotline.html" id="letter-guide">${letter.guide}</a> <a class="plain" href="/${tag}/contract.html" id="letter-contract">${letter.contract}</a></p>
    <h3>${place.title}</h3>
    <div class="pair">${list(place.yesTitle, place.yes, 'yes')}${list(place.noTitle, place.no, 'no')}</div>
    <h3>${duties.title}</h3>
    <p>${duties.text}</p>
    <ul class="duties">${duties.list.map((line) => `<li>${line}</li>`).join('')}</ul>
    <p class="hint">${duties.review}</p>
    ${output('privacy', [privacy.title, privacy.hint])}
    ${output('accessibility', [accessibility.title, accessibility.hint])}
  </section>`;
}
