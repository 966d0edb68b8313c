// When a line answers, in the words of each language: the sentence as it is read, not its parts.

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { textsOf } from '../../.build/messages/texts.ts';
import { PARIS, type HelpResource } from '../../src/core/help/lines.ts';
import { TERRITORY_CODES } from '../../src/core/help/overseas.ts';
import type { HoursForm } from '../../src/widget/form/form-view.ts';
import { inPlace } from '../../src/widget/form/steps/abroad.ts';
import { hoursText, openingText } from '../../src/widget/form/steps/hours.ts';
import { countryName } from '../../src/words/country-name.ts';
import { includeLanguage } from '../../src/words/include-language.ts';
import { FURTHER_LANGUAGES } from '../../src/words/languages.ts';
import { localeOf } from '../../src/words/locales.ts';
import { fill } from '../../src/words/messages.ts';

/** A form in a language, in a country, whose clock stands still. */
function formIn(t: TestContext, tag: string, country: string, instant: string): HoursForm {
  t.mock.method(Date, 'now', () => Date.parse(instant));
  const texts: Readonly<Record<string, string>> = textsOf(tag);
  return {
    settings: { country },
    help: { abroad: { inPlace } },
    localize: { locale: localeOf(tag)! },
    text: (key, values = {}) => fill(texts[key] ?? key, values),
  };
}

/** 3018: every day, 9 to 23 in Paris. */
const DAILY: HelpResource = { id: 'daily', number: '3018', hours: [1, 7, 9, 23], zone: PARIS };
const WEEKDAYS: HelpResource = { id: 'weekdays', number: '17', hours: [1, 5, 9, 18], zone: PARIS };
/** Every evening until midnight: closed in the morning. */
const UNTIL_MIDNIGHT: HelpResource = { id: 'evenings', number: '17', hours: [1, 7, 13, 24], zone: PARIS };
const plain = (text: string): string => text.replace(/[\u00a0\u202f]/g, ' ').replaceAll('\u2060', '');

const french = (t: TestContext, country: string, instant: string, line = DAILY): string =>
  plain(hoursText(formIn(t, 'fr', country, instant), line));
const opening = (t: TestContext, country: string, instant: string): string =>
  plain(openingText(formIn(t, 'fr', country, instant), DAILY));

test('in France, the hours are those of Paris, and need no name', (t) => {
  assert.equal(french(t, 'FR', '2026-11-26T11:00:00Z'), 'Ouvert maintenant · Tous les jours, 9 h – 23 h');
  assert.equal(opening(t, 'FR', '2026-11-26T02:00:00Z'), 'Ouvre à 9 h');
});

test('half past ten in Saint-Denis: closed, and it opens at noon there', (t) => {
  const at = '2026-11-26T06:30:00Z';
  assert.equal(
    french(t, 'RE', at),
    'Fermé maintenant · Tous les jours, 12 h – 2 h le lendemain (heure locale : La Réunion)',
  );
  assert.equal(opening(t, 're', at), 'Ouvre à 12 h (heure locale : La Réunion)');
});

test('half past seven in the evening in Pointe-à-Pitre: closed since six, and it opens at four', (t) => {
  const at = '2026-11-26T23:30:00Z';
  assert.equal(
    french(t, 'GP', at),
    'Fermé maintenant · Tous les jours, 4 h – 18 h (heure locale : Guadeloupe)',
  );
  assert.equal(opening(t, 'GP', at), 'Ouvre à 4 h (heure locale : Guadeloupe)');
  assert.equal(
    french(t, 'GP', '2026-11-26T21:30:00Z'),
    'Ouvert maintenant · Tous les jours, 4 h – 18 h (heure locale : Guadeloupe)',
  );
});

test('midnight in Nouméa: open, until nine in the morning', (t) => {
  const at = '2026-11-25T13:00:00Z';
  assert.equal(
    french(t, 'NC', at),
    'Ouvert maintenant · Tous les jours, 19 h – 9 h le lendemain (heure locale : Nouvelle-Calédonie)',
  );
  assert.equal(
    french(t, 'NC', at, WEEKDAYS),
    'Ouvert maintenant · Du lundi au vendredi, 19 h – 4 h le lendemain (heure locale : Nouvelle-Calédonie)',
  );
});

