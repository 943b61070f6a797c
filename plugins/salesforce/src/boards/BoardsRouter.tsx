import { Route, Routes } from 'react-router-dom';
import { BoardPage } from './BoardPage';
import { BoardsPage } from './BoardsPage';
import { NewBoardPage } from './NewBoardPage';

/** The list of boards, a new one, and one of them. */
export function BoardsRouter() {
  return (
    <Routes>
      <Route path="/" element={<BoardsPage />} />
      <Route path="/new" element={<NewBoardPage />} />
      <Route path="/:boardId" element={<BoardPage />} />
    </Routes>
  );
}
