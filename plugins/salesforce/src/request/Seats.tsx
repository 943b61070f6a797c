import { Button, Link, Text } from '@backstage/ui';
import type {
  RequestDetail,
  RequestSeats,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { Breakable } from '../components/Breakable';
import { ErrorPanel } from '../components/ErrorPanel';
import { RelativeTime } from '../components/RelativeTime';
import { SkeletonLines } from '../components/SkeletonLines';
import { toneOfPool, UsageBar } from '../components/UsageBar';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { Section } from './Section';
import styles from './Seats.module.css';
import { useSeats } from './useSeats';

/** For a request that meets a full licence: who could give a seat back, and the queue. */
export function Seats(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const { request } = props;
  const { query, wait, leave } = useSeats(request);
  const seats = query.data;
  if (seats && seats.pools.length === 0) return null;
  const problem = wait.error ?? leave.error ?? (seats ? null : query.error);
  return (
    <Section title={t('request.seats.title')}>
      <div className={styles.stack}>
        {query.isLoading && <SkeletonLines count={3} height={32} />}
        {problem && <ErrorPanel error={problem} />}
        {seats && <Queue seats={seats} wait={wait} leave={leave} />}
        {seats?.pools.map(pool => (
          <Pool
            key={`${pool.kind} ${pool.id}`}
            pool={pool}
            org={request.org}
            maySeeHolders={seats.maySeeHolders}
          />
        ))}
      </div>
    </Section>
  );
}

function Queue(props: {
  seats: RequestSeats;
  wait: ReturnType<typeof useSeats>['wait'];
  leave: ReturnType<typeof useSeats>['leave'];
}) {
  const { t } = useTranslation();
  const { seats, wait, leave } = props;
  const { queue } = seats;
  return (
    <div className={styles.queue}>
      {queue ? (
        <div role="status">
          <Text as="p" weight="bold">
            {queue.started
              ? t('request.seats.started')
              : t('request.seats.position', {
                  position: String(queue.position),
                })}
          </Text>
          <Text as="p" color="secondary">
            {t('request.seats.since')} <RelativeTime at={queue.since} />.{' '}
            {t('request.seats.fair')}
          </Text>
        </div>
      ) : (
        <Text as="p" color="secondary">
          {t('request.seats.offer')}
        </Text>
      )}
      {seats.mayWait && (
        <Button isPending={wait.isPending} onPress={() => wait.mutate()}>
          {t('request.seats.wait')}
        </Button>
      )}
      {seats.mayLeave && (
        <Button
          variant="secondary"
          isPending={leave.isPending}
          onPress={() => leave.mutate()}
        >
          {t('request.seats.leave')}
        </Button>
      )}
    </div>
  );
}

function Pool(props: {
  pool: RequestSeats['pools'][number];
  org: string;
  maySeeHolders: boolean;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { pool, org, maySeeHolders } = props;
  return (
    <div className={styles.stack}>
      <UsageBar
        label={pool.name}
        words={t('request.seats.used', {
          used: String(pool.used),
          total: String(pool.total),
        })}
        used={pool.used}
        total={pool.total}
        tone={toneOfPool(pool.used, pool.total)}
      />
      {maySeeHolders && pool.holders.length === 0 && (
        <Text as="p" color="secondary">
          {t('request.seats.nobody')}
        </Text>
      )}
      {pool.holders.length > 0 && (
        <>
          <Text as="p" weight="bold">
            {t('request.seats.holders')}
          </Text>
          <ul className={styles.holders}>
            {pool.holders.map(holder => (
              <li key={holder.userId} className={styles.holder}>
                <span className={styles.who}>
                  <Text as="span">{holder.name}</Text>
                  <Text as="span" variant="body-small" color="secondary">
                    <Breakable>{holder.username}</Breakable>
                  </Text>
                </span>
                <Text as="span" color="secondary">
                  {t(`request.seats.reason.${holder.reason}`)}
                  {holder.lastLoginAt && (
                    <>
                      {' · '}
                      {t('request.seats.lastLogin')}{' '}
                      <RelativeTime at={holder.lastLoginAt} />
                    </>
                  )}
                </Text>
                <Link
                  href={links.form({
                    action: holder.action,
                    input: holder.input,
                    org,
                  })}
                  variant="body-medium"
                >
                  {pool.kind === 'user_license'
                    ? t('request.seats.deactivate', { name: holder.name })
                    : t('request.seats.takeLicence', { name: holder.name })}
                </Link>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
