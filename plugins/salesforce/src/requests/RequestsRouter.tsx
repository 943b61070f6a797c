import { Route, Routes } from 'react-router-dom';
import { RequestPage } from '../request/RequestPage';
import { RequestsPage } from './RequestsPage';

/** The list of requests, and one request below it. */
export function RequestsRouter() {
  return (
    <Routes>
      <Route path="/" element={<RequestsPage />} />
      <Route path="/:requestId" element={<RequestPage />} />
    </Routes>
  );
}
