import type { AuthService } from '@backstage/backend-plugin-api';
import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import type { GatewayProvider } from '../../orgs';
import { TimedCache } from '../../people/TimedCache';
import { NameIndex, type IndexedThing } from './NameIndex';
import { readNames } from './readNames';

/** Names change seldom; what a draft acts on is resolved anew anyway. */
const lifetime = 5 * 60_000;

/**
 * One index of names per org, of what the org and the catalog hold, read when
 * it is first needed and shared by everyone. What a person may find in it is
 * decided by who searches; see `PersonNames`.
 */
export class NameIndexes {
  readonly #gateways: GatewayProvider;
  readonly #catalog: CatalogService;
  readonly #auth: AuthService;
  readonly #indexes: TimedCache<NameIndex>;

  constructor(options: {
    gateways: GatewayProvider;
    catalog: CatalogService;
    auth: AuthService;
    now: () => Date;
  }) {
    this.#gateways = options.gateways;
    this.#catalog = options.catalog;
    this.#auth = options.auth;
    this.#indexes = new TimedCache({
      now: options.now,
      lifetime,
      maximum: 50,
    });
  }

  async ofOrg(orgId: string): Promise<NameIndex> {
    const reader = await this.#gateways.forOrg(orgId);
    return this.#indexes.get(orgId, async () => {
      const [org, catalog] = await Promise.all([
        readNames(reader),
        this.#readCatalog(),
      ]);
      return new NameIndex([...org, ...catalog]);
    });
  }

  async #readCatalog(): Promise<IndexedThing[]> {
    const credentials = await this.#auth.getOwnServiceCredentials();
    const { items } = await this.#catalog.getEntities(
      { filter: [{ kind: 'Group' }, { kind: 'User' }] },
      { credentials },
    );
    return items.map(entityThing);
  }
}

function entityThing(entity: Entity): IndexedThing {
  const ref = stringifyEntityRef(entity).toLocaleLowerCase('en-US');
  const profile = profileOf(entity);
  const isGroup = parseEntityRef(ref).kind === 'group';
  const label =
    profile.displayName ?? entity.metadata.title ?? entity.metadata.name;
  return {
    kind: isGroup ? 'catalog-group' : 'person',
    value: ref,
    label,
    detail: isGroup ? `Team ${entity.metadata.name}` : profile.email,
    otherNames: [
      entity.metadata.name,
      ref,
      ...(profile.email ? [profile.email] : []),
    ],
  };
}

function profileOf(entity: Entity): { displayName?: string; email?: string } {
  const profile = entity.spec?.profile;
  if (typeof profile !== 'object' || profile === null) return {};
  if (Array.isArray(profile)) return {};
  const { displayName, email } = profile;
  return {
    ...(typeof displayName === 'string' ? { displayName } : {}),
    ...(typeof email === 'string' ? { email } : {}),
  };
}
