// What a help line's source says of it: that a caller need give no name, other ways than a voice, its languages.

import type { HelpResource } from '../../../core/help/lines.ts';
import { own } from '../../../core/own.ts';
import { inList, languageName } from '../../../words/names.ts';
import type { HoursForm, Texts } from '../form-view.ts';

/** The notes of a line. A language that lacks one leaves it out. */
export const noteTexts = (form: Texts, line: HelpResource): string[] =>
  (own(line).notes ?? []).map((note) => form.text(`help.note.${note}`));

/** « En français »: the languages in which a line answers, where its source names them. */
export function spokenText(form: Texts & HoursForm, line: HelpResource): string {
  const { locale } = form.localize;
  const languages = own(line).languages?.map((tag) => languageName(locale, tag));
  if (!languages) return '';
  const listed = inList(locale, languages);
  return form.text('help.speaks', { languages: listed }) || listed;
}
