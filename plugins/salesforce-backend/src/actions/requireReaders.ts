import {
  soql,
  type ActionContext,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { ifVisible } from './offboarding/ifVisible';
import type { OwnedRecords, Owner } from './transferParts';

/**
 * Nobody can be given records of objects that they may not read, as users of
 * another licence may not: Salesforce would refuse one record after the other,
 * when the first ones have gone. Where the org does not tell, nothing is said.
 */
export async function requireReaders(options: {
  context: ActionContext;
  path: string;
  transfers: Array<{ to: Owner; owned: readonly OwnedRecords[] }>;
}): Promise<void> {
  const { context, path, transfers } = options;
  const owners = new Map(transfers.map(({ to }) => [to.id, to]));
  const plurals = new Map<string, string>();
  const given = new Map<string, Set<string>>();
  for (const { to, owned } of transfers) {
    for (const { object, records } of owned) {
      if (records.length === 0) continue;
      plurals.set(object.name, object.plural);
      const objects = given.get(to.id) ?? new Set();
      given.set(to.id, objects.add(object.name));
    }
  }
  const names = await readEntities(context, [...plurals.keys()]);
  if (names.size === 0) return;
  const hidden = await Promise.all(
    [...given].map(async ([id, objects]) => {
      const unseen = await readHidden({ context, userId: id, names });
      return {
        name: owners.get(id)?.name ?? id,
        objects: [...objects].filter(object => unseen.has(object)),
      };
    }),
  );
  const errors = hidden
    .filter(({ objects }) => objects.length > 0)
    .map(({ name, objects }) => ({
      path,
      code: 'invalid_input' as const,
      message: `${name} may not see ${new Intl.ListFormat('en').format(
        objects.map(object => plurals.get(object) ?? object),
      )}, and Salesforce lets nobody own what they may not see: choose somebody else, or give ${name} access first`,
    }));
  if (errors.length > 0) context.resolver.refuse(errors);
}

/** Names of objects by what other answers call them. */
async function readEntities(
  { reader }: ActionContext,
  objects: string[],
): Promise<Map<string, string>> {
  if (objects.length === 0) return new Map();
  const page = await ifVisible(
    reader.query(
      soql.select({
        from: 'EntityDefinition',
        fields: ['DurableId', 'QualifiedApiName'],
        where: soql.inList('QualifiedApiName', objects),
      }),
    ),
  );
  return new Map(
    (page?.records ?? []).map(({ DurableId, QualifiedApiName }) => [
      String(DurableId),
      String(QualifiedApiName),
    ]),
  );
}

/** Which of the objects a user may not read, as far as the org tells. */
async function readHidden(options: {
  context: ActionContext;
  userId: string;
  names: ReadonlyMap<string, string>;
}): Promise<Set<string>> {
  const { context, userId, names } = options;
  const page = await ifVisible(
    context.reader.query(
      soql.select({
        from: 'UserEntityAccess',
        fields: ['EntityDefinitionId', 'IsReadable'],
        where: soql.and(
          soql.eq('UserId', userId),
          soql.inList('EntityDefinitionId', [...names.keys()]),
        ),
      }),
    ),
  );
  const hidden = new Set<string>();
  for (const { EntityDefinitionId, IsReadable } of page?.records ?? []) {
    const name = names.get(String(EntityDefinitionId));
    if (IsReadable === false && name !== undefined) hidden.add(name);
  }
  return hidden;
}
