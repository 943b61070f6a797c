import { Route, Routes } from 'react-router-dom';
import { AssistantPage } from './AssistantPage';

/** The assistant, with or without an earlier conversation open. */
export function AssistantRouter() {
  return (
    <Routes>
      <Route path="/" element={<AssistantPage />} />
      <Route path=":conversationId" element={<AssistantPage />} />
    </Routes>
  );
}
