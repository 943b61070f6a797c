import { SalesforceError } from '../core/SalesforceError';
import type { JsonValue } from '../core/types';
import { jsonAnswer, type ApiAnswer, type ApiCall } from '../http/ApiCall';
import { errorAnswer } from '../http/errorAnswers';
import { isJsonObject } from '../http/RequestBody';
import type { Route } from '../http/RouteTable';
import type { WireServices } from '../http/WireServices';
import type { CallDispatcher } from '../rest/CallDispatcher';

const MAXIMUM_REQUESTS = 25;

/** `/composite/batch`: independent calls in one. */
export function batchRoutes(
  wire: WireServices,
  dispatcher: CallDispatcher,
): Route[] {
  return [
    {
      method: 'POST',
      pattern: '/composite/batch',
      handle: call => batch(wire, dispatcher, call),
    },
  ];
}

function batch(
  wire: WireServices,
  dispatcher: CallDispatcher,
  call: ApiCall,
): ApiAnswer {
  const { batchRequests, haltOnError } = call.body.object();
  if (!Array.isArray(batchRequests)) {
    throw new SalesforceError({
      errorCode: 'INVALID_INPUT',
      message: 'The batchRequests parameter is required',
    });
  }
  if (batchRequests.length > MAXIMUM_REQUESTS) {
    throw new SalesforceError({
      errorCode: wire.org.switches.oversizedRequestErrorCode,
      message: `Cannot have more than ${MAXIMUM_REQUESTS} requests in a batch`,
    });
  }
  let hasErrors = false;
  const results = batchRequests.map(request => {
    const answer =
      hasErrors && haltOnError === true
        ? halted()
        : runOne(dispatcher, call, request);
    hasErrors ||= answer.status >= 300;
    return { statusCode: answer.status, result: answer.json ?? null };
  });
  return jsonAnswer({ hasErrors, results });
}

function runOne(
  dispatcher: CallDispatcher,
  call: ApiCall,
  request: JsonValue,
): ApiAnswer {
  const { method, url, richInput } = isJsonObject(request) ? request : {};
  try {
    return dispatcher.dispatch(call, {
      method: String(method ?? '').toUpperCase(),
      url: absolute(String(url ?? '')),
      headers: {},
      body: richInput,
    });
  } catch (error) {
    return errorAnswer(error);
  }
}

/** URLs of a batch may begin at the version. */
function absolute(url: string): string {
  return /^\/?v\d/.test(url) ? `/services/data/${url.replace(/^\//, '')}` : url;
}

function halted(): ApiAnswer {
  return {
    status: 412,
    json: [
      {
        errorCode: 'BATCH_PROCESSING_HALTED',
        message: 'Batch processing halted per request',
      },
    ],
  };
}
