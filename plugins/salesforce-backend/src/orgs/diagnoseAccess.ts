import type { GatewayError } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Diagnosis } from './diagnoseLogin';
import { statusAfter } from './statusAfter';

const unknownVersion: Diagnosis = {
  cause: 'The org does not know this API version, or not any more',
  fix: 'Choose an API version that the org offers; <My Domain>/services/data lists them',
};

/** Why the login worked and the first call of the API did not. Pure. */
export function diagnoseAccess(failed: GatewayError): Diagnosis {
  switch (failed.salesforceCode) {
    case 'API_DISABLED_FOR_ORG':
    case 'API_CURRENTLY_DISABLED':
      return {
        cause:
          'The integration user lacks "API Enabled", or the edition of the org has no API (Essentials and Professional have none by themselves). Salesforce answers the same for both',
        fix: 'Setup > Users > Permission Sets: give the integration user a set with System Permissions > API Enabled. The edition stands in Setup > Company Settings > Company Information',
      };
    case 'INVALID_SESSION_ID':
      return {
        cause:
          'The token is good but not for the API: API Access Control is on and the app is not on its list; or the app lacks the scope "api"; or the profile asks for a high-assurance session',
        fix: 'Setup > Security > API Access Control: add the app; the app > OAuth Scopes: add "Manage user data via APIs (api)"; Setup > Users > Profiles > Session Settings: no high assurance for the integration user',
      };
    case 'REQUEST_LIMIT_EXCEEDED':
      return {
        cause: 'The org has used up its API calls of the last 24 hours',
        fix: 'Wait until calls age out, or buy more; Setup > Company Settings > Company Information shows the use, and Setup > System Overview by whom',
      };
    case 'UNSUPPORTED_API_VERSION':
    case 'NOT_FOUND':
      return unknownVersion;
    default:
      if (failed.failure === 'unexpected') return unknownVersion;
      if (statusAfter(failed) === 'degraded') {
        return {
          cause: 'The login works, but the org did not answer a call',
          fix: 'Look at https://status.salesforce.com for your instance, and try again later',
        };
      }
      return {
        cause: 'The login works, but Salesforce refused the first call',
        fix: 'Check the permissions of the integration user in Setup > Users > View Summary',
      };
  }
}