test('the days are those of the place: Monday morning in Paris is Sunday evening in Papeete', (t) => {
  assert.equal(
    french(t, 'PF', '2026-11-30T08:30:00Z', WEEKDAYS),
    'Ouvert maintenant · Du dimanche au jeudi, 22 h – 7 h le lendemain (heure locale : Polynésie française)',
  );
});

test('around both changes of clocks in Paris, the hours are those of the next opening', (t) => {
  // Clocks go forward on 29 March 2026 and back on 25 October 2026, at 01:00 UTC, while the line is closed.
  assert.match(french(t, 'RE', '2026-03-28T21:59:00Z'), /^Ouvert maintenant · .* 12 h – 2 h le lendemain/);
  assert.match(french(t, 'RE', '2026-03-28T22:00:00Z'), /^Fermé maintenant · .* 11 h – 1 h le lendemain/);
  assert.equal(opening(t, 'RE', '2026-03-28T22:00:00Z'), 'Ouvre à 11 h (heure locale : La Réunion)');
  assert.match(french(t, 'RE', '2026-03-29T07:00:00Z'), /^Ouvert maintenant · .* 11 h – 1 h le lendemain/);
  assert.match(french(t, 'RE', '2026-10-24T20:59:00Z'), /^Ouvert maintenant · .* 11 h – 1 h le lendemain/);
  assert.match(french(t, 'RE', '2026-10-24T21:00:00Z'), /^Fermé maintenant · .* 12 h – 2 h le lendemain/);
  assert.equal(opening(t, 'RE', '2026-10-25T07:30:00Z'), 'Ouvre à 12 h (heure locale : La Réunion)');
  // Over a weekend too: the Friday before is already about the Monday after.
  assert.match(french(t, 'GP', '2026-03-27T20:00:00Z', WEEKDAYS), /Du lundi au vendredi, 3 h – 12 h/);
  // Saint-Pierre has changes of its own, three weeks before in spring.
  assert.match(french(t, 'PM', '2026-03-07T12:00:00Z'), /5 h – 19 h/);
  assert.match(french(t, 'PM', '2026-03-10T12:00:00Z'), /6 h – 20 h/);
  assert.match(french(t, 'PM', '2026-03-30T12:00:00Z'), /5 h – 19 h/);
});

test('a line over midnight says so in France too; one that ends at midnight ends at 24 h', (t) => {
  const hoursOf = (to: number): string =>
    french(t, 'FR', '2026-11-26T11:00:00Z', { ...DAILY, hours: [1, 7, 20, to] });
  assert.match(hoursOf(2), /20 h – 2 h le lendemain$/);
  for (const to of [0, 24]) assert.match(hoursOf(to), /20 h – 24 h$/);
});

test('hours on the clock of the place itself, or on none that is known, stay as they are', (t) => {
  const at = '2026-11-26T11:00:00Z';
  assert.equal(
    french(t, 'RE', at, { ...DAILY, zone: 'Indian/Reunion' }),
    'Ouvert maintenant · Tous les jours, 9 h – 23 h',
  );
  assert.equal(french(t, 'RE', at, { id: 'own', hours: [1, 7, 9, 23] }).trim(), 'Tous les jours, 9 h – 23 h');
  // A line of India is half an hour apart.
  assert.equal(
    french(t, 'RE', at, { ...DAILY, zone: 'Asia/Kolkata' }),
    'Ouvert maintenant · Tous les jours, 9 h – 23 h',
  );
});

test('a browser that does not know the zone of the place says that the hours are those of Paris', (t) => {
  const { toLocaleString } = Date.prototype;
  t.mock.method(
    Date.prototype,
    'toLocaleString',
    function (this: Date, locale?: Intl.LocalesArgument, options?: Intl.DateTimeFormatOptions) {
      if (options?.timeZone === 'Indian/Reunion') throw new RangeError('Invalid time zone');
      return toLocaleString.call(this, locale, options);
    },
  );
  const at = '2026-11-26T06:30:00Z';
  assert.equal(french(t, 'RE', at), 'Fermé maintenant · Tous les jours, 9 h – 23 h (heure de Paris)');
  assert.equal(opening(t, 'RE', at), 'Ouvre à 9 h (heure de Paris)');
});

