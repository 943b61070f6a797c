import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
} from '@backstage/ui';
import { RecordsTable } from '../../assistant/blocks/RecordsTable';
import { useLinks } from '../../hooks/useLinks';
import { useTranslation } from '../../hooks/useTranslation';
import { pathsIn, type ChildRecords } from './childRecords';
import type { RecordLinks } from './recordLinks';

/** All records below one row of a result. */
export function ChildRecordsDialog(
  props: ChildRecords & {
    links: RecordLinks;
    orgInPath: string;
    onClose(): void;
  },
) {
  const { t } = useTranslation();
  const pages = useLinks();
  const { label, rows, links, orgInPath, onClose } = props;
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={720}>
      <DialogHeader>{label}</DialogHeader>
      <DialogBody>
        <RecordsTable
          label={label}
          columns={pathsIn(rows).map(path => ({ name: path, label: path }))}
          rows={rows}
          linkOf={({ row, column: { name }, words }) => {
            const linked = words
              ? links.of(row, {
                  name,
                  type: /(^|\.)Id$|Id$/.test(name) ? 'id' : 'string',
                })
              : undefined;
            return (
              linked && { href: pages.record({ org: orgInPath, ...linked }) }
            );
          }}
        />
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('data.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
