import type { Config } from '@backstage/config';
import {
  parseLoginUrl,
  type CredentialsKind,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { InputError } from '@backstage/errors';
import type { LoginApp, OrgCredentials } from '../gateway';
import type { EncryptionKey } from './CredentialSealer';
import { parseCredentials } from './parseCredentials';

/** An org of the configuration. */
export interface ConfiguredOrg {
  id: string;
  title: string;
  entityRef?: string;
  owners: string[];
  isDefault: boolean;
  apiVersion: string;
  credentials: OrgCredentials;
  /** The app through which people connect their own Salesforce user. */
  loginApp?: LoginApp;
}

export const defaultApiVersion = '63.0';

const kinds: CredentialsKind[] = [
  'username_password',
  'client_credentials',
  'jwt_bearer',
];

/** Orgs under `salesforce.orgs`. Throws InputError that names the place. */
export function readOrgsConfig(config: Config): ConfiguredOrg[] {
  const orgs = config.getOptionalConfig('salesforce.orgs');
  return (orgs?.keys() ?? []).map(id => readOrg(id, orgs!.getConfig(id)));
}

function readOrg(id: string, config: Config): ConfiguredOrg {
  const place = `salesforce.orgs.${id}`;
  if (!/^[a-z0-9][a-z0-9-]{0,62}$/.test(id)) {
    throw new InputError(
      `The id of an org is made of small letters, digits and dashes, unlike '${place}'`,
    );
  }
  const apiVersion =
    config.getOptionalString('apiVersion') ?? defaultApiVersion;
  if (!/^[1-9]\d\.0$/.test(apiVersion)) {
    throw new InputError(
      `${place}.apiVersion must be a version such as "${defaultApiVersion}", in quotes`,
    );
  }
  const entityRef = config.getOptionalString('entityRef');
  const credentials = readCredentials(place, config.getConfig('credentials'));
  const personalLogin = config.getOptionalConfig('personalLogin');
  return {
    id,
    title: config.getOptionalString('title') ?? id,
    ...(entityRef ? { entityRef: entityRef.toLowerCase() } : {}),
    owners: (config.getOptionalStringArray('owners') ?? []).map(ref =>
      ref.toLowerCase(),
    ),
    isDefault: config.getOptionalBoolean('isDefault') ?? false,
    apiVersion,
    credentials,
    ...(personalLogin
      ? { loginApp: readLoginApp(place, personalLogin, credentials.loginUrl) }
      : {}),
  };
}

function readLoginApp(
  place: string,
  config: Config,
  loginUrl: string,
): LoginApp {
  const clientSecret = config.getOptionalString('clientSecret');
  const own = config.getOptionalString('loginUrl');
  const login = own === undefined ? { url: loginUrl } : parseLoginUrl(own);
  if ('problem' in login) {
    throw new InputError(`${place}.personalLogin.loginUrl: ${login.problem}`);
  }
  return {
    loginUrl: login.url,
    clientId: config.getString('clientId'),
    ...(clientSecret ? { clientSecret } : {}),
  };
}

function readCredentials(place: string, config: Config): OrgCredentials {
  const kind = kinds.find(known => known === config.getString('kind'));
  if (!kind) {
    throw new InputError(
      `${place}.credentials.kind must be one of ${kinds.join(', ')}`,
    );
  }
  try {
    return parseCredentials({
      path: `${place}.credentials`,
      credentials: {
        kind,
        loginUrl: config.getString('loginUrl'),
        username: config.getOptionalString('username'),
        password: config.getOptionalString('password'),
        securityToken: config.getOptionalString('securityToken'),
        clientId: config.getOptionalString('clientId'),
        clientSecret: config.getOptionalString('clientSecret'),
        privateKey: config.getOptionalString('privateKey'),
      },
    });
  } catch (error) {
    throw new InputError(
      `${place}.credentials cannot be used: ${
        error instanceof Error ? error.message : error
      }`,
    );
  }
}

/** Keys under `salesforce.encryption.keys`; the first seals. */
export function readEncryptionKeys(config: Config): EncryptionKey[] {
  const keys = (
    config.getOptionalConfigArray('salesforce.encryption.keys') ?? []
  ).map(key => ({ id: key.getString('id'), secret: key.getString('secret') }));
  for (const { id, secret } of keys) {
    if (secret.length < 32) {
      throw new InputError(
        `The secret of key '${id}' in salesforce.encryption.keys must have 32 characters or more`,
      );
    }
  }
  if (new Set(keys.map(({ id }) => id)).size < keys.length) {
    throw new InputError(
      'Two keys of salesforce.encryption.keys have the same id',
    );
  }
  return keys;
}
