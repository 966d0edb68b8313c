// The script of the page as text. In the package, the build has put the finished text in place of this module.
import { joinModules } from './join-modules.ts';

const NAMES = [
  'element',
  'grouping',
  'filters',
  'marks',
  'report-view',
  'row',
  'list',
  'mark-menu',
  'keys',
  'desk',
  'start',
] as const;

/** The desk: everything but the call that starts it. */
export const DESK_SCRIPT: string = joinModules([
  new URL('../../core/first-day.ts', import.meta.url),
  ...NAMES.map((name) => new URL(`script/${name}.ts`, import.meta.url)),
]);
