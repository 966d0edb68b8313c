// Bulgarian: what the form needs to show its first step.

import type { FirstMessages, LaterMessages } from '../../messages.ts';

export const first: FirstMessages = {
  'header.service': 'Сигнал до {hotline}',
  'header.exit': 'Бърз изход',
  'header.close': 'Затваряне',
  'language.label': 'Език',
  'language.failed': 'Този език не можа да се покаже.',
  'step.count': 'Стъпка {n} от {total}',
  'step.required': 'Можете да оставите празно всичко с надпис „по избор“.',
  'action.continue': 'Продължаване',
  's1.title': 'Какво видяхте?',
  's1.intro': 'Безплатно е. Не е нужно да казвате името си. Можете да имате съмнения: нашият екип проверява.',
  's1.privacy': 'Сигналът Ви отива при {hotline}, а не при {site}.',
  's1.privacy.through': 'Сигналът Ви минава през {site}, после отива при {hotline}.',
  's1.privacy.alone': 'Сигналът Ви отива при {hotline}.',
  's1.privacy.link': 'Лични данни',
  'cat.child_sexual_abuse': 'Материали със сексуално насилие над деца',
  'cat.child_sexual_abuse.hint': 'Сексуално изображение, видео или текст с човек под 18 години',
  'cat.terrorism_bomb_making': 'Подбуждане към тероризъм или към изработване на бомби',
  'cat.terrorism_bomb_making.hint': 'Призив за атентат, пропаганда, изработване на взривни вещества',
  'cat.hate_violence_discrimination': 'Подбуждане към насилие, дискриминация или омраза',
  'cat.hate_violence_discrimination.hint': 'Призив да се мразят или нападат хора заради това, което са',
  'cat.crimes_against_humanity': 'Възхвала на престъпления срещу човечеството',
  'cat.crimes_against_humanity.hint': 'Съобщение, което хвали, оправдава или отрича геноцид',
  'cat.shocking_content_minors': 'Шокиращо съдържание, достъпно за деца',
  'cat.shocking_content_minors.hint': 'Порнография или крайно насилие, което едно дете лесно може да види',
  'cat.procuring': 'Сводничество',
  'cat.procuring.hint': 'Обява или акаунт, който печели от проституцията на друг човек',
  'cat.suicide_incitement': 'Подбуждане към самоубийство',
  'cat.suicide_incitement.hint': 'Съобщение или сайт, който тласка човек да сложи край на живота си',
  'cat.sexual_harassment': 'Сексуален тормоз',
  'cat.sexual_harassment.hint':
    'Нежелани сексуални съобщения, изнудване или заплахи с интимни снимки или видео',
  'cat.unsure': 'Не знам',
  'cat.unsure.hint': 'Нашият екип ще избере вместо Вас',
  'cat.or': 'или',
  's1.emergency': 'Непосредствена опасност?',
  'call.police': 'Полиция',
  'call.any': 'Спешен номер',
  'call.text': 'SMS',
  'err.fallback': 'Сигнал на сайта на {hotline}',
  'draft.kept': 'Отговорите Ви са още тук.',
  'sr.step': 'Стъпка {n} от {total}: {title}',
  'sr.newtab': '(нов раздел)',
  'sr.call': 'Обаждане на {number}',
  'sr.message': 'SMS до {number}',
  'err.later': 'Следващите стъпки не можаха да се покажат.',
};

/** The strings of the later steps. */
export const later = async (): Promise<LaterMessages> => (await import('./later.ts')).later;
