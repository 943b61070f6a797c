import type {
  Person,
  Policy,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { nameFromRef, type NameOf } from '../policy/policySentence';

/** The people and groups that a policy names. */
export function refsInPolicy(policy: Policy): string[] {
  return [
    ...policy.audience,
    ...policy.stages
      .flatMap(stage => stage.requirements)
      .flatMap(requirement => requirement.from)
      .flatMap(({ ref }) => ref ?? []),
    ...(policy.escalation?.to ?? []).flatMap(({ ref }) => ref ?? []),
  ];
}

/** How the sentences about a policy call people and groups. */
export function policyNames(persons: ReadonlyMap<string, Person>): NameOf {
  return ref => persons.get(ref)?.displayName ?? nameFromRef(ref);
}
