import { Button, Link, SearchField, Text, VisuallyHidden } from '@backstage/ui';
import { RiArrowLeftLine } from '@remixicon/react';
import { useState } from 'react';
import { ErrorPanel } from '../../../components/ErrorPanel';
import { ScreenHeader } from '../../../components/ScreenHeader';
import { SkeletonLines } from '../../../components/SkeletonLines';
import { screenStateOf } from '../../../hooks/ScreenState';
import { useDebounced } from '../../../hooks/useDebounced';
import { useTranslation } from '../../../hooks/useTranslation';
import screenStyles from '../OrgScreen.module.css';
import { useOrgLinks } from '../useOrgLinks';
import { ConflictRow } from './ConflictRow';
import styles from './OrgPeople.module.css';
import { PersonRow } from './PersonRow';
import { useOrgPeople } from './useOrgPeople';

/** Who is who: what was recognised, by what, and what somebody has to settle. */
export function OrgPeople(props: { orgId: string }) {
  const { t } = useTranslation();
  const links = useOrgLinks();
  const { orgId } = props;
  const [text, setText] = useState('');
  const search = useDebounced(text.trim(), 300);
  const { people, ...actions } = useOrgPeople({ orgId, search });
  const shown = screenStateOf(people, ({ pages }) => ({
    items: pages.flatMap(page => page.items),
    conflicts: pages[0].conflicts,
  }));
  const error =
    actions.link.error ?? actions.refuse.error ?? actions.unlink.error;
  return (
    <>
      <nav className={screenStyles.back}>
        <RiArrowLeftLine size={16} aria-hidden />
        <Link href={links.one(orgId)}>{t('orgs.who.back')}</Link>
      </nav>
      <ScreenHeader title={t('orgs.who.title')}>
        <Text as="p" color="secondary">
          {t('orgs.who.intro')}
        </Text>
      </ScreenHeader>
      {Boolean(error) && <ErrorPanel error={error} />}
      {shown.state === 'error' && (
        <ErrorPanel error={shown.error} retry={shown.retry} />
      )}
      {shown.state === 'loading' && (
        <div role="status">
          <VisuallyHidden>{t('orgs.who.loading')}</VisuallyHidden>
          <SkeletonLines count={8} height={24} />
        </div>
      )}
      {shown.state === 'ready' && shown.conflicts.length > 0 && (
        <section className={styles.section} aria-labelledby="who-conflicts">
          <Text as="h3" weight="bold" id="who-conflicts">
            {t('orgs.who.conflicts')}
          </Text>
          <ul className={styles.list}>
            {shown.conflicts.map(conflict => (
              <ConflictRow
                key={`${conflict.person.ref} ${conflict.user.id}`}
                conflict={conflict}
                actions={actions}
              />
            ))}
          </ul>
        </section>
      )}
      <section className={styles.section} aria-labelledby="who-people">
        <Text as="h3" weight="bold" id="who-people">
          {t('orgs.who.people')}
        </Text>
        <SearchField
          aria-label={t('orgs.who.search')}
          placeholder={t('orgs.who.search')}
          value={text}
          onChange={setText}
        />
        {shown.state === 'ready' && (
          <>
            {shown.items.length === 0 && (
              <Text as="p" color="secondary">
                {t('orgs.who.none')}
              </Text>
            )}
            <ul className={styles.list}>
              {shown.items.map(item => (
                <PersonRow
                  key={item.person.ref}
                  orgId={orgId}
                  item={item}
                  actions={actions}
                />
              ))}
            </ul>
            {people.hasNextPage && (
              <div>
                <Button
                  variant="secondary"
                  isPending={people.isFetchingNextPage}
                  onPress={() => void people.fetchNextPage()}
                >
                  {t('orgs.who.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </section>
    </>
  );
}
