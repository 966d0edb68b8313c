// The words of the application around the form, in Slovak. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Prijatý odkaz',
  'received.many': 'Prijaté odkazy: {n}',
  'received.nothing-sent': 'Nič sa neodošle, kým nezvolíte „Odoslať hlásenie“.',
  'received.removed': 'Odstránené z odkazu: {names}. Mohlo to prezradiť, kto odkaz zdieľal.',
  'received.unwrapped': 'Odkaz viedol cez iný web. Zostáva len odkaz, ktorý v ňom bol.',
  'received.advertisement': 'Vynechané, lebo je to reklama:',
  'received.refused': 'Vynechané, lebo to existuje len vo vašom zariadení:',
  'received.too_many': 'Vynechané, lebo hlásenie môže obsahovať najviac {n} odkazov:',
  'received.words': 'Slová okolo odkazu sa neuchovávajú.',
  'received.hide': 'Skryť',

  'none.title': 'Neprišiel žiadny odkaz',
  'none.body':
    'To, čo bolo zdieľané, neobsahuje odkaz. V druhej aplikácii hľadajte „Kopírovať odkaz“. Odkaz potom vložte sem.',
  'lost.title': 'Zdieľaný obsah neprišiel',
  'lost.body': 'Nič sa neuložilo ani neodoslalo. Skopírujte odkaz v druhej aplikácii a potom ho vložte sem.',

  paste: 'Vložiť odkaz',
  'paste.refused':
    'Prehliadač nedovoľuje prečítať, čo je skopírované. Vo formulári podržte prst na poli „Odkaz (adresa stránky)“ a potom zvoľte „Vložiť“ alebo „Prilepiť“.',

  'replace.title': 'Nahradiť vaše hlásenie?',
  'replace.answers': 'Práve ste zdieľali iný obsah. Ak ním hlásenie nahradíte, vaše odpovede sa vymažú.',
  'replace.number':
    'Práve ste zdieľali iný obsah. Ak budete pokračovať, číslo vášho hlásenia sa už nezobrazí.',
  'replace.keep': 'Nenahrádzať',
  'replace.go': 'Nahradiť',

  'how.title': 'Ako nahlásiť obsah z inej aplikácie',
  'how.installed':
    'Ak je táto aplikácia nainštalovaná v telefóne s Androidom: v druhej aplikácii klepnite na „Zdieľať“ a potom na „{name}“.',
  'how.copy': 'Ak nie je: v druhej aplikácii klepnite na „Zdieľať“ a potom na „Kopírovať odkaz“.',
  'how.copy.picture': 'Obrazovka telefónu. Je otvorená ponuka zdieľania a „Kopírovať odkaz“ je zakrúžkované.',
  'how.paste': 'Tu klepnite na „Vložiť odkaz“.',
  'how.paste.picture': 'Ten istý telefón. Tlačidlo „Vložiť“ je zakrúžkované a odkaz sa objaví v poli.',

  'ios.title': 'iPhone, iPad: vytvoriť skratku',
  'ios.1': 'Otvorte aplikáciu „Skratky“ a vytvorte skratku.',
  'ios.2': 'V podrobnostiach skratky zapnite „Zobraziť v hárku zdieľania“. Vyberte typy „URL“ a „Text“.',
  'ios.3': 'Pridajte akciu „Kopírovať do schránky“. V jej možnostiach zapnite „Iba lokálne“.',
  'ios.4': 'Pridajte akciu „Otvoriť URL adresy“ s touto adresou:',
  'ios.5':
    'V druhej aplikácii klepnite na „Zdieľať“ a potom na svoju skratku. Tu klepnite na „Vložiť odkaz“.',
  'ios.why':
    'Odkaz ide len cez schránku. Nevkladajte ho do adresy, ktorá sa má otvoriť: zostal by v histórii.',

  'install.title': 'Nainštalovať túto aplikáciu',
  'install.optional':
    'Nahlásiť obsah môžete aj bez inštalácie. Skôr ako aplikáciu nainštalujete, prečítajte si toto:',
  'install.stays':
    'V zariadení zostávajú ikona, názov a súbory aplikácie. Nikdy v ňom nezostane odkaz, odpoveď ani hlásenie.',
  'install.seen': 'Ďalší ľudia, ktorí zariadenie používajú, môžu vidieť ikonu a názov „{name}“.',
  'install.maker':
    'Firma, ktorá vyvíja prehliadač, sa môže dozvedieť, že ste aplikáciu nainštalovali. Ak je prehliadač synchronizovaný, ikona sa môže objaviť aj vo vašich ďalších zariadeniach.',
  'install.visit':
    'Ako pri každom webe si prehliadač zapíše vašu návštevu do histórie a uchová súbory stránky.',
  'install.remove':
    'Ako ju odstrániť: podržte prst na ikone a potom zvoľte „Odinštalovať“ alebo „Odstrániť“. Ak chcete odstrániť aj súbory aplikácie, vymažte údaje tohto webu v nastaveniach prehliadača.',
  'install.menu': 'Ako ju nainštalovať: v ponuke prehliadača zvoľte „Inštalovať“ alebo „Pridať na plochu“.',
  'install.go': 'Nainštalovať',
};
