import { Button } from '@backstage/ui';
import { RiUserShared2Line } from '@remixicon/react';
import { useState } from 'react';
import { useTranslation } from '../../hooks/useTranslation';
import { DelegatesDialog } from './DelegatesDialog';

/** Opens the place where one names who reviews in one's name. */
export function DelegatesButton() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button
        variant="tertiary"
        iconStart={<RiUserShared2Line />}
        onPress={() => setOpen(true)}
      >
        {t('delegates.title')}
      </Button>
      {isOpen && <DelegatesDialog onClose={() => setOpen(false)} />}
    </>
  );
}
