import type { Diagnosis } from './diagnoseLogin';

/**
 * Why the login worked and the first call of the API did not. Branches on
 * status and code; the one text that is read is the only thing that tells a
 * session which will never be valid from one that has ended. Pure.
 */
export function diagnoseAccess(failed: {
  code: string | undefined;
  message: string | undefined;
}): Diagnosis {
  switch (failed.code) {
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
      return {
        cause: 'The org does not know this API version',
        fix: 'Choose an API version that the org offers; the newest is listed at <My Domain>/services/data',
      };
    default:
      return {
        cause: 'The login works, but Salesforce refused the first call',
        fix: 'Check the permissions of the integration user in Setup > Users > View Summary',
      };
  }
}
