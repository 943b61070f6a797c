import { BreadcrumbEntry } from '@backstage/frontend-plugin-api';
import { Container } from '@backstage/ui';
import { useParams } from 'react-router-dom';
import { ErrorPanel } from '../components/ErrorPanel';
import { SkeletonLines } from '../components/SkeletonLines';
import { useLinks } from '../hooks/useLinks';
import { useTranslation } from '../hooks/useTranslation';
import { BoardView } from './BoardView';
import { useBoard } from './useBoard';

/** One board. */
export function BoardPage() {
  const { t } = useTranslation();
  const links = useLinks();
  const { boardId = '' } = useParams();
  const state = useBoard(boardId);
  return (
    <Container>
      {state.state === 'loading' && (
        <div role="status" aria-label={t('boards.loadingBoard')}>
          <SkeletonLines count={10} height={28} />
        </div>
      )}
      {state.state === 'error' && (
        <ErrorPanel error={state.error} retry={state.retry} />
      )}
      {state.state === 'ready' && (
        <BreadcrumbEntry
          entry={{ label: state.board.title, href: links.board(boardId) }}
        >
          <BoardView
            key={`${boardId}-${state.board.revision}`}
            board={state.board}
            kept={state.board.definition}
          />
        </BreadcrumbEntry>
      )}
    </Container>
  );
}
