import { Button, Text, VisuallyHidden } from '@backstage/ui';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { screenStateOf } from '../hooks/ScreenState';
import { useTranslation } from '../hooks/useTranslation';
import { GroupMemberRow } from './GroupMemberRow';
import styles from './SalesforceTab.module.css';
import { useGroupMembers } from './useGroupMembers';

/** The members of a group with their Salesforce users. */
export function GroupMembers(props: { groupRef: string; name: string }) {
  const { t } = useTranslation();
  const query = useGroupMembers(props.groupRef);
  const members = screenStateOf(query, data => {
    const items = data.pages.flatMap(page => page.items);
    return items.length > 0 ? { items } : undefined;
  });
  switch (members.state) {
    case 'error':
      return <ErrorPanel error={members.error} retry={members.retry} />;
    case 'empty':
      return (
        <Text as="p" color="secondary">
          {t('entity.tab.noMembers')}
        </Text>
      );
    case 'ready':
      return (
        <>
          <ul
            className={styles.members}
            aria-label={t('entity.tab.membersOf', { name: props.name })}
          >
            {members.items.map(member => (
              <GroupMemberRow key={member.ref} member={member} />
            ))}
          </ul>
          {query.hasNextPage && (
            <Button
              variant="secondary"
              className={styles.more}
              isPending={query.isFetchingNextPage}
              onPress={() => void query.fetchNextPage()}
            >
              {t('entity.tab.moreMembers')}
            </Button>
          )}
        </>
      );
    case 'loading':
    default:
      return (
        <div role="status">
          <VisuallyHidden>{t('entity.tab.loadingMembers')}</VisuallyHidden>
          <SkeletonLines count={6} height={40} />
        </div>
      );
  }
}
