// What a browser says with a report: these headers and no other. A new one, of ours or of an engine's, fails here.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { submitReport, type SubmitOptions } from '../../src/client/submit.ts';
import { MINIMAL_REPORT } from '../core/report-examples.ts';
import type { RecordedRequest } from '../setup/fault-proxy.ts';

/** Every header of a report, in lower case, in the order of the alphabet; none is there for Chromium alone but its own. */
const OF_THE_REPORT = ['accept', 'content-length', 'content-type', 'idempotency-key'];
/** WebKit leaves out two of any request: whether its answer may be kept is said by the answer. */
const NOT_OF_EVERY_PREFLIGHT = ['cache-control', 'pragma'];
const OF_THE_PREFLIGHT = ['accept', 'access-control-request-headers', 'access-control-request-method'];
/** Of every request between two origins; nobody's script can leave them out. */
const OF_ANY_REQUEST = [
  'accept-encoding',
  'accept-language',
  'cache-control',
  'connection',
  'host',
  'origin',
  'pragma',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'user-agent',
];
/** Engines differ in these: they may be there or not. */
const OF_SOME_ENGINES = [
  'priority',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-gpc',
  'te',
  'dnt',
];

describe('the headers of a report', () => {
  beforeEach(() => executeServerCommand('requests-clear', null));

  const send = async (options: Partial<SubmitOptions> = {}): Promise<RecordedRequest[]> => {
    const { endpoint } = await executeServerCommand<{ endpoint: string }, null>('receiver', null);
    await submitReport(
      { ...MINIMAL_REPORT, submissionId: crypto.randomUUID() },
      // An address that the browser has not asked about: there will be a preflight.
      { endpoint: `${endpoint}?${Math.random()}`, ...options },
    );
    return executeServerCommand<RecordedRequest[], null>('requests', null);
  };

  const namesOf = ({ headers }: RecordedRequest): string[] =>
    Object.keys(headers)
      .filter((name) => !OF_SOME_ENGINES.includes(name))
      .toSorted();

  const isOfEveryPreflight = (name: string): boolean => !NOT_OF_EVERY_PREFLIGHT.includes(name);

  it('are these alone, with a cookie and an address that could be told', async () => {
    document.cookie = 'canary=1';
    history.replaceState(null, '', '?canary');
    const [preflight, post, ...others] = await send();
    expect(others).to.have.length(0);
    expect(namesOf(preflight!).filter(isOfEveryPreflight)).to.deep.equal(
      [...OF_ANY_REQUEST, ...OF_THE_PREFLIGHT].filter(isOfEveryPreflight).toSorted(),
    );
    expect(namesOf(post!)).to.deep.equal([...OF_ANY_REQUEST, ...OF_THE_REPORT].toSorted());
    expect(preflight!.headers['access-control-request-headers']).to.equal('content-type,idempotency-key');
    expect(JSON.stringify([preflight, post])).not.to.contain('canary');
    document.cookie = 'canary=; max-age=0';
  });

  it('have a proof where there is one', async () => {
    const [preflight, post] = await send({ proof: 'eyJhIjoxfQ==' });
    expect(namesOf(post!)).to.deep.equal([...OF_ANY_REQUEST, ...OF_THE_REPORT, 'altcha'].toSorted());
    expect(post!.headers['altcha']).to.equal('eyJhIjoxfQ==');
    expect(preflight!.headers['access-control-request-headers']).to.equal(
      'altcha,content-type,idempotency-key',
    );
  });
});
