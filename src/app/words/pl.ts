// The words of the application around the form, in Polish. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Otrzymany link',
  'received.many': 'Otrzymane linki: {n}',
  'received.nothing-sent': 'Nic nie jest wysyłane, dopóki nie wybierzesz „Wyślij zgłoszenie”.',
  'received.removed': 'Usunięto z linku: {names}. To mogło zdradzić, kto udostępnił link.',
  'received.unwrapped': 'Link prowadził przez inną witrynę. Zostaje tylko link, który w nim był.',
  'received.advertisement': 'Pominięto, bo to reklama:',
  'received.refused': 'Pominięto, bo to istnieje tylko na twoim urządzeniu:',
  'received.too_many': 'Pominięto, bo zgłoszenie może zawierać najwyżej {n} linków:',
  'received.words': 'Słów wokół linku nie zachowujemy.',
  'received.hide': 'Ukryj',

  'none.title': 'Nie dotarł żaden link',
  'none.body':
    'W tym, co udostępniono, nie ma linku. W tamtej aplikacji poszukaj „Kopiuj link”. Potem wklej link tutaj.',
  'lost.title': 'Udostępniona treść nie dotarła',
  'lost.body':
    'Nic nie zostało zachowane ani wysłane. Skopiuj link w tamtej aplikacji, a potem wklej go tutaj.',

  paste: 'Wklej link',
  'paste.refused':
    'Przeglądarka nie pozwala odczytać tego, co jest skopiowane. W formularzu naciśnij i przytrzymaj pole „Link (adres strony)”, a potem stuknij „Wklej”.',

  'replace.title': 'Zastąpić swoje zgłoszenie?',
  'replace.answers':
    'Udostępniasz właśnie inną treść. Jeśli zastąpisz nią zgłoszenie, twoje odpowiedzi zostaną usunięte.',
  'replace.number':
    'Udostępniasz właśnie inną treść. Jeśli przejdziesz dalej, numer twojego zgłoszenia nie będzie już widoczny.',
  'replace.keep': 'Nie zastępuj',
  'replace.go': 'Zastąp',

  'how.title': 'Jak zgłosić treść z innej aplikacji',
  'how.installed':
    'Jeśli ta aplikacja jest zainstalowana na telefonie z Androidem: w tamtej aplikacji stuknij „Udostępnij”, a potem „{name}”.',
  'how.copy': 'Jeśli nie: w tamtej aplikacji stuknij „Udostępnij”, a potem „Kopiuj link”.',
  'how.copy.picture': 'Ekran telefonu. Menu udostępniania jest otwarte, a „Kopiuj link” jest zakreślone.',
  'how.paste': 'Tutaj stuknij „Wklej link”.',
  'how.paste.picture': 'Ten sam telefon. Przycisk „Wklej” jest zakreślony, a link pojawia się w polu.',

  'ios.title': 'iPhone, iPad: utwórz skrót',
  'ios.1': 'Otwórz aplikację „Skróty” i utwórz skrót.',
  'ios.2': 'W szczegółach skrótu włącz „Pokaż w arkuszu udostępniania”. Wybierz typy „Adresy URL” i „Tekst”.',
  'ios.3': 'Dodaj czynność „Kopiuj do schowka”. W jej opcjach włącz „Tylko lokalnie”.',
  'ios.4': 'Dodaj czynność „Otwórz adresy URL” z tym adresem:',
  'ios.5':
    'W aplikacji, w której jest treść, stuknij „Udostępnij”, a potem swój skrót. Tutaj stuknij „Wklej link”.',
  'ios.why':
    'Link przechodzi tylko przez schowek. Nie wstawiaj go do adresu, który ma się otworzyć: zostałby w historii.',

  'install.title': 'Zainstaluj tę aplikację',
  'install.optional': 'Możesz zgłaszać bez instalowania aplikacji. Zanim ją zainstalujesz, przeczytaj to:',
  'install.stays':
    'Na urządzeniu zostają ikona, nazwa i pliki aplikacji. Nigdy nie zostaje link, odpowiedź ani zgłoszenie.',
  'install.seen': 'Inne osoby, które używają urządzenia, mogą zobaczyć ikonę i nazwę „{name}”.',
  'install.maker':
    'Firma, która tworzy przeglądarkę, może się dowiedzieć, że masz tę aplikację. Jeśli przeglądarka jest synchronizowana, ikona może się pojawić na twoich innych urządzeniach.',
  'install.visit':
    'Jak przy każdej witrynie, przeglądarka zapisuje twoją wizytę w swojej historii i zachowuje pliki strony.',
  'install.remove':
    'Aby ją usunąć: naciśnij i przytrzymaj ikonę, a potem wybierz „Odinstaluj” lub „Usuń”. Aby usunąć też pliki aplikacji, usuń dane tej witryny w ustawieniach przeglądarki.',
  'install.menu':
    'Aby ją zainstalować: w menu przeglądarki wybierz „Zainstaluj” lub „Dodaj do ekranu głównego”.',
  'install.go': 'Zainstaluj',
};
