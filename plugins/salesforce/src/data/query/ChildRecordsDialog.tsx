import {
  Button,
  Dialog,
  DialogBody,
  DialogFooter,
  DialogHeader,
  Link,
} from '@backstage/ui';
import { cellInWords, valueAt } from '../../assistant/blocks/cells';
import tableStyles from '../../assistant/blocks/Blocks.module.css';
import { scrollableByKeyboard } from '../../components/scrollableByKeyboard';
import { useLanguage } from '../../hooks/useLanguage';
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
  const language = useLanguage();
  const pages = useLinks();
  const { label, rows, links, orgInPath, onClose } = props;
  const paths = pathsIn(rows);
  return (
    <Dialog isOpen onOpenChange={open => !open && onClose()} width={720}>
      <DialogHeader>{label}</DialogHeader>
      <DialogBody>
        <div
          className={tableStyles.scroller}
          role="group"
          aria-label={label}
          {...scrollableByKeyboard}
        >
          <table className={tableStyles.table}>
            <thead>
              <tr>
                {paths.map(path => (
                  <th key={path} scope="col">
                    {path}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <tr key={String(row.Id ?? index)}>
                  {paths.map(path => {
                    const words = cellInWords({
                      value: valueAt(row, path),
                      language,
                      t,
                    });
                    const linked = words
                      ? links.of(row, {
                          name: path,
                          type: /(^|\.)Id$|Id$/.test(path) ? 'id' : 'string',
                        })
                      : undefined;
                    return (
                      <td key={path}>
                        {linked ? (
                          <Link
                            href={pages.record({ org: orgInPath, ...linked })}
                          >
                            {words}
                          </Link>
                        ) : (
                          words
                        )}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </DialogBody>
      <DialogFooter>
        <Button variant="secondary" onPress={onClose}>
          {t('data.close')}
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
