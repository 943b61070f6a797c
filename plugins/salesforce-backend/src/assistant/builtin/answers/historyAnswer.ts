import { DateTime } from 'luxon';
import type { AuditEntry } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Answerer } from './answerQuestion';
import { blocksPart, textPart } from './blocks';

const since =
  /\b(?:in|over|within|during|for)?\s*(?:the )?(?:last|past) (\d{1,3}|two|three|six)?\s*(day|week|month|quarter|year)s?\b/;

/** "What changed for Ari in the last 30 days, and who approved it?" */
export const historyAnswer: Answerer = async ({
  plain,
  reading,
  input,
  memory,
}) => {
  const asks =
    /\bwhat (?:has |was |were |did |all |have )*(?:changed?|happened|done|been (?:done|changed))\b|\bwhat .*\bchanges?\b|\b(?:history|audit|change log|changelog)\b|\bwho (?:has )?(?:approved|changed|froze|reset|deactivated|gave|assigned|requested|asked|did|made|reviewed|created|removed|granted)\b|\bchanges (?:for|to|of|made)\b|\bwhen was\b.*\b(?:frozen|changed|deactivated|reset|assigned|created)\b/.test(
      plain,
    );
  if (!asks) return undefined;
  const { context } = input;
  const people = reading.people({ optional: true });
  const range = since.exec(plain);
  const said = range?.[1] ?? '1';
  const amount = range && ({ two: 2, three: 3, six: 6 }[said] ?? Number(said));
  const from = DateTime.fromJSDate(context.now)
    .minus(range && amount ? { [`${range[2]}s`]: amount } : { days: 90 })
    .toUTC()
    .toISO();
  const isFollowUp =
    people.length === 0 ||
    (/\bit\b|\bthat\b/.test(plain) && reading.mentions.length === 0);
  const target =
    people[0] && !isFollowUp
      ? { reference: people[0].reference, label: people[0].label }
      : undefined;
  const remembered = memory.history;
  if (!target && !remembered) {
    if (context.page?.kind === 'request') {
      const { items } = await context.timeline(context.page.requestId);
      return [entriesPart(items, 'this request', 'ever')];
    }
    if (people.length === 0)
      return [textPart('Of whom or what? Give a name or an e-mail address.')];
  }
  const subject = target
    ? {
        target: await subjectOf(target.reference, input.context),
        label: target.label,
        from: from ?? '',
      }
    : remembered ?? {
        target: people[0].reference,
        label: people[0].label,
        from: from ?? '',
      };
  memory.history = subject;
  if (people[0]) memory.people = people;
  if (context.may.readAudit) {
    const { items } = await context.audit({
      target: subject.target,
      from: subject.from,
      limit: 100,
    });
    return [entriesPart(items, subject.label, subject.from.slice(0, 10))];
  }
  const { items } = await context.requests({
    view: 'all',
    target: subject.target,
    limit: 20,
  });
  const recent = items.filter(({ createdAt }) => createdAt >= subject.from);
  if (recent.length === 0) {
    return [
      textPart(
        `Salesdesk has changed nothing for ${
          subject.label
        } since ${subject.from.slice(0, 10)}, as far as you may see.`,
      ),
    ];
  }
  const details = await Promise.all(
    recent.slice(0, 10).map(({ id }) => context.request(id)),
  );
  const lines = details.map(request => {
    const approvers = (request.decision?.stages ?? []).flatMap(({ reviews }) =>
      reviews
        .filter(({ decision }) => decision === 'approve')
        .map(({ reviewer }) => reviewer.displayName),
    );
    return `#${request.number} ${request.title} (${request.state.replace(
      /_/g,
      ' ',
    )}), asked by ${request.requester.displayName}${
      approvers.length > 0
        ? `, approved by ${[...new Set(approvers)].join(' and ')}`
        : ', no approval was needed or given'
    }.`;
  });
  return [
    blocksPart(
      { kind: 'text', text: lines.join('\n') },
      { kind: 'requests', items: recent },
    ),
  ];
};

async function subjectOf(
  reference: string,
  context: Parameters<Answerer>[0]['input']['context'],
): Promise<string> {
  if (reference === 'me')
    return (await context.ownUser())?.id ?? context.person.ref;
  if (reference.startsWith('user:')) return reference;
  const [match] = context.names.find({
    words: reference,
    kinds: ['user'],
    quality: 'exact',
    limit: 1,
  });
  return match?.thing.id ?? reference;
}

function entriesPart(items: AuditEntry[], label: string, from: string) {
  if (items.length === 0)
    return textPart(`Nothing is recorded about ${label} since ${from}.`);
  const nameOf = (entry: AuditEntry) =>
    entry.actorPerson?.displayName ?? entry.actor;
  const approvals = items.filter(({ type }) =>
    /^review\.approved|^review\.approve/.test(type),
  );
  const approvers = [...new Set(approvals.map(nameOf))];
  return blocksPart(
    {
      kind: 'text',
      text: `${items.length} entries about ${label}. ${
        approvers.length > 0
          ? `Approved by ${approvers.join(' and ')}.`
          : 'No approval is among them.'
      }`,
    },
    {
      kind: 'table',
      title: `What changed for ${label}`,
      columns: [
        { name: 'at', label: 'When', type: 'datetime' },
        { name: 'what', label: 'What', type: 'string' },
        { name: 'who', label: 'Who', type: 'string' },
        { name: 'type', label: 'Kind', type: 'string' },
      ],
      rows: items.map(entry => ({
        at: entry.at,
        what: entry.summary,
        who: nameOf(entry),
        type: entry.type,
      })),
      total: items.length,
    },
  );
}
