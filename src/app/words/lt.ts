// The words of the application around the form, in Lithuanian. A draft.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'Gauta nuoroda',
  'received.many': 'Gauta nuorodų: {n}',
  'received.nothing-sent': 'Nieko neišsiunčiame, kol nepaspausite „Siųsti pranešimą“.',
  'received.removed': 'Pašalinta iš nuorodos: {names}. Tai galėjo atskleisti, kas pasidalijo nuoroda.',
  'received.unwrapped': 'Nuoroda vedė per kitą svetainę. Paliekame tik joje buvusią nuorodą.',
  'received.advertisement': 'Neįtraukta, nes tai reklama:',
  'received.refused': 'Neįtraukta, nes tai yra tik jūsų įrenginyje:',
  'received.too_many': 'Neįtraukta, nes pranešime gali būti ne daugiau kaip {n} nuorodų:',
  'received.words': 'Žodžių aplink nuorodą nesaugome.',
  'received.hide': 'Slėpti',

  'none.title': 'Nuorodos negauta',
  'none.body':
    'Tame, kuo pasidalijote, nuorodos nėra. Kitoje programėlėje ieškokite „Kopijuoti nuorodą“. Tada įklijuokite nuorodą čia.',
  'lost.title': 'Tai, kuo pasidalijote, negauta',
  'lost.body':
    'Nieko neišsaugojome ir neišsiuntėme. Nukopijuokite nuorodą kitoje programėlėje ir įklijuokite ją čia.',

  paste: 'Įklijuoti nuorodą',
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
  'how.paste': 'Čia palieskite „Įklijuoti nuorodą“.',
  'how.paste.picture':
    'Tas pats telefonas. Mygtukas „Įklijuoti“ apvestas apskritimu, o nuoroda atsiranda lauke.',

  'ios.title': 'iPhone, iPad: sukurti sparčiąją komandą',
  'ios.1': 'Atverkite programėlę „Shortcuts“ (sparčiosios komandos) ir sukurkite sparčiąją komandą.',
  'ios.2':
    'Komandos informacijoje įjunkite „Show in Share Sheet“ (rodyti bendrinimo lape). Pasirinkite tipus „URLs“ (nuorodos) ir „Text“ (tekstas).',
  'ios.3':
    'Pridėkite veiksmą „Copy to Clipboard“ (kopijuoti į iškarpinę). Jo parinktyse įjunkite „Local Only“ (tik šiame įrenginyje).',
  'ios.4': 'Pridėkite veiksmą „Open URLs“ (atverti nuorodas) su šiuo adresu:',
  'ios.5':
    'Kitoje programėlėje palieskite „Bendrinti“ arba „Share“, tada savo komandą. Čia palieskite „Įklijuoti nuorodą“.',
  'ios.why': 'Nuoroda keliauja tik per iškarpinę. Nedėkite jos į atveriamą adresą: ji liktų istorijoje.',

  'install.title': 'Įdiegti šią programėlę',
  'install.optional': 'Pranešti galima ir jos neįdiegus. Prieš diegiant svarbu žinoti:',
  'install.stays':
    'Įrenginyje lieka programėlės piktograma, pavadinimas ir failai. Niekada nelieka nei nuorodos, nei atsakymo, nei pranešimo.',
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
