import type { InterpreterContext } from '@salesdesk/backstage-plugin-salesforce-node';
import type { Proposal } from './Proposal';
import { Refused, Unclear, type Reading } from './Reading';

const about: Array<{ words: RegExp; actions: RegExp }> = [
  { words: /\bprofile\b/, actions: /change_profile/ },
  { words: /\bfreeze|frozen|freezing\b/, actions: /freeze_user/ },
  { words: /\brole\b/, actions: /_role$/ },
  { words: /\bpermission set group\b/, actions: /permission_set_group/ },
  { words: /\bpermission\b/, actions: /permission_set/ },
  { words: /\bdeactivat/, actions: /deactivate|offboard/ },
  { words: /\bgroup\b/, actions: /group_member/ },
  { words: /\blicen[cs]e\b/, actions: /license/ },
  { words: /\btransfer|ownership\b/, actions: /transfer/ },
  { words: /\btitle|phone|department|time ?zone\b/, actions: /update_user/ },
];

/** Finds the request that is to be undone; its undo is a request of its own. */
export async function undoCommand(
  reading: Reading,
  context: InterpreterContext,
): Promise<Proposal | undefined> {
  reading.takeAny(
    'undo',
    'revert',
    'roll back',
    'rollback',
    'reverse',
    'change',
    'changes',
    'last',
    'request',
    'the',
    'profile',
    'freeze',
    'role',
    'permission',
    'set',
    'group',
    'deactivation',
    'license',
    'licence',
    'transfer',
    'ownership',
    'title',
    'phone',
    'department',
    'number',
    'time',
    'zone',
    'latest',
    'recent',
    'most recent',
    'previous',
    'update',
    'assignment',
  );
  reading.takeReason();
  const number =
    /\brequest\s+#?(\d+)\b/i.exec(reading.text)?.[1] ??
    /#(\d+)\b/.exec(reading.text)?.[1];
  if (number) reading.takeAny(number);
  const people =
    reading.named('user', 'person').length > 0
      ? reading.people({ optional: true })
      : [];
  reading.takeAny('my');
  const topic = about.find(({ words }) => words.test(reading.plain));
  const target = people[0]
    ? await recordIdOf(people[0].reference, context)
    : undefined;
  const { items } = await context.requests({
    view: people[0] || number ? 'all' : 'mine',
    states: ['succeeded', 'partly_failed'],
    ...(target ? { target } : {}),
    limit: 100,
  });
  const fitting = items.filter(
    item =>
      (!topic || topic.actions.test(item.action)) &&
      (!number || String(item.number) === number) &&
      item.allowedActions.includes('undo'),
  );
  if (fitting.length === 0) {
    throw new Refused(
      items.length > 0
        ? 'What was done there cannot be undone (any more).'
        : `There is no finished request${
            people[0] ? ` about ${people[0].label}` : ''
          } that could be undone.`,
    );
  }
  if (fitting.length > 1 && !topic && !number && !people[0]) {
    throw new Unclear(
      `Which one? The last ones are: ${fitting
        .slice(0, 5)
        .map(item => `#${item.number} ${item.title}`)
        .join('; ')}.`,
      undefined,
      [],
      'request #{}',
    );
  }
  const [latest] = fitting;
  return {
    people,
    drafts: [{ action: latest.action, input: {}, undoOf: latest.id }],
  };
}

async function recordIdOf(
  reference: string,
  context: InterpreterContext,
): Promise<string | undefined> {
  if (reference === 'me') return (await context.ownUser())?.id;
  if (reference.startsWith('user:')) return reference;
  const [match] = context.names.find({
    words: reference,
    kinds: ['user'],
    quality: 'exact',
    limit: 1,
  });
  return match?.thing.id ?? reference;
}
