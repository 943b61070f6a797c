import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Answerer } from './answerQuestion';
import { blocksPart, textPart } from './blocks';

const open = [
  'submitted',
  'awaiting_approval',
  'approved',
  'scheduled',
  'running',
  'needs_admin',
  'stale',
];

/** "Where is my request?", "What waits for my approval?" */
export const requestsAnswer: Answerer = async ({ plain, input }) => {
  if (
    !/\brequests?\b|\bwaiting for (?:me|my)\b|\bmy approvals?\b|\bneed(?:s)? my (?:approval|review)\b/.test(
      plain,
    )
  )
    return undefined;
  if (/\bwho approved\b|\bwhat changed\b/.test(plain)) return undefined;
  const { context } = input;
  const toReview =
    /\b(?:waiting for (?:me|my)|(?:my|to) (?:approve|approvals?|review)|need(?:s)? my|can i (?:approve|review))\b/.test(
      plain,
    );
  const number =
    /\brequest\s+#?(\d+)\b/.exec(plain)?.[1] ?? /#(\d+)/.exec(input.text)?.[1];
  const others = number ? 'all' : 'mine';
  const { items } = await context.requests({
    view: toReview ? 'to_review' : others,
    limit: 50,
  });
  const page =
    context.page?.kind === 'request' ? context.page.requestId : undefined;
  const numbered = items.filter(
    item => !number || String(item.number) === number,
  );
  const unfinished = numbered.filter(({ state }) => open.includes(state));
  const wantsAll = toReview || number || /\ball\b/.test(plain);
  const listed = wantsAll || unfinished.length === 0 ? numbered : unfinished;
  const shown = page
    ? numbered.filter(({ id }) => id === page)
    : listed.slice(0, 10);
  if (shown.length === 0) {
    if (toReview) return [textPart('Nothing waits for your review.')];
    return [
      textPart(
        number
          ? `There is no request ${number} that you may see.`
          : 'You have made no request yet.',
      ),
    ];
  }
  const details = await Promise.all(
    shown.slice(0, 3).map(({ id }) => context.request(id)),
  );
  const lines = [
    ...(unfinished.length === 0 && !toReview && !number
      ? ['None of your requests is open. The last ones:']
      : []),
    ...details.map(sentenceOf),
  ];
  return [
    blocksPart(
      { kind: 'text', text: lines.join('\n') },
      { kind: 'requests', items: shown },
    ),
  ];
};

function sentenceOf(request: RequestDetail): string {
  const state = request.state.replace(/_/g, ' ');
  const stage = request.decision?.stages.find(each => each.state === 'open');
  const people = [
    ...new Set(
      stage?.requirements.flatMap(({ canReview }) =>
        canReview.map(({ displayName }) => displayName),
      ) ?? [],
    ),
  ];
  const waiting = stage
    ? ` It waits in stage “${stage.name}”${
        people.length > 0 ? ` for ${people.join(' or ')}` : ''
      }.`
    : '';
  return `#${request.number} ${request.title}: ${state}.${waiting}`;
}