/** By language: 3018 in La Réunion at noon in Paris, a line on weekdays in France, 3018 in Guadeloupe before it opens, and a line until midnight. */
const RENDERED: Readonly<Record<string, readonly [string, string, string, string]>> = {
  fr: [
    'Ouvert maintenant · Tous les jours, 12 h – 2 h le lendemain (heure locale : La Réunion)',
    'Ouvert maintenant · Du lundi au vendredi, 9 h – 18 h',
    'Ouvre à 4 h (heure locale : Guadeloupe)',
    'Fermé maintenant · Tous les jours, 13 h – 24 h',
  ],
  en: [
    'Open now · Every day, midday to 2 am the next day (local time: Réunion)',
    'Open now · Monday to Friday, 9 am to 6 pm',
    'Opens at 4 am (local time: Guadeloupe)',
    'Closed now · Every day, 1 pm to midnight',
  ],
  'fr-simple': [
    'Ouvert maintenant · Tous les jours, de 12 h à 2 h le jour d’après (heure du lieu : La Réunion)',
    'Ouvert maintenant · Du lundi au vendredi, de 9 h à 18 h',
    'Ouvre à 4 h (heure du lieu : Guadeloupe)',
    'Fermé maintenant · Tous les jours, de 13 h à 24 h',
  ],
  'en-simple': [
    'Open now · Every day, midday to 2 am the next day (time in Réunion)',
    'Open now · Monday to Friday, 9 am to 6 pm',
    'Opens at 4 am (time in Guadeloupe)',
    'Closed now · Every day, 1 pm to midnight',
  ],
  ar: [
    'مفتوح الآن · كل يوم، من 12 م إلى 2 ص في اليوم التالي (بالتوقيت المحلي: روينيون)',
    'مفتوح الآن · من الاثنين إلى الجمعة، من 9 ص إلى 6 م',
    'يفتح الساعة 4 ص (بالتوقيت المحلي: غوادلوب)',
    'مغلق الآن · كل يوم، من 1 م إلى 12 ص',
  ],
  bg: [
    'Отворено сега · Всеки ден от 12 ч. до 2 ч. на следващия ден (местно време: Реюнион)',
    'Отворено сега · От понеделник до петък, от 9 ч. до 18 ч.',
    'Отваря в 4 ч. (местно време: Гваделупа)',
    'Затворено сега · Всеки ден от 13 ч. до 24 ч.',
  ],
  cs: [
    'Teď otevřeno · Každý den, 12:00–2:00 následujícího dne (místní čas: Réunion)',
    'Teď otevřeno · pondělí–pátek, 9:00–18:00',
    'Otevírá od 4:00 (místní čas: Guadeloupe)',
    'Teď zavřeno · Každý den, 13:00–24:00',
  ],
  da: [
    'Åbent nu · Hver dag kl. 12.00 til 2.00 næste dag (lokal tid: Réunion)',
    'Åbent nu · Fra mandag til fredag kl. 9.00 til 18.00',
    'Åbner kl. 4.00 (lokal tid: Guadeloupe)',
    'Lukket nu · Hver dag kl. 13.00 til 24.00',
  ],
  de: [
    'Jetzt geöffnet · Täglich, 12 Uhr bis 2 Uhr am nächsten Tag (Ortszeit: Réunion)',
    'Jetzt geöffnet · Montag bis Freitag, 9 Uhr bis 18 Uhr',
    'Öffnet um 4 Uhr (Ortszeit: Guadeloupe)',
    'Jetzt geschlossen · Täglich, 13 Uhr bis 24 Uhr',
  ],
  el: [
    'Τώρα ανοιχτά · Κάθε μέρα, 12 μ.μ. έως 2 π.μ. της επόμενης ημέρας (τοπική ώρα: Ρεϊνιόν)',
    'Τώρα ανοιχτά · Δευτέρα έως Παρασκευή, 9 π.μ. έως 6 μ.μ.',
    'Ανοίγει στις 4 π.μ. (τοπική ώρα: Γουαδελούπη)',
    'Τώρα κλειστά · Κάθε μέρα, 1 μ.μ. έως 12 π.μ.',
  ],
  es: [
    'Abierto ahora · Todos los días, de 12:00 a 2:00 del día siguiente (hora local: Reunión)',
    'Abierto ahora · De lunes a viernes, de 9:00 a 18:00',
    'Abre a las 4:00 (hora local: Guadalupe)',
    'Cerrado ahora · Todos los días, de 13:00 a 24:00',
  ],
  et: [
    'Praegu avatud · Iga päev kell 12:00–2:00 järgmisel päeval (kohalik aeg: Réunion)',
    'Praegu avatud · esmaspäev–reede kell 9:00–18:00',
    'Avatakse kell 4:00 (kohalik aeg: Guadeloupe)',
    'Praegu suletud · Iga päev kell 13:00–24:00',
  ],
  fi: [
    'Avoinna nyt · Joka päivä klo 12.00–2.00 seuraavana päivänä (paikallista aikaa: Réunion)',
    'Avoinna nyt · maanantai–perjantai klo 9.00–18.00',
    'Avautuu klo 4.00 (paikallista aikaa: Guadeloupe)',
    'Suljettu nyt · Joka päivä klo 13.00–24.00',
  ],
  ga: [
    'Ar oscailt anois · Gach lá, 12:00 go 2:00 an lá dár gcionn (am áitiúil: La Réunion)',
    'Ar oscailt anois · Dé Luain go Dé hAoine, 9:00 go 18:00',
    'Am oscailte: 4:00 (am áitiúil: Guadalúip)',
    'Dúnta anois · Gach lá, 13:00 go 24:00',
  ],
  hr: [
    'Sada otvoreno · Svaki dan, 12:00–2:00 sljedećeg dana (po lokalnom vremenu: Réunion)',
    'Sada otvoreno · ponedjeljak–petak, 9:00–18:00',
    'Otvara se u 4:00 (po lokalnom vremenu: Guadalupe)',
    'Sada zatvoreno · Svaki dan, 13:00–24:00',
  ],
  hu: [
    'Most nyitva · Minden nap, 12:00–2:00 másnap (helyi idő szerint: Réunion)',
    'Most nyitva · hétfő–péntek, 9:00–18:00',
    'Nyitás: 4:00 (helyi idő szerint: Guadeloupe)',
    'Most zárva · Minden nap, 13:00–24:00',
  ],
  it: [
    'Aperto ora · Tutti i giorni, 12:00–2:00 del giorno dopo (ora locale: Riunione)',
    'Aperto ora · Da lunedì a venerdì, 9:00–18:00',
    'Apre alle ore 4:00 (ora locale: Guadalupa)',
    'Chiuso ora · Tutti i giorni, 13:00–24:00',
  ],
  lt: [
    'Dabar dirba · Kasdien, 12:00–2:00 kitą dieną (vietos laiku: Reunjonas)',
    'Dabar dirba · pirmadienis–penktadienis, 9:00–18:00',
    'Pradeda dirbti 4:00 val. (vietos laiku: Gvadelupa)',
    'Dabar nedirba · Kasdien, 13:00–24:00',
  ],
  lv: [
    'Tagad strādā · Katru dienu, 12:00–2:00 nākamajā dienā (pēc vietējā laika: Reinjona)',
    'Tagad strādā · pirmdiena–piektdiena, 9:00–18:00',
    'Sāk strādāt plkst. 4:00 (pēc vietējā laika: Gvadelupa)',
    'Tagad nestrādā · Katru dienu, 13:00–24:00',
  ],
  mt: [
    'Miftuħ issa · Kuljum, 12:00–2:00 tal-għada (ħin lokali: Réunion)',
    'Miftuħ issa · Minn nhar it-Tnejn sa nhar il-Ġimgħa, 9:00–18:00',
    'Ħin tal-ftuħ: 4:00 (ħin lokali: Guadeloupe)',
    'Magħluq issa · Kuljum, 13:00–24:00',
  ],
  nl: [
    'Nu open · Elke dag van 12:00 tot 2:00 uur de volgende dag (plaatselijke tijd: Réunion)',
    'Nu open · Van maandag tot en met vrijdag van 9:00 tot 18:00 uur',
    'Opent om 4:00 uur (plaatselijke tijd: Guadeloupe)',
    'Nu gesloten · Elke dag van 13:00 tot 24:00 uur',
  ],
  pl: [
    'Teraz czynne · Codziennie, 12:00–2:00 następnego dnia (czas lokalny: Reunion)',
    'Teraz czynne · poniedziałek–piątek, 9:00–18:00',
    'Otwarcie o 4:00 (czas lokalny: Gwadelupa)',
    'Teraz nieczynne · Codziennie, 13:00–24:00',
  ],
  pt: [
    'Aberto agora · Todos os dias, 12:00–2:00 do dia seguinte (hora local: Reunião)',
    'Aberto agora · De segunda-feira a sexta-feira, 9:00–18:00',
    'Abre às 4:00 (hora local: Guadalupe)',
    'Fechado agora · Todos os dias, 13:00–24:00',
  ],
  ro: [
    'Deschis acum · În fiecare zi, de la 12:00 la 2:00 a doua zi (ora locală: Réunion)',
    'Deschis acum · De luni până vineri, de la 9:00 la 18:00',
    'Se deschide la 4:00 (ora locală: Guadelupa)',
    'Închis acum · În fiecare zi, de la 13:00 la 24:00',
  ],
  sk: [
    'Teraz otvorené · Každý deň, 12:00–2:00 nasledujúceho dňa (miestny čas: Réunion)',
    'Teraz otvorené · pondelok–piatok, 9:00–18:00',
    'Otvára o 4:00 (miestny čas: Guadeloupe)',
    'Teraz zatvorené · Každý deň, 13:00–24:00',
  ],
  sl: [
    'Zdaj odprto · Vsak dan, 12:00–2:00 naslednjega dne (krajevni čas: Reunion)',
    'Zdaj odprto · ponedeljek–petek, 9:00–18:00',
    'Odpre se ob 4:00 (krajevni čas: Gvadelup)',
    'Zdaj zaprto · Vsak dan, 13:00–24:00',
  ],
  sv: [
    'Öppet nu · Varje dag kl. 12:00–2:00 nästa dag (lokal tid: Réunion)',
    'Öppet nu · måndag–fredag kl. 9:00–18:00',
    'Öppnar kl. 4:00 (lokal tid: Guadeloupe)',
    'Stängt nu · Varje dag kl. 13:00–24:00',
  ],
  uk: [
    'Зараз працює · Щодня, 12:00–2:00 наступного дня (за місцевим часом: Реюньйон)',
    'Зараз працює · понеділок – пʼятниця, 9:00–18:00',
    'Початок роботи: 4:00 (за місцевим часом: Гваделупа)',
    'Зараз не працює · Щодня, 13:00–24:00',
  ],
};

