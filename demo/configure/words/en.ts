// The configurator's words in English.

import { presetsEn } from '../../theme/words/presets.ts';
import type { Words } from './words.ts';

export const en: Words = {
  tag: 'en',
  description:
    'Answer a few questions and copy the code of the button for your site, with a preview, the security policy and what to settle before.',
  title: 'Put the button on your site',
  other: { label: 'Français', tag: 'fr' },
  home: 'Home',
  here: 'On this page',
  sections: { reponses: 'Answers', apercu: 'Preview', code: 'Code', avant: 'Before you start' },
  lead: 'Answer, copy, paste. This page stores and sends nothing.',
  reset: 'Reset all',
  first: {
    title: 'First, the hotline’s agreement.',
    text: 'Nobody should receive your reports without having agreed to.',
    link: 'What to ask for',
  },
  example: 'E.g.',
  ignored: 'A part of the link was not understood, and was ignored.',
  groups: { how: 'How', hotline: 'The hotline', site: 'Your site', look: 'The button' },
  ways: {
    bundle: ['One file', 'Recommended. The browser makes sure that it has not changed.'],
    module: ['Module', 'The lightest: the form comes only when it is needed.'],
    embed: ['One tag', 'For a tag manager, or a site whose code you cannot edit.'],
    npm: ['npm', 'For an application made with a bundler.'],
    wordpress: ['WordPress', 'A plugin, a block, a shortcode.'],
    isolated: ['Isolated', 'The form comes from the hotline: your page sees nothing of what is written.'],
  },
  way: 'How to install',
  fields: {
    base: ['Folder of the files', 'A path on your site, or an https address.'],
    src: ['Page of the form', 'The one that the hotline hosts (src).'],
    endpoint: ['Where reports go', 'Given by the hotline (endpoint).'],
    'follow-up': [
      'Follow-up address',
      'Given by the hotline, if it says what became of a report (follow-up). Optional.',
    ],
    hotline: ['Name of the hotline', 'As the public knows it.'],
    'hotline-url': ['Its own form', 'The last resort, where ours cannot work.'],
    'privacy-url': ['Its privacy notice', ''],
    country: [
      'Country',
      'Two letters, such as FR, or RE for La Réunion: decides the help numbers. Never guessed.',
    ],
    lang: ['Language', 'Empty: that of the page.'],
    partner: ['Your identifier', 'Public, given by the hotline. Optional.'],
    'exit-url': ['‘Exit this page’ leads to', 'Empty: a weather site.'],
  },
  languages: {
    title: 'In which languages?',
    hint: 'With two or more, whoever reports can change the language. None ticked: that of the page, without a choice.',
    others: 'Other languages',
    drafts:
      'Each is one more file. The size is that of the whole language; the page loads a small part of it at first. No native speaker has read a draft yet: have it read before you publish.',
    size: '{size}\u00A0kB',
    draft: 'draft',
    setting: 'Languages to choose from',
    files: 'Copy the files of your languages too, from the folder locales: {files}.',
  },
  remarks: {
    missing: 'Missing. Ask the hotline for it; the code has an example.',
    better: 'The code works without it. With it, it is better for the reporter.',
    insecure: 'An http address is not encrypted: the button does not take it. Use https.',
    address: 'This is not a whole address. Copy all of it, with https://.',
    https: 'This address must begin with https://.',
    country: 'Two letters, such as FR, RE or BE.',
    lang: 'A language code, such as fr or en.',
    partner: '2 to 64 characters among a-z 0-9 . _ -, no capitals.',
  },
  variant: ['Shape', { button: 'Button', floating: 'Floating', link: 'Link', icon: 'Icon', bar: 'Bar' }],
  placement: [
    'Place of the floating button',
    {
      'bottom-end': 'Bottom, end',
      'bottom-start': 'Bottom, start',
      'middle-end': 'Middle, end',
      'middle-start': 'Middle, start',
    },
  ],
  size: ['Height', { s: '44 px', m: '48 px', l: '56 px' }],
  preset: ['Theme', presetsEn],
  theme: 'Make a theme in your colours',
  mode: ['The form', { dialog: 'In a window', inline: 'In the page' }],
  context: [
    'Do your visitors publish on this page?',
    {
      ask: 'No, or I do not know',
      here: 'Yes: messages, comments, adverts',
      elsewhere: 'No, and do not offer it',
    },
    'Yes: “On this page” is the first answer, chosen in advance. Otherwise it is the last: people take it for a way on, and report your page.',
  ],
  practice: [
    'For whom?',
    { no: 'For your visitors', yes: 'For training: nothing is sent' },
    'For training, the form works to its last screen, and says on each that nothing is sent. It needs no address to send to. Do not show it to your visitors: their reports would be lost.',
  ],
  easy: [
    'Offer easy words?',
    { no: 'No', yes: 'Yes, by one tap' },
    '“Easy English” and “Français facile”: short sentences, simple words, pictograms. They are still drafts.',
  ],
  flow: [
    'Who reports?',
    { steps: 'Everyone', page: 'A team that reports often' },
    'For a team, all that comes before the check is on one page.',
  ],
  trusted: [
    'Does your site require Trusted Types?',
    { no: 'No, or I do not know', yes: 'Yes, already' },
    'A rule of the Content-Security-Policy. The button does not need it. Do not require it for the button: other scripts, such as Bootstrap’s tooltips, then stop working.',
  ],
  preview: {
    title: 'Preview',
    text: 'The real button. What you send here arrives in the demo’s inbox, and nowhere else.',
    nothing: 'The real button. Nothing is sent: the page answers by itself.',
    practice: 'The real button, for training: nothing is sent.',
    inbox: 'Open the inbox (in French)',
    page: 'An article of your site',
    body: 'The text of the page, in its font and in its colour.',
  },
  ready: 'The code is complete.',
  unready: 'To replace before you publish: ',
  pieces: {
    install: ['Install', 'In the folder of your application.'],
    script: ['In your code', 'Once, where the application starts. Lit comes with the npm package.'],
    html: ['HTML', ''],
    frame: [
      'To pass on to the hotline',
      'The languages of the form come from its own page. It copies their files too, and adds these lines to frame.html, before frame.js.',
    ],
    shortcode: ['Shortcode', 'In a post, a template or a widget. The block does the same.'],
    settings: ['Settings of the plugin', 'To fill in under Settings → Cliquez, Signalez.'],
    css: ['CSS', 'In your style sheet: keeps the button’s place, so that nothing moves when it arrives.'],
    policy: [
      'Content-Security-Policy',
      'If your site sends one. Add these values to yours; style-src is not needed.',
    ],
    trusted: [
      'Trusted Types',
      'If your Content-Security-Policy has a trusted-types directive, add this name to it and keep yours. If it has none, add nothing.',
    ],
  },
  where: {
    bundle: 'Copy cliquez-signalez.bundle.js to {base}. Paste this code where the button is to be.',
    module:
      'Copy all files to {base}. Paste the import map before any other module, and the element where the button is to be.',
    embed: 'Copy all files to {base}. Paste this code before the end of the page.',
    npm: 'Put the element into your templates, where the button is to be.',
    wordpress:
      'Install the plugin, fill in its settings, then insert the block ‘Cliquez, Signalez’ or this shortcode.',
    isolated:
      'Copy cliquez-signalez.bundle.js to {base}. Where reports go does not stand in your page: the hotline sets it in its own, and lets your site in there.',
  },
  download: 'Download the files',
  link: ['Link to share', 'Your answers stand behind the #, which browsers send to nobody.'],
  wrong: [
    'Something is wrong?',
    'Add debug to the element: the browser’s console says what is missing, and what to do. Take it away before visitors come.',
  ],
  copy: 'Copy',
  copied: '{title}: copied.',
  selected: '{title}: the text is selected. Copy it with Ctrl+C.',
  before: {
    title: 'Before you start',
    agreement: {
      title: '1. The hotline’s agreement',
      text: 'The names ‘Point de Contact’ and ‘Cliquez, Signalez\u202F!’ belong to it. Write to it before anything else.',
      askTitle: 'Ask',
      ask: [
        'Whether it accepts your reports, and how many a day.',
        'Whether it allows its name and its mark on your site.',
        'Who answers for the data, and how long it is kept.',
        'What you have to do yourself if the content is on your site.',
      ],
      getTitle: 'You get',
      get: [
        'the address that reports go to (endpoint), or the page of the isolated form (src);',
        'a follow-up address (follow-up), if it says what became of a report;',
        'a public identifier (partner);',
        'a public key (public-key), if reports are sealed;',
        'the addresses of its own form and of its privacy notice.',
      ],
      give: 'Give it the exact origin of your site: only the hotline can let it in.',
    },
    letter: {
      title: 'A ready letter',
      hint: 'To be copied into a mail to the hotline, and filled in between brackets. This page does not send it, and does not keep it.',
      site: ['Who you are', 'The name of your site or organisation.'],
      page: ['The page with the button', 'Its whole address.'],
      guide: 'The guide for hotlines',
      contract: 'The contract of an endpoint',
    },
    place: {
      title: '2. Where to put it',
      yesTitle: 'Yes',
      yes: [
        'In the footer, on every page.',
        'Beside what others publish: comments, posts, profiles.',
        'In the ‘Report’ menu that you have already.',
        'In help, prevention and contact pages.',
      ],
      noTitle: 'No',
      no: [
        'Behind a login: people report without an account.',
        'In place of 17, 112 or 114. In danger, one calls.',
        'In a cookie banner, or a window that closes.',
        'As an advertisement, or among them.',
        'In a phone app only.',
        'On a page that tells who opens it, by its address or by analytics.',
      ],
    },
    duties: {
      title: '3. What the button does not do for you',
      text: 'If you host what others publish, your own duties remain.',
      list: [
        'A way to notify you of illegal content (Digital Services Act, Article\u00A016). This button speaks to the hotline, not to you.',
        'Moderation that handles those notices, gives reasons, and tells the authorities where a life is threatened (Article\u00A018).',
        'Never keep, copy or pass on an image or video of child sexual abuse yourself.',
      ],
      review: 'Have it read over by your counsel.',
    },
    privacy: {
      title: '4. A paragraph on data',
      hint: 'For your privacy policy. Have it read over, and fill in the brackets.',
    },
    accessibility: {
      title: '5. A paragraph on accessibility',
      hint: 'For your statement (WCAG). It says what was tested, and what was not.',
    },
  },
  letter: {
    subject: 'Subject: sending you reports from {site}',
    start: 'Hello,',
    who: 'We are {site}. [Who we are, in one sentence, and how many people read this site.]',
    what: 'We want to put a button on {page}. It opens a short form with which our visitors report illegal content that they have seen on the Internet. The form is free software, ‘cliquez-signalez’, version {version}. It asks for no name, and keeps nothing on the device. We do not read the reports: they would go from the visitor’s device to {hotline}.',
    before:
      'Nothing is in service: without your agreement, and without the address that you give, the button sends nothing.',
    askTitle: 'Could you tell us:',
    ask: [
      'whether you accept our reports, and how many a day;',
      'whether we may write your name on the button and in the form;',
      'who answers for the data, and how long you keep it;',
      'what we have to do if the reported content is on our site.',
    ],
    giveTitle: 'If you agree, we need:',
    give: [
      'the https address that receives the reports (endpoint). It has to let in the pages of {origin};',
      'the address of your own form, which is shown where ours cannot work;',
      'that of your privacy notice;',
      'if you like, a public identifier for our site, and a public key to seal the reports with.',
    ],
    isolated:
      'You may also host the page of the form yourselves: our site could then read nothing of what is written in it.',
    guide: 'The guide for hotlines, with a free receiver: {guide}',
    contract: 'What the form sends, and what it expects as an answer: {contract}',
    end: '[Name, position, e-mail, telephone]',
    unknown: { site: '[name of your site]', page: '[address of the page]', origin: '[origin of your site]' },
  },
  privacy: {
    start:
      'Reporting illegal content. The button ‘Cliquez, Signalez\u202F!’ on this site opens a form that addresses {hotline}. Nothing is sent before you press ‘Send’.',
    sent: 'Then the following is sent: the category of the content, its link or the place where it is, your answers to optional questions and, if you ask for a reply, your email address; also the date and time to the minute, the language and the version of the form{partner}. You are not asked for your name.',
    partner: ', and the public identifier of this site',
    practice:
      'Training to report. The button ‘Cliquez, Signalez\u202F!’ on this page opens a form for training: nothing that is written in it is sent, neither to {hotline} nor to us.',
    stored:
      'The form sets no cookie and stores nothing on your device. The history of your browser keeps a record of this page.',
    direct:
      'The report goes from your browser to {host}, not through our server. As with any connection, that server sees your IP address and the name of our site.',
    through:
      'The report goes through our server, which passes it on to {hotline}. [Say what our server keeps of it: nothing, if it is set up so.]',
    followUp:
      'After sending, the form shows a follow-up code once; only a hash of it goes with the report. If you ask what became of it, your browser asks {followHost}, which sees your IP address.',
    isolated:
      'The form is a page of {hotline} ({host}): our site cannot read what you write in it. As with any connection, that server sees your IP address and the name of our site.',
    page: 'The form is shown within our page. We read and measure nothing of it [to be verified: no analytics or session recording is active there].',
    end: 'Controller of the reports: {hotline} [to be confirmed with the hotline]. How long it keeps them, and your rights: {url}. [Legal basis and responsibilities: to be read over.]',
    noUrl: '[address of its privacy notice]',
  },
  accessibility:
    'The report button and its form are a third-party component, ‘cliquez-signalez’, version {version}. Its authors check it automatically for every version, in Chromium, Firefox and WebKitGTK: axe-core rules for WCAG\u00A02.2, levels A and AA, in all views; the whole way by keyboard; a window of 320\u00A0px and text enlarged to 200\u00A0%; a contrast of text of at least 7:1; forced colours; reduced motion. Not checked so far: an audit by a third party, trials with screen readers (NVDA, JAWS, VoiceOver, TalkBack) and with the people concerned. [Result of the evaluation of our pages with this component, and its date.] Without the form, one can report to {hotline} at {url}.',
};
