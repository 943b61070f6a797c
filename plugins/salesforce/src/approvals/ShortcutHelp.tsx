import { Dialog, DialogBody, DialogHeader, Switch, Text } from '@backstage/ui';
import { useTranslation } from '../hooks/useTranslation';
import styles from './ShortcutHelp.module.css';

/** The keys of this page, and the switch that turns them off. */
export function ShortcutHelp(props: {
  isOpen: boolean;
  onClose(): void;
  enabled: boolean;
  setEnabled(enabled: boolean): void;
}) {
  const { t } = useTranslation();
  const keys: [string[], string][] = [
    [['j', '↓'], t('approvals.shortcut.next')],
    [['k', '↑'], t('approvals.shortcut.previous')],
    [[t('approvals.key.enter')], t('approvals.shortcut.open')],
    [[t('approvals.key.escape')], t('approvals.shortcut.close')],
    [['a'], t('approvals.shortcut.approve')],
    [['r'], t('approvals.shortcut.reject')],
    [['x'], t('approvals.shortcut.select')],
    [['?'], t('approvals.shortcut.help')],
  ];
  return (
    <Dialog
      isOpen={props.isOpen}
      onOpenChange={open => !open && props.onClose()}
      width={420}
    >
      <DialogHeader>{t('approvals.shortcuts')}</DialogHeader>
      <DialogBody>
        <dl className={styles.keys}>
          {keys.map(([names, words]) => (
            <div key={words} className={styles.line}>
              <dt>
                {names.map(name => (
                  <kbd key={name} className={styles.key}>
                    {name}
                  </kbd>
                ))}
              </dt>
              <dd>
                <Text as="span">{words}</Text>
              </dd>
            </div>
          ))}
        </dl>
        <Switch
          label={t('approvals.shortcutsOn')}
          isSelected={props.enabled}
          onChange={props.setEnabled}
        />
      </DialogBody>
    </Dialog>
  );
}
