import type { Config } from '@backstage/config';
import type { Knex } from 'knex';
import { randomBytes } from 'node:crypto';
import type { CredentialSealer } from '../orgs/CredentialSealer';
import { BrowserLogins } from './BrowserLogins';
import { callbackUrl } from './callbackUrl';

/** Logins through a browser, as the configuration says. */
export function createBrowserLogins(options: {
  config: Config;
  knex: Knex;
  sealer: CredentialSealer;
  settings: { now: () => Date; timeout: number };
}): BrowserLogins {
  const { config, knex, sealer, settings } = options;
  return BrowserLogins.create({
    knex,
    sealer,
    redirectUri: callbackUrl(config),
    randomBytes,
    ...settings,
  });
}
