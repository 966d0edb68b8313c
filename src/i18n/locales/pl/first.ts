// Polish: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Zgłoś do serwisu {hotline}',
  'header.exit': 'Szybkie wyjście',
  'header.close': 'Zamknij',
  'language.label': 'Język',
  'language.failed': 'Nie można wyświetlić tego języka.',
  'step.count': 'Krok {n} z {total}',
  'step.required': 'To, co ma dopisek „opcjonalne”, możesz zostawić puste.',
  'action.continue': 'Dalej',
  's1.title': 'Co chcesz zgłosić?',
  's1.intro':
    'To bezpłatne. Nie musisz podawać imienia ani nazwiska. Możesz mieć wątpliwości: nasz zespół to sprawdza.',
  's1.privacy': 'Twoje zgłoszenie trafia do serwisu {hotline}, a nie do {site}.',
  's1.privacy.through': 'Twoje zgłoszenie przechodzi przez {site}, a potem trafia do serwisu {hotline}.',
  's1.privacy.alone': 'Twoje zgłoszenie trafia do serwisu {hotline}.',
  's1.privacy.link': 'Prywatność',
  'cat.child_sexual_abuse': 'Treści przedstawiające seksualne wykorzystywanie dzieci',
  'cat.child_sexual_abuse.hint': 'Seksualne zdjęcie, film lub tekst z udziałem osoby poniżej 18 lat',
  'cat.terrorism_bomb_making': 'Nawoływanie do terroryzmu lub do budowy bomb',
  'cat.terrorism_bomb_making.hint': 'Wezwanie do zamachu, propaganda, wytwarzanie materiałów wybuchowych',
  'cat.hate_violence_discrimination': 'Nawoływanie do przemocy, dyskryminacji lub nienawiści',
  'cat.hate_violence_discrimination.hint': 'Wezwanie, aby nienawidzić lub atakować ludzi za to, kim są',
  'cat.crimes_against_humanity': 'Pochwalanie zbrodni przeciwko ludzkości',
  'cat.crimes_against_humanity.hint': 'Wpis, który chwali ludobójstwo, usprawiedliwia je lub mu zaprzecza',
  'cat.shocking_content_minors': 'Szokujące treści dostępne dla dzieci',
  'cat.shocking_content_minors.hint': 'Pornografia lub skrajna przemoc, na którą dziecko łatwo trafi',
  'cat.procuring': 'Sutenerstwo',
  'cat.procuring.hint': 'Ogłoszenie lub konto, które zarabia na prostytucji innej osoby',
  'cat.suicide_incitement': 'Nakłanianie do samobójstwa',
  'cat.suicide_incitement.hint': 'Wiadomość lub strona, która nakłania do odebrania sobie życia',
  'cat.sexual_harassment': 'Molestowanie seksualne',
  'cat.sexual_harassment.hint':
    'Niechciane wiadomości seksualne, szantaż lub groźby z użyciem intymnych zdjęć',
  'cat.unsure': 'Nie wiem',
  'cat.unsure.hint': 'Nasz zespół wybierze za ciebie',
  'cat.or': 'lub',
  's1.emergency': 'Nagłe zagrożenie?',
  'call.police': 'Policja',
  'call.any': 'Numer alarmowy',
  'call.text': 'SMS',
  'err.fallback': 'Zgłoś na stronie {hotline}',
  'draft.kept': 'Twoje odpowiedzi nadal tu są.',
  'sr.step': 'Krok {n} z {total}: {title}',
  'sr.newtab': '(nowa karta)',
  'sr.call': 'Zadzwoń pod numer {number}',
  'sr.message': 'SMS na numer {number}',
  'err.later': 'Nie można wyświetlić dalszych kroków.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
