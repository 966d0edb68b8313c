// The modules that decide, in groups. Each group has a goal: the share of its mutants that the tests must notice.
import { globSync } from 'node:fs';

export type GroupName =
  | 'report'
  | 'address'
  | 'draft'
  | 'help'
  | 'follow-up'
  | 'sending'
  | 'intake'
  | 'limits'
  | 'store'
  | 'log'
  | 'retention'
  | 'exports'
  | 'figures'
  | 'commands that read'
  | 'screens'
  | 'taps'
  | 'delivery'
  | 'leaving'
  | 'idle'
  | 'exit'
  | 'focus';

/** A group of sources. */
export interface Group {
  readonly name: GroupName;
  readonly files: readonly string[];
  /** Between 0 and 1. Equivalent mutants do not count. */
  readonly goal: number;
  /** The tests in Node that are tried first where they reach the source, in their order. */
  readonly tests: readonly string[];
  /** Of modules that run in a browser: its tests, the likeliest first. */
  readonly browserTests?: readonly string[];
}

const USUAL = 0.93;
/** Where a survivor could cost a report. */
const STRICT = 0.97;

const receiver = (...names: string[]): string[] => names.map((name) => `src/receiver/${name}.ts`);

function group(name: GroupName, patterns: readonly string[], tests: string, goal = USUAL): Group {
  return {
    name,
    goal,
    files: patterns.flatMap((pattern) => globSync(pattern)).toSorted(),
    tests: tests.split(' ').flatMap((test) => globSync(`test/${test}.node.test.ts`).toSorted()),
  };
}

const browserGroup = (name: GroupName, files: readonly string[], tests: string, goal = USUAL): Group => ({
  name,
  goal,
  files: files.map((file) => `src/widget/form/${file}.ts`),
  tests: [],
  browserTests: tests
    .split(' ')
    .map((test) => `test/widget/${test.includes('/') ? test : `form/${test}`}.test.ts`),
});

/** Left out: tables of facts with sources of their own, schemas, types and sentences. */
export const GROUPS: readonly Group[] = [
  group(
    'report',
    ['src/core/report/!(categories|limits|protocol-schema|report-json-schema|vocabulary).ts'],
    'core/{receipt-signature,endpoint,protocol,retry-after,storable-text,report-fields,report,seal,places} receiver/receipt-key',
  ),
  group(
    'address',
    ['src/core/address/!(*sources|types).ts'],
    'core/{onion,session,self,sharer,shared-text} core/address{-kept,-sites,-warnings,}',
  ),
  group(
    'draft',
    ['src/core/draft/!(types).ts'],
    'core/draft{,-page,-remarks,-report} core/{danger-untold,email,ident,quest,self,session,text-limits}* core/draft-random',
  ),
  group(
    'help',
    ['src/core/help/!(*sources|lines|numbers).ts'],
    'core/{opening-hours,other-doors,nearest,aims,professionals,help-resources,consent-age}',
  ),
  group(
    'follow-up',
    ['src/core/follow-up/!(*schema).ts', ...receiver('store/*follow-up*', 'http/follow-up*')],
    'core/follow-up{,-answer} receiver/follow-up{-transfer,-store,-steps,,-end,-limits,-export}',
  ),
  group(
    'sending',
    ['src/widget/client/*.ts'],
    'widget/client/{request,submit,proof,follow-up,retry,serialisation,receiver,faults,retry-crowd,hostile-answers}',
    STRICT,
  ),
  group(
    'intake',
    receiver('intake/!(json-shape)', 'protocol/digest'),
    'receiver/{priority,receipt-key,seal-keys,answers,idempotency,budget,body-size,sealed,sealed-forgeries,follow-up,follow-up-export} receiver/commands/export-choice receiver/{error-names,alerts/webhook}',
  ),
  group(
    'limits',
    receiver(
      'admission/*',
      'events/minutes',
      'http/{connection-limit,proxies,request-body}',
      'intake/json-shape',
      'protocol/networks',
    ),
    'receiver/{source-network,rate,connection-limit,partners,proxies,json-shape,minute-lines,challenge,relay-flood,admission,budget,body-size,http,error-names,serve-admission}',
    STRICT,
  ),
  group(
    'store',
    receiver(
      'database/!(altered|create-tables|records|tables)',
      'store/!(*follow-up*|store)',
      'store/sqlite/*',
    ),
    'receiver/{outbox,store-search,store-contract,store,store-erase} receiver/follow-up-{store,end} receiver/commands/{copy-erased,copy-numbers,reading,erase} receiver/{store-clock,urgent-index,idempotency,busy-database,read-only,growth} receiver/commands/copy receiver/alerts/* operations/upgrade',
  ),
  group('log', receiver('log/*'), 'receiver/merkle receiver/report-log{-erasures,,-kills}', STRICT),
  group(
    'retention',
    receiver('operations/{hourly,retention,retention-doubt,follow-up-sweep}'),
    'receiver/{hourly,retention,follow-up-end,retention-clock,forgetting}',
  ),
  group(
    'exports',
    receiver('export/*', 'database/altered', 'commands/{export*,cursor-file}'),
    'receiver/{export,export-cell,export-text,follow-up-export} receiver/commands/{export-formats,export-choice,reading,cursor-file} receiver/export-{cursor,integrity} receiver/commands/{export,progress} receiver/{read-only,growth,export-spreadsheet}',
  ),
  group(
    'figures',
    receiver('figures/!(figure-words*|figure-locales|commission-names)'),
    'receiver/figures{-decisions,-hidden,-year,-print} receiver/reporter-states receiver/figures{-partner,}',
  ),
  group(
    'commands that read',
    receiver('commands/{copy,figures*,head,known-partner,log-head,numbers,outbox,reading,verify*}'),
    'receiver/commands/{numbers,verify,figures,reading} receiver/outbox receiver/commands/{copy-numbers,copy-erased} receiver/figures-{year,partner} receiver/report-log receiver/commands/{copy,cut-off,progress,cli} receiver/{follow-up-end,figures} receiver/alerts/copy',
  ),
  browserGroup(
    'screens',
    ['screen', 'navigation', 'outcome'],
    'screen.node screens report-form outcome where review details delivery page-flow safety',
  ),
  browserGroup('taps', ['controllers/tap-guard'], 'tap-guard restless-hand heard taps', STRICT),
  browserGroup(
    'delivery',
    ['controllers/delivery'],
    'delivery proof-ahead outcome sent sealed proof review practice page-flow receipts follow-up heard',
    STRICT,
  ),
  browserGroup(
    'leaving',
    ['controllers/leaving', 'leave-view'],
    'safety screens report-form heard outcome delivery follow-up languages',
  ),
  browserGroup('idle', ['controllers/idle'], 'safety screens follow-up'),
  browserGroup('exit', ['controllers/quick-exit', 'controllers/exit-keys'], 'safety hosts/exit-in-sight'),
  browserGroup(
    'focus',
    ['controllers/focus', 'controllers/following-focus'],
    'following-focus in-sight report-form review screens heard safety',
  ),
];
