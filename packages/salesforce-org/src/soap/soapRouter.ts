import express, { type Request, type Response, type Router } from 'express';
import { faultAfter, faultBefore } from '../http/applyFault';
import { sendAnswer } from '../http/sendAnswer';
import type { WireServices } from '../http/WireServices';
import { wireRequest } from '../http/wireRequest';
import { parseEnvelope } from './SoapCall';
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
    const outcome = await faultBefore({ wire, rule, response, token });
    if (outcome.kind === 'answer') {
      sendAnswer(response, outcome.answer, PLAIN);
    }
    if (outcome.kind !== 'proceed') {
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

function tokenOf(xml: string): string | undefined {
  try {
    return parseEnvelope(xml).sessionId ?? undefined;
  } catch {
    return undefined;
  }
}
