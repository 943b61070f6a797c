import type { DraftRow } from '../../core/types';
import { idOfName, type LoadContext } from '../LoadContext';
import { usernameOf, type UserSpec } from './UserSpec';

/** Salesforce keeps the history of half a year. */
const KEPT_DAYS = 180;

const browsers = [
  ['Chrome 142', 'Windows 11'],
  ['Chrome 142', 'Mac OSX'],
  ['Safari 26', 'Mac OSX'],
  ['Firefox 145', 'Linux'],
  ['Edge 142', 'Windows 11'],
] as const;

const countryCodes: Readonly<Record<string, string>> = {
  Brazil: 'BR',
  France: 'FR',
  Germany: 'DE',
  India: 'IN',
  Italy: 'IT',
  Japan: 'JP',
  Nigeria: 'NG',
  Poland: 'PL',
  Spain: 'ES',
  Sweden: 'SE',
  Turkey: 'TR',
  'United Kingdom': 'GB',
  'United States': 'US',
  China: 'CN',
};

/**
 * Loads the logins of the last months, the latest of them being the one that
 * the user's LastLoginDate speaks of, and now and then a wrong password.
 */
export function loadLoginHistory(
  context: LoadContext,
  options: {
    specs: readonly UserSpec[];
    userIds: ReadonlyMap<string, string>;
    /** At most so many logins each. */
    loginsPerUser: number;
  },
): void {
  const { org, random, time } = context;
  const { specs, userIds, loginsPerUser } = options;
  const rows: DraftRow[] = [];
  for (const spec of specs) {
    const last = spec.lastLogin
      ? (Date.parse(spec.lastLogin) - time.now) / 86_400_000
      : undefined;
    if (last === undefined || last < -KEPT_DAYS) {
      continue;
    }
    const userId = idOfName(userIds, usernameOf(spec));
    const row = (days: number, status: string) =>
      loginRow(context, { spec, userId, days, status });
    rows.push(row(last, 'Success'));
    let days = last;
    for (let count = random.integer(0, loginsPerUser - 1); count > 0; count--) {
      days -= 0.2 + random.next() * 5;
      if (days < -KEPT_DAYS) {
        break;
      }
      rows.push(row(days, 'Success'));
      if (random.chance(0.06)) {
        rows.push(row(days - 0.001, 'Invalid Password'));
      }
    }
  }
  org.store.load('LoginHistory', rows);
}

function loginRow(
  { random, time }: LoadContext,
  login: { spec: UserSpec; userId: string; days: number; status: string },
): DraftRow {
  const { spec, userId, days, status } = login;
  const isService = spec.profile.includes('API Only');
  const [browser, platform] = random.pick(browsers);
  return {
    UserId: userId,
    LoginTime: time.datetime(days),
    LoginType: isService ? 'i' : 'Application',
    SourceIp: `203.0.113.${random.integer(1, 254)}`,
    LoginUrl: isService ? 'login.salesforce.com' : 'acme.my.salesforce.com',
    Status: status,
    Application: isService ? 'Integration' : 'Browser',
    Browser: isService ? 'Unknown' : browser,
    Platform: isService ? 'Unknown' : platform,
    ApiType: isService ? 'REST API' : 'N/A',
    ApiVersion: isService ? '63.0' : 'N/A',
    CountryIso: countryCodes[spec.country] ?? 'US',
    TlsProtocol: 'TLS 1.3',
    CipherSuite: 'TLS_AES_256_GCM_SHA384',
  };
}
