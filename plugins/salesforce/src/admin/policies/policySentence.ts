import type {
  Policy,
  ReviewerSource,
  StageRequirement,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { durationInWords } from '../../components/duration';
import type { Translate } from '../../hooks/useTranslation';

/** What the words are made with. */
export interface Wording {
  t: Translate;
  language: string;
  nameOf(entityRef: string): string;
}

/**
 * What a policy says, in plain sentences, while it is being written. What is
 * stored carries the backend's own sentence; both say the same.
 */
export function policySentence(policy: Policy, wording: Wording): string {
  const { t, language } = wording;
  if (!policy.enabled) return t('policies.says.off');
  const sentences: string[] = [
    t('policies.says.who', {
      who: audienceInWords(policy, wording),
      self: t(`policies.says.self.${policy.selfService}`),
    }),
    t('policies.says.needs', {
      stages: stagesInWords(policy, wording),
      duration: durationInWords(policy.expiresAfter, language),
    }),
  ];
  if (policy.remindAfter) {
    sentences.push(
      t('policies.says.reminds', {
        duration: durationInWords(policy.remindAfter, language),
      }),
    );
  }
  if (policy.escalation) {
    sentences.push(
      t('policies.says.escalates', {
        duration: durationInWords(policy.escalation.after, language),
        who: escalationInWords(policy, wording),
      }),
    );
  }
  if (policy.reason === 'required') sentences.push(t('policies.says.reason'));
  const { maxTargets, maxDuration } = policy.limits;
  if (maxTargets !== undefined) {
    sentences.push(t('policies.says.maxTargets', { count: maxTargets }));
  }
  if (maxDuration !== undefined) {
    sentences.push(
      t('policies.says.maxDuration', {
        duration: durationInWords(maxDuration, language),
      }),
    );
  }
  return sentences.join(' ');
}

/** Who may ask, e.g. "Sales NA and Priya Raman". */
export function audienceInWords(
  policy: Pick<Policy, 'audience'>,
  wording: Wording,
): string {
  const { t, language, nameOf } = wording;
  if (policy.audience.length === 0) return t('policies.says.everyone');
  return listInWords(policy.audience.map(nameOf), 'conjunction', language);
}

/** Who approves, e.g. "1 of RevOps approvers, then the requester's manager". */
export function stagesInWords(
  policy: Pick<Policy, 'stages'>,
  wording: Wording,
): string {
  const { t, language } = wording;
  if (policy.stages.length === 0) return t('policies.says.anyReviewer');
  return policy.stages
    .map(stage =>
      listInWords(
        stage.requirements.map(requirement =>
          requirementInWords(requirement, wording),
        ),
        'conjunction',
        language,
      ),
    )
    .join(t('policies.says.then'));
}

/** To whom it is escalated; empty where it is not. */
export function escalationInWords(
  policy: Pick<Policy, 'escalation'>,
  wording: Wording,
): string {
  return listInWords(
    (policy.escalation?.to ?? []).map(source => sourceInWords(source, wording)),
    'conjunction',
    wording.language,
  );
}

/** E.g. "1 of RevOps approvers or the owners of the org". */
export function requirementInWords(
  requirement: StageRequirement,
  wording: Wording,
): string {
  const { t, language } = wording;
  const { count, from } = requirement;
  const [only] = from;
  const single = from.length === 1 && count === 1;
  if (single && (only.kind === 'manager' || only.kind === 'user')) {
    return sourceInWords(only, wording);
  }
  return t('policies.says.countOf', {
    number: String(count),
    sources: listInWords(
      from.map(source => sourceInWords(source, wording)),
      'disjunction',
      language,
    ),
  });
}

export function sourceInWords(
  source: ReviewerSource,
  { t, nameOf }: Wording,
): string {
  switch (source.kind) {
    case 'permission':
      return t('policies.says.source.permission');
    case 'manager':
      return t('policies.says.source.manager');
    case 'org_owner':
      return t('policies.says.source.org_owner');
    default:
      return source.ref ? nameOf(source.ref) : t('policies.says.source.none');
  }
}

/** Limits on a line; empty when there are none. */
export function limitsInWords(
  policy: Pick<Policy, 'limits'>,
  { t, language }: Wording,
): string {
  const { maxTargets, maxDuration } = policy.limits;
  return [
    maxTargets === undefined
      ? ''
      : t('policies.atMostTargets', {
          number: maxTargets.toLocaleString(language),
        }),
    maxDuration === undefined
      ? ''
      : t('policies.atMostDuration', {
          duration: durationInWords(maxDuration, language),
        }),
  ]
    .filter(Boolean)
    .join(' · ');
}

function listInWords(
  items: string[],
  type: 'conjunction' | 'disjunction',
  language: string,
): string {
  return new Intl.ListFormat(language, { type, style: 'long' }).format(items);
}
