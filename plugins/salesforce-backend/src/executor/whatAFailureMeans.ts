import {
  isSalesdeskError,
  type Blocker,
  type Problem,
} from '@salesdesk/backstage-plugin-salesforce-common';
import {
  GatewayError,
  type GatewayFailure,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** What to do about a failure that concerns a whole call or a whole run. */
export type FailureMeaning =
  /** It passes. `isPatient`: wait as long as it takes. */
  | { kind: 'wait'; isPatient: boolean; problem: Problem }
  /** Somebody has to do something first. */
  | { kind: 'admin'; blocker: Blocker; problem: Problem }
  /** Trying again would end the same. */
  | { kind: 'fail'; problem: Problem };

const passing: ReadonlySet<GatewayFailure> = new Set([
  'daily_limit',
  'concurrency_limit',
  'unavailable',
  'unreachable',
  'timeout',
]);

const remedies: Partial<Record<string, string>> = {
  credentials_refused:
    'Check the connection of the org under Admin > Orgs, then retry',
  not_permitted:
    'Give the integration user the permission that is missing, then retry',
  org_not_connected: 'Connect the org under Admin > Orgs, then retry',
  org_not_found: 'Connect the org under Admin > Orgs, then retry',
};

/** Pure. */
export function whatAFailureMeans(error: unknown): FailureMeaning {
  if (!isSalesdeskError(error)) {
    return {
      kind: 'wait',
      isPatient: false,
      problem: {
        code: 'unexpected',
        message: 'Something unexpected went wrong; it is tried again',
        details: error instanceof Error ? error.message : String(error),
      },
    };
  }
  const problem: Problem = {
    code: error.code,
    message: error.message,
    ...(error.details ? { details: error.details } : {}),
  };
  const failure = error instanceof GatewayError ? error.failure : undefined;
  if (failure && passing.has(failure)) {
    return { kind: 'wait', isPatient: true, problem };
  }
  if (error.code === 'org_paused') {
    return { kind: 'wait', isPatient: true, problem };
  }
  if (failure === 'refused' || failure === 'unexpected') {
    return { kind: 'fail', problem };
  }
  return {
    kind: 'admin',
    problem,
    blocker: {
      code: error.code,
      message: error.message,
      remedy:
        remedies[failure ?? error.code] ??
        'Correct what is named here in Salesforce, or cancel the request and ask anew',
      ...(error.details ? { details: error.details } : {}),
    },
  };
}
