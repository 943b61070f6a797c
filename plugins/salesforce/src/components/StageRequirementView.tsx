import { Text } from '@backstage/ui';
import type { StageView } from '@salesdesk/backstage-plugin-salesforce-common';
import { useTranslation } from '../hooks/useTranslation';
import { Details } from './Details';
import { PersonChip } from './PersonChip';
import styles from './StageSteps.module.css';

type Requirement = StageView['requirements'][number];

const SHOWN_PEOPLE = 5;

/** How many of whom; while it is open, also who can still give it. */
export function StageRequirementView(props: {
  requirement: Requirement;
  open: boolean;
}) {
  const { t } = useTranslation();
  const { requirement, open } = props;
  const { canReview, cannotReview, missing } = requirement;
  const rest = canReview.length - SHOWN_PEOPLE;
  const nobody =
    missing > 0 && canReview.length === 0 && !requirement.openToPermission;
  return (
    <div className={styles.requirement}>
      <div className={styles.name}>
        <Text as="p">{requirement.sentence}</Text>
        {open && missing > 0 && (
          <Text as="span" variant="body-small" className={styles.count}>
            {t('stages.missing', { count: missing })}
          </Text>
        )}
      </div>
      {open && missing > 0 && (
        <div>
          {nobody ? (
            <Text as="p" weight="bold">
              {t('stages.nobody')}
            </Text>
          ) : (
            <>
              <Text as="p" variant="body-small" color="secondary">
                {t('stages.canReview')}
              </Text>
              <ul className={styles.people}>
                {canReview.slice(0, SHOWN_PEOPLE).map(person => (
                  <li key={person.ref}>
                    <PersonChip person={person} />
                  </li>
                ))}
                {(requirement.delegates ?? []).map(({ person, onBehalfOf }) => (
                  <li key={`${person.ref} ${onBehalfOf.ref}`}>
                    <span className={styles.people}>
                      <PersonChip person={person} />
                      <Text as="span">{t('stages.for')}</Text>
                      <PersonChip person={onBehalfOf} plain />
                    </span>
                  </li>
                ))}
                {rest > 0 && (
                  <li>
                    <Text as="span" color="secondary">
                      {t('stages.more', { count: rest })}
                    </Text>
                  </li>
                )}
                {requirement.openToPermission && (
                  <li>
                    <Text as="span">{t('stages.anyone')}</Text>
                  </li>
                )}
              </ul>
            </>
          )}
        </div>
      )}
      {open && cannotReview.length > 0 && (
        <Details summary={t('stages.cannotReview')}>
          <ul className={styles.reviews}>
            {cannotReview.map(({ person, reason }) => (
              <li key={person.ref} className={styles.people}>
                <PersonChip person={person} />
                <Text as="span" color="secondary">
                  {reason}
                </Text>
              </li>
            ))}
          </ul>
        </Details>
      )}
    </div>
  );
}
