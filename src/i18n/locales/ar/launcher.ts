// Arabic: the strings of the button, there before any click.

import type { LauncherMessages } from '../../messages.ts';

export const launcher: LauncherMessages = {
  'launcher.label': 'الإبلاغ عن محتوى غير قانوني',
  'launcher.context': 'الإبلاغ عن محتوى غير قانوني',
  'launcher.bar.title': 'هل رأيتم محتوى غير قانوني؟',
  'launcher.bar.text': 'أبلغوا عنه. الخدمة مجانية وسريعة.',
  'err.load': 'لم تُفتح الاستمارة.',
  'err.retry': 'إعادة المحاولة',
  'exit.loading': 'جارٍ التحميل…',
};

/** The link that embed.js leaves on the page, where the widget cannot be loaded. */
export const fallback = { 'launcher.fallback': 'إبلاغ {hotline} عن محتوى غير قانوني' } as const;
