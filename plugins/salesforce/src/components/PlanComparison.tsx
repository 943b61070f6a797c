import { Text } from '@backstage/ui';
import type { Plan } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMemo } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { comparePlans, type ChangeMarks } from './comparePlans';
import styles from './PlanComparison.module.css';
import { PlanView } from './PlanView';
import { RelativeTime } from './RelativeTime';

/** How many changes of each plan are drawn; the number of the others is given. */
const SHOWN_CHANGES = 20;

/** The plan that was looked at and the plan as it is now, side by side, the difference marked. */
export function PlanComparison(props: { earlier: Plan; current: Plan }) {
  const { t } = useTranslation();
  const { earlier, current } = props;
  const marks = useMemo(
    () => comparePlans(earlier, current),
    [earlier, current],
  );
  return (
    <div className={styles.sides}>
      <Side title={t('plan.earlier')} plan={earlier} marks={marks.earlier} />
      <Side
        title={t('plan.current')}
        plan={current}
        marks={marks.current}
        isCurrent
      />
    </div>
  );
}

function Side(props: {
  title: string;
  plan: Plan;
  marks: ChangeMarks;
  isCurrent?: boolean;
}) {
  const { title, plan, marks, isCurrent } = props;
  return (
    <section
      className={styles.side}
      aria-label={title}
      data-current={isCurrent ? '' : undefined}
    >
      <div>
        <Text as="h3" variant="body-medium" weight="bold">
          {title}
        </Text>
        {plan.createdAt && (
          <Text as="p" variant="body-small" color="secondary">
            <RelativeTime at={plan.createdAt} />
          </Text>
        )}
      </div>
      <PlanView plan={plan} marks={marks} limit={SHOWN_CHANGES} />
    </section>
  );
}
