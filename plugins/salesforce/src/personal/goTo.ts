/**
 * Leaves the portal for Salesforce's login page. Only ever to a web address:
 * anything else could run in the portal's name.
 */
export function goTo(url: string): void {
  const { protocol, href } = new URL(url);
  if (protocol !== 'https:' && protocol !== 'http:') {
    throw new Error('The login page has no web address');
  }
  window.location.assign(href);
}
