// The receiver as a server of its own: Node's HTTP in front, a database behind, an orderly end.
import type { AddressInfo } from 'node:net';
import { channelsOf, readAlerts, type Alerts } from '../alerts/alerts.ts';
import type { AlertOptions } from '../alerts/alert-options.ts';
import { startDelivery } from '../alerts/delivery.ts';
import type { AlertEvent } from '../events/alert-event.ts';
import type { WaitingCount } from '../database/outbox.ts';
import { createReceiver, type ReceiverOptions } from '../http/handler.ts';
import { checkFollowUpDays, FOLLOW_UP_DAYS } from '../http/follow-up-days.ts';
import { createHttpServer } from '../http/http-server.ts';
import { closeServer, listen, urlOf } from '../http/listening.ts';
import { createFollowUpSweep } from './follow-up-sweep.ts';
import { startHourly } from './hourly.ts';
import type { LogEvent } from '../events/request-event.ts';
import { createMetrics } from './metrics.ts';
import { openMetricsServer } from './metrics-server.ts';
import { DEFAULT_PATH } from '../protocol/paths.ts';
import { createAddressReader, createProxyCheck } from '../http/proxies.ts';
import { checkRetention, startRetention, type RetentionEvent } from './retention.ts';
import { openStore } from '../store/open-store.ts';
import type { DatabaseStore } from '../store/store.ts';

/** How a server is set up. Behind a proxy that speaks TLS, the defaults of `hostname` and `port` will do. */
export interface ServeOptions extends Omit<ReceiverOptions, 'store' | 'isEnding' | 'channelsOf'> {
  /** 8787 by default; 0 for any free port. */
  readonly port?: number;
  /** Address to listen on: this machine alone (127.0.0.1) by default. */
  readonly hostname?: string;
  /** See `openStore`. */
  readonly databaseUrl: string;
  /**
   * Whether a report is only acknowledged once a synchronous standby has it (PostgreSQL alone). False by default: if
   * `synchronous_standby_names` names none, commits wait for none.
   */
  readonly needsStandby?: boolean;
  /**
   * Proxies whose `X-Forwarded-For` is believed: addresses and networks, such as `127.0.0.1` or `10.0.0.0/8`. None by
   * default: the header is ignored, and the connection's other end is the client.
   */
  readonly trustedProxies?: readonly string[];
  /** Port of the counts for Prometheus, at `/metrics`; none by default, 0 for any free port. */
  readonly metricsPort?: number;
  /** Address that serves the counts: this machine alone by default. */
  readonly metricsHostname?: string;
  /** Days that reports stay, from 1 to 36,525; for ever by default. */
  readonly retentionDays?: number;
  /**
   * A sweep is held where it would erase an implausible share of the reports, or where no report has come for long: the
   * clock may be wrong (event `erase-held`). Reports that arrived before this moment are erased all the same, once
   * they are past their time.
   */
  readonly retentionConfirmed?: Date;
  /** Requests that may wait for their answer; further ones must come back in five seconds. 1,000 by default. */
  readonly maxPending?: number;
  /** How the hotline is told of reports; by default it is not. */
  readonly alerts?: AlertOptions;
  readonly log?: (event: LogEvent | RetentionEvent | AlertEvent) => void;
}

/** A server that listens. */
export interface RunningReceiver {
  /** Origin of the server, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  /** The address of reports. */
  readonly endpoint: string;
  /** The address of the counts, such as `http://127.0.0.1:9464/metrics`; undefined without `metricsPort`. */
  readonly metricsUrl: string | undefined;
  /** Sentences for the operator, about a database that works, but may lose or expose reports. */
  readonly warnings: readonly string[];
  /**
   * Answers no at `/ready`, accepts no more requests, finishes those under way (cut after five seconds) and the current
   * step of an erasure, then closes the store.
   */
  readonly close: () => Promise<void>;
}

