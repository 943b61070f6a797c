const loopback = /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/;

/*
 * What people copy from the address bar is the page of an org and not its API.
 * The same name leads to the API under another domain.
 */
const pageDomains: Array<[RegExp, string]> = [
  [/\.lightning\.force\.com$/, '.my.salesforce.com'],
  [/\.my\.salesforce-setup\.com$/, '.my.salesforce.com'],
  [/\.file\.force\.com$/, '.my.salesforce.com'],
  [/--c\.vf\.force\.com$/, '.my.salesforce.com'],
  [/--c((?:\.[a-z]+)?)\.vf\.force\.com$/, '$1.my.salesforce.com'],
  [/--c\.visualforce\.com$/, '.my.salesforce.com'],
  [/\.lightning\.crmforce\.mil$/, '.my.salesforce.mil'],
  [/\.lightning\.sfcrmapps\.cn$/, '.my.sfcrmproducts.cn'],
];

/** Old addresses of a server, at which whole groups of orgs live. */
const instance = /^(?:[a-z]{2,3}\d+|cs\d+)\.salesforce\.com$/;

/**
 * What kind of org an address leads to.
 * @public
 */
export type LoginEnvironment =
  | 'production'
  | 'sandbox'
  | 'development'
  | 'local'
  | 'unknown';

/**
 * Where to log in, or why one cannot log in there.
 * @public
 */
export type ParsedLoginUrl =
  | {
      /** Origin, without a slash at its end. */
      url: string;
      environment: LoginEnvironment;
    }
  | { problem: string };

/**
 * The origin to log in at, from an address in any form that people have: with
 * or without scheme, with a path, or of an org's page. Plain HTTP is taken for
 * the own machine only, since a password travels over it.
 * @public
 */
export function parseLoginUrl(text: string): ParsedLoginUrl {
  const trimmed = text.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed)
    ? trimmed
    : `https://${trimmed}`;
  if (!URL.canParse(withScheme)) {
    return {
      problem:
        'Give the address to log in at, such as https://login.salesforce.com',
    };
  }
  const url = new URL(withScheme);
  if (url.username || url.password) {
    return { problem: 'The login address must not hold a password' };
  }
  if (
    url.protocol !== 'https:' &&
    !(url.protocol === 'http:' && loopback.test(url.hostname))
  ) {
    return { problem: 'The login address must begin with https://' };
  }
  if (instance.test(url.hostname)) {
    return {
      problem:
        'That is the address of a server with many orgs. Give the My Domain of yours: Setup > Company Settings > My Domain',
    };
  }
  const page = pageDomains.find(([domain]) => domain.test(url.hostname));
  const origin = page
    ? `https://${url.hostname.replace(page[0], page[1])}`
    : url.origin;
  return { url: origin, environment: environmentOf(new URL(origin).hostname) };
}

function environmentOf(hostname: string): LoginEnvironment {
  if (loopback.test(hostname)) return 'local';
  if (/\.sandbox\.my\.|^test\.salesforce\.com$|--/.test(hostname)) {
    return 'sandbox';
  }
  if (/\.(develop|scratch|trailblaze|demo|patch)\.my\./.test(hostname)) {
    return 'development';
  }
  return /(^login\.salesforce\.com|\.my\.(salesforce\.com|salesforce\.mil|sfcrmproducts\.cn))$/.test(
    hostname,
  )
    ? 'production'
    : 'unknown';
}
