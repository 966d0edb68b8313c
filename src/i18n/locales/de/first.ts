// German: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Meldung an {hotline}',
  'header.exit': 'Schnell verlassen',
  'header.close': 'Schließen',
  'language.label': 'Sprache',
  'language.failed': 'Diese Sprache konnte nicht angezeigt werden.',
  'step.count': 'Schritt {n} von {total}',
  'step.required': 'Alles mit dem Hinweis „freiwillig“ können Sie leer lassen.',
  'action.continue': 'Weiter',
  's1.title': 'Was haben Sie gesehen?',
  's1.intro':
    'Es ist kostenlos. Sie müssen Ihren Namen nicht angeben. Sie müssen nicht sicher sein: Unser Team prüft es.',
  's1.privacy': 'Ihre Meldung geht an {hotline}, nicht an {site}.',
  's1.privacy.through': 'Ihre Meldung geht über {site} an {hotline}.',
  's1.privacy.alone': 'Ihre Meldung geht an {hotline}.',
  's1.privacy.link': 'Datenschutz',
  'cat.child_sexual_abuse': 'Darstellungen sexuellen Missbrauchs von Kindern',
  'cat.child_sexual_abuse.hint': 'Sexuelle Bilder, Videos oder Texte mit einer Person unter 18 Jahren',
  'cat.terrorism_bomb_making': 'Aufruf zu Terrorismus oder Bombenbau',
  'cat.terrorism_bomb_making.hint': 'Aufruf zu einem Anschlag, Propaganda, Anleitung für Sprengstoff',
  'cat.hate_violence_discrimination': 'Aufruf zu Gewalt, Diskriminierung oder Hass',
  'cat.hate_violence_discrimination.hint':
    'Aufruf, Menschen zu hassen oder anzugreifen, weil sie so sind, wie sie sind',
  'cat.crimes_against_humanity': 'Verherrlichung von Verbrechen gegen die Menschlichkeit',
  'cat.crimes_against_humanity.hint': 'Beitrag, der einen Völkermord lobt, rechtfertigt oder leugnet',
  'cat.shocking_content_minors': 'Schockierende Inhalte, die Minderjährige sehen können',
  'cat.shocking_content_minors.hint': 'Pornografie oder extreme Gewalt, die ein Kind leicht sehen kann',
  'cat.procuring': 'Zuhälterei',
  'cat.procuring.hint': 'Anzeige oder Konto, das an der Prostitution einer anderen Person verdient',
  'cat.suicide_incitement': 'Anstiftung zum Suizid',
  'cat.suicide_incitement.hint': 'Beitrag oder Website, die jemanden dazu drängt, sich das Leben zu nehmen',
  'cat.sexual_harassment': 'Sexuelle Belästigung',
  'cat.sexual_harassment.hint':
    'Unerwünschte sexuelle Nachrichten, Erpressung oder Drohungen mit intimen Bildern',
  'cat.unsure': 'Ich weiß es nicht',
  'cat.unsure.hint': 'Unser Team wählt für Sie aus',
  'cat.or': 'oder',
  's1.emergency': 'Akute Gefahr?',
  'call.police': 'Polizei',
  'call.any': 'Notruf',
  'call.text': 'SMS',
  'err.fallback': 'Auf der Website von {hotline} melden',
  'draft.kept': 'Ihre Antworten sind noch da.',
  'sr.step': 'Schritt {n} von {total}: {title}',
  'sr.newtab': '(neuer Tab)',
  'sr.call': '{number} anrufen',
  'sr.message': 'SMS an {number}',
  'err.later': 'Die nächsten Schritte konnten nicht angezeigt werden.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
