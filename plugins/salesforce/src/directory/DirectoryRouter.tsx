import { Navigate, Route, Routes } from 'react-router-dom';
import { useLinks } from '../hooks/useLinks';
import { ChangesPage } from './ChangesPage';
import { ComparePage } from './ComparePage';
import { DirectoryPage } from './DirectoryPage';
import { RecordPage } from './RecordPage';
import { UserPage } from './UserPage';
import { WhoCanPage } from './WhoCanPage';

/** The lists of the directory, and the pages of what stands in them. */
export function DirectoryRouter() {
  const links = useLinks();
  return (
    <Routes>
      <Route
        path="/"
        element={<Navigate to={links.directory('users')} replace />}
      />
      <Route path="/changes" element={<ChangesPage />} />
      <Route path="/who-can" element={<WhoCanPage />} />
      <Route path="/compare" element={<ComparePage />} />
      <Route path="/users/:recordId/*" element={<UserPage />} />
      <Route path="/:section" element={<DirectoryPage />} />
      <Route path="/:section/:recordId" element={<RecordPage />} />
    </Routes>
  );
}
