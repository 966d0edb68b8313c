// The words of the application around the form, in Latvian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Saņemtā saite',
  'received.many': 'Saņemtās saites: {n}',
  'received.nothing-sent': 'Nekas netiek nosūtīts, kamēr nenospiežat „Nosūtīt ziņojumu”.',
  'received.removed': 'Noņemts no saites: {names}. Tas varēja atklāt, kas kopīgoja saiti.',
  'received.unwrapped': 'Saite veda caur citu vietni. Paturam tikai saiti, kas bija tajā.',
  'received.advertisement': 'Neiekļauts, jo tā ir reklāma:',
  'received.refused': 'Neiekļauts, jo tas ir tikai jūsu ierīcē:',
  'received.too_many': 'Neiekļauts, jo ziņojumā var būt ne vairāk kā {n} saites:',
  'received.words': 'Vārdus ap saiti neglabājam.',
  'received.hide': 'Paslēpt',

  'none.title': 'Saite nav saņemta',
  'none.body':
    'Tajā, ko kopīgojāt, nav saites. Lietotnē, kurā tas bija, meklējiet „Kopēt saiti”. Tad ielīmējiet saiti šeit.',
  'lost.title': 'Tas, ko kopīgojāt, nav saņemts',
  'lost.body':
    'Neko nesaglabājām un nenosūtījām. Nokopējiet saiti lietotnē, no kuras kopīgojāt, tad ielīmējiet to šeit.',

  paste: 'Ielīmēt saiti',
  'paste.refused':
    'Pārlūks neļauj šai lapai nolasīt to, kas nokopēts. Veidlapā turiet pirkstu uz lauka „Saite (lapas adrese)”, tad izvēlieties „Ielīmēt”.',

  'replace.title': 'Vai aizstāt jūsu ziņojumu?',
  'replace.answers': 'Jūs tikko kopīgojāt citu saturu. Ja ziņojumu aizstāsiet, jūsu atbildes tiks dzēstas.',
  'replace.number':
    'Jūs tikko kopīgojāt citu saturu. Ja turpināsiet, jūsu ziņojuma numurs vairs nebūs redzams.',
  'replace.keep': 'Neaizstāt',
  'replace.go': 'Aizstāt',

  'how.title': 'Ziņot no citas lietotnes',
  'how.installed':
    'Ja šī lietotne ir instalēta Android tālrunī, otrajā lietotnē izvēlieties „Kopīgot”, tad „{name}”.',
  'how.copy': 'Ja nav, otrajā lietotnē izvēlieties „Kopīgot”, tad „Kopēt saiti”.',
  'how.copy.picture': 'Tālruņa ekrāns. Atvērta kopīgošanas izvēlne; ap „Kopēt saiti” ir aplis.',
  'how.paste': 'Šeit pieskarieties pogai „Ielīmēt saiti”.',
  'how.paste.picture': 'Tas pats tālrunis. Ap pogu „Ielīmēt” ir aplis, un saite parādās laukā.',

  'ios.title': 'iPhone, iPad: izveidot saīsni',
  'ios.1': 'Atveriet lietotni „Shortcuts” (saīsnes) un izveidojiet saīsni.',
  'ios.2':
    'Saīsnes informācijā ieslēdziet „Show in Share Sheet” (rādīt kopīgošanas lapā). Izvēlieties veidus „URLs” (saites) un „Text” (teksts).',
  'ios.3':
    'Pievienojiet darbību „Copy to Clipboard” (kopēt starpliktuvē). Tās opcijās ieslēdziet „Local Only” (tikai šajā ierīcē).',
  'ios.4': 'Pievienojiet darbību „Open URLs” (atvērt saites) ar šo adresi:',
  'ios.5':
    'Otrajā lietotnē izvēlieties „Kopīgot” vai „Share”, tad savu saīsni. Šeit pieskarieties pogai „Ielīmēt saiti”.',
  'ios.why': 'Saite iet tikai caur starpliktuvi. Nelieciet to atveramajā adresē: saite paliktu vēsturē.',

  'install.title': 'Instalēt šo lietotni',
  'install.optional': 'Varat ziņot, to neinstalējot. Pirms instalējat, ņemiet vērā:',
  'install.stays':
    'Ierīcē paliek lietotnes ikona, nosaukums un faili. Nekad nepaliek ne saite, ne atbilde, ne ziņojums.',
  'install.seen': 'Citi cilvēki, kas lieto šo ierīci, var redzēt ikonu un nosaukumu „{name}”.',
  'install.maker':
    'Uzņēmums, kas veido pārlūku, var uzzināt, ka instalējāt lietotni. Ja pārlūks tiek sinhronizēts, ikona var parādīties citās jūsu ierīcēs.',
  'install.visit': 'Kā jebkurā vietnē, pārlūks ieraksta jūsu apmeklējumu vēsturē un glabā lapas failus.',
  'install.remove':
    'Lai lietotni noņemtu, turiet pirkstu uz ikonas, tad izvēlieties „Atinstalēt” vai „Noņemt”. Lai noņemtu arī lietotnes failus, pārlūka iestatījumos izdzēsiet šīs vietnes datus.',
  'install.menu':
    'Lai lietotni instalētu, pārlūka izvēlnē izvēlieties „Instalēt” vai „Pievienot sākuma ekrānam”.',
  'install.go': 'Instalēt',
};
