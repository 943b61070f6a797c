import { valueAtPath } from '../../../data/valueAtPath';
import { fieldsIn } from '../../dataQuestions/fieldWords';
import { Unclear } from '../Reading';
import { objectsOf, recordSpokenOf } from '../records/spokenRecord';
import type { Answerer, Question } from './answerQuestion';
import { blocksPart, isPart, query, reading, tableOf } from './blocks';

/** Fields that people expect of a record, whatever it is. */
const usual = new Set([
  'Name',
  'Subject',
  'StageName',
  'Amount',
  'CloseDate',
  'Status',
  'Priority',
  'OwnerId',
  'AccountId',
  'ContactId',
  'Email',
  'Phone',
  'Title',
  'Company',
  'Type',
  'Industry',
  'LeadSource',
  'Probability',
  'Description',
  'CreatedDate',
  'LastModifiedDate',
  'ActivityDate',
  'StartDateTime',
  'EndDateTime',
  'CaseNumber',
  'Rating',
  'MobilePhone',
  'Username',
  'IsActive',
  'LastLoginDate',
  'ProfileId',
  'UserRoleId',
]);

/** "What is the billing address of Acme Industries?": what has such a field. */
const ofCompany =
  /\b(?:of|for|at)\s+(?:the\s+)?(?<name>\p{Lu}[\p{L}\p{N}&.'-]*(?:\s+[\p{Lu}\p{N}&][\p{L}\p{N}&.'-]*)*)\s*\??\s*$/u;

const companyWords =
  /\b(?:billing|shipping|annual revenue|arr|industry|website|phone|employees|address|headquarters)\b/i;

function withObject(text: string): string {
  const name = ofCompany.exec(text)?.groups?.name;
  return name && companyWords.test(text) && !/\baccounts?\b/i.test(text)
    ? text.replace(ofCompany, `of the account ${name}`)
    : text;
}

async function recordOf(question: Question) {
  const { input, memory } = question;
  const text = withObject(question.text);
  const objects = await objectsOf(input.context);
  const record = await recordSpokenOf(text, memory, input.context, objects);
  return record === 'none' ? undefined : record;
}

/** "Give me a link to this opportunity", "Open Opportunity <id>". */
export const linkAnswer: Answerer = async question => {
  const { plain, input, memory } = question;
  if (
    !/\b(?:link|url|permalink)\b|^(?:please |can you |could you )*open\b|\bin salesforce\b/.test(
      plain,
    )
  )
    return undefined;
  if (
    /\breset\b|\bpassword\b|\bopen (?:opportunities|cases|leads|tasks|deals)\b/.test(
      plain,
    )
  )
    return undefined;
  const record = await recordOf(question);
  if (!record) {
    if (/\blink|url\b/.test(plain))
      throw new Unclear(
        'A link to which record? Open its page, or give its name or id.',
      );
    return undefined;
  }
  memory.record = { object: record.object, id: record.id, label: record.label };
  return [
    blocksPart({
      kind: 'links',
      links: [
        {
          label: record.label,
          url: input.context.recordUrl(record.object, record.id),
        },
      ],
    }),
  ];
};

