import {
  parseLoginUrl,
  SalesdeskError,
  type LoginAppBody,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgRow } from '../database/tables';
import type { LoginApp } from '../gateway';
import type { CredentialSealer } from './CredentialSealer';
import { loginAppPlace } from './LoginApps';

/** Throws InputError for an address at which nobody can log in. */
export function parseLoginApp(body: LoginAppBody, path: string): LoginApp {
  const login = parseLoginUrl(body.loginUrl);
  if ('problem' in login) {
    throw new SalesdeskError('InputError', login.problem, {
      code: 'invalid_input',
      fields: [
        {
          path: `${path}loginUrl`,
          message: login.problem,
          code: 'invalid_input',
        },
      ],
    });
  }
  const clientSecret = body.clientSecret?.trim();
  return {
    loginUrl: login.url,
    clientId: body.clientId.trim(),
    ...(clientSecret ? { clientSecret } : {}),
  };
}

/** What to store so that people can log in to the org themselves. */
export async function sealLoginApp(options: {
  sealer: CredentialSealer;
  orgId: string;
  body: LoginAppBody;
}): Promise<Pick<OrgRow, 'sealed_login_app' | 'login_app_client_id'>> {
  const { sealer, orgId, body } = options;
  const app = parseLoginApp(body, 'personalLogin.');
  const { sealed } = await sealer.sealValue({
    place: loginAppPlace(orgId),
    value: app,
  });
  return { sealed_login_app: sealed, login_app_client_id: app.clientId };
}
