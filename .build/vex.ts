// The statements on known vulnerabilities that stand beside each bill of materials in a release (VEX, in CycloneDX 1.5):
// which ones concern the packages in it, and whether somebody can use them here. OWASP's library writes the format.

import { readFileSync } from 'node:fs';
import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';

/** What we say of one vulnerability. Its words are those of CycloneDX. */
export interface Statement {
  /** Number of the advisory: `GHSA-…` or `CVE-…`. */
  readonly id: string;
  /** Address of the advisory. */
  readonly url: string;
  /** Name of the package that has it: one in a bill of materials, or one of ours. */
  readonly component: string;
  readonly state: string;
  /** Why nobody can use it, if the state is `not_affected`. */
  readonly justification?: string;
  /** What users do, if they are affected. */
  readonly recommendation?: string;
  /** The reason, in one or two sentences. */
  readonly detail: string;
  /** Days, such as `2026-11-30`. */
  readonly firstStated: string;
  readonly lastChanged: string;
}

/** `vulnerabilities.json`: the statements, and the day on which they were last compared with npm's advisories. */
export interface Statements {
  /** Null until somebody has compared them: `npm run advisories`. */
  readonly reviewedOn: string | null;
  readonly statements: readonly Statement[];
}

/** A bill of materials, as far as statements need it. */
export interface Bill {
  readonly metadata: { readonly component: BilledComponent };
  readonly components: readonly BilledComponent[];
}

interface BilledComponent {
  readonly 'bom-ref': string;
  readonly name: string;
  readonly version: string;
  readonly purl: string;
}

/** The bills of the build, by package. */
export const BILLS: Readonly<Record<string, string>> = {
  'cliquez-signalez': 'dist/sbom.json',
  'cliquez-signalez-receiver': 'dist/receiver/sbom.json',
  'cliquez-signalez-tools': 'dist/tools/sbom.json',
};

const FILE = new URL('vulnerabilities.json', import.meta.url);

/** Our statements. */
export const readStatements = (): Statements => JSON.parse(readFileSync(FILE, 'utf8')) as Statements;

/** Reads the bill of one package from the build. */
export const readBill = (name: string): Bill =>
  JSON.parse(readFileSync(new URL(`../${BILLS[name]}`, import.meta.url), 'utf8')) as Bill;

/**
 * The statements on one package and on everything in its bill, as JSON. The same bill and statements give the same bytes: there is
 * no number of a run, and the time is that of the last review.
 */
export function statementsOn(bill: Bill, { reviewedOn, statements }: Statements): string {
  const own = bill.metadata.component;
  const bom = new Models.Bom();
  bom.metadata.component = componentOf(own);
  if (reviewedOn !== null) bom.metadata.timestamp = new Date(reviewedOn);
  for (const statement of statements) {
    // One name may stand in a bill in two versions.
    const affected = [own, ...bill.components].filter(({ name }) => name === statement.component);
    if (affected.length === 0) continue;
    for (const billed of affected) if (billed !== own) bom.components.add(componentOf(billed));
    bom.vulnerabilities.add(vulnerabilityOf(statement, affected));
  }
  const normalizer = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot5);
  const text = new Serialize.JsonSerializer(normalizer).serialize(bom, { sortLists: true, space: 2 });
  if (bom.vulnerabilities.size > 0 || reviewedOn === null) return `${text}\n`;
  // The library leaves an empty list out. After a review, it says that there is nothing to state.
  return `${JSON.stringify({ ...(JSON.parse(text) as object), vulnerabilities: [] }, null, 2)}\n`;
}

/** A component by the reference that it has in the bill. */
const componentOf = ({ 'bom-ref': bomRef, name, version, purl }: BilledComponent): Models.Component =>
  new Models.Component(Enums.ComponentType.Library, name, { bomRef, version, purl });

/** A word of CycloneDX. @throws where it has no such word */
function wordOf<Word extends string>(words: Readonly<Record<string, Word>>, written: string): Word {
  const found = Object.values(words).find((word) => word === written);
  if (found === undefined) throw new Error(`« ${written} » is none of ${Object.values(words).join(', ')}.`);
  return found;
}

function vulnerabilityOf(
  statement: Statement,
  affected: readonly BilledComponent[],
): Models.Vulnerability.Vulnerability {
  const { id, url, state, justification, recommendation, detail, firstStated, lastChanged } = statement;
  return new Models.Vulnerability.Vulnerability({
    // The library draws references that nobody gives.
    bomRef: `${id} ${affected[0]!.name}`,
    id,
    source: new Models.Vulnerability.Source({ url }),
    recommendation,
    created: new Date(firstStated),
    updated: new Date(lastChanged),
    analysis: new Models.Vulnerability.Analysis({
      state: wordOf(Enums.Vulnerability.AnalysisState, state),
      justification:
        justification === undefined
          ? undefined
          : wordOf(Enums.Vulnerability.AnalysisJustification, justification),
      detail,
    }),
    affects: new Models.Vulnerability.AffectRepository(
      affected.map(
        ({ 'bom-ref': ref, version }) =>
          new Models.Vulnerability.Affect(new Models.BomRef(ref), {
            versions: new Models.Vulnerability.AffectedVersionRepository([
              new Models.Vulnerability.AffectedSingleVersion(version, {
                status:
                  state === 'not_affected' || state === 'false_positive' || state.startsWith('resolved')
                    ? Enums.Vulnerability.AffectStatus.Unaffected
                    : Enums.Vulnerability.AffectStatus.Affected,
              }),
            ]),
          }),
      ),
    ),
  });
}
