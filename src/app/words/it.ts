// The words of the application around the form, in Italian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Link ricevuto',
  'received.many': 'Link ricevuti: {n}',
  'received.nothing-sent': 'Non viene inviato niente finché non scegli “Invia la segnalazione”.',
  'received.removed': 'Tolto dal link: {names}. Questo poteva rivelare chi ha condiviso il link.',
  'received.unwrapped': 'Il link passava da un altro sito. Viene tenuto solo il link che conteneva.',
  'received.advertisement': 'Lasciato fuori, perché è pubblicità:',
  'received.refused': 'Lasciato fuori, perché esiste solo sul tuo dispositivo:',
  'received.too_many': 'Lasciato fuori, perché una segnalazione contiene al massimo {n} link:',
  'received.words': 'Le parole intorno al link non vengono conservate.',
  'received.hide': 'Nascondi',

  'none.title': 'Nessun link ricevuto',
  'none.body':
    'Quello che è stato condiviso non contiene nessun link. Nell’altra app, cerca “Copia link”. Poi incolla qui il link.',
  'lost.title': 'Quello che hai condiviso non è arrivato',
  'lost.body': 'Non è stato salvato né inviato niente. Nell’altra app, copia il link. Poi incollalo qui.',

  paste: 'Incolla il link',
  'paste.refused':
    'Il browser non lascia leggere quello che è stato copiato. Nel modulo, tieni premuto il campo “Link (indirizzo della pagina)”, poi tocca “Incolla”.',

  'replace.title': 'Sostituire la tua segnalazione?',
  'replace.answers':
    'Hai appena condiviso qualcos’altro. Se la sostituisci, le tue risposte saranno cancellate.',
  'replace.number':
    'Hai appena condiviso qualcos’altro. Se continui, il numero della tua segnalazione non sarà più mostrato.',
  'replace.keep': 'Non sostituire',
  'replace.go': 'Sostituisci',

  'how.title': 'Segnala da un’altra app',
  'how.installed':
    'Se questa app è installata su un telefono Android: nell’altra app, tocca “Condividi”, poi “{name}”.',
  'how.copy': 'Altrimenti, nell’altra app, tocca “Condividi”, poi “Copia link”.',
  'how.copy.picture':
    'Lo schermo di un telefono. È aperto un menu di condivisione; “Copia link” è cerchiato.',
  'how.paste': 'Qui, tocca “Incolla il link”.',
  'how.paste.picture': 'Lo stesso telefono. Un pulsante “Incolla” è cerchiato, e il link arriva nel campo.',

  'ios.title': 'iPhone, iPad: crea un comando rapido',
  'ios.1': 'Apri l’app “Comandi Rapidi” e crea un comando rapido.',
  'ios.2': 'Nei suoi dettagli, attiva “Mostra nel foglio di condivisione”. Scegli i tipi “URL” e “Testo”.',
  'ios.3': 'Aggiungi l’azione “Copia negli appunti”. Nelle sue opzioni, attiva “Solo locale”.',
  'ios.4': 'Aggiungi l’azione “Apri URL”, con questo indirizzo:',
  'ios.5': 'Nell’altra app, tocca “Condividi”, poi il tuo comando rapido. Qui, tocca “Incolla il link”.',
  'ios.why':
    'Il link passa solo dagli appunti. Non metterlo nell’indirizzo da aprire: resterebbe nella cronologia.',

  'install.title': 'Installa questa app',
  'install.optional': 'Puoi segnalare senza installarla. Prima di installarla, ecco che cosa devi sapere:',
  'install.stays':
    'Sul dispositivo restano l’icona, il nome e i file dell’app. Mai un link, una risposta o una segnalazione.',
  'install.seen': 'Le altre persone che usano il dispositivo possono vedere l’icona e il nome “{name}”.',
  'install.maker':
    'L’azienda che fa il browser può venire a sapere che hai installato l’app. Se il browser è sincronizzato, l’icona può comparire sugli altri tuoi dispositivi.',
  'install.visit':
    'Come per ogni sito, il browser registra la tua visita nella cronologia e conserva i file della pagina.',
  'install.remove':
    'Per toglierla: tieni premuta l’icona, poi tocca “Disinstalla” o “Rimuovi”. Per togliere anche i file dell’app, cancella i dati di questo sito nelle impostazioni del browser.',
  'install.menu': 'Per installarla: nel menu del browser, scegli “Installa” o “Aggiungi a schermata Home”.',
  'install.go': 'Installa',
};
