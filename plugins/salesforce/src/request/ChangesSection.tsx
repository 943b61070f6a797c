import { Text } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { ChangesTable } from '../components/ChangesTable';
import { PlanAftermath, PlanNotes } from '../components/PlanView';
import { BulkChanges } from './BulkChanges';
import { OutcomeCounts } from './OutcomeCounts';
import styles from './RequestPage.module.css';

/** Up to this many changes are simply shown; more are found and paged. */
const SHOWN_AT_ONCE = 10;

/** What changes in Salesforce, and what became of it. */
export function ChangesSection(props: { request: RequestDetail }) {
  const { request } = props;
  const { plan, outcomes } = request;
  const hasRun = Object.keys(outcomes).some(outcome => outcome !== 'pending');
  return (
    <div className={styles.stack}>
      {/* What was to be minded before is history once it has run. */}
      {!hasRun && request.state !== 'needs_admin' && <PlanNotes plan={plan} />}
      {plan.changeCount > SHOWN_AT_ONCE ? (
        <>
          <Text as="p">{request.changeSummary}</Text>
          <OutcomeCounts
            outcomes={hasRun ? outcomes : {}}
            total={plan.changeCount}
          />
          <BulkChanges requestId={request.id} withOutcomes={hasRun} />
        </>
      ) : (
        <ChangesTable changes={plan.changes} withOutcomes={hasRun} />
      )}
      <PlanAftermath plan={plan} />
      {request.undo && (
        <Text as="p" color="secondary">
          {request.undo}
        </Text>
      )}
    </div>
  );
}
