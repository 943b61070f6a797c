import { Button, Text } from '@backstage/ui';
import { useEffect, useRef } from 'react';
import { useActions } from '../api/useActions';
import { useTranslation } from '../hooks/useTranslation';
import { AuditGroup } from './AuditGroup';
import styles from './AuditGroups.module.css';
import type { EntryGroup } from './groupEntries';

/** The entries by request. Older ones come as one scrolls, or by the button. */
export function AuditGroups(props: {
  groups: EntryGroup[];
  more?: { load(): void; loading: boolean };
  narrowed: boolean;
}) {
  const { t } = useTranslation();
  const { groups, more, narrowed } = props;
  const actions = useActions();
  const titles = new Map(actions.data?.map(({ id, title }) => [id, title]));
  const end = useRef<HTMLDivElement>(null);
  const load = more && !more.loading ? more.load : undefined;

  useEffect(() => {
    const sentinel = end.current;
    if (!sentinel || !load || !('IntersectionObserver' in window)) {
      return undefined;
    }
    const observer = new IntersectionObserver(
      entries => entries.some(entry => entry.isIntersecting) && load(),
      { rootMargin: '600px' },
    );
    observer.observe(sentinel);
    return () => observer.disconnect();
  }, [load]);

  return (
    <div className={styles.groups}>
      {groups.map(group => (
        <AuditGroup
          key={group.key}
          group={group}
          actionTitle={titles.get(group.entries[0].action ?? '')}
        />
      ))}
      <div ref={end} className={styles.end}>
        {more ? (
          <Button
            variant="secondary"
            isPending={more.loading}
            onPress={more.load}
          >
            {t('audit.more')}
          </Button>
        ) : (
          <Text as="p" color="secondary">
            {narrowed ? t('audit.endOfMatches') : t('audit.end')}
          </Text>
        )}
      </div>
    </div>
  );
}
