import { Button, ButtonLink, Container, Select } from '@backstage/ui';
import {
  RiDownloadLine,
  RiNodeTree,
  RiPlayLine,
  RiSaveLine,
  RiStopCircleLine,
} from '@remixicon/react';
import { lazy, Suspense, useState } from 'react';
import { ErrorPanel } from '../../components/ErrorPanel';
import { ScreenHeader } from '../../components/ScreenHeader';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { WhoseData } from '../shared/WhoseData';
import { EditorSkeleton } from './EditorSkeleton';
import { ExportProgress } from './ExportProgress';
import { QueryError } from './QueryError';
import styles from './QueryPage.module.css';
import { QueryResults } from './QueryResults';
import { QueryShelf } from './QueryShelf';
import { SaveQueryDialog } from './SaveQueryDialog';
import { useQueryScreen, type QueryScreen } from './useQueryScreen';

// Loaded when the page is there: it is larger than the rest of it.
const SoqlEditor = lazy(() => import('../editor/SoqlEditor'));

const HINT_ID = 'salesforce-query-hint';

/** Write a query, see its rows, keep it, export it. */
export function QueryPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const screen = useQueryScreen();
  const { choice, run } = screen;
  return (
    <Container>
      <ScreenHeader
        title={t('data.title')}
        actions={
          <>
            {choice.orgs.length > 1 && (
              <Select
                aria-label={t('data.org')}
                options={choice.orgs.map(({ id, title }) => ({
                  id,
                  label: title,
                }))}
                value={choice.orgInPath}
                onChange={id => id && screen.chooseOrg(String(id))}
              />
            )}
            <ButtonLink
              href={links.objects({ org: choice.org })}
              variant="secondary"
              iconStart={<RiNodeTree aria-hidden />}
            >
              {t('data.schema.title')}
            </ButtonLink>
          </>
        }
      >
        <WhoseData orgInPath={choice.orgInPath} />
      </ScreenHeader>
      <div className={styles.layout}>
        <QueryShelf screen={screen} />
        <div className={styles.work}>
          <section aria-label={t('data.query')} className={styles.query}>
            <Suspense fallback={<EditorSkeleton text={screen.text} />}>
              <SoqlEditor
                label={t('data.editor')}
                describedBy={HINT_ID}
                placeholder={t('data.placeholder')}
                value={screen.text}
                onChange={screen.setText}
                onRun={screen.runText}
                schema={screen.schema}
                problem={screen.problem}
                onReady={screen.holdEditor}
              />
            </Suspense>
            <Toolbar screen={screen} />
          </section>
          {run?.status === 'failed' && (
            <QueryError run={run} problem={screen.problem} />
          )}
          {screen.csv.running && <ExportProgress csv={screen.csv} />}
          {screen.csv.error && !screen.csv.stopped && (
            <ErrorPanel error={screen.csv.error} retry={screen.exportText} />
          )}
          <QueryResults screen={screen} />
        </div>
      </div>
    </Container>
  );
}

function Toolbar(props: { screen: QueryScreen }) {
  const { t } = useTranslation();
  const { screen } = props;
  const [saving, setSaving] = useState(false);
  const isEmpty = !screen.text.trim();
  return (
    <div className={styles.toolbar}>
      {screen.run?.status === 'running' ? (
        <Button
          variant="primary"
          iconStart={<RiStopCircleLine aria-hidden />}
          onPress={screen.stop}
        >
          {t('data.stop')}
        </Button>
      ) : (
        <Button
          variant="primary"
          iconStart={<RiPlayLine aria-hidden />}
          isDisabled={isEmpty}
          onPress={screen.runText}
        >
          {t('data.run')}
        </Button>
      )}
      <Button
        variant="secondary"
        iconStart={<RiSaveLine aria-hidden />}
        isDisabled={isEmpty}
        onPress={() => setSaving(true)}
      >
        {t('data.save')}
      </Button>
      <Button
        variant="secondary"
        iconStart={<RiDownloadLine aria-hidden />}
        isDisabled={isEmpty || screen.csv.running !== undefined}
        onPress={screen.exportText}
      >
        {t('data.export')}
      </Button>
      <span id={HINT_ID} className={styles.hint}>
        {t('data.hint')}
      </span>
      {saving && (
        <SaveQueryDialog screen={screen} onClose={() => setSaving(false)} />
      )}
    </div>
  );
}
