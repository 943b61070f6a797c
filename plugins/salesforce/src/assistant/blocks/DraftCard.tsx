import { Alert, Button, ButtonLink, Text, TextAreaField } from '@backstage/ui';
import type { AssistantDraft } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { isApiError } from '../../api/ApiError';
import { DecisionView } from '../../components/DecisionView';
import { ErrorPanel } from '../../components/ErrorPanel';
import { PlanView } from '../../components/PlanView';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import type { Saying } from '../useConversation';
import { useSubmitDraft } from '../useSubmitDraft';
import styles from './Blocks.module.css';
import { SubmittedDraft } from './SubmittedDraft';

/** So many changes are drawn; the number of the others is given. */
const SHOWN_CHANGES = 5;
const REASON_LIMIT = 4_000;

/**
 * What the assistant proposes: before and after, what it needs, and the three
 * things that a person can do with it. Nothing happens before one is pressed.
 */
export function DraftCard(props: {
  draft: AssistantDraft;
  onSay: (saying: Saying) => void;
}) {
  const { t } = useTranslation();
  const links = useLinks();
  const { draft } = props;
  const { plan, decision, errors, valid } = draft.draft;
  const [reason, setReason] = useState(draft.reason ?? '');
  const [discarded, setDiscarded] = useState(false);
  const submission = useSubmitDraft(draft);
  const title = draft.draft.title ?? draft.actionTitle;

  if (submission.data) return <SubmittedDraft request={submission.data} />;
  if (discarded) {
    return (
      <div className={styles.buttons}>
        <Text as="span" color="secondary">
          {t('assistant.draft.discarded', { title })}
        </Text>
        <Button
          variant="tertiary"
          size="small"
          onPress={() => setDiscarded(false)}
        >
          {t('assistant.draft.restore')}
        </Button>
      </div>
    );
  }
  const refused = decision?.verdict === 'refused';
  const lacksReason = draft.reasonRequired === true && reason.trim() === '';
  return (
    <article className={styles.draft} aria-label={title}>
      <Text as="h4" variant="body-large" weight="bold">
        {title}
      </Text>
      {errors.length > 0 && (
        <Alert
          role="status"
          status="warning"
          icon
          title={t('assistant.draft.problems')}
          description={
            <ul>
              {errors.map(({ path, message }) => (
                <li key={path + message}>{message}</li>
              ))}
            </ul>
          }
        />
      )}
      {plan && <PlanView plan={plan} limit={SHOWN_CHANGES} />}
      {decision && <DecisionView decision={decision} />}
      {draft.draft.undo && (
        <Text as="p" variant="body-small" color="secondary">
          {draft.draft.undo}
        </Text>
      )}
      {(draft.reasonRequired || draft.reason) && !refused && (
        <TextAreaField
          label={t('assistant.draft.reason')}
          description={
            draft.reasonRequired
              ? t('assistant.draft.reasonRequired')
              : undefined
          }
          value={reason}
          onChange={setReason}
          maxLength={REASON_LIMIT}
          rows={2}
        />
      )}
      <SubmitProblem
        error={submission.error}
        onAskAgain={() => props.onSay({ text: draft.words })}
      />
      <div className={styles.buttons}>
        {valid && !refused && (
          <Button
            variant="primary"
            isPending={submission.isPending}
            isDisabled={lacksReason}
            onPress={() => submission.mutate(reason.trim())}
          >
            {t('assistant.draft.submit')}
          </Button>
        )}
        {!draft.undoOf && (
          <ButtonLink
            variant="secondary"
            href={links.form({
              action: draft.action,
              input: draft.input,
              org: draft.org,
              ...(reason ? { reason } : {}),
            })}
          >
            {t('assistant.draft.edit')}
          </ButtonLink>
        )}
        <Button variant="tertiary" onPress={() => setDiscarded(true)}>
          {t('assistant.draft.discard')}
        </Button>
      </div>
    </article>
  );
}

/** Why it was not submitted; where the org has changed, a way to look again. */
function SubmitProblem(props: { error: unknown; onAskAgain: () => void }) {
  const { t } = useTranslation();
  if (props.error === null) return null;
  if (isApiError(props.error) && props.error.code === 'plan_changed') {
    return (
      <Alert
        role="alert"
        status="warning"
        icon
        title={t('assistant.draft.changed')}
        customActions={
          <Button variant="secondary" onPress={props.onAskAgain}>
            {t('assistant.draft.askAgain')}
          </Button>
        }
      />
    );
  }
  return <ErrorPanel error={props.error} />;
}