/**
 * Opens the store and listens.
 * @throws {DatabaseUrlError | OriginError | PartnersError | ChallengeSecretError | SealKeysError | ProxyError |
 * RetentionError | FollowUpDaysError | AlertError} where an option is wrong; Node's own error where a port cannot be had
 */
export async function serveReceiver(options: ServeOptions): Promise<RunningReceiver> {
  const {
    port = 8787,
    hostname = '127.0.0.1',
    path = DEFAULT_PATH,
    origins = '*',
    trustedProxies = [],
  } = options;
  const { metricsPort, metricsHostname = '127.0.0.1', now = () => new Date() } = options;
  const { retentionDays, retentionConfirmed: confirmed, followUpDays = FOLLOW_UP_DAYS } = options;
  checkFollowUpDays(followUpDays);
  if (retentionDays !== undefined) checkRetention(retentionDays, confirmed);
  const addressOf = createAddressReader(trustedProxies);
  const alerts = readAlerts(options.alerts ?? {});

  let store: DatabaseStore | undefined;
  const closers: (() => Promise<void>)[] = [];
  let closing: Promise<void> | undefined;
  // Servers and sweeps end at the same time, or their time limits would add up. The store closes last.
  const closeAll = async (): Promise<void> => {
    await Promise.all(closers.map((end) => end()));
    await store?.close();
  };
  const close = (): Promise<void> => (closing ??= closeAll());

  try {
    store = await openStore(options.databaseUrl, { needsStandby: options.needsStandby ?? false });
    const metrics = metricsPort === undefined ? undefined : createMetrics(now);
    const emit = (event: LogEvent | RetentionEvent | AlertEvent): void => {
      metrics?.count(event);
      options.log?.(event);
    };
    const delivery =
      alerts.webhook || alerts.mail ? startDelivery({ store, alerts, now, emit: quietly(emit) }) : undefined;
    if (delivery) closers.push(delivery.close);
    const { server, load } = createHttpServer({
      receive: createReceiver({
        ...options,
        store,
        log(event) {
          if (event.event === 'stored') delivery?.wake();
          emit(event);
        },
        isEnding: () => closing !== undefined,
        channelsOf: channelsOf(alerts),
      }),
      origins,
      addressOf,
      isBehindProxy: trustedProxies.length > 0,
      isProxy: createProxyCheck(trustedProxies),
      maxPending: options.maxPending,
      emit: quietly(emit),
    });
    const metricsServer =
      metrics &&
      (await openMetricsServer(
        metrics,
        () => ({ ...load(), waiting: delivery?.waiting() ?? [] }),
        metricsPort!,
        metricsHostname,
      ));
    if (metricsServer) closers.push(metricsServer.close);
    const { followUps, log } = store;
    const afterSweep = createFollowUpSweep({ followUps, days: followUpDays, now, emit: quietly(emit) });
    closers.push(
      retentionDays === undefined
        ? startHourly(afterSweep)
        : startRetention({ store, days: retentionDays, confirmed, now, emit: quietly(emit), afterSweep }),
    );
    closers.push(startHourly((signal) => log.tend(signal)));
    await listen(server, port, hostname);
    closers.push(() => closeServer(server));

    const url = urlOf(server.address() as AddressInfo);
    return {
      url,
      endpoint: url + path,
      metricsUrl: metricsServer?.url,
      warnings: [...(store.warnings ?? []), ...undeliverable(await store.outbox.counts(), alerts)],
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Messages that wait for a channel which is no longer set up. */
const undeliverable = (counts: readonly WaitingCount[], alerts: Alerts): string[] =>
  counts
    .filter(({ channel }) => !alerts[channel])
    .map(
      ({ channel, waiting, stopped }) =>
        `${waiting + stopped} messages wait to be delivered by ${channel}, and no settings say where. Set them again, or ` +
        'remove the messages: cliquez-signalez outbox --drop',
    );

// A `log` that throws does not matter if no answer depends on it.
function quietly<Event>(emit: (event: Event) => void): (event: Event) => void {
  return (event) => {
    try {
      emit(event);
    } catch {
      // A full disk, a closed pipe.
    }
  };
}
