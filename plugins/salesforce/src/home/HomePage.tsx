import { ButtonLink, Container } from '@backstage/ui';
import { AssistantHome } from '../assistant/AssistantHome';
import { ErrorPanel } from '../components/ErrorPanel';
import { ScreenHeader } from '../components/ScreenHeader';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { ActionShelves } from './ActionShelves';
import { MySalesforce } from '../personal/MySalesforce';
import styles from './HomePage.module.css';
import { HomeSkeleton } from './HomeSkeleton';
import { MyRequests } from './MyRequests';
import { useHome, type HomeState } from './useHome';
import { WaitingForYou } from './WaitingForYou';

/** What one can ask for, what waits for one, and how one's own requests stand. */
export function HomePage() {
  const { t } = useTranslation();
  const home = useHome();
  return (
    <Container>
      <ScreenHeader title={t('home.title')}>
        {home.state === 'ready' && <QuickActions home={home} />}
      </ScreenHeader>
      <AssistantHome />
      <HomeBody home={home} />
    </Container>
  );
}

function HomeBody(props: { home: HomeState }) {
  const { home } = props;
  switch (home.state) {
    case 'ready':
      return (
        <div className={styles.columns}>
          <div className={styles.column}>
            {home.waiting && <WaitingForYou waiting={home.waiting} />}
            <MyRequests mine={home.mine} />
            <MySalesforce />
          </div>
          <div className={styles.column}>
            <ActionShelves requestable={home.requestable} />
          </div>
        </div>
      );
    case 'error':
      return <ErrorPanel error={home.error} retry={home.retry} />;
    default:
      return <HomeSkeleton />;
  }
}

function QuickActions(props: { home: HomeState & { state: 'ready' } }) {
  const { t } = useTranslation();
  const links = useLinks();
  const { quickActions } = props.home;
  if (quickActions.length === 0) return null;
  return (
    <ul className={styles.quick} aria-label={t('home.quickActions')}>
      {quickActions.map(({ name, link }) => (
        <li key={name}>
          <ButtonLink href={links.form(link)} variant="secondary">
            {t(`home.${name}`)}
          </ButtonLink>
        </li>
      ))}
    </ul>
  );
}
