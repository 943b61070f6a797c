import { Container, Select } from '@backstage/ui';
import { useSearchParams } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useTranslation } from '../hooks/useTranslation';
import { useInventoryObjects } from '../inventory/useInventoryObjects';
import { BoardView } from './BoardView';

const USERS = 'User';

/** A board that is not kept yet, of records of an object that is chosen first. */
export function NewBoardPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const objects = useInventoryObjects();
  const wanted = search.get('object') ?? USERS;
  if (objects.isPending) {
    return (
      <Container>
        <SkeletonLines count={8} height={28} />
      </Container>
    );
  }
  if (objects.isError) {
    return (
      <Container>
        <ErrorPanel
          error={objects.error}
          retry={() => void objects.refetch()}
        />
      </Container>
    );
  }
  const object =
    objects.data.find(candidate => candidate.object === wanted) ??
    objects.data[0];
  return (
    <Container>
      <BoardView
        key={object.object}
        board={undefined}
        kept={{ object: object.object, columns: object.columns, filters: [] }}
        choice={
          <Select
            label={t('boards.ofWhat')}
            search={{ placeholder: t('boards.findObject') }}
            options={objects.data.map(({ object: id, plural }) => ({
              id,
              label: plural,
            }))}
            value={object.object}
            onChange={chosen =>
              setSearch({ object: String(chosen) }, { replace: true })
            }
          />
        }
      />
    </Container>
  );
}
