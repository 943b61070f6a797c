import { Container } from '@backstage/ui';
import { Route, Routes, useParams } from 'react-router-dom';
import { ConnectOrg } from './orgs/ConnectOrg';
import { EditOrg } from './orgs/EditOrg';
import { OrgScreen } from './orgs/OrgScreen';
import { OrgsList } from './orgs/OrgsList';

/** The orgs: all of them, one of them, and the way to connect another. */
export function OrgsPage() {
  return (
    <Container>
      <Routes>
        <Route index element={<OrgsList />} />
        {/* An id never begins with an underscore, so no org is called that. */}
        <Route path="_connect" element={<ConnectOrg />} />
        <Route path=":orgId" element={<OneOrg />} />
        <Route path=":orgId/edit" element={<OneOrg edit />} />
      </Routes>
    </Container>
  );
}

function OneOrg(props: { edit?: boolean }) {
  const { orgId = '' } = useParams();
  return props.edit ? (
    <EditOrg key={orgId} orgId={orgId} />
  ) : (
    <OrgScreen key={orgId} orgId={orgId} />
  );
}
