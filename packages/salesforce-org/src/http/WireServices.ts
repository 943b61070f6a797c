import type { BulkJobStore } from '../bulk/BulkJobStore';
import type { AsyncJobStore } from '../bulk1/AsyncJobStore';
import type { FaultRules } from '../control/FaultRules';
import type { OrgOperations } from '../core/types';
import type { AuthorizationCodeStore } from '../oauth/AuthorizationCodeStore';
import type { ConnectedAppRegistry } from '../oauth/ConnectedAppRegistry';
import type { IdTokenIssuer } from '../oauth/IdTokenIssuer';
import type { LoginBook } from '../oauth/LoginBook';
import type { PasswordStore } from '../oauth/PasswordStore';
import type { RefreshTokenStore } from '../oauth/RefreshTokenStore';
import type { SessionStore } from '../oauth/SessionStore';
import type { QueryCursorStore } from '../rest/QueryCursorStore';
import type { ApiUsage } from './ApiUsage';
import type { RequestLog } from './RequestLog';

/**
 * What an org on the wire has beyond its records. One per server, nothing
 * global; everything here forgets itself on reset.
 */
export interface WireServices {
  readonly org: OrgOperations;
  readonly connectedApps: ConnectedAppRegistry;
  readonly passwords: PasswordStore;
  readonly sessions: SessionStore;
  readonly refreshTokens: RefreshTokenStore;
  readonly authorizationCodes: AuthorizationCodeStore;
  readonly idTokens: IdTokenIssuer;
  readonly loginBook: LoginBook;
  readonly apiUsage: ApiUsage;
  readonly requestLog: RequestLog;
  readonly faults: FaultRules;
  readonly queryCursors: QueryCursorStore;
  readonly bulkJobs: BulkJobStore;
  readonly asyncJobs: AsyncJobStore;
}
