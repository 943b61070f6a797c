import type { Response } from 'express';
import type { FaultRule } from '../control/FaultRule';
import type { ApiAnswer } from './ApiCall';
import { CONCURRENT_LIMIT_MESSAGE, requestLimitExceeded } from './ApiUsage';
import { errorAnswer, invalidSessionError } from './errorAnswers';
import type { WireServices } from './WireServices';

/** What became of a request before the org saw it. */
export type FaultOutcome =
  /** Go on. */
  | { readonly kind: 'proceed' }
  /** This is the answer; the org does nothing. */
  | { readonly kind: 'answer'; readonly answer: ApiAnswer }
  /** The socket is gone. */
  | { readonly kind: 'lost' };

const EDGE_PAGE =
  '<html><head><title>502 Bad Gateway</title></head><body><center><h1>502 Bad Gateway</h1></center><hr><center>sfdcedge</center></body></html>';

/** The part of a fault that comes before the work. */
export async function faultBefore(options: {
  wire: WireServices;
  rule: FaultRule;
  response: Response;
  token: string | undefined;
}): Promise<FaultOutcome> {
  const { wire, rule, response, token } = options;
  const { effect } = rule;
  switch (effect.type) {
    case 'answer':
      return answered({
        status: effect.status,
        headers: effect.headers,
        ...(typeof effect.body === 'string'
          ? {
              text: {
                type: effect.headers['content-type'] ?? 'text/plain',
                content: effect.body,
              },
            }
          : { json: effect.body }),
      });
    case 'error':
      return answered({
        status: effect.status,
        json: [
          {
            message: effect.message,
            errorCode: effect.errorCode,
            ...(effect.fields ? { fields: effect.fields } : {}),
          },
        ],
      });
    case 'html':
      return answered({
        status: effect.status,
        text: { type: 'text/html', content: EDGE_PAGE },
      });
    case 'limit':
      return answered(
        errorAnswer(
          requestLimitExceeded(
            effect.limit === 'daily'
              ? 'TotalRequests Limit exceeded.'
              : CONCURRENT_LIMIT_MESSAGE,
          ),
        ),
      );
    case 'expireSession':
      if (token) {
        wire.sessions.end(token);
      }
      return answered(errorAnswer(invalidSessionError()));
    case 'loseReply':
      return effect.when === 'before' ? lose(response) : { kind: 'proceed' };
    case 'latency':
    case 'hold':
      if (effect.when === 'before') {
        await pause(wire, rule);
      }
      return { kind: 'proceed' };
    default:
      return { kind: 'proceed' };
  }
}

/** The part that comes after the work and before the reply. */
export async function faultAfter(options: {
  wire: WireServices;
  rule: FaultRule;
  response: Response;
}): Promise<'send' | 'lost'> {
  const { wire, rule, response } = options;
  const { effect } = rule;
  if (effect.type === 'loseReply' && effect.when === 'after') {
    lose(response);
    return 'lost';
  }
  if (
    (effect.type === 'latency' || effect.type === 'hold') &&
    effect.when === 'after'
  ) {
    await pause(wire, rule);
  }
  return 'send';
}

/** Sends the beginning of a body under headers that promise all of it. */
export function sendTruncated(
  response: Response,
  answer: { status: number; headers: Record<string, string>; body: Buffer },
  bytes: number,
): void {
  response.writeHead(answer.status, {
    ...answer.headers,
    'Content-Length': String(answer.body.length),
  });
  response.write(answer.body.subarray(0, bytes), () =>
    response.socket?.destroy(),
  );
}

function answered(answer: ApiAnswer): FaultOutcome {
  return { kind: 'answer', answer };
}

function lose(response: Response): FaultOutcome {
  response.socket?.destroy();
  return { kind: 'lost' };
}

async function pause(wire: WireServices, rule: FaultRule): Promise<void> {
  const { effect } = rule;
  if (effect.type === 'latency') {
    await new Promise(resolve => {
      setTimeout(resolve, effect.milliseconds);
    });
  } else {
    await wire.faults.untilRemoved(rule);
  }
}
