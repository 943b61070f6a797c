/** Domains of the API and of the pages that belong to them. */
const domains: Array<[RegExp, string]> = [
  [/\.my\.salesforce\.com$/, '.lightning.force.com'],
  [/\.my\.salesforce\.mil$/, '.lightning.crmforce.mil'],
  [/\.my\.sfcrmproducts\.cn$/, '.lightning.sfcrmapps.cn'],
];

/** Where the pages of an org are, from where its API is. */
export function lightningOrigin(instanceUrl: string): string {
  const url = new URL(instanceUrl);
  for (const [api, page] of domains) {
    if (api.test(url.hostname)) {
      return `https://${url.hostname.replace(api, page)}`;
    }
  }
  return url.origin;
}

/** Links to the pages of an org's records. */
export function recordUrls(
  instanceUrl: string,
): (object: string, id: string) => string {
  const origin = lightningOrigin(instanceUrl);
  return (object, id) => `${origin}/lightning/r/${object}/${id}/view`;
}
