// English: what typed addresses need.

import type { ElsewhereMessages } from '../../messages.ts';

export const elsewhere: ElsewhereMessages = {
  's2.url': 'Address of the page',
  's2.url.hint': 'Copy it from the browser bar, or with the ‘Share’ button of the app',
  's2.url.n': 'Address {n}',
  's2.url.paste': 'Paste',
  's2.url.add': 'Add another address',
  's2.url.remove': 'Remove address {n}',
  's2.status.split': '{n} addresses found.',
  's2.status.pasted': 'Address pasted.',
  's2.status.removed': 'Address {n} removed.',
  's2.login': 'You need an account to see this content (optional)',
  'remark.keep': 'Keep it as it is',
  'remark.local': 'This address only works where you are. Do you have the public address?',
  'remark.cut': 'This address seems to be cut. Do you have the whole address?',
  'remark.onion': 'This .onion address seems incomplete. Do you have the whole address?',
  'remark.search': 'This is a search page. Do you have the address of the page you found?',
  'remark.short':
    'This short link may contain your account name. If the page is open, copy its address instead.',
  'remark.share': 'This share link may contain your account name. Do you have another link?',
  'remark.home': 'This address leads to the home page of the site. Do you have the exact link?',
  'remark.service': 'All right. On which service?',
  'remark.credentials': 'This address contains a password. Was the password published, or is it yours?',
  'remark.credentials.published': 'It was published',
  'remark.credentials.published.done': 'We will send this password with the address.',
  'remark.credentials.own': 'It is mine',
  'remark.credentials.own.done': 'We leave this password out of the report.',
  'changed.private': 'We removed a part of the link that could identify you.',
  'changed.unwrapped': 'We kept the address of the page to which this link leads.',
  'changed.scheme': 'We completed the beginning of the address.',
  'changed.repaired': 'We corrected the way the address was written.',
};
