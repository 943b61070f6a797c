import { BulkJobStore } from '../bulk/BulkJobStore';
import { AsyncJobStore } from '../bulk1/AsyncJobStore';
import { FaultRules } from '../control/FaultRules';
import type { OrgOperations } from '../core/types';
import { AuthorizationCodeStore } from '../oauth/AuthorizationCodeStore';
import type { ConnectedAppInput } from '../oauth/ConnectedApp';
import { ConnectedAppRegistry } from '../oauth/ConnectedAppRegistry';
import { IdTokenIssuer } from '../oauth/IdTokenIssuer';
import { LoginBook } from '../oauth/LoginBook';
import { PasswordStore } from '../oauth/PasswordStore';
import type { RandomText } from '../oauth/RandomText';
import { RefreshTokenStore } from '../oauth/RefreshTokenStore';
import { SessionStore } from '../oauth/SessionStore';
import { QueryCursorStore } from '../rest/QueryCursorStore';
import { ApiUsage } from './ApiUsage';
import { RequestLog } from './RequestLog';
import type { WireServices } from './WireServices';

/** Everything that an org on the wire has beyond its records. */
export function createWireServices(options: {
  org: OrgOperations;
  random: RandomText;
  connectedApps: readonly ConnectedAppInput[];
}): WireServices {
  const { org, random, connectedApps } = options;
  const { clock } = org;
  return {
    org,
    connectedApps: new ConnectedAppRegistry({ org, apps: connectedApps }),
    passwords: new PasswordStore({ random }),
    sessions: new SessionStore({ org, random }),
    refreshTokens: new RefreshTokenStore({ org, random }),
    authorizationCodes: new AuthorizationCodeStore({ clock, random }),
    idTokens: new IdTokenIssuer(),
    loginBook: new LoginBook({ org }),
    apiUsage: new ApiUsage({ clock }),
    requestLog: new RequestLog(),
    faults: new FaultRules({ org }),
    queryCursors: new QueryCursorStore({ org }),
    bulkJobs: new BulkJobStore({ org }),
    asyncJobs: new AsyncJobStore({ org }),
  };
}

/** After the records were put back: nobody is logged in, nothing is open. */
export function resetWireServices(wire: WireServices): void {
  wire.sessions.reset();
  wire.refreshTokens.reset();
  wire.authorizationCodes.reset();
  wire.passwords.reset();
  wire.loginBook.reset();
  wire.queryCursors.reset();
  wire.bulkJobs.reset();
  wire.asyncJobs.reset();
  wire.apiUsage.reset();
  wire.requestLog.clear();
  wire.faults.clear();
  wire.connectedApps.reset();
}
