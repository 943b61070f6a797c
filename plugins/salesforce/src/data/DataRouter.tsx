import { Navigate, Route, Routes } from 'react-router-dom';
import { useLinks } from '../hooks/useLinks';
import { QueryPage } from './query/QueryPage';
import { RecordPage } from './record/RecordPage';
import { SchemaPage } from './schema/SchemaPage';

/** Queries, the objects of an org, and single records. */
export function DataRouter() {
  const links = useLinks();
  return (
    <Routes>
      <Route path="/" element={<QueryPage />} />
      <Route path="/objects" element={<SchemaPage />} />
      <Route path="/objects/:object" element={<SchemaPage />} />
      <Route path="/:org/:object/:id" element={<RecordPage />} />
      <Route path="*" element={<Navigate to={links.data()} replace />} />
    </Routes>
  );
}
