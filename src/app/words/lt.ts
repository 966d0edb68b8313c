// The words of the application around the form, in Lithuanian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Gautas adresas',
  'received.many': 'Gauta adresų: {n}',
  'received.nothing-sent': 'Nieko neišsiunčiame, kol nepaspausite „Siųsti pranešimą“.',
  'received.removed': 'Pašalinta iš nuorodos: {names}. Tai gali atskleisti, kas dalijasi.',
  'received.unwrapped': 'Nuoroda vedė per kitą svetainę. Paliekame tik adresą, kuris buvo nuorodoje.',
  'received.advertisement': 'Neįtraukta, nes tai reklama:',
  'received.refused': 'Neįtraukta, nes tai yra tik jūsų įrenginyje:',
  'received.too_many': 'Neįtraukta, nes pranešime gali būti ne daugiau kaip {n} adresų:',
  'received.words': 'Žodžių aplink adresą nesaugome.',
  'received.hide': 'Slėpti',

  'none.title': 'Adreso negauta',
  'none.body':
    'Tame, kuo pasidalijote, adreso nėra. Kitoje programėlėje ieškokite „Kopijuoti nuorodą“. Tada įklijuokite adresą čia.',
  'lost.title': 'Tai, kuo pasidalijote, negauta',
  'lost.body':
    'Nieko neišsaugojome ir neišsiuntėme. Nukopijuokite nuorodą kitoje programėlėje ir įklijuokite ją čia.',

  paste: 'Įklijuoti adresą',
  'paste.refused':
    'Naršyklė neleidžia šiam puslapiui perskaityti to, kas nukopijuota. Formoje palieskite ir palaikykite lauką „Nuoroda (puslapio adresas)“, tada palieskite „Įklijuoti“.',

  'replace.title': 'Pakeisti jūsų pranešimą kitu?',
  'replace.answers': 'Ką tik pasidalijote kitu turiniu. Jei jį pakeisite kitu, jūsų atsakymai bus ištrinti.',
  'replace.number': 'Ką tik pasidalijote kitu turiniu. Jei tęsite, jūsų pranešimo numerio nebematysite.',
  'replace.keep': 'Nekeisti',
  'replace.go': 'Pakeisti kitu',

  'how.title': 'Pranešti iš kitos programėlės',
  'how.installed':
    'Jei ši programėlė įdiegta Android telefone, kitoje programėlėje palieskite „Bendrinti“, tada „{name}“.',
  'how.copy': 'Jei ne, kitoje programėlėje palieskite „Bendrinti“, tada „Kopijuoti nuorodą“.',
  'how.copy.picture':
    'Telefono ekranas. Atvertas bendrinimo meniu; punktas „Kopijuoti nuorodą“ apvestas apskritimu.',
  'how.paste': 'Čia palieskite „Įklijuoti adresą“.',
  'how.paste.picture':
    'Tas pats telefonas. Mygtukas „Įklijuoti“ apvestas apskritimu, o adresas atsiranda lauke.',

  'ios.title': 'iPhone, iPad: sukurti sparčiąją komandą',
  'ios.1': 'Atverkite programėlę „Shortcuts“ (sparčiosios komandos) ir sukurkite sparčiąją komandą.',
  'ios.2':
    'Komandos informacijoje įjunkite „Show in Share Sheet“ (rodyti bendrinimo lape). Pasirinkite tipus „URLs“ (adresai) ir „Text“ (tekstas).',
  'ios.3':
    'Pridėkite veiksmą „Copy to Clipboard“ (kopijuoti į iškarpinę). Jo parinktyse įjunkite „Local Only“ (tik šiame įrenginyje).',
  'ios.4': 'Pridėkite veiksmą „Open URLs“ (atverti adresus) su šiuo adresu:',
  'ios.5':
    'Kitoje programėlėje palieskite „Bendrinti“ arba „Share“, tada savo komandą. Čia palieskite „Įklijuoti adresą“.',
  'ios.why': 'Nuoroda keliauja tik per iškarpinę. Nedėkite jos į atveriamą adresą: ji liktų istorijoje.',

  'install.title': 'Įdiegti šią programėlę',
  'install.optional': 'Pranešti galima ir jos neįdiegus. Prieš diegiant svarbu žinoti:',
  'install.stays':
    'Įrenginyje lieka programėlės piktograma, pavadinimas ir failai. Niekada nelieka nei adreso, nei atsakymo, nei pranešimo.',
  'install.seen': 'Kiti žmonės, kurie naudojasi įrenginiu, gali matyti piktogramą ir pavadinimą „{name}“.',
  'install.maker':
    'Naršyklę kurianti įmonė gali sužinoti, kad įdiegėte programėlę. Jei naršyklė sinchronizuojama, piktograma gali atsirasti kituose jūsų įrenginiuose.',
  'install.visit':
    'Kaip ir bet kurioje svetainėje, naršyklė įrašo jūsų apsilankymą į istoriją ir saugo puslapio failus.',
  'install.remove':
    'Kad programėlę pašalintumėte, palieskite ir palaikykite piktogramą, tada pasirinkite „Pašalinti“ arba „Ištrinti“. Kad pašalintumėte ir programėlės failus, naršyklės nustatymuose ištrinkite šios svetainės duomenis.',
  'install.menu':
    'Kad programėlę įdiegtumėte, naršyklės meniu pasirinkite „Įdiegti“ arba „Pridėti prie pagrindinio ekrano“.',
  'install.go': 'Įdiegti',
};
