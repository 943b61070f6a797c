import type { CallContext, JsonValue } from '../core/types';
import type { ApiAnswer, ApiCall } from '../http/ApiCall';

/** A call inside a call. */
export interface InnerCall {
  readonly method: string;
  /** `/services/data/v63.0/...`, with its query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: JsonValue | undefined;
}

/** What composite resources need of the API that they are a part of. */
export interface CallDispatcher {
  /** Answers as the API would, as the same caller. Throws refusals. */
  dispatch(outer: ApiCall, inner: InnerCall): ApiAnswer;
  /** Calls dispatched inside share one transaction. */
  transaction(ctx: CallContext, run: () => void): void;
}
