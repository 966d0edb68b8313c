// Lithuanian: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Pranešti tarnybai „{hotline}“',
  'header.exit': 'Greitai išeiti',
  'header.close': 'Uždaryti',
  'language.label': 'Kalba',
  'language.failed': 'Šios kalbos parodyti negalime.',
  'step.count': '{n} žingsnis iš {total}',
  'step.required': 'Laukus su žyma „neprivaloma“ galite palikti tuščius.',
  'action.continue': 'Tęsti',
  's1.title': 'Ką matėte?',
  's1.intro': 'Tai nemokama. Savo vardo nurodyti nereikia. Galite abejoti: mūsų komanda patikrina.',
  's1.privacy': 'Jūsų pranešimą gauna tarnyba „{hotline}“, o ne {site}.',
  's1.privacy.through': 'Jūsų pranešimas keliauja per svetainę {site}, tada jį gauna tarnyba „{hotline}“.',
  's1.privacy.alone': 'Jūsų pranešimą gauna tarnyba „{hotline}“.',
  's1.privacy.link': 'Privatumas',
  'cat.child_sexual_abuse': 'Seksualinės prievartos prieš vaikus turinys',
  'cat.child_sexual_abuse.hint':
    'Seksualinis vaizdas, vaizdo įrašas ar tekstas apie jaunesnį nei 18 metų žmogų',
  'cat.terrorism_bomb_making': 'Terorizmo ar bombų gamybos kurstymas',
  'cat.terrorism_bomb_making.hint': 'Raginimas įvykdyti išpuolį, propaganda, sprogmenų gamyba',
  'cat.hate_violence_discrimination': 'Smurto, diskriminacijos ar neapykantos kurstymas',
  'cat.hate_violence_discrimination.hint': 'Raginimas nekęsti žmonių ar juos pulti dėl to, kas jie yra',
  'cat.crimes_against_humanity': 'Nusikaltimų žmoniškumui šlovinimas',
  'cat.crimes_against_humanity.hint': 'Žinutė, kuri giria, teisina ar neigia genocidą',
  'cat.shocking_content_minors': 'Nepilnamečiams prieinamas šokiruojantis turinys',
  'cat.shocking_content_minors.hint': 'Pornografija ar žiaurus smurtas, kurį vaikas gali lengvai pamatyti',
  'cat.procuring': 'Sąvadavimas',
  'cat.procuring.hint': 'Skelbimas ar paskyra, kuri pelnosi iš kito žmogaus prostitucijos',
  'cat.suicide_incitement': 'Savižudybės kurstymas',
  'cat.suicide_incitement.hint': 'Žinutė ar svetainė, kuri stumia žmogų į savižudybę',
  'cat.sexual_harassment': 'Seksualinis priekabiavimas',
  'cat.sexual_harassment.hint':
    'Nepageidaujamos seksualinės žinutės, šantažas ar grasinimai intymiais vaizdais',
  'cat.unsure': 'Nežinau',
  'cat.unsure.hint': 'Mūsų komanda parinks už jus',
  'cat.or': 'arba',
  's1.emergency': 'Dabar gresia pavojus?',
  'call.police': 'Policija',
  'call.any': 'Skubi pagalba',
  'call.text': 'SMS',
  'err.fallback': 'Pranešti tarnybos „{hotline}“ svetainėje',
  'draft.kept': 'Jūsų atsakymai išliko.',
  'sr.step': '{n} žingsnis iš {total}: {title}',
  'sr.newtab': '(naujas skirtukas)',
  'sr.call': 'Skambinti numeriu {number}',
  'sr.message': 'Siųsti SMS numeriu {number}',
  'err.later': 'Kitų žingsnių parodyti negalime.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
