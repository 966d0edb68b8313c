// The words of the application around the form, in German. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link empfangen',
  'received.many': '{n} Links empfangen',
  'received.nothing-sent': 'Es wird nichts gesendet, bevor Sie „Meldung senden“ wählen.',
  'received.removed': 'Aus dem Link entfernt: {names}. Das konnte zeigen, wer den Link geteilt hat.',
  'received.unwrapped': 'Der Link führte über eine andere Website. Nur der Link darin wird behalten.',
  'received.advertisement': 'Weggelassen, weil es Werbung ist:',
  'received.refused': 'Weggelassen, weil es das nur auf Ihrem Gerät gibt:',
  'received.too_many': 'Weggelassen, weil eine Meldung höchstens {n} Links enthält:',
  'received.words': 'Die Wörter um den Link herum werden nicht behalten.',
  'received.hide': 'Ausblenden',

  'none.title': 'Kein Link empfangen',
  'none.body':
    'Was geteilt wurde, enthält keinen Link. Suchen Sie in der anderen App nach „Link kopieren“. Dann fügen Sie den Link hier ein.',
  'lost.title': 'Was Sie geteilt haben, ist nicht angekommen',
  'lost.body':
    'Es wurde nichts gespeichert und nichts gesendet. Kopieren Sie den Link in der anderen App, dann fügen Sie ihn hier ein.',

  paste: 'Link einfügen',
  'paste.refused':
    'Der Browser lässt diese Seite nicht lesen, was kopiert wurde. Halten Sie im Formular das Feld „Link (Adresse der Seite)“ gedrückt, dann tippen Sie auf „Einfügen“.',

  'replace.title': 'Ihre Meldung ersetzen?',
  'replace.answers':
    'Sie haben gerade einen anderen Inhalt geteilt. Wenn Sie die Meldung ersetzen, werden Ihre Antworten gelöscht.',
  'replace.number':
    'Sie haben gerade einen anderen Inhalt geteilt. Wenn Sie weitermachen, wird die Nummer Ihrer Meldung nicht mehr angezeigt.',
  'replace.keep': 'Nicht ersetzen',
  'replace.go': 'Ersetzen',

  'how.title': 'Aus einer anderen App melden',
  'how.installed':
    'Wenn diese App auf einem Android-Handy installiert ist: Tippen Sie in der anderen App auf „Teilen“, dann auf „{name}“.',
  'how.copy': 'Sonst tippen Sie in der anderen App auf „Teilen“, dann auf „Link kopieren“.',
  'how.copy.picture':
    'Der Bildschirm eines Handys. Ein Menü zum Teilen ist offen; „Link kopieren“ ist eingekreist.',
  'how.paste': 'Tippen Sie hier auf „Link einfügen“.',
  'how.paste.picture':
    'Dasselbe Handy. Eine Schaltfläche „Einfügen“ ist eingekreist, und der Link kommt in das Feld.',

  'ios.title': 'iPhone, iPad: einen Kurzbefehl erstellen',
  'ios.1': 'Öffnen Sie die App „Kurzbefehle“ und erstellen Sie einen Kurzbefehl.',
  'ios.2':
    'Schalten Sie in den Details des Kurzbefehls „Im Share-Sheet anzeigen“ ein. Wählen Sie die Typen „URLs“ und „Text“.',
  'ios.3':
    'Fügen Sie die Aktion „In Zwischenablage kopieren“ hinzu. Schalten Sie in den Optionen der Aktion „Nur lokal“ ein.',
  'ios.4': 'Fügen Sie die Aktion „URLs öffnen“ hinzu, mit dieser Adresse:',
  'ios.5':
    'Tippen Sie in der anderen App auf „Teilen“, dann auf Ihren Kurzbefehl. Tippen Sie hier auf „Link einfügen“.',
  'ios.why':
    'Der Link geht nur über die Zwischenablage. Setzen Sie ihn nicht in die Adresse, die geöffnet wird: Er würde im Verlauf bleiben.',

  'install.title': 'Diese App installieren',
  'install.optional':
    'Sie können melden, ohne die App zu installieren. Vor dem Installieren sollten Sie wissen:',
  'install.stays':
    'Auf dem Gerät bleiben das Symbol, der Name und die Dateien der App. Nie ein Link, eine Antwort oder eine Meldung.',
  'install.seen': 'Andere Personen, die das Gerät nutzen, können das Symbol und den Namen „{name}“ sehen.',
  'install.maker':
    'Die Firma, die den Browser macht, kann erfahren, dass Sie die App installiert haben. Wenn der Browser synchronisiert wird, kann das Symbol auf Ihren anderen Geräten erscheinen.',
  'install.visit':
    'Wie bei jeder Website schreibt der Browser Ihren Besuch in seinen Verlauf und behält die Dateien der Seite.',
  'install.remove':
    'So entfernen Sie die App: Halten Sie das Symbol gedrückt, dann tippen Sie auf „Deinstallieren“ oder „Entfernen“. Um auch die Dateien der App zu entfernen, löschen Sie die Daten dieser Website in den Einstellungen des Browsers.',
  'install.menu':
    'So installieren Sie die App: Wählen Sie im Menü des Browsers „Installieren“ oder „Zum Startbildschirm hinzufügen“.',
  'install.go': 'Installieren',
};
