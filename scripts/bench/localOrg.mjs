import { runSource } from './lib/runSource.mjs';

const measured = once(() =>
  runSource('packages/salesforce-org/src/__testUtils__/benchOrg.ts'),
);

export const localOrgStart = {
  name: 'local_org_start_ms',
  title: 'the local org as a library, from the call to the first answer',
  run: async () => ({
    value: (await measured()).start,
    unit: 'ms',
    goal: 100,
  }),
};

export const localOrgQuery = {
  name: 'local_org_query_ms',
  title: 'one query of 2,000 of 20,000 rows by the local org, without HTTP',
  run: async () => {
    const { page, indexed, parent } = await measured();
    return { value: page, unit: 'ms', goal: 100, notes: { indexed, parent } };
  },
};

function once(work) {
  let result;
  return () => (result ??= work());
}
