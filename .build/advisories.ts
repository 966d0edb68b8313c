// `npm run advisories`: asks npm for the advisories on the packages that a version is made of, and says which ones still need a
// statement in vulnerabilities.json. Somebody runs it before a release: it needs the network, which a release does not.

import { spawnSync } from 'node:child_process';
import { BILLS, readBill, readStatements, type Bill, type Statement } from './vex.ts';

/** The part of `npm audit --json` (report version 2) that is read. */
export interface AuditReport {
  readonly vulnerabilities?: Readonly<Record<string, { readonly via: readonly (string | Advisory)[] }>>;
}

interface Advisory {
  /** Package that has the vulnerability. */
  readonly name: string;
  readonly title: string;
  readonly url: string;
  readonly severity: string;
}

const idOf = ({ url }: Advisory): string => url.split('/').at(-1)!;

/**
 * What is to be done, a line each; empty if every advisory on a package that users get has a statement.
 * @param bills the bills of materials: packages that only develop ours are in none of them
 */
export function unstated(
  report: AuditReport,
  statements: readonly Statement[],
  bills: readonly Bill[],
): string[] {
  const shipped = new Set(
    bills.flatMap(({ metadata, components }) => [metadata.component, ...components].map(({ name }) => name)),
  );
  const advisories = Object.values(report.vulnerabilities ?? {})
    .flatMap(({ via }) => via)
    .filter((each): each is Advisory => typeof each !== 'string' && shipped.has(each.name));
  const missing = advisories
    .filter(
      (advisory) =>
        !statements.some(({ id, component }) => id === idOf(advisory) && component === advisory.name),
    )
    .map(
      (advisory) =>
        `${advisory.name}: ${idOf(advisory)} (${advisory.severity}) needs a statement: ${advisory.title}`,
    );
  const stale = statements
    .filter(({ component }) => !shipped.has(component))
    .map(
      ({ id, component }) =>
        `${component}: ${id} has a statement, but no bill names the package: take it out`,
    );
  return [...new Set([...missing, ...stale])];
}

if (import.meta.main) {
  const { stdout, stderr } = spawnSync('npm', ['audit', '--json'], { encoding: 'utf8', maxBuffer: 2 ** 26 });
  const report = JSON.parse(stdout) as AuditReport & { readonly auditReportVersion?: number };
  if (report.auditReportVersion !== 2) throw new Error(`npm gave no advisories: ${stderr}`);
  const lines = unstated(report, readStatements().statements, Object.keys(BILLS).map(readBill));
  console.log(
    lines.join('\n') ||
      'Every advisory has its statement. Write the day: reviewedOn in .build/vulnerabilities.json.',
  );
  if (lines.length > 0) process.exitCode = 1;
}
