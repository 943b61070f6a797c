import { useState } from 'react';
import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { chosenPerson } from './chosenPerson';
import { forgettingIdentity } from './forgettingIdentity';
import { PeopleToChoose } from './PeopleToChoose';
import { readDemoPeople } from './readDemoPeople';
import { SignInFailed } from './SignInFailed';

/** Offers the people of the demo; the tab stays who it was until signed out. */
export const DemoSignInPage = ({ onSignInSuccess }: SignInPageProps) => {
  const people = readDemoPeople(useApi(configApiRef));
  const [person, setPerson] = useState(chosenPerson.get());

  if (!person) {
    return (
      <PeopleToChoose
        people={people}
        onChoose={chosen => {
          chosenPerson.set(chosen);
          setPerson(chosen);
        }}
      />
    );
  }

  return (
    <ProxiedSignInPage
      provider="demo"
      headers={{ 'x-demo-user': person }}
      onSignInSuccess={identity =>
        onSignInSuccess(forgettingIdentity(identity))
      }
      ErrorComponent={({ error }) => (
        <SignInFailed
          error={error}
          onChooseAgain={() => {
            chosenPerson.forget();
            setPerson(undefined);
          }}
        />
      )}
    />
  );
};
