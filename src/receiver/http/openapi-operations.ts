// The operations of the receiver and all their answers, in the terms of OpenAPI.
import { MAX_RECEIVED_BYTES, PROBLEMS, type ProblemCode } from '../../core/report/protocol.ts';
import { MAX_DEPTH, MAX_VALUES } from '../intake/json-shape.ts';
import { FOLLOW_UP_BYTES } from '../../core/follow-up/answer.ts';
import { MAX_QUESTION_BYTES } from '../intake/question.ts';
import {
  challengePathOf,
  DOCUMENT_PATHS,
  followUpPathOf,
  HEALTH_PATH,
  READY_PATH,
} from '../protocol/paths.ts';
import { TITLES } from '../protocol/problems.ts';

/**
 * Path → method → operation.
 * @param path where reports are posted to
 */
export function operations(path: string): Record<string, Record<string, object>> {
  return {
    [path]: { post: postReport(), options: preflight('preflightReport') },
    [challengePathOf(path)]: { get: getChallenge() },
    [followUpPathOf(path)]: { post: postQuestion(), options: preflight('preflightFollowUp') },
    [HEALTH_PATH]: { get: getHealth() },
    [READY_PATH]: { get: getReadiness() },
    [DOCUMENT_PATHS.schema]: { get: getDocument('getReportSchema', 'The JSON Schema of reports.', OBJECT) },
    [DOCUMENT_PATHS.openApi]: { get: getDocument('getOpenApi', 'This document.', OBJECT) },
    [DOCUMENT_PATHS.problems]: {
      get: getDocument('getProblems', 'Why reports are refused, and what to do about each reason.', {
        type: 'array',
        items: ref('ProblemEntry'),
      }),
    },
  };
}

const OBJECT = { type: 'object' };

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const json = (schema: object): object => ({ 'application/json': { schema } });

const PROOF = {
  name: 'Altcha',
  in: 'header',
  description:
    'Proof of work: base64 of the JSON object `{challenge, solution}`. Never a reason for a refusal.',
  schema: { type: 'string' },
};

const postReport = (): object => ({
  operationId: 'postReport',
  summary: 'Hands over one report.',
  description: [
    `At most ${MAX_RECEIVED_BYTES} bytes, ${MAX_VALUES} values, and ${MAX_DEPTH} levels. A retry sends the same bytes ` +
      'under the same key, and is answered with the same receipt.',
    'The body is a report, or an envelope: a report that is sealed for the hotline. A receiver without the private ' +
      'key stores the envelope only. It can read nothing in it, and checks no more than its shape, and the key that it ' +
      'names: where the receiver knows the keys of the hotline, what is sealed for another one is refused (`seal-key`), ' +
      'because nobody could ever read it. A receiver may refuse reports that are not sealed (`not-sealed`). What was ' +
      'acknowledged before is answered with its receipt all the same.',
    'What looks like abuse is taken like any other report: above a few reports within ten minutes without a proof of ' +
      'work, beyond the quota of a partner, or from pages that are not the partner’s own, it is stored with low ' +
      'trust, which the hotline sees and the answer does not say.',
    'A partner’s own server that relays its visitors’ reports shows the partner’s secret: then the report is the ' +
      'partner’s, from any address. A wrong secret is no reason for a refusal, but for low trust.',
  ].join('\n\n'),
  security: [{}, { relay: [] }],
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description: 'The `submissionId` of the body.',
      schema: { type: 'string', format: 'uuid' },
    },
    PROOF,
  ],
  requestBody: { required: true, content: json({ oneOf: [ref('Report'), ref('Envelope')] }) },
  responses: {
    200: {
      description: 'The same report was stored before; the receipt of that time.',
      content: json(ref('Receipt')),
    },
    201: { description: 'The report is on disk.', content: json(ref('Receipt')) },
    ...outsideResponses('POST, OPTIONS'),
    ...problemResponses(),
  },
});

const postQuestion = (): object => ({
  operationId: 'postFollowUp',
  summary:
    'Tells what became of a report to whoever has its code, and adds a report that answers a question.',
  description: [
    `At most ${MAX_QUESTION_BYTES} bytes. The body has the locator of the code, never the code: base64url of ` +
      'SHA-256(`cliquez-signalez follow-up 1` ‖ NUL ‖ the 16 symbols). A report carries SHA-256 of the locator ' +
      '(`followUp.hash`), so that nobody who sees a report can ask.',
    `Every answer has ${FOLLOW_UP_BYTES} bytes, the same headers and the same duration, for known and unknown codes ` +
      'alike. It says nothing of the report but a state of a closed list, and its day.',
    'With `adds`, the `submissionId` of a report that was acknowledged before, that report is added to the one asked ' +
      'about, if the state is `question`, it arrived no earlier than the day of the question, fewer than three are ' +
      'added, and it is added to nothing else. Otherwise `added` is false, and it stays a report like any other.',
    'Questions are limited apart from reports, by network and in all. Beyond the limits a proof of work is asked for: ' +
      'its challenge is that of `for=follow-up`.',
  ].join('\n\n'),
  security: [{}, { relay: [] }],
  parameters: [PROOF],
  requestBody: { required: true, content: json(ref('FollowUpRequest')) },
  responses: {
    200: { description: 'The state, or that none is known.', content: json(ref('FollowUpAnswer')) },
    ...outsideResponses('POST, OPTIONS'),
    ...problemResponses([
      ...(['malformed', 'partner', 'too-large', 'media-type', 'invalid'] as const),
      ...(['slow-down', 'unavailable'] as const),
    ]),
  },
});

