import type { ActionAnswer } from '@salesdesk/backstage-plugin-salesforce-common';
import type {
  InterpretableAction,
  InterpreterContext,
  InterpreterInput,
} from '@salesdesk/backstage-plugin-salesforce-node';

const picker = (name: string) => ({ type: 'string', 'x-picker': name });

const action = (
  id: string,
  kind: 'read' | 'write',
  properties: Record<string, unknown>,
  words: string,
): InterpretableAction => ({
  id,
  title: id.replaceAll('_', ' '),
  description: words,
  family: 'users',
  kind,
  risk: 'medium',
  inputSchema: { type: 'object', properties },
  attributes: {
    readOnly: kind === 'read',
    destructive: false,
    idempotent: true,
  },
  undoable: 'yes',
  permitted: 'depends',
  policySentence: '',
  selfService: 'allowed',
  reasonRequired: false,
  examples: [{ words, input: {} }],
});

export const freeze = action(
  'salesforce_freeze_user',
  'write',
  {
    users: { type: 'array', items: picker('salesforce-user') },
    until: { type: 'string' },
  },
  'Freeze Marco while he is on leave',
);

export const assign = action(
  'salesforce_assign_permission_set',
  'write',
  {
    users: { type: 'array', items: picker('salesforce-user') },
    permissionSet: picker('permission-set'),
  },
  'Give Erin the permission set Knowledge Editor',
);

export const runSoql = action(
  'salesforce_run_soql',
  'read',
  { query: { type: 'string' } },
  'Show accounts, opportunities and other records',
);

/** An input whose reads answer rows that hold `values`. */
export function fakeInput(options: {
  text: string;
  values?: string[];
  page?: InterpreterContext['page'];
  earlier?: InterpreterInput['conversation'];
}): InterpreterInput & { reads: Array<Record<string, unknown>> } {
  const reads: Array<Record<string, unknown>> = [];
  const answer: ActionAnswer = {
    kind: 'table',
    columns: [{ name: 'Name', label: 'Name', type: 'string' }],
    rows: (options.values ?? []).map(Name => ({ Name })),
    total: options.values?.length ?? 0,
  };
  const unused = () => {
    throw new Error('The model interpreter has no need of this');
  };
  const context: InterpreterContext = {
    now: new Date('2026-11-23T09:00:00Z'),
    timeZone: 'UTC',
    person: { ref: 'user:default/erin.walsh', displayName: 'Erin Walsh' },
    org: { id: 'acme', title: 'Acme', instanceUrl: 'https://acme.example' },
    actions: [freeze, assign, runSoql],
    names: { find: () => [] },
    may: { readEverything: true, lookThrough: true, readAudit: false },
    ...(options.page ? { page: options.page } : {}),
    ownUser: async () => undefined,
    usersOfPerson: unused,
    objects: async () => [],
    describe: async object => ({
      name: object,
      label: object,
      keyPrefix: null,
      custom: false,
      fields: [],
      childRelationships: [],
    }),
    recordUrl: (object, id) => `https://acme.example/${object}/${id}`,
    read: async read => {
      reads.push(read);
      return answer;
    },
    preview: unused,
    requests: unused,
    request: unused,
    timeline: unused,
    audit: unused,
  };
  return {
    text: options.text,
    conversation: options.earlier ?? [],
    context,
    signal: new AbortController().signal,
    progress: () => {},
    reads,
  };
}
