// The words of the application around the form, in English.

import type { AppWords } from './fr.ts';

export const en: AppWords = {
  'received.one': 'Link received',
  'received.many': '{n} links received',
  'received.nothing-sent': 'Nothing is sent until you choose ‘Send the report’.',
  'received.removed': 'Removed from the link: {names}. This could show who shared the link.',
  'received.unwrapped': 'The link led through another site. Only the link inside it is kept.',
  'received.advertisement': 'Left out, because it is an advertisement:',
  'received.refused': 'Left out, because it exists on your device only:',
  'received.too_many': 'Left out, because a report holds {n} links at most:',
  'received.words': 'The words around the link are not kept.',
  'received.hide': 'Hide',

  'none.title': 'No link received',
  'none.body':
    'What was shared contains no link. In the other app, look for ‘Copy link’. Then paste the link here.',
  'lost.title': 'What you shared did not arrive',
  'lost.body': 'Nothing was kept or sent. Copy the link in the other app, then paste it here.',

  paste: 'Paste the link',
  'paste.refused':
    'The browser does not let this page read what was copied. In the form, press and hold the field ‘Link (address of the page)’, then ‘Paste’.',

  'replace.title': 'Replace your report?',
  'replace.answers': 'You have just shared something else. If you replace it, your answers will be cleared.',
  'replace.number':
    'You have just shared something else. If you go on, the number of your report will no longer be shown.',
  'replace.keep': 'Do not replace',
  'replace.go': 'Replace',

  'how.title': 'Report from another app',
  'how.installed':
    'If this app is installed on an Android phone: in the other app, tap ‘Share’, then ‘{name}’.',
  'how.copy': 'Otherwise, in the other app, tap ‘Share’, then ‘Copy link’.',
  'how.copy.picture': 'The screen of a phone. A share menu is open; ‘Copy link’ is circled.',
  'how.paste': 'Here, tap ‘Paste the link’.',
  'how.paste.picture': 'The same phone. A ‘Paste’ button is circled, and the link comes into the field.',

  'ios.title': 'iPhone, iPad: make a shortcut',
  'ios.1': 'Open the app ‘Shortcuts’ and create a shortcut.',
  'ios.2': 'In its details, turn on ‘Show in Share Sheet’. Choose the types ‘URLs’ and ‘Text’.',
  'ios.3': 'Add the action ‘Copy to Clipboard’. In its options, turn on ‘Local Only’.',
  'ios.4': 'Add the action ‘Open URLs’, with this address:',
  'ios.5': 'In the other app, tap ‘Share’, then your shortcut. Here, tap ‘Paste the link’.',
  'ios.why':
    'The link goes through the clipboard alone. Do not put it into the address to open: it would stay in the history.',

  'install.title': 'Install this app',
  'install.optional': 'You can report without installing it. Before you install it:',
  'install.stays':
    'The icon, the name and the files of the app stay on the device. Never a link, an answer or a report.',
  'install.seen': 'Other people who use the device can see the icon and the name ‘{name}’.',
  'install.maker':
    'The company that makes the browser may learn that you installed it. If the browser is synchronised, the icon may appear on your other devices.',
  'install.visit':
    'As with any site, your browser records your visit in its history, and keeps the files of the page.',
  'install.remove':
    'To remove it: press and hold the icon, then ‘Uninstall’ or ‘Remove’. To remove its files too, clear the data of this site in the settings of the browser.',
  'install.menu': 'To install it: in the menu of the browser, choose ‘Install’ or ‘Add to Home screen’.',
  'install.go': 'Install',
};
