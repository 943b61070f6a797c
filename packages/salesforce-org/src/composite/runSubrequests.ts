import type { ApiAnswer, ApiCall } from '../http/ApiCall';
import { errorAnswer } from '../http/errorAnswers';
import type { CallDispatcher } from '../rest/CallDispatcher';
import { processingHalted, resolveReferences, resolveUrl } from './references';
import type { Subrequest } from './Subrequest';

/** As in the answer of composite and graph. */
export interface SubresponseJson {
  body: unknown;
  httpHeaders: Record<string, string>;
  httpStatusCode: number;
  referenceId: string;
}

const ROLLED_BACK =
  'The transaction was rolled back since another operation in the same transaction failed.';

class RollBack extends Error {}

/**
 * Runs subrequests one after the other; later ones may use what earlier ones
 * answered. With `allOrNone` the first failure undoes everything, and all but
 * the failed one say so.
 */
export function runSubrequests(options: {
  call: ApiCall;
  dispatcher: CallDispatcher;
  subrequests: readonly Subrequest[];
  allOrNone: boolean;
}): { responses: SubresponseJson[]; succeeded: boolean } {
  const { call, dispatcher, subrequests, allOrNone } = options;
  const answers = new Map<string, ApiAnswer>();
  const bodies = new Map<string, unknown>();
  let failed = false;
  const run = () => {
    for (const subrequest of subrequests) {
      const answer = runOne(call, dispatcher, subrequest, bodies);
      answers.set(subrequest.referenceId, answer);
      if (answer.status < 300) {
        bodies.set(subrequest.referenceId, answer.json);
      } else {
        failed = true;
        if (allOrNone) {
          throw new RollBack();
        }
      }
    }
  };
  try {
    if (allOrNone) {
      dispatcher.transaction(call.ctx, run);
    } else {
      run();
    }
  } catch (error) {
    if (!(error instanceof RollBack)) {
      throw error;
    }
  }
  const halted = errorAnswer(processingHalted(ROLLED_BACK));
  return {
    succeeded: !failed,
    responses: subrequests.map(({ referenceId }) => {
      const answer = answers.get(referenceId) ?? halted;
      const undone = failed && allOrNone && answer.status < 300;
      return subresponse(referenceId, undone ? halted : answer);
    }),
  };
}

function runOne(
  call: ApiCall,
  dispatcher: CallDispatcher,
  subrequest: Subrequest,
  bodies: ReadonlyMap<string, unknown>,
): ApiAnswer {
  try {
    return dispatcher.dispatch(call, {
      method: subrequest.method,
      url: resolveUrl(subrequest.url, bodies),
      headers: subrequest.headers,
      body:
        subrequest.body === undefined
          ? undefined
          : resolveReferences(subrequest.body, bodies),
    });
  } catch (error) {
    return errorAnswer(error);
  }
}

function subresponse(referenceId: string, answer: ApiAnswer): SubresponseJson {
  return {
    body: answer.json ?? null,
    httpHeaders: { ...answer.headers },
    httpStatusCode: answer.status,
    referenceId,
  };
}
