import { ButtonLink, Container, Text } from '@backstage/ui';
import {
  RiArrowLeftLine,
  RiNodeTree,
  RiTerminalBoxLine,
} from '@remixicon/react';
import { useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { EmptyPanel } from '../../components/EmptyPanel';
import { ErrorPanel } from '../../components/ErrorPanel';
import { ScreenHeader } from '../../components/ScreenHeader';
import { SkeletonLines } from '../../components/SkeletonLines';
import { screenStateOf } from '../../hooks/ScreenState';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { useOrgChoice } from '../shared/useOrgChoice';
import { useObject } from '../shared/useSchema';
import { ObjectDetails } from './ObjectDetails';
import { ObjectList } from './ObjectList';
import styles from './Schema.module.css';

/** What an org is made of: its objects, their fields, and how they belong together. */
export function SchemaPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const navigate = useNavigate();
  const { object } = useParams();
  const [search] = useSearchParams();
  const { org } = useOrgChoice(search.get('org') ?? undefined);
  return (
    <Container>
      <ScreenHeader
        title={t('data.schema.title')}
        actions={
          <ButtonLink
            href={links.data({ org })}
            variant="secondary"
            iconStart={<RiTerminalBoxLine aria-hidden />}
          >
            {t('data.schema.toQuery')}
          </ButtonLink>
        }
      >
        <Text as="p" color="secondary">
          {t('data.schema.intro')}
        </Text>
      </ScreenHeader>
      <div className={styles.layout}>
        <nav
          aria-label={t('data.schema.objects')}
          className={styles.side}
          data-chosen={object ? '' : undefined}
        >
          <ObjectList
            org={org}
            chosen={object}
            onChoose={name => navigate(links.objects({ org, object: name }))}
          />
        </nav>
        <div className={styles.main}>
          {object && (
            <div className={styles.toList}>
              <ButtonLink
                href={links.objects({ org })}
                variant="tertiary"
                size="small"
                iconStart={<RiArrowLeftLine aria-hidden />}
              >
                {t('data.schema.allObjects')}
              </ButtonLink>
            </div>
          )}
          {object ? (
            <Chosen key={object} org={org} object={object} />
          ) : (
            <EmptyPanel
              icon={<RiNodeTree size={32} />}
              title={t('data.schema.choose')}
              description={t('data.schema.chooseText')}
            />
          )}
        </div>
      </div>
    </Container>
  );
}

function Chosen(props: { org: string | undefined; object: string }) {
  const { t } = useTranslation();
  const shown = screenStateOf(
    useObject(props.org, props.object),
    described => ({ described }),
  );
  switch (shown.state) {
    case 'ready':
      return <ObjectDetails org={props.org} object={shown.described} />;
    case 'error':
      return <ErrorPanel error={shown.error} retry={shown.retry} />;
    default:
      return (
        <div role="status" aria-label={t('data.schema.loading')}>
          <SkeletonLines count={12} height={24} />
        </div>
      );
  }
}
