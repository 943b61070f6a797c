import {
  soql,
  type ActionContext,
  type SoqlCondition,
} from '@salesdesk/backstage-plugin-salesforce-node';

/** Refuses to create what has the API name of something that is there. */
export async function requireFreeName(options: {
  context: ActionContext;
  object: string;
  /** The field of the API name. */
  field: string;
  name: string;
  where?: SoqlCondition;
  /** What people call it: "role". */
  what: string;
  path: string;
}): Promise<void> {
  const { context, object, field, name, where, what, path } = options;
  const isSame = soql.eq(field, name);
  const { records } = await context.reader.query(
    soql.select({
      from: object,
      fields: ['Id'],
      where: where ? soql.and(isSame, where) : isSame,
      limit: 1,
    }),
  );
  if (records.length === 0) return;
  context.resolver.refuse([
    {
      path,
      code: 'invalid_input',
      message: `There is a ${what} with the API name ${name} already`,
    },
  ]);
}
