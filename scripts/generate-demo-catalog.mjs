// Writes packages/backend/catalog/people.yaml from the people of the local org's
// demo data, so that the portal and the org describe one company. `--check`
// fails when the file is not what the data says.

import { readFileSync, writeFileSync } from 'node:fs';
import { inRepository } from './lib/repository.mjs';

const { demoPeople } = await import(
  inRepository('packages/salesforce-org/src/data/demo/demoPeople.ts')
);

const target = inRepository('packages/backend/catalog/people.yaml');
const header = `# The people of Acme, from packages/salesforce-org/src/data/demo/demoPeople.ts by
# scripts/generate-demo-catalog.mjs. Do not edit. Five of them may sign in: see
# auth.providers.demo in app-config.yaml.
`;

const managers = new Map(
  demoPeople.map(({ email, entityName }) => [email, entityName]),
);
const managing = new Set(
  demoPeople.map(({ salesforce }) => salesforce?.manager),
);

const yaml = header + demoPeople.map(entity).join('---\n');
if (!process.argv.includes('--check')) {
  writeFileSync(target, yaml);
} else if (readFileSync(target, 'utf8') !== yaml) {
  console.error(
    `${target} is not what the demo data says: run node scripts/generate-demo-catalog.mjs`,
  );
  process.exitCode = 1;
}

function entity(person) {
  const manager = managers.get(person.salesforce?.manager);
  return [
    'apiVersion: backstage.io/v1alpha1',
    'kind: User',
    'metadata:',
    `  name: ${person.entityName}`,
    ...(manager
      ? ['  annotations:', `    salesdesk.io/manager: user:default/${manager}`]
      : []),
    'spec:',
    '  profile:',
    `    displayName: ${displayName(person)}`,
    `    email: ${person.email}`,
    `  memberOf: [${groupsOf(person).join(', ')}]`,
    '',
  ].join('\n');
}

function displayName({ firstName, lastName }) {
  const names = /\p{Script=Han}/u.test(lastName)
    ? [lastName, firstName]
    : [firstName, lastName];
  return names.filter(Boolean).join(' ');
}

function groupsOf({ email, groups, salesforce }) {
  return [
    ...groups,
    ...(salesforce?.department === 'Revenue Operations' ? ['revops'] : []),
    // Whoever has people of their own has the role of a manager at this host.
    ...(managing.has(email) ? ['managers'] : []),
  ];
}
