// The modules that decide, in groups. Each group has a goal: the share of its mutants that the tests must notice.
import { globSync } from 'node:fs';

/** A group of sources. */
export interface Group {
  readonly name: string;
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

function group(name: string, patterns: readonly string[], tests: string, goal = USUAL): Group {
  return {
    name,
    goal,
    files: patterns.flatMap((pattern) => globSync(pattern)).toSorted(),
    tests: tests.split(' ').flatMap((test) => globSync(`test/${test}.node.test.ts`).toSorted()),
  };
}

const browserGroup = (name: string, files: readonly string[], tests: string, goal = USUAL): Group => ({
  name,
  goal,
  files: files.map((file) => `src/form/${file}.ts`),
  tests: [],
  browserTests: tests.split(' ').map((test) => `test/${test.includes('/') ? test : `form/${test}`}.test.ts`),
});

/** Left out: tables of facts with sources of their own, schemas, types and sentences. */
export const GROUPS: readonly Group[] = [
  group(
    'report',
    ['src/core/report/!(categories|limits|protocol-schema|report-json-schema|vocabulary).ts'],
    'core/{endpoint,protocol,retry-after,storable-text,report,seal,places} receiver/receipt-key',
  ),
  group(
    'address',
    ['src/core/address/!(*sources|types).ts'],
    'core/{onion,session,self,sharer,shared-text} core/address{-kept,-sites,-warnings,}',
  ),
  group(
    'draft',
    ['src/core/draft/!(types).ts'],
    'core/draft{,-page,-remarks,-report,-random} core/{email,ident,quest}*',
  ),
  group(
    'help',
    ['src/core/help/!(*sources|lines|numbers).ts'],
    'core/{opening-hours,other-doors,nearest,aims,help-resources,consent-age}',
  ),
  group(
    'follow-up',
    ['src/core/follow-up/!(*schema).ts', ...receiver('store/*follow-up*', 'http/follow-up*')],
    'core/follow-up{,-answer} receiver/follow-up{-store,,-end,-limits,-export}',
  ),
  group(
    'sending',
    ['src/client/*.ts'],
    'client/{request,submit,proof,retry,receiver,hostile-answers,faults}',
    STRICT,
  ),
  group(
    'intake',
    receiver('intake/*'),
    'receiver/{priority,receipt-key,seal-keys,json-shape,http,sealed,idempotency,answers,seal-rotation,sealed-forgeries}',
  ),
  group(
    'limits',
    receiver('admission/*', 'http/{connection-limit,json-shape,networks,proxies,request-body}'),
    'receiver/{source-network,rate,budget,challenge,partners,proxies,json-shape,admission,serve-admission,body-size,slow-client,relay-flood}',
    STRICT,
  ),
  group(
    'store',
    receiver('store/!(*follow-up*|tables|store|records|additions|migrations)', 'store/sqlite/*'),
    'receiver/store{,-rows,-erase,-clock,-contract} receiver/{urgent-index,idempotency,growth} receiver/alerts/* receiver/commands/copy*',
  ),
  group('log', receiver('log/*'), 'receiver/merkle receiver/report-log{-erasures,,-upgrade,-kills}', STRICT),
  group(
    'retention',
    receiver('operations/{retention,retention-doubt,follow-up-sweep}'),
    'receiver/{retention,follow-up-end,retention-clock,forgetting}',
  ),
  group(
    'exports',
    receiver('export/*', 'commands/{export*,cursor-file}'),
    'receiver/export-{cell,spreadsheet,text,cursor} receiver/export receiver/commands/{cursor-file,export-choice,export} receiver/export-integrity',
  ),
  group(
    'figures',
    receiver('figures/!(figure-words*|figure-locales|commission-names)'),
    'receiver/figures{-decisions,-hidden,-partner,-year,}',
  ),
  group(
    'commands that read',
    receiver('commands/{copy,figures*,head,known-partner,log-head,numbers,outbox,reading,verify*}'),
    'receiver/commands/{copy,copy-numbers,copy-erased,cli} receiver/report-log receiver/figures receiver/alerts/copy',
  ),
  browserGroup(
    'screens',
    ['screen', 'navigation', 'outcome'],
    'screen.node screens outcome where review details delivery page-flow safety',
  ),
  browserGroup('taps', ['controllers/tap-guard'], 'tap-guard restless-hand heard taps', STRICT),
  browserGroup(
    'delivery',
    ['controllers/delivery'],
    'delivery outcome sent sealed proof review practice page-flow receipts follow-up heard',
    STRICT,
  ),
  browserGroup(
    'leaving',
    ['controllers/leaving', 'leave-view'],
    'safety screens heard outcome follow-up languages',
  ),
  browserGroup('idle', ['controllers/idle'], 'safety screens follow-up'),
  browserGroup('exit', ['controllers/quick-exit', 'controllers/exit-keys'], 'safety hosts/exit-in-sight'),
  browserGroup(
    'focus',
    ['controllers/focus', 'controllers/following-focus'],
    'in-sight screens heard safety review',
  ),
];
