// The priority of a report, from its own answers.
import type { Report } from '../core/report/report.ts';

/** `urgent` where the report says that somebody is in danger right now. */
export const priorityOf = ({ danger }: Report): 'normal' | 'urgent' =>
  danger.immediate === 'yes' ? 'urgent' : 'normal';