/** "Find the Acme Industries account with owner and assets", "Get Account <id>". */
export const recordAnswer: Answerer = async question => {
  const { input, memory } = question;
  const { context } = input;
  const text = withObject(question.text);
  const plain = text === question.text ? question.plain : text.toLowerCase();
  const byId = /\b(?=[A-Za-z0-9]*\d)[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?\b/.exec(
    text,
  );
  const singular =
    /\b(?:the|this|that|get|find|show|open)\b.*\b(?:account|opportunity|contact|lead|case|task|event|asset|record)\b/.test(
      plain,
    );
  if (!byId && !singular) return undefined;
  if (
    /\b(?:how many|top|list|all (?:the )?(?:accounts|opportunities)|accounts|opportunities|leads|contacts|cases)\b/.test(
      plain.replace(/\ball (?:associated |related )?assets\b/, ''),
    ) &&
    !byId
  )
    return undefined;
  const record = await recordOf(question);
  if (!record) return undefined;
  memory.record = { object: record.object, id: record.id, label: record.label };
  if (record.object === 'Account') {
    const answer = await reading(context, 'salesforce_read_account', {
      account: record.id,
    });
    if (isPart(answer)) return [answer];
    return [accountPart(record, answer, context)];
  }
  const { description } = record;
  const wanted = fieldsIn(text, description).map(({ field }) => field.name);
  const names = description.fields
    .filter(({ type }) => !['address', 'location', 'base64'].includes(type))
    .filter(
      ({ name, custom }) => custom || wanted.includes(name) || usual.has(name),
    )
    .map(field =>
      field.type === 'reference' &&
      field.relationshipName &&
      field.referenceTo.length === 1 &&
      field.name !== 'RecordTypeId'
        ? `${field.relationshipName}.Name`
        : field.name,
    );
  const answer = await query(
    context,
    `SELECT ${[...new Set(['Id', ...names])].join(', ')} FROM ${
      record.object
    } WHERE Id = '${record.id}'`,
  );
  if (isPart(answer)) return [answer];
  if ((answer.rows ?? []).length === 0)
    return [
      { kind: 'refusal', reason: 'There is no such record that you may see.' },
    ];
  return [
    blocksPart(
      recordBlock({
        object: record.object,
        id: record.id,
        row: answer.rows?.[0] ?? {},
        columns: answer.columns ?? [],
        url: context.recordUrl(record.object, record.id),
        query: answer.query,
      }),
    ),
  ];
};

function shown(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
  )
    return value;
  return Object.values(value)
    .filter(each => typeof each === 'string' || typeof each === 'number')
    .join(', ');
}

function recordBlock(options: {
  object: string;
  id: string;
  row: Record<string, unknown>;
  columns: Array<{ name: string; label: string; type: string }>;
  url: string;
  query?: string;
}) {
  const { object, id, row, columns, url } = options;
  return {
    kind: 'record' as const,
    title: String(row.Name ?? row.Subject ?? row.CaseNumber ?? object),
    object,
    id,
    url,
    fields: columns
      .filter(({ type, name }) => type !== 'records' && name !== 'Id')
      .map(({ name, label, type }) => ({
        name,
        label,
        type,
        value: shown(valueAtPath(row, name)),
      })),
    ...(options.query ? { query: options.query } : {}),
  };
}

function accountPart(
  record: { object: string; id: string; label: string },
  answer: Exclude<
    Awaited<ReturnType<typeof reading>>,
    { kind: 'refusal' | 'answer' | 'drafts' | 'question' }
  >,
  context: Question['input']['context'],
) {
  const row = answer.record ?? answer.rows?.[0] ?? {};
  const columns =
    answer.columns ??
    Object.keys(row).map(name => ({ name, label: name, type: 'string' }));
  const block = recordBlock({
    object: 'Account',
    id: record.id,
    row,
    columns,
    url: context.recordUrl('Account', record.id),
    query: answer.query,
  });
  const assets = answer.record ? answer.rows : valueAtPath(row, 'Assets');
  const below = Array.isArray(assets)
    ? assets
    : valueAtPath({ assets }, 'assets.records');
  const list: Array<Record<string, unknown>> = Array.isArray(below)
    ? below
    : [];
  return blocksPart({
    ...block,
    ...(answer.notes ? { notes: answer.notes } : {}),
    ...(list.length > 0
      ? {
          children: [
            {
              kind: 'table' as const,
              title: 'Assets',
              rows: list,
              total: list.length,
              columns: [
                { name: 'Name', label: 'Asset', type: 'string' },
                {
                  name: 'SerialNumber',
                  label: 'Serial number',
                  type: 'string',
                },
                { name: 'Status', label: 'Status', type: 'string' },
                { name: 'Quantity', label: 'Quantity', type: 'double' },
              ],
            },
          ],
        }
      : {}),
  });
}

export { tableOf };
