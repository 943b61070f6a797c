import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Text,
} from '@backstage/ui';
import { ErrorPanel } from '../../components/ErrorPanel';
import { SkeletonLines } from '../../components/SkeletonLines';
import { useTranslation } from '../../hooks/useTranslation';
import { DelegateForm } from './DelegateForm';
import styles from './Delegates.module.css';
import { DelegationRows } from './DelegationRows';
import { useDelegations } from './useDelegations';

/** Who reviews in one's name and until when, and in whose name one reviews. */
export function DelegatesDialog(props: { onClose(): void }) {
  const { t } = useTranslation();
  const { state, create, end } = useDelegations();
  return (
    <Dialog isOpen onOpenChange={open => !open && props.onClose()} width={560}>
      <DialogHeader>{t('delegates.title')}</DialogHeader>
      <DialogBody>
        <div className={styles.stack}>
          <Text as="p" color="secondary">
            {t('delegates.intro')}
          </Text>
          {state.state === 'loading' && <SkeletonLines count={3} />}
          {state.state === 'error' && (
            <ErrorPanel error={state.error} retry={state.retry} />
          )}
          {state.state === 'ready' && (
            <>
              <DelegationRows
                title={t('delegates.given')}
                empty={t('delegates.givenNone')}
                delegations={state.given}
                personOf={delegation => delegation.delegate}
                onEnd={end.send}
              />
              {state.received.length > 0 && (
                <DelegationRows
                  title={t('delegates.received')}
                  delegations={state.received}
                  personOf={delegation => delegation.person}
                />
              )}
            </>
          )}
          {Boolean(end.error) && <ErrorPanel error={end.error} />}
          <DelegateForm {...create} />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={props.onClose}>
          {t('delegates.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
