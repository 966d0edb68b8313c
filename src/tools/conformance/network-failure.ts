// The reason for a missing answer, in one sentence for the person who runs the endpoint.

/** No answer came back, or only half of one; the message is one sentence without a final full stop. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
}

/** Error codes, or else names, of Node, Deno and undici, with an explanation. A browser gives no code. */
const SENTENCES: readonly [pattern: RegExp, sentence: string][] = [
  [/^(ENOTFOUND|EAI_AGAIN|EAI_NODATA)$/, 'the name of the host is unknown to the DNS'],
  [/^ECONNREFUSED$/, 'nothing listens at this address and port'],
  [/^(EHOSTUNREACH|ENETUNREACH|EADDRNOTAVAIL)$/, 'there is no way to this host from here'],
  [/^(ETIMEDOUT|UND_ERR_CONNECT_TIMEOUT)$/, 'the connection is not accepted in time (a firewall?)'],
  [/^(TimeoutError|UND_ERR_HEADERS_TIMEOUT|UND_ERR_BODY_TIMEOUT)$/, 'the answer does not come in time'],
  [/^CERT_HAS_EXPIRED$/, 'the TLS certificate has expired'],
  [/^ERR_TLS_CERT_ALTNAME_INVALID$/, 'the TLS certificate is for another name'],
  [
    /^(DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN|UNABLE_TO_|CERT_)/,
    'the TLS certificate is not one that browsers trust, or its chain is incomplete',
  ],
  [/^(EPROTO|ERR_SSL_|ERR_TLS_)/, 'TLS fails: is this port spoken to over https?'],
  [/^(HPE_|HTTPParserError$)/, 'what comes back is not HTTP'],
  [/^(ECONNRESET|EPIPE|UND_ERR_SOCKET)$/, 'the connection breaks before a whole answer has come'],
];

/** Finds the sentence for an error of `fetch`, or of reading a body. */
export function explain(error: unknown): string {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; cause = cause.cause, depth++) {
    const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.name;
    const sentence = SENTENCES.find(([pattern]) => pattern.test(code))?.[1];
    if (sentence) return sentence;
    // Several addresses were tried. The reason of the first one stands for all.
    if (cause instanceof AggregateError) return explain(cause.errors[0]);
  }
  return 'no answer comes: connection, name, certificate, or (from a web page) CORS';
}
