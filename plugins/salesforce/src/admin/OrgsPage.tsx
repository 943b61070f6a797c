import { Container } from '@backstage/ui';
import type { ComponentType } from 'react';
import { Route, Routes, useParams } from 'react-router-dom';
import { ConnectOrg } from './orgs/ConnectOrg';
import { EditOrg } from './orgs/EditOrg';
import { OrgPeople } from './orgs/people/OrgPeople';
import { OrgScreen } from './orgs/OrgScreen';
import { SetUpOrg } from './orgs/SetUpOrg';
import { OrgsList } from './orgs/OrgsList';

/** The orgs: all of them, one of them, and the way to connect another. */
export function OrgsPage() {
  return (
    <Container>
      <Routes>
        <Route index element={<OrgsList />} />
        {/* An id never begins with an underscore, so no org is called that. */}
        <Route path="_connect" element={<ConnectOrg />} />
        <Route path=":orgId" element={<OneOrg screen={OrgScreen} />} />
        <Route path=":orgId/edit" element={<OneOrg screen={EditOrg} />} />
        <Route path=":orgId/setup" element={<OneOrg screen={SetUpOrg} />} />
        <Route path=":orgId/people" element={<OneOrg screen={OrgPeople} />} />
      </Routes>
    </Container>
  );
}

function OneOrg(props: { screen: ComponentType<{ orgId: string }> }) {
  const { orgId = '' } = useParams();
  const Screen = props.screen;
  return <Screen key={orgId} orgId={orgId} />;
}
