import { Button } from '@backstage/ui';
import type {
  AllowedAction,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useTranslation } from '../hooks/useTranslation';
import { ActionDialog } from './ActionDialog';

/** The order of the buttons; the first that is allowed is the main one. */
const order: AllowedAction[] = ['approve', 'retry', 'reject', 'undo', 'cancel'];

/** A button for each action that the backend says this person may do. */
export function RequestActions(props: { request: RequestDetail }) {
  const { t } = useTranslation();
  const { request } = props;
  const [chosen, setChosen] = useState<AllowedAction>();
  const allowed = order.filter(action =>
    request.allowedActions.includes(action),
  );
  return (
    <>
      {allowed.map(action => (
        <Button
          key={action}
          variant={
            action === 'approve' || action === 'retry' ? 'primary' : 'secondary'
          }
          onPress={() => setChosen(action)}
        >
          {t(`request.${action}`)}
        </Button>
      ))}
      {chosen && (
        <ActionDialog
          key={chosen}
          request={request}
          action={chosen}
          onClose={() => setChosen(undefined)}
        />
      )}
    </>
  );
}
