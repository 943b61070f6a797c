import type { ActionAnswer } from '@salesdesk/backstage-plugin-salesforce-common';
import type { AnswerBlock } from '@salesdesk/backstage-plugin-salesforce-node';

type RecordFields = Extract<AnswerBlock, { kind: 'record' }>['fields'];
type FieldValue = RecordFields[number]['value'];

/** What a read answered, as the person sees it. It does not pass the model. */
export function answerBlocks(options: {
  answer: ActionAnswer;
  title: string;
  more?: { action: string; input: Record<string, unknown> };
}): AnswerBlock[] {
  const { answer, title, more } = options;
  const shared = {
    title: answer.title ?? title,
    ...(answer.query ? { query: answer.query } : {}),
    ...(answer.notes ? { notes: answer.notes } : {}),
  };
  if (answer.kind === 'text') {
    return [{ kind: 'text', text: answer.text ?? '' }];
  }
  if (answer.kind === 'record' && answer.record) {
    return [{ kind: 'record', ...shared, fields: fieldsOf(answer) }];
  }
  return [
    {
      kind: 'table',
      ...shared,
      columns: answer.columns ?? [],
      rows: answer.rows ?? [],
      ...(answer.total === undefined ? {} : { total: answer.total }),
      ...(answer.links ? { links: answer.links } : {}),
      ...(answer.linkTemplate ? { linkTemplate: answer.linkTemplate } : {}),
      ...(answer.restrictedTo ? { restrictedTo: answer.restrictedTo } : {}),
      ...(answer.nextCursor && more
        ? { more: { ...more, cursor: answer.nextCursor } }
        : {}),
    },
  ];
}

function fieldsOf(answer: ActionAnswer): RecordFields {
  const labels = new Map(
    (answer.columns ?? []).map(({ name, label, type }) => [
      name,
      { label, type },
    ]),
  );
  return Object.entries(answer.record ?? {}).map(([name, value]) => ({
    name,
    label: labels.get(name)?.label ?? name,
    ...(labels.get(name)?.type ? { type: labels.get(name)?.type } : {}),
    value: valueOf(value),
  }));
}

function valueOf(value: unknown): FieldValue {
  return value === null ||
    typeof value === 'string' ||
    typeof value === 'number' ||
    typeof value === 'boolean'
    ? value
    : JSON.stringify(value);
}
