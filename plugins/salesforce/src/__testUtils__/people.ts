import type { Person } from '@salesdesk/backstage-plugin-salesforce-common';

function person(name: string, email: string): Person {
  return {
    ref: `user:default/${email.split('@')[0]}`,
    displayName: name,
    email,
  };
}

/** People of the demo company. */
export const people = {
  erin: person('Erin Walsh', 'erin.walsh@acme.com'),
  priya: person('Priya Raman', 'priya.raman@acme.com'),
  sam: person('Sam Okafor', 'sam.okafor@acme.com'),
  ines: person('Ines Duarte', 'ines.duarte@acme.com'),
  tom: person('Tom Becker', 'tom.becker@acme.com'),
  ari: person('Ari Cohen', 'ari.cohen@acme.com'),
} satisfies Record<string, Person>;
