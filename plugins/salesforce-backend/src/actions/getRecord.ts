import {
  generateRecordUrl as urlDeclaration,
  getRecord as declaration,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { createSalesforceReadAction } from '@salesdesk/backstage-plugin-salesforce-node';
import { readRecord } from '../data/readRecord';
import { findField } from './findObject';
import { findRecord } from './findRecord';

/** One record of any object as a card, with its link. */
export const getRecord = createSalesforceReadAction(declaration, {
  async run({ input, context }) {
    const { object, id } = await findRecord({ context, ...input });
    const shown = await readRecord({
      reader: context.reader,
      object: object.name,
      recordId: id,
      recordUrl: context.recordUrl,
    });
    const wanted =
      input.fields &&
      new Set(
        input.fields.map((text, position) => {
          const found = findField(object, text);
          if (found.field) return found.field.name;
          return context.resolver.refuse([
            {
              path: `fields.${position}`,
              code: 'unknown_name',
              message: `${object.label} has no field '${text}' that you may see`,
              candidates: found.candidates.map(({ name, label }) => ({
                value: name,
                label,
              })),
            },
          ]);
        }),
      );
    const fields = shown.fields.filter(
      ({ name, value }) =>
        (wanted ? wanted.has(name) : value !== null) && name !== 'Id',
    );
    const links = Object.fromEntries(
      shown.fields.flatMap(
        ({ value, url }): Array<[string, string]> =>
          url ? [[String(value), url]] : [],
      ),
    );
    return {
      kind: 'record',
      title: shown.title,
      columns: fields.map(({ name, label, type, shown: text }) => ({
        name,
        label: text === undefined ? label : label.replace(/ ID$/, ''),
        type: text === undefined ? type : 'string',
      })),
      record: {
        Id: shown.id,
        ...Object.fromEntries(
          fields.map(field => [field.name, field.shown ?? field.value]),
        ),
      },
      links: { ...links, [shown.id]: shown.url },
    };
  },
  examples: [
    {
      words: 'Get the account Acme Industries',
      input: { object: 'Account', record: 'Acme Industries' },
    },
    {
      words: 'Open Opportunity 006000000000001AAA',
      input: { object: 'Opportunity', record: '006000000000001AAA' },
    },
  ],
});

/** The link to a record's page. */
export const generateRecordUrl = createSalesforceReadAction(urlDeclaration, {
  async run({ input, context }) {
    const { object, id, label } = await findRecord({ context, ...input });
    const url = context.recordUrl(object.name, id);
    return {
      kind: 'text',
      title: label,
      text: url,
      links: { [id]: url },
    };
  },
  examples: [
    {
      words: 'Give me a link to the account Acme Industries',
      input: { object: 'Account', record: 'Acme Industries' },
    },
    {
      words: 'Share the record URL of 006000000000001AAA',
      input: { record: '006000000000001AAA' },
    },
  ],
});
