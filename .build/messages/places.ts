// The values of the places {…} in a text when it is shown.

export const PLACES: Readonly<Record<string, string>> = {
  hotline: 'name of the hotline, such as Point de Contact; it is never inflected',
  site: 'name of a site, such as journal.example, or what exit.weather or exit.other says',
  n: 'a number',
  age: 'an age from 13 to 16, by country',
  total: 'the number of steps or of reports, such as 3',
  number: 'a telephone number, such as 112',
  from: 'an hour, such as 9 am',
  to: 'an hour, such as 11 pm',
  first: 'a day of the week, such as Monday',
  last: 'a day of the week, such as Friday',
  place: 'a territory, such as La Réunion; it is never inflected',
  date: 'a date, such as 2 March 2027, or a date with its hour',
  door: 'what follow.door says; the same words, never inflected',
  languages: 'a language or several, such as French, as within a sentence',
  email: 'an e-mail address',
  reference: 'the number of the report, such as 7K4M-2QXD',
};
