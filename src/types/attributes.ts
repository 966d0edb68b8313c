// The attributes of both elements. Written by the build from custom-elements.json: change the element's own comments.

/** What can be written on `<cliquez-signalez>` and `<cliquez-signalez-form>`. */
export interface ReportAttributes {
  /** Identifiers of the categories offered, separated by spaces. */
  categories?: string | undefined;
  /** The category selected in advance. */
  category?: string | undefined;
  /** Address, on the endpoint's own server, of a proof of work that is to come with a report. */
  challenge?: string | undefined;
  /**
   * ISO 3166-1 alpha-2 country of the reporters, which decides the help numbers, and the other services that
   * are named. Never guessed.
   */
  country?: string | undefined;
  /**
   * For developers: calls `check()` and prints its report in the console. Not for visitors: it sends a
   * request to the endpoint on every view of the page.
   */
  debug?: string | undefined;
  /** How the widget got onto the page: `script`, `npm`, `wordpress`, `drupal`, `other_cms`… */
  embed?: string | undefined;
  /** Address that reports are posted to: https, or the page's own origin. */
  endpoint?: string | undefined;
  /** Where « Quitter vite » leads: https only. */
  'exit-url'?: string | undefined;
  /** Parts of the details step, among `questions role details reply`; empty for none. */
  fields?: string | undefined;
  /** One question a screen, or the first three steps on one page. */
  flow?: 'steps' | 'page' | undefined;
  /** Level of the headings, 2 to 5. */
  'heading-level'?: number | `${number}` | undefined;
  /** Name of the hotline, as reporters read it; without it, the host of the endpoint. */
  hotline?: string | undefined;
  /** Address of the hotline's own form: where the reporter is sent when ours cannot work. */
  'hotline-url'?: string | undefined;
  /** Language of the widget; without it, that of the nearest `lang`. */
  lang?: string | undefined;
  /** `dialog`, or `inline` to show the form in the page, without a button. */
  mode?: 'dialog' | 'inline' | undefined;
  /** Whether « Sur cette page » is offered, answered in advance, or not offered. */
  'page-context'?: 'ask' | 'here' | 'elsewhere' | undefined;
  /** The address that « Sur cette page » stands for. */
  'page-url'?: string | undefined;
  /** Public identifier of the partner site. */
  partner?: string | undefined;
  /** Where the floating button stands. */
  placement?: 'bottom-end' | 'bottom-start' | 'middle-end' | 'middle-start' | undefined;
  /** The hotline's privacy notice. */
  'privacy-url'?: string | undefined;
  /**
   * Public key of the hotline, for which every report is sealed: base64url of an uncompressed P-256 point,
   * 65 bytes. With one that cannot be used, or on a page without cryptography (http), only links are shown.
   */
  'public-key'?: string | undefined;
  /** Light or dark; `auto` follows the page's `color-scheme`. */
  scheme?: 'auto' | 'light' | 'dark' | undefined;
  /** Height of the button: 44, 48 or 56 px; 8 px more where it is round or floats. */
  size?: 's' | 'm' | 'l' | undefined;
  /**
   * Address of the hotline's frame page (isolated mode): the form then stands there, out of reach of this
   * page's scripts, and that page says where reports go. https, another origin than this page's.
   */
  src?: string | undefined;
  /** A preset: seeds chosen together. A seed that the page sets comes before it. */
  theme?:
    | 'signal'
    | 'institution'
    | 'nuit'
    | 'contraste'
    | 'discret'
    | 'presse'
    | 'ecole'
    | 'compact'
    | undefined;
  /** An address filled in in advance. */
  url?: string | undefined;
  /** How the button looks. An unknown value gives the default. */
  variant?: 'button' | 'floating' | 'link' | 'icon' | 'bar' | undefined;
}
