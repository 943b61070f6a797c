import {
  parseEntityRef,
  RELATION_MEMBER_OF,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import {
  SalesdeskError,
  type Person,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { userIdAnnotation, usernameAnnotation } from './matchUsers';
import type { CatalogPerson, MatchableUser } from './PersonService';

/** Who could be any of these users: the alternatives are joined by OR. */
export function candidateFilter(options: {
  orgId: string;
  users: MatchableUser[];
}): Array<Record<string, string | string[]>> {
  const { orgId, users } = options;
  const federationIds = users.flatMap(({ federationId }) => federationId ?? []);
  return [
    {
      kind: 'User',
      [`metadata.annotations.${userIdAnnotation}.${orgId}`]: users.flatMap(
        ({ id }) => [id, id.slice(0, 15)],
      ),
    },
    {
      kind: 'User',
      [`metadata.annotations.${usernameAnnotation}`]: users.map(
        ({ username }) => username,
      ),
    },
    ...(federationIds.length > 0
      ? [{ kind: 'User', 'metadata.name': federationIds }]
      : []),
    {
      kind: 'User',
      // a username that is the person's address; never the user's address
      'spec.profile.email': users.map(({ username }) => username),
    },
  ];
}

/** An entity ref, complete and lower case. */
export function normalised(ref: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    ).toLowerCase();
  } catch {
    throw new SalesdeskError(
      'InputError',
      `'${ref}' is no entity ref; write one such as ${defaultKind.toLowerCase()}:default/name`,
      { code: 'invalid_input' },
    );
  }
}

/** What an entity is related to, by a type of relation. */
export function related(entity: Entity | undefined, type: string): string[] {
  return (entity?.relations ?? [])
    .filter(relation => relation.type === type)
    .map(({ targetRef }) => targetRef.toLowerCase());
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value ? value : undefined;
}

function profileOf(entity: Entity): Record<string, unknown> {
  const profile = entity.spec?.profile;
  return typeof profile === 'object' && profile !== null ? { ...profile } : {};
}

/** A person or a group as it is shown. */
export function toShown(entity: Entity): Person {
  const profile = profileOf(entity);
  const email = text(profile.email);
  const picture = text(profile.picture);
  return {
    ref: stringifyEntityRef(entity).toLowerCase(),
    displayName:
      text(profile.displayName) ??
      entity.metadata.title ??
      entity.metadata.name,
    ...(email ? { email } : {}),
    ...(picture ? { picture } : {}),
  };
}

/** Undefined for what is no User. */
export function toPerson(entity: Entity): CatalogPerson | undefined {
  if (entity.kind.toLowerCase() !== 'user') return undefined;
  return {
    ...toShown(entity),
    name: entity.metadata.name,
    namespace: entity.metadata.namespace ?? 'default',
    annotations: entity.metadata.annotations ?? {},
    directGroups: related(entity, RELATION_MEMBER_OF),
  };
}
