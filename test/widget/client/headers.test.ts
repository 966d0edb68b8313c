// The exact headers that a browser sends with a report. A new one, of ours or of an engine's, fails here.

import { expect } from '@open-wc/testing';
import { executeServerCommand } from '@web/test-runner-commands';
import { submitReport, type SubmitOptions } from '../../../src/widget/client/submit.ts';
import { MINIMAL_REPORT } from '../../core/report-examples.ts';
import type { RecordedRequest } from '../../setup/fault-proxy.ts';

/** Every header of a report, in lower case and alphabetical order. */
const OF_THE_REPORT = ['accept', 'content-length', 'content-type', 'idempotency-key'];
/** WebKit omits these two from a preflight: its response says whether it may be cached. */
const NOT_OF_EVERY_PREFLIGHT = ['cache-control', 'pragma'];
const OF_THE_PREFLIGHT = ['accept', 'access-control-request-headers', 'access-control-request-method'];
/** Sent with every cross-origin request; no script can remove them. */
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
/** Headers that vary by engine; they may be absent. */
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
      // An unused address, so that the browser sends a preflight.
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
