import type {
  SalesforceWriter,
  WriteResult,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { invokeSalesforce } from './invokeSalesforce';
import { recordIdOf, valuesOf, type PlannedWork } from './PlannedWork';

/** Makes the one call of a batch. Results stand in the order of the work. */
export async function callSalesforce(options: {
  writer: SalesforceWriter;
  batch: PlannedWork[];
  all: PlannedWork[];
}): Promise<WriteResult[]> {
  const { writer, batch, all } = options;
  const { object, operation } = batch[0].change;
  switch (operation) {
    case 'create':
      return writer.create({
        object,
        records: batch.map(work => withoutEmpty(valuesOf(work, all))),
      });
    case 'update':
      return writer.update({
        object,
        records: batch.map(work => ({
          ...valuesOf(work, all),
          Id: idOf(work, all),
        })),
      });
    case 'delete':
      return writer.delete({
        object,
        ids: batch.map(work => idOf(work, all)),
      });
    case 'invoke':
      return [
        await invokeSalesforce({
          writer,
          work: batch[0],
          recordId: idOf(batch[0], all),
        }),
      ];
    default:
      throw new Error(`There is no operation '${operation}'`);
  }
}

// A field that is to stay empty need not be writable for the integration user.
function withoutEmpty(
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null),
  );
}

function idOf(work: PlannedWork, all: PlannedWork[]): string {
  const id = recordIdOf(work, all);
  if (id === null) {
    throw new Error(`Change ${work.position} has no record to act on`);
  }
  return id;
}
