// Estonian: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Teade teenusele {hotline}',
  'header.exit': 'Lahkuge kiiresti',
  'header.close': 'Sulgege',
  'language.label': 'Keel',
  'language.failed': 'Seda keelt ei saanud näidata.',
  'step.count': 'Samm {n}/{total}',
  'step.required': 'Võite jätta tühjaks kohad, kus on kirjas „vabatahtlik“.',
  'action.continue': 'Edasi',
  's1.title': 'Mida te nägite?',
  's1.intro': 'See on tasuta. Te ei pea oma nime ütlema. Te ei pea kindel olema: meie meeskond kontrollib.',
  's1.privacy': 'Teie teade läheb teenusele {hotline}, mitte saidile {site}.',
  's1.privacy.through': 'Teie teade läheb saidi {site} kaudu teenusele {hotline}.',
  's1.privacy.alone': 'Teie teade läheb teenusele {hotline}.',
  's1.privacy.link': 'Privaatsus',
  'cat.child_sexual_abuse': 'Laste seksuaalne väärkohtlemine',
  'cat.child_sexual_abuse.hint': 'Seksuaalne pilt, video või tekst, milles on alla 18-aastane',
  'cat.terrorism_bomb_making': 'Üleskutse terrorismile või pommi tegemisele',
  'cat.terrorism_bomb_making.hint': 'Üleskutse rünnakule, propaganda, lõhkeaine valmistamise juhend',
  'cat.hate_violence_discrimination': 'Üleskutse vägivallale, diskrimineerimisele või vihkamisele',
  'cat.hate_violence_discrimination.hint': 'Üleskutse vihata või rünnata inimesi selle pärast, kes nad on',
  'cat.crimes_against_humanity': 'Inimsusevastaste kuritegude ülistamine',
  'cat.crimes_against_humanity.hint': 'Sõnum, mis ülistab, õigustab või eitab genotsiidi',
  'cat.shocking_content_minors': 'Alaealistele kättesaadav šokeeriv sisu',
  'cat.shocking_content_minors.hint': 'Pornograafia või julm vägivald, mida laps võib kergesti näha',
  'cat.procuring': 'Kupeldamine',
  'cat.procuring.hint': 'Kuulutus või konto, mis teenib teise inimese prostitutsioonilt',
  'cat.suicide_incitement': 'Enesetapule õhutamine',
  'cat.suicide_incitement.hint': 'Sõnum või sait, mis õhutab inimest oma elu lõpetama',
  'cat.sexual_harassment': 'Seksuaalne ahistamine',
  'cat.sexual_harassment.hint':
    'Soovimatud seksuaalsed sõnumid, väljapressimine või ähvardamine intiimsete piltidega',
  'cat.unsure': 'Ma ei tea',
  'cat.unsure.hint': 'Meie meeskond valib teie eest',
  'cat.or': 'või',
  's1.emergency': 'Vahetu oht?',
  'call.police': 'Politsei',
  'call.any': 'Hädaabi',
  'call.text': 'SMS',
  'err.fallback': 'Teatage teenuse {hotline} saidil',
  'draft.kept': 'Teie vastused on siin alles.',
  'sr.step': 'Samm {n}/{total}: {title}',
  'sr.newtab': '(uus vaheleht)',
  'sr.call': 'Helistage numbril {number}',
  'sr.message': 'SMS numbrile {number}',
  'err.later': 'Järgmisi samme ei saanud näidata.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
