// Ukrainian: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Звернення до служби {hotline}',
  'header.exit': 'Швидкий вихід',
  'header.close': 'Закрити',
  'language.label': 'Мова',
  'language.failed': 'Не вдалося показати цю мову.',
  'step.count': 'Крок {n} із {total}',
  'step.required': 'Поля з позначкою «необов’язково» можна не заповнювати.',
  'action.continue': 'Продовжити',
  's1.title': 'Що ви побачили?',
  's1.intro':
    'Це безкоштовно. Називати своє ім’я не потрібно. Можна мати сумніви: наша команда все перевіряє.',
  's1.privacy': 'Ваше звернення отримує {hotline}, а не {site}.',
  's1.privacy.through': 'Ваше звернення передає {site}, а отримує {hotline}.',
  's1.privacy.alone': 'Ваше звернення отримує {hotline}.',
  's1.privacy.link': 'Приватність',
  'cat.child_sexual_abuse': 'Матеріали сексуального насильства над дітьми',
  'cat.child_sexual_abuse.hint': 'Сексуальне зображення, відео чи текст за участю особи до 18 років',
  'cat.terrorism_bomb_making': 'Заклики до тероризму чи виготовлення бомб',
  'cat.terrorism_bomb_making.hint': 'Заклик до теракту, пропаганда, поради з виготовлення вибухівки',
  'cat.hate_violence_discrimination': 'Заклики до насильства, дискримінації чи ненависті',
  'cat.hate_violence_discrimination.hint': 'Заклик ненавидіти людей чи нападати на них через те, ким вони є',
  'cat.crimes_against_humanity': 'Вихваляння злочинів проти людяності',
  'cat.crimes_against_humanity.hint': 'Повідомлення, що вихваляє, виправдовує чи заперечує геноцид',
  'cat.shocking_content_minors': 'Шокувальний контент, доступний неповнолітнім',
  'cat.shocking_content_minors.hint': 'Порнографія чи жорстоке насильство, які легко може побачити дитина',
  'cat.procuring': 'Сутенерство',
  'cat.procuring.hint': 'Оголошення чи акаунт, що заробляє на проституції іншої людини',
  'cat.suicide_incitement': 'Схиляння до самогубства',
  'cat.suicide_incitement.hint': 'Повідомлення чи сайт, що підштовхує людину позбавити себе життя',
  'cat.sexual_harassment': 'Сексуальні домагання',
  'cat.sexual_harassment.hint':
    'Небажані сексуальні повідомлення, шантаж чи погрози з інтимними зображеннями',
  'cat.unsure': 'Не знаю',
  'cat.unsure.hint': 'Наша команда визначить сама',
  'cat.or': 'або',
  's1.emergency': 'Небезпека просто зараз?',
  'call.police': 'Поліція',
  'call.any': 'Екстрена допомога',
  'call.text': 'SMS',
  'err.fallback': 'Повідомити на сайті {hotline}',
  'draft.kept': 'Ваші відповіді досі тут.',
  'sr.step': 'Крок {n} із {total}: {title}',
  'sr.newtab': '(нова вкладка)',
  'sr.call': 'Подзвонити на номер {number}',
  'sr.message': 'SMS на номер {number}',
  'err.later': 'Не вдалося показати наступні кроки.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
