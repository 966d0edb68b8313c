// « Avant d’intégrer », as HTML: the agreement, the place of the button, the partner's duties, and two paragraphs to
// paste.

import type { Words } from './words/words.ts';

type MakeOutput = (id: string, named: readonly [string, string]) => string;

const list = (title: string, lines: readonly string[], kind = ''): string =>
  `<div class="${kind}"><h4>${title}</h4><ul>${lines.map((line) => `<li>${line}</li>`).join('')}</ul></div>`;

export function beforeSection({ before }: Words, output: MakeOutput): string {
  const { agreement, place, duties, privacy, accessibility } = before;
  return `<section id="avant" aria-labelledby="avant-title" tabindex="-1">
    <h2 id="avant-title">${before.title}</h2>
    <h3>${agreement.title}</h3>
    <p>${agreement.text} ${agreement.give}</p>
    <div class="pair">${list(agreement.askTitle, agreement.ask)}${list(agreement.getTitle, agreement.get)}</div>
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
