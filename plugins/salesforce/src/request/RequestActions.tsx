import { Button, ButtonLink } from '@backstage/ui';
import type { RequestDetail } from '@salesdesk/backstage-plugin-salesforce-common';
import { useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { ActionDialog } from './ActionDialog';
import type { DialogAction } from './useRequestAction';

/** The order of the buttons; the first that is allowed is the main one. */
const order: DialogAction[] = [
  'approve',
  'retry',
  'review_after',
  'narrow',
  'reject',
  'withdraw_approval',
  'undo',
  'stop',
  'cancel',
];

const mainActions: DialogAction[] = ['approve', 'retry', 'review_after'];

/** A button for each action that the backend says this person may do. */
export function RequestActions(props: {
  request: RequestDetail;
  /** Where others are offered in another way. */
  only?: DialogAction[];
}) {
  const { t } = useTranslation();
  const { request } = props;
  const links = useLinks();
  const [search, setSearch] = useSearchParams();
  // A link may name what is wanted; it is asked once.
  const [chosen, setChosen] = useState<DialogAction | undefined>(() =>
    order.find(
      action =>
        !props.only &&
        action === search.get('do') &&
        request.allowedActions.includes(action),
    ),
  );
  const close = () => {
    setChosen(undefined);
    if (search.has('do')) setSearch({}, { replace: true });
  };
  const allowed = (props.only ?? order).filter(action =>
    request.allowedActions.includes(action),
  );
  return (
    <>
      {allowed.map(action => (
        <Button
          key={action}
          variant={mainActions.includes(action) ? 'primary' : 'secondary'}
          onPress={() => setChosen(action)}
        >
          {t(`request.${action}`)}
        </Button>
      ))}
      {!props.only && request.allowedActions.includes('amend') && (
        <ButtonLink
          variant="secondary"
          href={links.form({
            action: request.action,
            input: request.input,
            org: request.org,
            reason: request.reason,
            amends: request.id,
          })}
        >
          {t('request.amend')}
        </ButtonLink>
      )}
      {chosen && (
        <ActionDialog
          key={chosen}
          request={request}
          action={chosen}
          onClose={close}
        />
      )}
    </>
  );
}
