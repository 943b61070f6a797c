import type { OrgDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { soql } from '@salesdesk/backstage-plugin-salesforce-node';
import type { GatewayProvider } from './GatewayProvider';

type Licenses = OrgDetail['licenses'];

const lifetime = 60_000;

/**
 * The user licences of an org for its page. They are a decoration there: an
 * org that cannot be reached shows none instead of an error, and a page that
 * is opened again within a minute costs no call.
 */
export class LicenseReader {
  readonly #provider: GatewayProvider;
  readonly #now: () => Date;
  readonly #known = new Map<
    string,
    { revision: number; until: number; licenses: Licenses }
  >();

  constructor(options: { provider: GatewayProvider; now: () => Date }) {
    this.#provider = options.provider;
    this.#now = options.now;
  }

  /** New credentials, which are a new revision, are asked anew. */
  async read(org: { id: string; revision: number }): Promise<Licenses> {
    const { id: orgId, revision } = org;
    const now = this.#now().getTime();
    const known = this.#known.get(orgId);
    if (known?.revision === revision && known.until > now) {
      return known.licenses;
    }
    const licenses = await this.#ask(orgId).catch((): Licenses => []);
    this.#known.set(orgId, { revision, until: now + lifetime, licenses });
    return licenses;
  }

  async #ask(orgId: string): Promise<Licenses> {
    const gateway = await this.#provider.forOrg(orgId);
    const { records } = await gateway.query<{
      Name: string;
      TotalLicenses: number;
      UsedLicenses: number;
    }>(
      soql.select({
        from: 'UserLicense',
        fields: ['Name', 'TotalLicenses', 'UsedLicenses'],
        where: soql.eq('Status', 'Active'),
        orderBy: [{ field: 'Name' }],
      }),
    );
    return records.map(({ Name, TotalLicenses, UsedLicenses }) => ({
      name: Name,
      used: UsedLicenses,
      total: TotalLicenses,
    }));
  }
}
