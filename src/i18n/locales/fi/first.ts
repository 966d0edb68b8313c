// Finnish: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Ilmoitus palveluun {hotline}',
  'header.exit': 'Poistu nopeasti',
  'header.close': 'Sulje',
  'language.label': 'Kieli',
  'language.failed': 'Tätä kieltä ei voitu näyttää.',
  'step.count': 'Vaihe {n}/{total}',
  'step.required': 'Voit jättää tyhjäksi kohdat, joissa lukee ”valinnainen”.',
  'action.continue': 'Jatka',
  's1.title': 'Mitä näit?',
  's1.intro':
    'Ilmoittaminen on maksutonta. Nimeäsi ei tarvitse kertoa. Sinun ei tarvitse olla varma: tiimimme tarkistaa.',
  's1.privacy': 'Ilmoituksesi menee palveluun {hotline}, ei sivustolle {site}.',
  's1.privacy.through': 'Ilmoituksesi kulkee sivuston {site} kautta palveluun {hotline}.',
  's1.privacy.alone': 'Ilmoituksesi menee palveluun {hotline}.',
  's1.privacy.link': 'Tietosuoja',
  'cat.child_sexual_abuse': 'Lapsiin kohdistuva seksuaaliväkivalta',
  'cat.child_sexual_abuse.hint': 'Seksuaalinen kuva, video tai teksti, jossa on alle 18-vuotias',
  'cat.terrorism_bomb_making': 'Yllytys terrorismiin tai pommin tekoon',
  'cat.terrorism_bomb_making.hint': 'Kehotus iskuun, propaganda, räjähteiden valmistusohje',
  'cat.hate_violence_discrimination': 'Yllytys väkivaltaan, syrjintään tai vihaan',
  'cat.hate_violence_discrimination.hint':
    'Kehotus vihata ihmisiä tai hyökätä heidän kimppuunsa sen takia, keitä he ovat',
  'cat.crimes_against_humanity': 'Ihmisyyttä vastaan tehtyjen rikosten ihannointi',
  'cat.crimes_against_humanity.hint': 'Viesti, joka ylistää tai puolustelee kansanmurhaa tai kiistää sen',
  'cat.shocking_content_minors': 'Järkyttävä sisältö alaikäisten ulottuvilla',
  'cat.shocking_content_minors.hint': 'Pornografia tai raaka väkivalta, jonka lapsi voi nähdä helposti',
  'cat.procuring': 'Paritus',
  'cat.procuring.hint': 'Mainos tai tili, joka hyötyy toisen ihmisen prostituutiosta',
  'cat.suicide_incitement': 'Yllytys itsemurhaan',
  'cat.suicide_incitement.hint': 'Viesti tai sivusto, joka yllyttää ihmistä päättämään elämänsä',
  'cat.sexual_harassment': 'Seksuaalinen häirintä',
  'cat.sexual_harassment.hint': 'Ei-toivotut seksuaaliset viestit, kiristys tai uhkailu intiimeillä kuvilla',
  'cat.unsure': 'En tiedä',
  'cat.unsure.hint': 'Tiimimme valitsee puolestasi',
  'cat.or': 'tai',
  's1.emergency': 'Onko välitön vaara?',
  'call.police': 'Poliisi',
  'call.any': 'Hätänumero',
  'call.text': 'Tekstiviesti',
  'err.fallback': 'Ilmoita palvelun {hotline} sivustolla',
  'draft.kept': 'Vastauksesi ovat yhä tässä.',
  'sr.step': 'Vaihe {n}/{total}: {title}',
  'sr.newtab': '(uusi välilehti)',
  'sr.call': 'Soita numeroon {number}',
  'sr.message': 'Tekstiviesti numeroon {number}',
  'err.later': 'Seuraavia vaiheita ei voitu näyttää.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
