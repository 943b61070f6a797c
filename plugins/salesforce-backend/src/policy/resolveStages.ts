import type {
  Policy,
  PolicyStage,
  ReviewerSource,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { PERMISSION_KEY, type ApprovalStage } from '../domain/approval';
import type { Escalation } from '../domain/escalation';
import {
  listInWords,
  requirementSentence,
  sourceInWords,
  type NameOf,
} from './policySentence';

/** Who stands behind the sources of a policy for one request. */
export interface ReviewParties {
  managerRef?: string;
  /** Entity refs of people and groups. */
  orgOwnerRefs: readonly string[];
  nameOf: NameOf;
}

const anyone: PolicyStage = {
  name: 'Approval',
  requirements: [{ count: 1, from: [{ kind: 'permission' }] }],
};

/**
 * The stages of a policy with its sources resolved for one request: the manager
 * and the org's owners become people and groups. What they are is settled when
 * a request is submitted, and stored with it.
 */
export function resolveStages(
  stages: readonly PolicyStage[],
  parties: ReviewParties,
): ApprovalStage[] {
  return (stages.length > 0 ? stages : [anyone]).map(stage => ({
    name: stage.name,
    requirements: stage.requirements.map(requirement => ({
      count: requirement.count,
      from: [
        ...new Set(requirement.from.flatMap(source => keysOf(source, parties))),
      ],
      sentence: sentenceOf(requirement, parties),
    })),
  }));
}

/** To whom a policy escalates, for one request; nobody where it does not. */
export function resolveEscalation(
  escalation: Policy['escalation'],
  parties: ReviewParties,
): Escalation | undefined {
  if (!escalation) return undefined;
  const keys = [
    ...new Set(escalation.to.flatMap(source => keysOf(source, parties))),
  ];
  if (keys.length === 0) return undefined;
  return {
    after: escalation.after,
    keys,
    sentence: listInWords(
      escalation.to.map(source =>
        source.kind === 'manager' && parties.managerRef
          ? `${parties.nameOf(parties.managerRef)} (manager)`
          : sourceInWords(source, parties.nameOf),
      ),
      'or',
    ),
  };
}

function keysOf(source: ReviewerSource, parties: ReviewParties): string[] {
  switch (source.kind) {
    case 'permission':
      return [PERMISSION_KEY];
    case 'manager':
      return parties.managerRef ? [parties.managerRef] : [];
    case 'org_owner':
      return [...parties.orgOwnerRefs];
    default:
      return source.ref ? [source.ref] : [];
  }
}

// Where the manager is known, the sentence names them.
function sentenceOf(
  requirement: { count: number; from: ReviewerSource[] },
  { managerRef, nameOf }: ReviewParties,
): string {
  const sentence = requirementSentence(requirement, nameOf);
  return managerRef
    ? sentence.replace(
        "the requester's manager",
        // A name may hold what a replacement takes for a pattern.
        () => `${nameOf(managerRef)} (manager)`,
      )
    : sentence;
}