for (const tag of FURTHER_LANGUAGES) await includeLanguage(tag);

for (const tag of ['fr', 'en', ...FURTHER_LANGUAGES]) {
  test(`${tag}: hours read as they are said`, (t) => {
    const day = '2026-11-26T11:00:00Z';
    const sentences = [
      hoursText(formIn(t, tag, 'RE', day), DAILY),
      hoursText(formIn(t, tag, 'FR', day), WEEKDAYS),
      openingText(formIn(t, tag, 'GP', '2026-11-26T02:30:00Z'), DAILY),
      hoursText(formIn(t, tag, 'FR', '2026-11-26T02:30:00Z'), UNTIL_MIDNIGHT),
    ].map(plain);
    for (const sentence of sentences) {
      assert.doesNotMatch(sentence, /[{}]|undefined|help\./);
      // « 23 Uhr Uhr ».
      assert.doesNotMatch(sentence, /(?<!\p{L})(\p{L}+\.?) \1(?!\p{L})/u);
    }
    const locale = localeOf(tag)!;
    assert.ok(sentences[0]!.includes(plain(countryName(locale, 'RE'))));
    assert.deepEqual(sentences, RENDERED[tag]);
  });

  test(`${tag}: every territory has a name`, () => {
    for (const code of TERRITORY_CODES) {
      const name = countryName(localeOf(tag)!, code);
      assert.ok(name.length > 3 && name !== code, `${code}: ${name}`);
    }
  });
}
