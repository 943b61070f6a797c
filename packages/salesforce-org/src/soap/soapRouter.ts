import express, { type Request, type Response, type Router } from 'express';
import { CONCURRENT_LIMIT_MESSAGE } from '../http/ApiUsage';
import { faultAfter, faultBefore, type FaultOutcome } from '../http/applyFault';
import { sendAnswer } from '../http/sendAnswer';
import type { WireServices } from '../http/WireServices';
import { wireRequest } from '../http/wireRequest';
import { parseEnvelope } from './SoapCall';
import { SoapFault } from './SoapFault';
import { soapEndpoint } from './soapEndpoint';

const PLAIN = { pretty: false, xml: false, gzip: false };

/** The partner endpoint, with or without the organization in the path. */
export function soapRouter(options: {
  wire: WireServices;
  publicUrl?: string;
}): Router {
  const router = express.Router();
  router.post(
    ['/services/Soap/u/:version', '/services/Soap/u/:version/:organization'],
    (request, response, next) => {
      serveSoap({ ...options, request, response }).catch(next);
    },
  );
  return router;
}

async function serveSoap(options: {
  wire: WireServices;
  publicUrl?: string;
  request: Request;
  response: Response;
}): Promise<void> {
  const { wire, request, response } = options;
  const started = performance.now();
  const wired = wireRequest(request, options);
  const token = tokenOf(wired.body.text());
  const rule = wire.faults.meet({
    method: request.method,
    url: request.url,
    userId: (token && wire.sessions.peek(token)?.userId) || null,
    body: () => wired.body.text(),
  });
  wire.org.clock.settle();
  if (rule) {
    const outcome = await soapFaultBefore({ wire, rule, response, token });
    if (outcome.kind === 'answer') {
      sendAnswer(response, outcome.answer, PLAIN);
    }
    if (outcome.kind !== 'proceed') {
      wire.requestLog.add({
        time: new Date(wire.org.clock.now()).toISOString(),
        method: request.method,
        url: request.url,
        object: null,
        userId: null,
        username: null,
        clientName: null,
        sourceIp: wired.sourceIp,
        status: outcome.kind === 'answer' ? outcome.answer.status : 0,
        milliseconds: performance.now() - started,
        counted: false,
        fault: rule.id,
      });
      return;
    }
  }
  const { status, xml, userId, clientName, counted } = soapEndpoint(
    wire,
    wired,
    request.params.version,
  );
  const lost = rule && (await faultAfter({ wire, rule, response })) === 'lost';
  const username = userId && wire.org.store.get('User', userId)?.Username;
  wire.requestLog.add({
    time: new Date(wire.org.clock.now()).toISOString(),
    method: request.method,
    url: request.url,
    object: null,
    userId,
    username: typeof username === 'string' ? username : null,
    clientName,
    sourceIp: wired.sourceIp,
    status: lost ? 0 : status,
    milliseconds: performance.now() - started,
    counted,
    fault: rule?.id ?? null,
  });
  if (!lost) {
    const text = { type: 'text/xml;charset=UTF-8', content: xml };
    sendAnswer(response, { status, text }, PLAIN);
  }
}

/** A fault as the partner API words it: status 500, and the code in the body. */
async function soapFaultBefore(
  options: Parameters<typeof faultBefore>[0],
): Promise<FaultOutcome> {
  const { wire, rule, token } = options;
  const { effect } = rule;
  if (effect.type === 'expireSession') {
    if (token) {
      wire.sessions.end(token);
    }
    return { kind: 'proceed' };
  }
  if (effect.type === 'limit') {
    const fault = new SoapFault(
      'REQUEST_LIMIT_EXCEEDED',
      effect.limit === 'daily'
        ? 'TotalRequests Limit exceeded.'
        : CONCURRENT_LIMIT_MESSAGE,
    );
    return {
      kind: 'answer',
      answer: {
        status: 500,
        text: { type: 'text/xml;charset=UTF-8', content: fault.toXml() },
      },
    };
  }
  return faultBefore(options);
}

function tokenOf(xml: string): string | undefined {
  try {
    return parseEnvelope(xml).sessionId ?? undefined;
  } catch {
    return undefined;
  }
}
