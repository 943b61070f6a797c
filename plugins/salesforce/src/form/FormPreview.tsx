import { Alert, Card, CardBody, CardHeader, Text } from '@backstage/ui';
import type { Draft } from '@salesdesk/backstage-plugin-salesforce-common';
import { DecisionView } from '../components/DecisionView';
import { ErrorPanel } from '../components/ErrorPanel';
import { PlanView } from '../components/PlanView';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import { errorsElsewhere } from './fieldErrors';
import styles from './RequestForm.module.css';
import type { RequestForm } from './useRequestForm';

/** So many changes are drawn; the number of the others is given. */
const SHOWN_CHANGES = 8;

/** What the form would do as it stands: what changes, what it needs, what to mind. */
export function FormPreview(props: { form: RequestForm }) {
  const { t } = useTranslation();
  const { form } = props;
  const { draft } = form;
  return (
    <Card role="region" aria-label={t('form.preview')}>
      <CardHeader>
        <Text as="h3" variant="body-large" weight="bold">
          {draft.state === 'ready' && draft.draft.plan && draft.draft.title
            ? draft.draft.title
            : t('form.preview')}
        </Text>
      </CardHeader>
      <CardBody>
        <div aria-live="polite">
          {draft.state === 'incomplete' && (
            <Text as="p" color="secondary">
              {t('form.previewIncomplete')}
            </Text>
          )}
          {draft.state === 'loading' && (
            <>
              <Text as="p" color="secondary">
                {t('form.previewLoading')}
              </Text>
              <SkeletonLines count={5} />
            </>
          )}
          {draft.state === 'error' && (
            <ErrorPanel error={draft.error} retry={draft.retry} />
          )}
          {draft.state === 'ready' && (
            <div className={styles.stack} aria-busy={!draft.current}>
              <DraftView form={form} draft={draft.draft} />
            </div>
          )}
        </div>
      </CardBody>
    </Card>
  );
}

function DraftView(props: { form: RequestForm; draft: Draft }) {
  const { t } = useTranslation();
  const { form, draft } = props;
  const elsewhere = errorsElsewhere(
    [...form.fields.map(({ name }) => name), 'reason'],
    draft.errors,
  );
  return (
    <>
      {elsewhere.map(({ path, message }) => (
        <Alert key={path + message} status="danger" icon title={message} />
      ))}
      {draft.plan ? (
        <section aria-label={t('form.willChange')}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('form.willChange')}
          </Text>
          <PlanView plan={draft.plan} limit={SHOWN_CHANGES} />
        </section>
      ) : (
        draft.errors.length > elsewhere.length && (
          <Text as="p" color="secondary">
            {t('form.previewInvalid')}
          </Text>
        )
      )}
      {draft.decision && (
        <section aria-label={t('form.needs')}>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('form.needs')}
          </Text>
          <DecisionView decision={draft.decision} />
        </section>
      )}
      {draft.plan && draft.undo && (
        <Text as="p" color="secondary">
          {draft.undo}
        </Text>
      )}
    </>
  );
}
