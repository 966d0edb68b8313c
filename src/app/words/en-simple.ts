// The words of the application around the form, in Easy English.

import type { AppWords } from './fr.ts';

export const words: AppWords = {
  'received.one': 'We got the link',
  'received.many': 'We got {n} links',
  'received.nothing-sent': 'We send nothing before you choose ‘Send the report’.',
  'received.removed': 'We removed this from the link: {names}. It could show who shared the link.',
  'received.unwrapped': 'The link went through another website. We kept only the link inside it.',
  'received.advertisement': 'We left this out. It is an advert:',
  'received.refused': 'We left this out. It is only on your phone or computer:',
  'received.too_many': 'We left this out. A report has {n} links at most:',
  'received.words': 'We do not keep the words around the link.',
  'received.hide': 'Hide',

  'none.title': 'We got no link',
  'none.body':
    'There is no link in what you shared. Go to the other app. Look for ‘Copy link’. Then paste the link here.',
  'lost.title': 'What you shared did not arrive',
  'lost.body': 'We kept nothing. We sent nothing. Copy the link in the other app. Then paste it here.',

  paste: 'Paste the link',
  'paste.refused':
    'The browser does not let us read what you copied. In the form, press and hold ‘Link to the page’. Then choose ‘Paste’.',

  'replace.title': 'Replace your report?',
  'replace.answers': 'You shared something else. If you replace your report, your answers are gone.',
  'replace.number': 'You shared something else. If you go on, you no longer see your number.',
  'replace.keep': 'Do not replace',
  'replace.go': 'Replace',

  'how.title': 'Report from another app',
  'how.installed': 'Is this app on your Android phone? In the other app, tap ‘Share’. Then tap ‘{name}’.',
  'how.copy': 'Or, in the other app, tap ‘Share’. Then tap ‘Copy link’.',
  'how.copy.picture': 'A phone with a share menu. There is a circle around ‘Copy link’.',
  'how.paste': 'Here, tap ‘Paste the link’.',
  'how.paste.picture': 'The same phone. There is a circle around ‘Paste’. The link goes into the form.',

  'ios.title': 'iPhone, iPad: make a shortcut',
  'ios.1': 'Open the app ‘Shortcuts’. Make a new shortcut.',
  'ios.2': 'Open the details of the shortcut. Turn on ‘Show in Share Sheet’. Choose ‘URLs’ and ‘Text’.',
  'ios.3': 'Add the action ‘Copy to Clipboard’. Open its options. Turn on ‘Local Only’.',
  'ios.4': 'Add the action ‘Open URLs’. Give it this link:',
  'ios.5': 'In the other app, tap ‘Share’. Then tap your shortcut. Here, tap ‘Paste the link’.',
  'ios.why':
    'You copy and paste the link you report. Do not add it to ‘Open URLs’. It would stay in your history.',

  'install.title': 'Install this app',
  'install.optional': 'You can report without installing it. Before you install it, read this:',
  'install.stays':
    'These stay on your phone or computer: icon, name and files. Links, answers and reports do not stay there.',
  'install.seen': 'Does someone else use it too? They can see the icon and the name ‘{name}’.',
  'install.maker':
    'The company of the browser may see that you have the app. Do you use this browser on other phones or computers? The icon may show there too.',
  'install.visit':
    'Your browser remembers your visit and keeps the files of the page. It does this with every website.',
  'install.remove':
    'To remove the app: press and hold the icon. Then choose ‘Uninstall’ or ‘Remove’. To remove its files: open the settings of the browser. Delete the data of this website.',
  'install.menu': 'To install: open the menu of the browser. Choose ‘Install’ or ‘Add to Home screen’.',
  'install.go': 'Install',
};
