import { ButtonIcon, Text } from '@backstage/ui';
import { RiCloseLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import styles from './Policies.module.css';

/** The panel beside the table, with the way back to the whole table. */
export function PanelFrame(props: {
  title: string;
  label: string;
  facts?: ReactNode;
  children: ReactNode;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  return (
    <section className={styles.panel} aria-label={props.label}>
      <header className={styles.panelHead}>
        <div>
          <Text as="h3" variant="title-x-small" weight="bold">
            {props.title}
          </Text>
          {props.facts && <div className={styles.facts}>{props.facts}</div>}
        </div>
        <ButtonIcon
          variant="tertiary"
          icon={<RiCloseLine />}
          aria-label={t('policies.close')}
          onPress={() => navigate(links.policies())}
        />
      </header>
      {props.children}
    </section>
  );
}
