import { Text, VisuallyHidden } from '@backstage/ui';
import { RiCheckLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './OrgForm.module.css';

export interface FormStep {
  id: string;
  title: string;
  done: boolean;
  content: ReactNode;
}

/** Steps on the left that turn green, what they ask for on the right. */
export function OrgFormSteps(props: { steps: FormStep[] }) {
  const { t } = useTranslation();
  return (
    <div className={styles.layout}>
      <nav aria-label={t('orgs.form.steps')} className={styles.nav}>
        <ol className={styles.steps}>
          {props.steps.map(({ id, title, done }, index) => (
            <li key={id}>
              <a href={`#${id}`} className={styles.step}>
                <span
                  className={styles.number}
                  data-done={done ? '' : undefined}
                >
                  {done ? <RiCheckLine size={14} aria-hidden /> : index + 1}
                </span>
                {title}
                {done && (
                  <VisuallyHidden>({t('orgs.form.done')})</VisuallyHidden>
                )}
              </a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={styles.sections}>
        {props.steps.map(({ id, title, content }) => (
          <section
            key={id}
            id={id}
            className={styles.section}
            aria-labelledby={`${id}-title`}
          >
            <Text as="h3" weight="bold" id={`${id}-title`}>
              {title}
            </Text>
            {content}
          </section>
        ))}
      </div>
    </div>
  );
}
