import type { Request, Response } from 'express';
import type { AsyncApi } from '../bulk1/AsyncApi';
import { asAsyncAnswer } from '../bulk1/asyncFormat';
import { staleRead } from '../control/staleRead';
import type { FaultRule } from '../control/FaultRule';
import { bearerToken } from '../oauth/OauthRequest';
import { checkApiVersion } from '../rest/apiVersions';
import type { RestApi } from '../rest/RestApi';
import { createScimUser } from '../scim/scimUsers';
import type { ApiAnswer, ApiCall } from './ApiCall';
import { CONCURRENT_LIMIT_MESSAGE, requestLimitExceeded } from './ApiUsage';
import { faultAfter, faultBefore, sendTruncated } from './applyFault';
import { authenticate, callContext, checkApiEnabled } from './authenticate';
import { errorAnswer } from './errorAnswers';
import type { InFlight, RequestInFlight } from './InFlight';
import { encodeAnswer, sendAnswer, type AnswerFormat } from './sendAnswer';
import type { WireServices } from './WireServices';
import { wireRequest, type WireRequest } from './wireRequest';

const VERSIONED = /^\/services\/(?:data\/v|async\/)(\d+(?:\.\d+)?)(\/.*)?$/;
const ASYNC = /^\/services\/async\//;
const SCIM = /^\/services\/scim\/v1\/Users\/?$/;
const LONGEST_URI = 16_384;

/** What a request turned out to be, for the log. */
interface Trace {
  userId: string | null;
  clientName: string | null;
  counted: boolean;
  fault: string | null;
}

/** Who answers what comes in here. */
interface Apis {
  readonly rest: RestApi;
  readonly async: AsyncApi;
}

/** Serves everything that needs a session: REST, both Bulk APIs, SCIM. */
export async function serveRest(options: {
  wire: WireServices;
  apis: Apis;
  inFlight: InFlight;
  publicUrl?: string;
  request: Request;
  response: Response;
}): Promise<void> {
  const { wire, apis, inFlight, request, response } = options;
  const started = performance.now();
  const isAsync = ASYNC.test(request.url);
  const wired = withSession(wireRequest(request, options), isAsync);
  const trace: Trace = {
    userId: null,
    clientName: null,
    counted: false,
    fault: null,
  };
  const method = methodOf(request, wired);
  const token = bearerToken(wired.headers.authorization);
  trace.userId = (token && wire.sessions.peek(token)?.userId) || null;
  const rule = wire.faults.meet({
    method,
    url: decoded(request.url),
    userId: trace.userId,
    body: () => wired.body.text(),
  });
  trace.fault = rule?.id ?? null;
  const entry = inFlight.enter();
  let status = 0;
  try {
    const outcome = rule
      ? await faultBefore({ wire, rule, response, token })
      : ({ kind: 'proceed' } as const);
    if (outcome.kind === 'lost') {
      return;
    }
    const given =
      outcome.kind === 'answer'
        ? outcome.answer
        : compute({ wire, apis, entry, request, wired, method, trace, rule });
    const answer = isAsync ? asAsyncAnswer(given, wired.headers) : given;
    if (rule && (await faultAfter({ wire, rule, response })) === 'lost') {
      return;
    }
    status = answer.status;
    reply(wire, { request, response, wired, answer, rule });
  } finally {
    entry.leave();
    wire.requestLog.add({
      time: new Date(wire.org.clock.now()).toISOString(),
      method: request.method,
      url: request.url,
      object: /\/sobjects\/(\w+)/.exec(request.url)?.[1] ?? null,
      username: usernameOf(wire, trace.userId),
      sourceIp: wired.sourceIp,
      status,
      milliseconds: performance.now() - started,
      ...trace,
    });
  }
}

function compute(options: {
  wire: WireServices;
  apis: Apis;
  entry: RequestInFlight;
  request: Request;
  wired: WireRequest;
  method: string;
  trace: Trace;
  rule: FaultRule | undefined;
}): ApiAnswer {
  const { wire, rule, method } = options;
  try {
    wire.org.clock.settle();
    return rule?.effect.type === 'staleReads' && method === 'GET'
      ? staleRead(wire.org, rule, () => answerOf(options))
      : answerOf(options);
  } catch (error) {
    return errorAnswer(error);
  }
}

