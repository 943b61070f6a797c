import {
  soql,
  type ActionContext,
  type SalesforceRecord,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { NamingProblems } from '../inventory/NamingProblems';
import { closest } from '../inventory/closest';

/** An object as Salesforce names it. */
export interface NamedObject {
  name: string;
  label: string;
  plural: string;
}

interface EntityRow extends SalesforceRecord {
  QualifiedApiName: string;
  Label: string;
  PluralLabel: string;
}

/**
 * The objects that names mean: API name, label or plural, without regard to
 * case. A label that several objects share is an error that lists them.
 */
export async function resolveObjects(options: {
  context: ActionContext;
  path: string;
  names: string[];
}): Promise<NamedObject[]> {
  const { context, path } = options;
  const names = options.names.map(name => name.trim());
  const rows = await context.reader.queryAll<EntityRow>(
    soql.select({
      from: 'EntityDefinition',
      fields: ['QualifiedApiName', 'Label', 'PluralLabel'],
      where: soql.eq('IsCustomizable', true),
    }),
  );
  const problems = new NamingProblems();
  const found = new Map<string, NamedObject>();
  names.forEach((reference, position) => {
    const at = `${path}.${position}`;
    const same = (text: string) =>
      text.toLowerCase() === reference.toLowerCase();
    const exact = rows.filter(row => same(row.QualifiedApiName));
    const meant =
      exact.length > 0
        ? exact
        : rows.filter(row => same(row.Label) || same(row.PluralLabel));
    if (meant.length === 1) {
      const [{ QualifiedApiName: name, Label, PluralLabel }] = meant;
      found.set(name, { name, label: Label, plural: PluralLabel });
      return;
    }
    const problem = { path: at, what: 'object', reference };
    const candidates = (
      meant.length > 1
        ? meant
        : closest({
            words: reference,
            items: rows,
            nameOf: row => `${row.Label} ${row.QualifiedApiName}`,
          })
    ).map(row => ({ value: row.QualifiedApiName, label: row.Label }));
    if (meant.length > 1) problems.ambiguous({ ...problem, candidates });
    else problems.unknown({ ...problem, candidates });
  });
  problems.throwIfAny();
  return [...found.values()];
}
