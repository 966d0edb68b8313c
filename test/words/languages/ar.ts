// Arabic: the typography and the words that a message must not use.

import type { LanguageRules } from '../language-rules.ts';

export const rules: LanguageRules = {
  // Straight and foreign quotation marks, Latin punctuation, Arabic-Indic digits, kashida, spaces on the wrong side.
  typography: /['"“”„‘’‹›]|[,;?]|[٠-٩۰-۹]|ـ|«\s|\s»|\s[،؛؟:.…]|[،؛](?!\s)|[\u00A0\u202F]/u,
  // Opening and closing quotation marks, as this language uses them here.
  quotes: ['«', '»'],
  // Words that beg, scold or label, in any message.
  never:
    /الرجاء|يرجى|يُرجى|رجاءً|من فضلك|لو سمحت|معذرة|عذرًا|عذراً|عفوًا|عفواً|نأسف|آسف|(?<!\p{L})(?:ال)?صالحة?(?!\p{L})|ضحي[ةه]|ضحايا|غير مشروع|غير شرعي|إباحية (?:ال)?أطفال|استغلال إباحي|ارتكاب الانتحار|(?<!\p{L})(?:ال)?منتحر/u,
  // Words of blame, in errors.
  neverInErrors: /ممنوع|محظور|غير قانوني|غير مسموح|خاطئ|غير صحيح|فشل|إلزامي|إجباري|مخالف/u,
  // The address that is not used: the singular, which marks gender.
  address:
    /(?<!\p{L})(?:أنت|أنتِ|أنتَ|لك|بك|منك|عنك|إليك|عليك|فيك|معك|لديك|عندك|يمكنك|نفسك|عمرك|بلاغك|إجاباتك|إجابتك|اسمك|بريدك|حسابك|جهازك|شاشتك|نصك|هويتك|أفكارك|اختر|اختاري|اكتب|اكتبي|أرسل|أرسلي|انسخ|انسخي|ألصق|ألصقي|احتفظ|احتفظي|اتصل|اتصلي|استخدم|استخدمي|انتظر|انتظري|أبلغ عن)(?!\p{L})/u,
};
