import { createPrivateKey } from 'node:crypto';
import {
  parseLoginUrl,
  SalesdeskError,
  type Credentials,
  type FieldError,
} from '@salesdesk/backstage-plugin-salesforce-common';
import type { OrgCredentials } from '../gateway';

type Field = Exclude<keyof Credentials, 'kind' | 'loginUrl'>;

const labels: Record<Field, string> = {
  username: 'username',
  password: 'password',
  securityToken: 'security token',
  clientId: 'consumer key (client id)',
  clientSecret: 'consumer secret (client secret)',
  privateKey: 'private key',
};

/**
 * Credentials as somebody wrote them, checked for their kind. What is missing
 * or cannot be is thrown as one InputError with an error per field.
 */
export function parseCredentials(options: {
  credentials: Credentials;
  /** Where the fields stand, e.g. `credentials`. */
  path: string;
}): OrgCredentials {
  const { credentials, path } = options;
  const errors: FieldError[] = [];
  const required = (field: Field): string => {
    // what is pasted often brings a line end along; secrets never end in one
    const value = credentials[field]?.trim();
    if (!value) {
      errors.push({
        path: `${path}.${field}`,
        message: `Give the ${labels[field]}`,
        code: 'invalid_input',
      });
    }
    return value ?? '';
  };

  const login = parseLoginUrl(credentials.loginUrl);
  if ('problem' in login) {
    errors.push({
      path: `${path}.loginUrl`,
      message: login.problem,
      code: 'invalid_input',
    });
  }
  const loginUrl = 'url' in login ? login.url : '';
  const parsed = ofKind({ credentials, loginUrl, required });
  if (
    parsed.kind === 'jwt_bearer' &&
    parsed.privateKey &&
    !isRsaKey(parsed.privateKey)
  ) {
    errors.push({
      path: `${path}.privateKey`,
      message:
        'The private key must be an RSA key without passphrase, in PEM form (-----BEGIN PRIVATE KEY-----)',
      code: 'invalid_input',
    });
  }

  if (errors.length > 0) {
    throw new SalesdeskError(
      'InputError',
      errors.map(({ message }) => message).join('. '),
      { code: 'invalid_input', fields: errors },
    );
  }
  return parsed;
}

function ofKind(options: {
  credentials: Credentials;
  loginUrl: string;
  required(field: Field): string;
}): OrgCredentials {
  const { credentials, loginUrl, required } = options;
  switch (credentials.kind) {
    case 'username_password':
      return {
        kind: credentials.kind,
        loginUrl,
        username: required('username'),
        password: required('password'),
        ...(credentials.securityToken?.trim()
          ? { securityToken: credentials.securityToken.trim() }
          : {}),
        clientId: required('clientId'),
        clientSecret: required('clientSecret'),
      };
    case 'client_credentials':
      return {
        kind: credentials.kind,
        loginUrl,
        clientId: required('clientId'),
        clientSecret: required('clientSecret'),
      };
    case 'jwt_bearer':
      return {
        kind: credentials.kind,
        loginUrl,
        username: required('username'),
        clientId: required('clientId'),
        // environment variables carry line ends as \n
        privateKey: required('privateKey').replace(/\\n/g, '\n').trim(),
      };
    default:
      throw new SalesdeskError(
        'InputError',
        'This kind of credentials is not known',
        { code: 'invalid_input' },
      );
  }
}

function isRsaKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).asymmetricKeyType === 'rsa';
  } catch {
    return false;
  }
}
