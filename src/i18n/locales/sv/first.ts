// Swedish: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Anmäl till {hotline}',
  'header.exit': 'Lämna sidan',
  'header.close': 'Stäng',
  'language.label': 'Språk',
  'language.failed': 'Språket kunde inte visas.',
  'step.count': 'Steg {n} av {total}',
  'step.required': 'Du kan hoppa över det som är märkt ”valfritt”.',
  'action.continue': 'Fortsätt',
  's1.title': 'Vad har du sett?',
  's1.intro':
    'Det är gratis. Du behöver inte säga vad du heter. Du behöver inte veta säkert: vårt team kontrollerar det.',
  's1.privacy': 'Din anmälan går till {hotline}, inte till {site}.',
  's1.privacy.through': 'Din anmälan går via {site} och sedan till {hotline}.',
  's1.privacy.alone': 'Din anmälan går till {hotline}.',
  's1.privacy.link': 'Personuppgifter',
  'cat.child_sexual_abuse': 'Innehåll med sexuella övergrepp mot barn',
  'cat.child_sexual_abuse.hint': 'Sexuell bild, film eller text med någon under 18 år',
  'cat.terrorism_bomb_making': 'Uppmaning till terrorism eller bombtillverkning',
  'cat.terrorism_bomb_making.hint': 'Uppmaning till attentat, propaganda, hur man gör sprängmedel',
  'cat.hate_violence_discrimination': 'Uppmaning till våld, diskriminering eller hat',
  'cat.hate_violence_discrimination.hint':
    'Uppmaning att hata eller angripa människor på grund av vilka de är',
  'cat.crimes_against_humanity': 'Hyllning av brott mot mänskligheten',
  'cat.crimes_against_humanity.hint': 'Meddelande som hyllar, försvarar eller förnekar ett folkmord',
  'cat.shocking_content_minors': 'Chockerande innehåll som barn kan nå',
  'cat.shocking_content_minors.hint': 'Pornografi eller grovt våld som ett barn lätt kan se',
  'cat.procuring': 'Koppleri',
  'cat.procuring.hint': 'Annons eller konto som tjänar på någon annans prostitution',
  'cat.suicide_incitement': 'Uppmaning till självmord',
  'cat.suicide_incitement.hint': 'Meddelande eller webbplats som uppmanar någon att ta sitt liv',
  'cat.sexual_harassment': 'Sexuella trakasserier',
  'cat.sexual_harassment.hint': 'Oönskade sexuella meddelanden, utpressning eller hot med intima bilder',
  'cat.unsure': 'Jag vet inte',
  'cat.unsure.hint': 'Vårt team väljer åt dig',
  'cat.or': 'eller',
  's1.emergency': 'Akut fara?',
  'call.police': 'Polis',
  'call.any': 'Nödnummer',
  'call.text': 'Sms',
  'err.fallback': 'Anmäl på webbplatsen för {hotline}',
  'draft.kept': 'Dina svar finns kvar här.',
  'sr.step': 'Steg {n} av {total}: {title}',
  'sr.newtab': '(ny flik)',
  'sr.call': 'Ring {number}',
  'sr.message': 'Sms till {number}',
  'err.later': 'Fortsättningen kunde inte visas.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
