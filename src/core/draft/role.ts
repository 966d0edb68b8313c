// The reporter's role: when the form asks for it, and which other answers imply it.

import { CATEGORIES, type CategoryId } from '../report/categories.ts';
import type { Draft, Role } from './types.ts';

/** Whether the role changes what the hotline does with a report of this category. */
const isRoleUseful = (category: CategoryId | undefined): boolean =>
  CATEGORIES.some(({ id, asksRole: asks }) => id === category && asks);

/** Whether the role is asked: if it changes what the hotline does, and on the one-page form for frequent reporters. */
export const asksRole = ({ answers, settings }: Draft): boolean =>
  settings.fields.includes('role') && (settings.flow === 'page' || isRoleUseful(answers.category));

/** Whether the step « where » asks if the reporter is the person concerned. The one-page form asks for the role. */
export const asksSelf = (draft: Draft): boolean => asksRole(draft) && draft.settings.flow !== 'page';

/** The answer « C’est moi » to a question, by category. It is equivalent to the role « je suis la personne visée ». */
export const SELF_ANSWERS: Readonly<
  Partial<Record<CategoryId, { readonly id: string; readonly value: string }>>
> = {
  child_sexual_abuse: { id: 'known', value: 'self' },
  sexual_harassment: { id: 'target', value: 'me' },
};

/** The question of a category about the age of the person concerned, which the reporter's own age answers. */
export const MINOR_QUESTIONS: Readonly<Partial<Record<CategoryId, string>>> = {
  procuring: 'minorSuspected',
  sexual_harassment: 'targetIsMinor',
};

/** Whether the reporter has answered that it happens to them. */
export const isSelf = (draft: Draft): boolean => asksSelf(draft) && draft.answers.questions['self'] === 'yes';

/** Whether the role need not be asked, because another answer already gives it. */
export function isRoleImplied(draft: Draft): boolean {
  const { answers, settings } = draft;
  const { category, role, questions } = answers;
  if (asksSelf(draft) && questions['self']) return isSelf(draft);
  const its = category && SELF_ANSWERS[category];
  return (
    its !== undefined &&
    role === undefined &&
    settings.fields.includes('questions') &&
    questions[its.id] === its.value
  );
}

/** The reporter's role: as chosen, or as another answer implies; undefined if neither was answered. */
export const roleOf = (draft: Draft): Role | undefined =>
  asksRole(draft) ? (isRoleImplied(draft) ? 'target' : draft.answers.role) : undefined;