const preflight = (operationId: string): object => ({
  operationId,
  summary: 'Tells browsers what a page may send.',
  security: [],
  responses: {
    204: { description: 'From which origin, by which method, with which headers.' },
    ...originResponse(),
    ...problemResponses(['unavailable']),
    ...outsideResponses('POST, OPTIONS'),
  },
});

const getChallenge = (): object => ({
  operationId: 'getChallenge',
  summary:
    'Gives a challenge, where the next report of this source needs a proof of work to count as trusted.',
  security: [],
  parameters: [
    {
      name: 'for',
      in: 'query',
      description: '`follow-up`: for a question, where the next one of this source would be told to wait.',
      schema: { type: 'string' },
    },
  ],
  responses: {
    200: {
      description: 'The challenge; good for ten minutes and one report.',
      content: json(ref('Challenge')),
    },
    204: { description: 'There is nothing to prove.' },
    ...originResponse(),
    ...problemResponses(['slow-down', 'unavailable']),
    ...outsideResponses(),
  },
});

const statusIs = (status: string): object =>
  json({
    type: 'object',
    properties: { status: { const: status } },
    required: ['status'],
    additionalProperties: false,
  });

const getHealth = (): object => ({
  operationId: 'getHealth',
  summary: 'Says that the process answers.',
  security: [],
  responses: {
    200: { description: 'It does.', content: statusIs('ok') },
    ...originResponse(),
    ...problemResponses(['unavailable']),
    ...outsideResponses(),
  },
});

const getReadiness = (): object => ({
  operationId: 'getReadiness',
  summary: 'Says whether reports can be stored: the database answers, and the process is not about to end.',
  security: [],
  responses: {
    200: { description: 'They can.', content: statusIs('ready') },
    ...originResponse(),
    ...problemResponses(['unavailable']),
    ...outsideResponses(),
  },
});

const getDocument = (operationId: string, description: string, schema: object): object => ({
  operationId,
  summary: description,
  description: 'May be read by any page, and kept for an hour.',
  security: [],
  parameters: [{ name: 'If-None-Match', in: 'header', schema: { type: 'string' } }],
  responses: {
    200: {
      description,
      headers: { ETag: { required: true, schema: { type: 'string' } } },
      content: json(schema),
    },
    304: { description: 'It is the one that is known.' },
    ...problemResponses(['unavailable']),
    ...outsideResponses(),
  },
});

const RETRY_AFTER = {
  'Retry-After': { required: true, description: 'Seconds to wait.', schema: { type: 'integer', minimum: 0 } },
};

// Several problems may share a status. Each status has one answer, with a line for each problem.
function problemResponses(codes = Object.keys(PROBLEMS) as ProblemCode[]): Record<number, object> {
  const linesOf = (status: number): string[] =>
    codes.filter((code) => PROBLEMS[code] === status).map((code) => `\`${code}\`: ${TITLES[code]}`);
  const responses = codes.map((code) => {
    const status = PROBLEMS[code];
    return [
      status,
      problemResponse(linesOf(status).join('\n\n'), [429, 503, 507].includes(status) ? RETRY_AFTER : {}),
    ];
  });
  return Object.fromEntries(responses) as Record<number, object>;
}

const originResponse = (): Record<number, object> => problemResponses(['partner']);

/** The refusals of HTTP itself, answered with the type `about:blank`. */
function outsideResponses(allow = 'GET, HEAD'): Record<number, object> {
  return {
    400: problemResponse('The request is not one of HTTP.'),
    405: problemResponse(`Another method than ${allow}.`, {
      Allow: { required: true, schema: { const: allow } },
    }),
    408: problemResponse(
      'The request did not arrive in time: ten seconds for its head, thirty for the whole.',
    ),
    417: problemResponse('`Expect` asks for something else than `100-continue`.'),
    431: problemResponse('The header has more than 100 lines or 8 KiB.'),
  };
}

function problemResponse(description: string, headers: object = {}): object {
  return { description, headers, content: { 'application/problem+json': { schema: ref('Problem') } } };
}
