import { Navigate, Route, Routes } from 'react-router-dom';
import { useLinks } from '../hooks/useLinks';
import { RequestFormPage } from './RequestFormPage';

/** The form of the action that the address names. */
export function FormRouter() {
  const links = useLinks();
  return (
    <Routes>
      <Route path="/:action" element={<RequestFormPage />} />
      <Route path="*" element={<Navigate to={links.home()} replace />} />
    </Routes>
  );
}
