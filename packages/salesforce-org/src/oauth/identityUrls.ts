import type { WireServices } from '../http/WireServices';

/** `{host}/id/{organization}/{user}`, ids of 18 characters. */
export function identityUrl(
  at: { wire: WireServices; instanceUrl: string },
  userId: string,
): string {
  return `${at.instanceUrl}/id/${at.wire.org.organizationId}/${userId}`;
}

/** The URLs of identity and userinfo; `{version}` stays as it is. */
export function serviceUrls(
  at: { wire: WireServices; instanceUrl: string },
  userId: string,
): Record<string, string> {
  const { instanceUrl } = at;
  const organization = at.wire.org.organizationId.slice(0, 15);
  const data = `${instanceUrl}/services/data/v{version}`;
  const soap = (kind: string) =>
    `${instanceUrl}/services/Soap/${kind}/{version}/${organization}`;
  return {
    enterprise: soap('c'),
    metadata: soap('m'),
    partner: soap('u'),
    rest: `${data}/`,
    sobjects: `${data}/sobjects/`,
    search: `${data}/search/`,
    query: `${data}/query/`,
    recent: `${data}/recent/`,
    tooling_soap: soap('T'),
    tooling_rest: `${data}/tooling/`,
    profile: `${instanceUrl}/${userId}`,
    feeds: `${data}/chatter/feeds`,
    groups: `${data}/chatter/groups`,
    users: `${data}/chatter/users`,
    feed_items: `${data}/chatter/feed-items`,
    feed_elements: `${data}/chatter/feed-elements`,
    custom_domain: instanceUrl,
  };
}
