// The fifteen points of the guide for plugins, by number, and how to see those that no visitor sees.

/** A point of the guide. */
export interface Point {
  readonly title: string;
  /** How its author sees it, if the page of a visitor does not show it. */
  readonly elsewhere: string;
}

/** All points; the first is number 1. */
export const POINTS: readonly Point[] = [
  {
    title: 'It waits for the hotline',
    elsewhere:
      'on a test site, empty the endpoint or the address of the hotline: its pages must then have no button',
  },
  {
    title: 'Its settings refuse what cannot work',
    elsewhere:
      'write an endpoint over http, and a country in words: the page of settings, the file or the build must refuse both in a sentence',
  },
  { title: 'It brings the widget along', elsewhere: 'look at a page with the button' },
  { title: 'A link stands inside', elsewhere: 'look at a page with the button' },
  { title: 'It keeps the room', elsewhere: 'look at a page with the button, with --browser' },
  {
    title: 'Everything is escaped, and authors choose looks only',
    elsewhere:
      'as an author, write endpoint="https://example.org/" and onclick="x" on a button: neither may come through',
  },
  { title: 'Country and languages', elsewhere: 'look at a page with the button' },
  { title: 'How it got there', elsewhere: 'look at a page with the button' },
  { title: 'It calls nobody', elsewhere: 'look at a page with the button' },
  { title: 'Nothing is inline', elsewhere: 'look at a page with the button' },
  { title: 'The page is the same for everybody', elsewhere: 'look at a page with the button' },
  {
    title: 'Authors see it, and send nothing',
    elsewhere: 'in the preview of an editor, the element must have `inert`; a feed must have the link alone',
  },
  {
    title: 'A relay, if there is one, changes nothing',
    elsewhere: 'examine the relay with the command check',
  },
  {
    title: 'It goes without a trace',
    elsewhere: 'remove the plugin from a test site, and look for its files, tables and settings',
  },
  {
    title: 'It speaks plainly',
    elsewhere: 'read its words: French and English, no alarm, no logo, nothing official',
  },
];
