// Siteimprove's Alfa for browser tests: the page tells its tree, the rules run here.
//
//   alfa   { tree } → { faults: { rule, at, says }[], judged: at[] }: what the rules find wrong, and the elements that
//          any rule has judged; `at` is the `data-at` of the nearest element with one
import { Audit } from '@siteimprove/alfa-act';
import { Device } from '@siteimprove/alfa-device';
import { Element, Node, type Document } from '@siteimprove/alfa-dom';
import { Request, Response } from '@siteimprove/alfa-http';
import rules from '@siteimprove/alfa-rules';
import { Page } from '@siteimprove/alfa-web';
import type { TestRunnerPlugin } from '@web/test-runner';

/** Payload of the command. */
export interface AlfaPayload {
  readonly tree: Document.JSON;
}

/** One finding. */
export interface AlfaFault {
  readonly rule: string;
  readonly at: number | undefined;
  readonly says: string;
}

/** What the rules say of a tree. */
export interface AlfaFindings {
  readonly faults: readonly AlfaFault[];
  readonly judged: readonly number[];
}

/** The number that the page gave to the element of a finding; undefined if the element is outside the widget. */
function placeOf(target: unknown): number | undefined {
  if (!Node.isNode(target)) return undefined;
  for (const node of target.inclusiveAncestors(Node.fullTree)) {
    const at = Element.isElement(node) ? node.attribute('data-at').map(({ value }) => value) : undefined;
    if (at?.isSome()) return Number(at.get());
  }
  return undefined;
}

async function findingsIn({ tree }: AlfaPayload): Promise<AlfaFindings> {
  const page = Page.of(Request.empty(), Response.empty(), Node.from(tree), Device.standard());
  const outcomes = [...(await Audit.of(page, rules).evaluate())].map((outcome) => ({
    rule: outcome.rule.uri.replace(/.*\//, ''),
    at: placeOf((outcome as { target?: unknown }).target),
    json: outcome.toJSON() as { outcome: string; expectations?: unknown },
  }));
  return {
    faults: outcomes
      .filter(({ json }) => json.outcome === 'failed')
      .map(({ rule, at, json }) => ({ rule, at, says: JSON.stringify(json.expectations) })),
    judged: [...new Set(outcomes.flatMap(({ at }) => at ?? []))],
  };
}

export function alfaPlugin(): TestRunnerPlugin {
  return {
    name: 'alfa',
    async executeCommand({ command, payload }) {
      return command === 'alfa' ? await findingsIn(payload as AlfaPayload) : undefined;
    },
  };
}
