// The roles of those who report for their work. A file of its own: the first step loads it.

import type { Role } from './types.ts';

const ROLES: readonly (Role | undefined)[] = ['child_protection', 'professional'];

/** Whether somebody reports for their work, and so of somebody else. Any other role tells something about the reporter. */
export const isProfessional = (role: Role | undefined): boolean => ROLES.includes(role);
