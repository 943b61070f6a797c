const loopback = /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/;

/*
 * What people copy from the address bar is the page of an org and not its API.
 * The same name leads to the API under another domain. Pages of Visualforce and
 * files say behind `--` which package they are of, and some name the server.
 */
const server = '[a-z]{2,4}\\d+[a-z]?';
const pageDomains: Array<[RegExp, string]> = [
  [/\.lightning\.force\.com$/, '.my.salesforce.com'],
  [/\.my\.salesforce-setup\.com$/, '.my.salesforce.com'],
  [/(?:--[a-z0-9_]+)?\.file\.force\.com$/, '.my.salesforce.com'],
  [/--[a-z0-9_]+((?:\.[a-z]+)?)\.vf\.force\.com$/, '$1.my.salesforce.com'],
  [/--[a-z0-9_]+\.visualforce\.com$/, '.my.salesforce.com'],
  [
    new RegExp(`--[a-z0-9_]+\\.${server}\\.(?:visual|content)\\.force\\.com$`),
    '.my.salesforce.com',
  ],
  // sandboxes named their server, until all got enhanced domains
  [
    new RegExp(`^([a-z0-9-]+--[a-z0-9]+)\\.${server}\\.my\\.salesforce\\.com$`),
    '$1.sandbox.my.salesforce.com',
  ],
  [/\.lightning\.crmforce\.mil$/, '.my.salesforce.mil'],
  [/\.lightning\.sfcrmapps\.cn$/, '.my.sfcrmproducts.cn'],
  [/\.my-lightning\.com$/, '.my-salesforce.com'],
];

/** Old addresses of a server, at which whole groups of orgs live. */
const instance = new RegExp(
  `^(?:${server}(?:-api)?\\.salesforce|(?:na|ap|eu|um|cs|gs)\\d+\\.(?:my\\.salesforce|lightning\\.force))\\.com$`,
);

/** Salesforce's own pages, and pages that an org shows to the world. */
const noLogin =
  /^(www|help|trailhead|status|trust|developer|admin|appexchange|ssl)\.salesforce\.com$|\.(my\.salesforce-sites|salesforce-experience|my\.salesforce-scrt)\.com$|\.secure\.force\.com$/;

/** A domain of Salesforce with something behind it, or in foreign letters. */
const lookalike =
  /(salesforce|salesforce-setup|force|visualforce|crmforce|sfcrmproducts|sfcrmapps)\.(com|mil|cn)\.|(^|\.)xn--/;

/** What stands around an address in mails and documents. */
const before = /^[\s<>("'“”‘’«{`]+/;
const behind = /[\s<>)"'“”‘’»}`,;.]+$/;

const myDomain = 'Setup > Company Settings > My Domain';

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
 * or without scheme, with a path, of an org's page, or with what stood around
 * it. Plain HTTP is taken for the own machine only, since a password travels
 * over it; addresses that only look like Salesforce's are refused for the same
 * reason.
 * @public
 */
export function parseLoginUrl(text: string): ParsedLoginUrl {
  const url = toUrl(text.replace(before, '').replace(behind, ''));
  if (!url) {
    return {
      problem:
        'Give the address to log in at, such as https://login.salesforce.com',
    };
  }
  const problem = problemOf(url);
  if (problem) return { problem };
  const { hostname } = url;
  const page = pageDomains.find(([domain]) => domain.test(hostname));
  const origin = page
    ? `https://${hostname.replace(page[0], page[1])}`
    : url.origin;
  return { url: origin, environment: environmentOf(new URL(origin).hostname) };
}

function toUrl(text: string): URL | undefined {
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text)
    ? text
    : `https://${text.replace(/^(https?:)?\/*/i, '')}`;
  if (!URL.canParse(withScheme)) return undefined;
  const url = new URL(withScheme);
  // what Microsoft's proxy for cloud apps adds, and the dot of a name's root
  url.hostname = url.hostname.replace(/(\.mcas\.ms)?\.*$/, '');
  return /^(\[[\da-f:.]+\]|[a-z0-9._-]+)$/.test(url.hostname) ? url : undefined;
}

function problemOf(url: URL): string | undefined {
  const { hostname, protocol } = url;
  if (url.username || url.password) {
    return 'The login address must not hold a password';
  }
  if (
    protocol !== 'https:' &&
    !(protocol === 'http:' && loopback.test(hostname))
  ) {
    return 'The login address must begin with https://';
  }
  if (lookalike.test(hostname)) {
    return `${hostname} only looks like an address of Salesforce, and whoever is there would learn the secret. Take the address from ${myDomain}`;
  }
  if (instance.test(hostname)) {
    return `That is the address of a server with many orgs. Give the My Domain of yours: ${myDomain}`;
  }
  if (noLogin.test(hostname)) {
    return `Nobody logs in to an org at ${hostname}. Give the My Domain of yours: ${myDomain}`;
  }
  if (!hostname.includes('.') && !loopback.test(hostname)) {
    return `Give the whole address, such as https://${hostname}.my.salesforce.com`;
  }
  return undefined;
}

function environmentOf(hostname: string): LoginEnvironment {
  if (loopback.test(hostname)) return 'local';
  const org =
    /^(.+)\.my\.(salesforce\.com|salesforce\.mil|sfcrmproducts\.cn)$/.exec(
      hostname,
    )?.[1];
  if (org === undefined) {
    if (hostname === 'test.salesforce.com') return 'sandbox';
    return hostname === 'login.salesforce.com' ? 'production' : 'unknown';
  }
  if (/\.(develop|scratch|trailblaze|demo|patch)$/.test(org)) {
    return 'development';
  }
  if (/\.sandbox$|--/.test(org)) return 'sandbox';
  return /-dev-ed$/.test(org) ? 'development' : 'production';
}