function answerOf(options: {
  wire: WireServices;
  apis: Apis;
  entry: RequestInFlight;
  request: Request;
  wired: WireRequest;
  method: string;
  trace: Trace;
}): ApiAnswer {
  const { wire, apis, entry, request, wired, method, trace } = options;
  const tooLong = lengthRefusal(request);
  if (tooLong) {
    return tooLong;
  }
  const [path] = request.url.split('?');
  const isScim = SCIM.test(path);
  const [, rawVersion = '', rest = '/'] = VERSIONED.exec(path) ?? [];
  const version = isScim ? '63.0' : rawVersion;
  checkApiVersion(version);
  const session = authenticate(wire, wired.headers);
  const below = isScim ? path : withoutSuffix(rest);
  const ctx = callContext({
    session,
    headers: wired.headers,
    apiVersion: version,
    tooling: below.startsWith('/tooling/'),
  });
  trace.userId = session.userId;
  trace.clientName = ctx.clientName ?? null;
  checkApiEnabled(wire, ctx);
  if (entry.othersRunningLong() >= wire.org.switches.concurrentLongRequests) {
    throw requestLimitExceeded(CONCURRENT_LIMIT_MESSAGE);
  }
  wire.apiUsage.spend();
  trace.counted = true;
  if (isScim) {
    return createScimUser(wire, ctx, wired);
  }
  const call: ApiCall = { ...wired, method, path: below, ctx };
  return ASYNC.test(path) ? apis.async.handle(call) : apis.rest.handle(call);
}

function reply(
  wire: WireServices,
  options: {
    request: Request;
    response: Response;
    wired: WireRequest;
    answer: ApiAnswer;
    rule: FaultRule | undefined;
  },
): void {
  const { request, response, wired, rule } = options;
  const answer: ApiAnswer = {
    ...options.answer,
    headers: {
      'Sforce-Limit-Info': wire.apiUsage.header,
      ...options.answer.headers,
    },
  };
  const format = formatOf(wire, request, wired);
  if (rule?.effect.type === 'truncate') {
    const { body, headers } = encodeAnswer(answer, format);
    sendTruncated(
      response,
      { status: answer.status, headers, body },
      rule.effect.bytes,
    );
    return;
  }
  sendAnswer(response, answer, format);
}

/** The first Bulk API has a header of its own for the session. */
function withSession(wired: WireRequest, isAsync: boolean): WireRequest {
  const token = wired.headers['x-sfdc-session'];
  return isAsync && token !== undefined
    ? {
        ...wired,
        headers: { ...wired.headers, authorization: `Bearer ${token}` },
      }
    : wired;
}

/** `POST ...?_HttpMethod=PATCH` is a PATCH. */
function methodOf(request: Request, wired: WireRequest): string {
  const override = wired.query.get('_HttpMethod');
  return request.method === 'POST' && override
    ? override.toUpperCase()
    : request.method;
}

function formatOf(
  wire: WireServices,
  request: Request,
  wired: WireRequest,
): AnswerFormat {
  const accept = wired.headers.accept ?? '';
  return {
    pretty: wired.headers['x-prettyprint'] === '1',
    xml:
      /^application\/xml\b/.test(accept) ||
      request.url.split('?')[0].endsWith('.xml'),
    gzip:
      wire.org.switches.compressAnswers &&
      /\bgzip\b/.test(wired.headers['accept-encoding'] ?? ''),
  };
}

/** `/sobjects/Account.json`; a part of a key may look the same and stays. */
function withoutSuffix(path: string): string {
  return /^\/sobjects\/\w+\/[^/]+\/[^/]+$/.test(path)
    ? path
    : path.replace(/\.(json|xml)$/, '');
}

function lengthRefusal(request: Request): ApiAnswer | undefined {
  if (request.url.length > LONGEST_URI) {
    return {
      status: 414,
      text: { type: 'text/html', content: '<h1>Bad Message 414</h1>' },
    };
  }
  const headers = request.rawHeaders.reduce(
    (total, text) => total + text.length,
    0,
  );
  return request.url.length + headers > LONGEST_URI
    ? {
        status: 431,
        text: { type: 'text/html', content: '<h1>Bad Message 431</h1>' },
      }
    : undefined;
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url.replace(/\+/g, ' '));
  } catch {
    return url;
  }
}

function usernameOf(wire: WireServices, userId: string | null): string | null {
  const username = userId && wire.org.store.get('User', userId)?.Username;
  return typeof username === 'string' ? username : null;
}
