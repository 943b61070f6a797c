import { transferOwnership as declaration } from '@salesdesk/backstage-plugin-salesforce-common';
import {
  createSalesforceAction,
  type ActionContext,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { userCondition } from '../inventory/userCondition';
import { requireReaders } from './requireReaders';
import { resolveObjects, type NamedObject } from './resolveObjects';
import {
  alwaysCondition,
  countsOf,
  isTransferable,
  openCondition,
  readOwned,
  transferChanges,
} from './transferParts';

/** Hands records over: up to 2,000 of an object one by one, more in sets. */
export const transferOwnership = createSalesforceAction(declaration, {
  async preview({ input, context }) {
    const { resolver, reader, recordUrl } = context;
    const condition = conditionOf(context, input.where);
    const [from, to, objects] = await Promise.all([
      resolver.user({ path: 'from', reference: input.from }),
      resolver.user({ path: 'to', reference: input.to }),
      resolveObjects({ context, path: 'objects', names: input.objects }),
    ]);
    if (from.id === to.id) {
      resolver.refuse([
        {
          path: 'to',
          code: 'invalid_input',
          message: `${to.name} owns these records already`,
        },
      ]);
    }
    if (!to.isActive) {
      resolver.refuse([
        {
          path: 'to',
          code: 'invalid_input',
          message: `${to.name} is inactive, and nobody inactive can get records`,
        },
      ]);
    }
    await requireTransferable(context, objects);
    const owned = await Promise.all(
      objects.map(object =>
        readOwned({
          reader,
          object,
          ownerId: from.id,
          conditions: [
            alwaysCondition(object.name),
            input.openOnly ? openCondition(object.name) : undefined,
            condition,
          ],
        }),
      ),
    );
    await requireReaders({ context, path: 'to', transfers: [{ to, owned }] });
    const changes = owned.flatMap(records =>
      transferChanges({ owned: records, from, to, recordUrl }),
    );
    const counts = countsOf(owned);
    return {
      title: counts
        ? `Give ${counts} of ${from.name} to ${to.name}`
        : `Give nothing of ${from.name} to ${to.name}`,
      changes,
      leftOut:
        changes.length === 0
          ? [{ target: from.target, reason: 'Owns no such records' }]
          : [],
      targets: [from.target, to.target],
      warnings: [
        ...(objects.some(({ name }) => name === 'Account')
          ? [
              'Contacts and open opportunities of an account keep their owners unless they are named too',
            ]
          : []),
        ...(to.isFrozen
          ? [`${to.name} is frozen and cannot log in to work on them`]
          : []),
      ],
    };
  },
  undo: {
    kind: 'inverse',
    note: 'Undoing gives back what the new owner still has',
  },
  examples: [
    {
      words: 'Move all of Marco’s open opportunities to Ari',
      input: {
        from: 'marco@acme.com',
        to: 'ari@acme.com',
        objects: ['Opportunity'],
        openOnly: true,
      },
    },
    {
      words: 'Transfer the accounts of Marco Bianchi to Ann Lee',
      input: {
        from: 'marco@acme.com',
        to: 'ann.lee@acme.com',
        objects: ['Account'],
      },
    },
  ],
});

function conditionOf(
  context: ActionContext,
  text: string | undefined,
): SoqlCondition | undefined {
  if (text === undefined) return undefined;
  try {
    return userCondition(text);
  } catch (error) {
    return context.resolver.refuse([
      {
        path: 'where',
        code: 'invalid_query',
        message: error instanceof Error ? error.message : String(error),
      },
    ]);
  }
}

async function requireTransferable(
  context: ActionContext,
  objects: NamedObject[],
): Promise<void> {
  const descriptions = await Promise.all(
    objects.map(({ name }) => context.reader.describe(name)),
  );
  const errors = descriptions.flatMap((description, position) =>
    isTransferable(description)
      ? []
      : [
          {
            path: `objects.${position}`,
            code: 'invalid_input' as const,
            message: `Nobody can be made the owner of ${objects[position].label} records: they belong to what they are a part of, or to all`,
          },
        ],
  );
  if (errors.length > 0) context.resolver.refuse(errors);
}
