import type {
  FieldChange,
  Policy,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { durationInWords } from '../../components/duration';
import {
  audienceInWords,
  escalationInWords,
  stagesInWords,
  type Wording,
} from './policySentence';

/** What differs between two policies, each part in words. */
export function policyDifference(
  before: Policy,
  after: Policy,
  wording: Wording,
): FieldChange[] {
  const { t, language } = wording;
  const parts: [string, string, (policy: Policy) => string | null][] = [
    [
      'enabled',
      t('policies.enabled'),
      policy => t(policy.enabled ? 'policies.on' : 'policies.off'),
    ],
    [
      'audience',
      t('policies.whoMayAsk'),
      policy => audienceInWords(policy, wording),
    ],
    [
      'selfService',
      t('policies.selfService'),
      policy => t(`policies.self.${policy.selfService}`),
    ],
    [
      'stages',
      t('policies.whoApproves'),
      policy =>
        policy.stages
          .map(
            stage =>
              `${stage.name}: ${stagesInWords({ stages: [stage] }, wording)}`,
          )
          .join(t('policies.says.then')) || stagesInWords(policy, wording),
    ],
    [
      'distinctReviewers',
      t('policies.distinctReviewers'),
      policy => t(policy.distinctReviewers ? 'changes.yes' : 'changes.no'),
    ],
    [
      'reason',
      t('policies.reason'),
      policy => t(`policies.reasonIs.${policy.reason}`),
    ],
    [
      'maxTargets',
      t('policies.maxTargets'),
      ({ limits }) => limits.maxTargets?.toLocaleString(language) ?? null,
    ],
    [
      'maxDuration',
      t('policies.maxDuration'),
      ({ limits }) =>
        limits.maxDuration
          ? durationInWords(limits.maxDuration, language)
          : null,
    ],
    [
      'expiresAfter',
      t('policies.expiresAfter'),
      policy => durationInWords(policy.expiresAfter, language),
    ],
    [
      'remindAfter',
      t('policies.remindAfter'),
      ({ remindAfter }) =>
        remindAfter ? durationInWords(remindAfter, language) : null,
    ],
    [
      'escalation',
      t('policies.escalation'),
      policy =>
        policy.escalation
          ? t('policies.says.escalates', {
              duration: durationInWords(policy.escalation.after, language),
              who: escalationInWords(policy, wording),
            })
          : null,
    ],
  ];
  return parts.flatMap(([name, label, inWords]) => {
    const was = inWords(before);
    const is = inWords(after);
    return was === is ? [] : [{ name, label, before: was, after: is }];
  });
}
