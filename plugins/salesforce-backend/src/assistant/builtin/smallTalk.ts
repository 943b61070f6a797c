import type {
  InterpretedPart,
  InterpreterContext,
} from '@salesdesk/backstage-plugin-salesforce-node';
import { insteadOf } from '../DraftChecks';

const text = (words: string): InterpretedPart[] => [
  { kind: 'answer', blocks: [{ kind: 'text', text: words }] },
];

/** Greetings, thanks, "help", "never mind", and orders to break rules. */
export function smallTalk(
  said: string,
  context: InterpreterContext,
): InterpretedPart[] | undefined {
  const plain = said
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  if (
    /^(?:hi|hello|hey|good (?:morning|afternoon|evening)|howdy|yo)(?: there| everyone| salesdesk)?$/.test(
      plain,
    )
  ) {
    return text(
      `Hello ${context.person.displayName}. What can I do for you in ${context.org.title}?`,
    );
  }
  if (
    /^(?:thanks?|thank you|thx|cheers|great|perfect|awesome|nice|cool|ok|okay|got it)(?: (?:a lot|very much|so much|you|that's all|thanks))*$/.test(
      plain,
    )
  ) {
    return text('You are welcome.');
  }
  if (
    /^(?:never ?mind|forget it|forget that|cancel(?: that| it)?|stop|no|nope|no thanks|drop it|ignore that)$/.test(
      plain,
    )
  ) {
    return text('Nothing was submitted, and nothing will be.');
  }
  if (
    /^(?:help|help me|what can (?:you|i) do(?: here)?|what can i ask(?: you)?|how does this work|what do you do|examples?|commands|options)$/.test(
      plain,
    )
  ) {
    return text(
      [
        'You can ask for changes in Salesforce, and about what is there. For example:',
        ...insteadOf(context).map(each => `• ${each}`),
        '• What permission sets am I assigned?',
        '• Where is my request?',
      ].join('\n'),
    );
  }
  if (
    /\b(?:ignore|disregard|bypass|override|forget)\b.*\b(?:rules?|instructions?|polic(?:y|ies)|permissions?|approvals?|restrictions?|safeguards?|prompt)\b/.test(
      plain,
    ) ||
    /\bwithout (?:any )?approval\b/.test(plain) ||
    /\bskip (?:the )?approval\b/.test(plain)
  ) {
    return [
      {
        kind: 'refusal',
        reason:
          'I cannot do that: permissions and policies decide what runs, and people approve. Nothing was done.',
        instead: [],
      },
    ];
  }
  if (
    /^(?:please |can you |could you |i want you to |now )*(?:approve|reject|decline|authori[sz]e|sign off)\b/.test(
      plain,
    )
  ) {
    return [
      {
        kind: 'refusal',
        reason:
          'I cannot approve or reject anything. Reviewers decide on the page of the request or in their inbox.',
        instead: ['What is waiting for my approval?'],
      },
    ];
  }
  return undefined;
}
