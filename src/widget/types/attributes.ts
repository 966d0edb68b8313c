// The attributes of both elements. Written by the build: change src/widget/attributes/.

/** The attributes of `<cliquez-signalez>` and `<cliquez-signalez-form>`. */
export interface ReportAttributes {
  /** The categories offered: identifiers, separated by spaces. */
  categories?: string | undefined;
  /** The category selected in advance: an identifier. */
  category?: string | undefined;
  /**
   * Address of a proof of work on the endpoint's own server, such as `https://hotline.example/v1/challenge`.
   * The form asks for it after « Envoyer » and solves it unnoticed, within 8 seconds. Where that fails, the
   * report goes without.
   */
  challenge?: string | undefined;
  /**
   * Country of the reporters, two letters (ISO 3166-1), such as `FR`. It decides which help numbers and
   * other services are shown. French territories overseas have codes of their own, such as `RE`. Never
   * guessed: without it, and in a country for which no source was found, 112 alone.
   */
  country?: string | undefined;
  /**
   * For developers: calls `check()` and prints its report in the console. Present when the element comes, it
   * also opens the shadow root, so that accessibility checkers see the form. Not for visitors: it sends a
   * request to the endpoint on every view of the page.
   */
  debug?: boolean | '' | undefined;
  /**
   * Offers French and English in easy words, with pictograms, by one tap: « Français facile », “Easy
   * English”. The form loads the file once it is chosen, and keeps the choice until it is forgotten. The
   * single-file bundle is without: there, include `locales/fr-simple.js` too. `easy="false"` is off.
   */
  easy?: boolean | '' | undefined;
  /** How the widget got onto the page. */
  embed?:
    | 'script'
    | 'npm'
    | 'iframe'
    | 'wordpress'
    | 'drupal'
    | 'other_cms'
    | 'browser_extension'
    | 'mobile_app'
    | 'hotline_site'
    | 'other'
    | undefined;
  /**
   * Address that reports are posted to: https, the page's own origin, or this machine while you develop. A
   * path on the page's own site begins with `/`, `./` or `../`. Without a usable one, the button is a link
   * to `hotline-url`.
   */
  endpoint?: string | undefined;
  /** Where « Quitter vite » leads: https only. */
  'exit-url'?: string | undefined;
  /**
   * What the form asks beside the category and the place: some of `questions role details reply`, or none.
   * The step « where » follows: without `role`, it does not ask whether it happens to the reporter; without
   * `questions`, it asks for no danger.
   */
  fields?: string | undefined;
  /** Three steps, or all that comes before the review on one page, for teams that report often. */
  flow?: 'steps' | 'page' | undefined;
  /**
   * The hotline's follow-up address, such as `https://hotline.example/v1/follow-up`. Each report then has a
   * code, made in the browser and shown once after sending, and « Suivre un signalement » says what became
   * of it in fixed words. Set it once the hotline's endpoint answers codes. Not over http, in `practice`, or
   * with the single-file bundle: reports then go without a code. In the isolated mode, the frame page sets
   * it.
   */
  'follow-up'?: string | undefined;
  /** Level of the headings: 2 to 5. */
  'heading-level'?: number | `${number}` | undefined;
  /** Name of the hotline, as reporters read it. Without it, they read the host of the endpoint. */
  hotline?: string | undefined;
  /** Address of the hotline's own form: the way that is left where ours cannot work. */
  'hotline-url'?: string | undefined;
  /** Language of the widget. Without it, that of the nearest `lang`. */
  lang?: string | undefined;
  /**
   * Languages that the form offers in their own names, such as `fr en uk ar`, in this order. Each but `fr`
   * and `en` needs its file (`locales/uk.js`). Answers are kept on a change; the report says in which
   * language it was written.
   */
  languages?: string | undefined;
  /** The form in a dialog, or in the page without a button. */
  mode?: 'dialog' | 'inline' | undefined;
  /**
   * Whether visitors publish on this page: `here` puts « Sur cette page » first and answers it in advance,
   * `ask` puts it last, `elsewhere` does not offer it.
   */
  'page-context'?: 'ask' | 'here' | 'elsewhere' | undefined;
  /** The address that « Sur cette page » stands for, from when it is chosen on. */
  'page-url'?: string | undefined;
  /** Your public identifier with the hotline. */
  partner?: string | undefined;
  /** Where the floating button stands. */
  placement?: 'bottom-end' | 'bottom-start' | 'middle-end' | 'middle-start' | undefined;
  /**
   * Training: the form works to its last screen, also without `endpoint`, and no report leaves it. A band
   * says so on every view and on paper, the number is `ESSAI-1234`, and `cs-sent` is not fired. The whole
   * form loads at once and then needs no network. Help numbers and links are the real ones. Not for
   * visitors: `check()` warns of it. `practice="false"` is off.
   */
  practice?: boolean | '' | undefined;
  /** Address of the hotline's privacy notice. */
  'privacy-url'?: string | undefined;
  /**
   * The hotline's public key, as `cliquez-signalez keys` prints it: base64url of an uncompressed P-256
   * point, 65 bytes. Every report is sealed for it in the browser. With a key that cannot be used, or on a
   * page over http, the form does not open and only links are shown: nothing ever leaves in clear. A hotline
   * that has no such key refuses the report; the form says so, keeps the answers, and shows `hotline-url`.
   */
  'public-key'?: string | undefined;
  /**
   * The hotline's public key for receipts, as `cliquez-signalez keys --receipts` prints it; several,
   * separated by spaces, while keys change. The form then says « envoyé » only for a receipt that this key
   * has signed for this very report, « pas encore envoyé » only for a refusal that it has signed, and « non
   * confirmé » otherwise: nobody on the way can invent one. Not with `transport`. Browsers without Ed25519
   * (before Chrome 137, Firefox 129 and Safari 17) take receipts as they do without the key.
   */
  'receipt-key'?: string | undefined;
  /** Light or dark; `auto` follows the page's `color-scheme`. */
  scheme?: 'auto' | 'light' | 'dark' | undefined;
  /** Height of the button: 44, 48 or 56 px; 8 px more where it is round or floats. */
  size?: 's' | 'm' | 'l' | undefined;
  /**
   * Isolated mode: the address of the hotline's frame page, https, on another origin than the page's. The
   * form then stands there, where the page's scripts cannot read it, and the frame page says where reports
   * go.
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
  /**
   * What the form opens on: the report, or the question what became of one (with `follow-up`). Name the
   * button yourself in the slot `label`.
   */
  view?: 'report' | 'follow-up' | undefined;
}
