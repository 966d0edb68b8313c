// The reporter's role: when the form asks for it, and which other answer implies it.

import { CATEGORIES, type CategoryId } from '../report/categories.ts';
import type { Draft, Role } from './types.ts';

/** Whether the role is asked: if it changes what the hotline does, and on the one-page form for frequent reporters. */
export const asksRole = ({ answers, settings }: Draft): boolean =>
  settings.fields.includes('role') &&
  (settings.flow === 'page' || CATEGORIES.some(({ id, asksRole: asks }) => id === answers.category && asks));

/** The answer « C’est moi » to a question, by category. It is equivalent to the role « je suis la personne visée ». */
export const SELF_ANSWERS: Readonly<
  Partial<Record<CategoryId, { readonly id: string; readonly value: string }>>
> = {
  child_sexual_abuse: { id: 'known', value: 'self' },
  sexual_harassment: { id: 'target', value: 'me' },
};

/** Whether the role need not be asked, because « C’est moi » already gives it. */
export function isRoleImplied({ answers: { category, role, questions }, settings }: Draft): boolean {
  const self = category && SELF_ANSWERS[category];
  return (
    !!self && role === undefined && settings.fields.includes('questions') && questions[self.id] === self.value
  );
}

/** The reporter's role: as chosen, or as « C’est moi » implies; undefined if neither was answered. */
export const roleOf = (draft: Draft): Role | undefined =>
  asksRole(draft) ? (isRoleImplied(draft) ? 'target' : draft.answers.role) : undefined;
