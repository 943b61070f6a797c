import type {
  Policy,
  ReviewerSource,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { durationInWords } from '../domain/duration';

/** What people call a group or a person. */
export type NameOf = (entityRef: string) => string;

/**
 * A name for an entity ref of which nothing more is known:
 * "group:default/revops-approvers" reads as "Revops approvers".
 */
export function nameFromRef(entityRef: string): string {
  const name = entityRef.slice(entityRef.indexOf('/') + 1);
  const words = name.replace(/[-_.]+/g, ' ').trim();
  return words.charAt(0).toLocaleUpperCase('en-US') + words.slice(1);
}

/** What one source of reviewers is called. */
export function sourceInWords(source: ReviewerSource, nameOf: NameOf): string {
  switch (source.kind) {
    case 'permission':
      return 'the people whose role allows it';
    case 'manager':
      return "the requester's manager";
    case 'org_owner':
      return 'the owners of the org';
    default:
      return nameOf(source.ref ?? '');
  }
}

/** E.g. "1 of RevOps approvers or the owners of the org". */
export function requirementSentence(
  requirement: { count: number; from: readonly ReviewerSource[] },
  nameOf: NameOf,
): string {
  const { count, from } = requirement;
  const [only] = from;
  if (from.length === 1 && count === 1) {
    if (only.kind === 'manager') return "the requester's manager";
    if (only.kind === 'user') return nameOf(only.ref ?? '');
  }
  return `${count} of ${listInWords(
    from.map(source => sourceInWords(source, nameOf)),
    'or',
  )}`;
}

/** "a", "a and b", "a, b and c". */
export function listInWords(
  items: readonly string[],
  conjunction: 'and' | 'or',
): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${conjunction} ${
    items[items.length - 1]
  }`;
}

/** The stages in one phrase, e.g. "1 of RevOps approvers, then the requester's manager". */
function stagesInWords(policy: Policy, nameOf: NameOf): string {
  if (policy.stages.length === 0) return 'one person whose role allows it';
  return policy.stages
    .map(stage =>
      listInWords(
        stage.requirements.map(requirement =>
          requirementSentence(requirement, nameOf),
        ),
        'and',
      ),
    )
    .join(', then ');
}

/** What a policy says, in plain sentences. */
export function policySentence(policy: Policy, nameOf: NameOf): string {
  if (!policy.enabled) return 'Switched off: nobody can ask for it.';
  const who =
    policy.audience.length > 0
      ? `${listInWords(policy.audience.map(nameOf), 'and')} may ask`
      : 'Everyone whose role allows it may ask';
  const self = {
    allowed: '',
    only: ', for themselves only',
    off: ', but not for themselves',
  }[policy.selfService];
  const sentences = [
    `${who}${self}.`,
    `Unless a role runs it without approval, it needs ${stagesInWords(
      policy,
      nameOf,
    )}, within ${durationInWords(policy.expiresAfter)}.`,
  ];
  if (policy.stages.length > 1) {
    sentences.push(
      policy.distinctReviewers
        ? 'Each stage needs other people.'
        : 'The same people may approve in several stages.',
    );
  }
  if (policy.remindAfter !== undefined) {
    sentences.push(
      `Reviewers are reminded every ${durationInWords(policy.remindAfter)}.`,
    );
  }
  if (policy.escalation !== undefined) {
    sentences.push(
      `What nobody decided within ${durationInWords(
        policy.escalation.after,
      )} goes to ${listInWords(
        policy.escalation.to.map(source => sourceInWords(source, nameOf)),
        'and',
      )} as well.`,
    );
  }
  if (policy.reason === 'required') sentences.push('A reason is required.');
  const { maxTargets, maxDuration } = policy.limits;
  if (maxTargets !== undefined) {
    sentences.push(
      maxTargets === 1
        ? 'One Salesforce user or record at a time.'
        : `At most ${maxTargets} at a time.`,
    );
  }
  if (maxDuration !== undefined) {
    sentences.push(`For at most ${durationInWords(maxDuration)}.`);
  }
  return sentences.join(' ');
}
