import type { Blocker } from '@salesdesk/backstage-plugin-salesforce-common';
import type { Observation } from '@salesdesk/backstage-plugin-salesforce-node';
import type { ChangeRecord } from '../database/operations/changes/recordChanges';
import { maximumAttempts } from './judgeResults';
import type { PlannedWork } from './PlannedWork';

/** What looking at the org says of changes that a call may have made. */
export interface ObservedRecords {
  records: ChangeRecord[];
  blockers: Map<number, Blocker>;
}

/**
 * Decides, from what was read, what is recorded of changes without an outcome.
 * Only a change that is seen not to be there stays due; what cannot be seen is
 * left to a person. Pure.
 */
export function observedRecords(options: {
  work: PlannedWork[];
  observations: ReadonlyMap<number, Observation>;
}): ObservedRecords {
  const records: ChangeRecord[] = [];
  const blockers = new Map<number, Blocker>();
  const toAdmin = (work: PlannedWork, record: ChangeRecord, remedy: string) => {
    records.push(record);
    blockers.set(work.position, {
      code: record.outcome === 'unknown' ? 'outcome_unknown' : 'changed_since',
      message: record.detail?.message ?? work.change.summary,
      remedy,
      target: work.change.target,
    });
  };

  for (const work of options.work) {
    const { position, change, isIntended } = work;
    const observation = options.observations.get(position);
    switch (observation?.state) {
      case 'applied':
        records.push({
          position,
          outcome: isIntended ? 'applied' : 'already_there',
          recordId: observation.recordId ?? work.recordId ?? undefined,
        });
        break;
      case 'not_applied':
        if (isIntended && work.attempts >= maximumAttempts) {
          toAdmin(
            work,
            {
              position,
              outcome: 'failed',
              detail: {
                code: 'org_unreachable',
                message: `${change.summary}: tried ${work.attempts} times; Salesforce did not do it and did not say why`,
              },
            },
            'Check the connection to the org, then retry',
          );
        } else if (isIntended) {
          records.push({ position, outcome: 'pending' });
        }
        break;
      case 'drifted':
        toAdmin(
          work,
          {
            position,
            outcome: 'failed',
            detail: {
              code: 'changed_since',
              message: `${change.summary}: the record was changed by somebody else meanwhile`,
              details: JSON.stringify(observation.found),
            },
          },
          'Look at the record in Salesforce; then cancel this request or ask anew',
        );
        break;
      default:
        if (isIntended) {
          toAdmin(
            work,
            {
              position,
              outcome: 'unknown',
              detail: {
                code: 'outcome_unknown',
                message: `${change.summary}: the reply was lost, and it cannot be seen from outside whether Salesforce did it`,
              },
            },
            'Ask the person concerned; retry with “repeat” if it did not arrive',
          );
        }
    }
  }
  return { records, blockers };
}
