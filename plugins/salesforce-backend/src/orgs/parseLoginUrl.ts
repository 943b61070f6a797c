const loopback = /^(localhost|127\.0\.0\.1|\[::1\]|[a-z0-9-]+\.localhost)$/;

/*
 * What people copy from the address bar is the page of an org and not its API.
 * The same name leads to the API under another domain.
 */
const pageDomains: Array<[RegExp, string]> = [
  [/\.lightning\.force\.com$/, '.my.salesforce.com'],
  [/\.my\.salesforce-setup\.com$/, '.my.salesforce.com'],
  [/\.file\.force\.com$/, '.my.salesforce.com'],
  [/\.lightning\.crmforce\.mil$/, '.my.salesforce.mil'],
  [/\.lightning\.sfcrmapps\.cn$/, '.my.sfcrmproducts.cn'],
];

/**
 * The origin to log in at, from an address in any form that people have: with
 * or without scheme, with a path, or of an org's page. Plain HTTP is taken for
 * the own machine only, since a password travels over it.
 */
export function parseLoginUrl(
  text: string,
): { url: string } | { problem: string } {
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
  for (const [page, api] of pageDomains) {
    if (page.test(url.hostname)) {
      return { url: `https://${url.hostname.replace(page, api)}` };
    }
  }
  return { url: url.origin };
}
