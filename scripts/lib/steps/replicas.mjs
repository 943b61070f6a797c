import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { control } from '../../bench/lib/orgControl.mjs';
import { PortalClient } from '../../bench/lib/PortalClient.mjs';
import { startDemo } from '../demo/startDemo.mjs';
import { freePort } from '../ports.mjs';
import { startPostgres } from '../startPostgres.mjs';

const APPROVALS = 64;

/** Two real backends on one PostgreSQL, which is how a company runs them. */
export const replicasStep = {
  name: 'replicas',
  title: 'Two backends on one PostgreSQL',
  // The soak is done before the installation is.
  after: 'soak',
  async run({ log, artifacts }) {
    const directory = join(artifacts, 'replicas');
    rmSync(directory, { recursive: true, force: true });
    const postgres = await startPostgres({ log });
    const demos = [];
    const start = async (name, orgUrl) => {
      const demo = await startDemo({
        ports: {
          org: await freePort(),
          backend: await freePort(),
          frontend: 0,
        },
        frontend: 'none',
        database: postgres.url,
        directory: join(directory, name),
        orgUrl,
      });
      demos.push(demo);
      return demo;
    };
    const problems = [];
    let passed = 0;
    const promise = async (what, keep) => {
      try {
        await keep();
        passed += 1;
      } catch (error) {
        problems.push(`${what}: ${error.message}`);
      }
    };
    try {
      // One after the other: on an empty database they would both migrate.
      const first = await start('first');
      const second = await start('second', first.orgUrl);
      const pair = { first, second, orgUrl: first.orgUrl };
      await promise(`${APPROVALS} approvals at once make one run`, () =>
        oneRun(pair),
      );
      await promise('one reset e-mail, however many replies are lost', () =>
        oneMail(pair),
      );
      await promise('what one backend took in, the other one finishes', () =>
        surviveTheEnd(pair),
      );
    } finally {
      for (const demo of demos) await demo.end({ signal: 'SIGKILL' });
      await postgres.end();
    }
    return { passed, failed: problems.length, problems };
  },
};

async function clientOf(demo, person) {
  return PortalClient.create({
    backendUrl: demo.backendUrl,
    token: await demo.tokenOf(`user:default/${person}`),
  });
}

async function effects(orgUrl, query) {
  const answer = await control(orgUrl, 'GET', `/journal?${query}`);
  return Array.isArray(answer) ? answer : answer.entries ?? answer.effects;
}

function expectEqual(what, found, wanted) {
  if (found !== wanted) {
    throw new Error(`${what} is ${found} and not ${wanted}`);
  }
}

async function oneRun({ first, second, orgUrl }) {
  const erin = await clientOf(first, 'erin.walsh');
  const request = await erin.call('POST', '/requests', {
    action: 'salesforce_update_user',
    input: { users: ['me'], title: 'Replicated Executive' },
    reason: 'Two replicas',
  });
  expectEqual('the state', request.state, 'awaiting_approval');
  const approvers = await Promise.all([
    clientOf(first, 'tom.becker'),
    clientOf(second, 'tom.becker'),
    clientOf(first, 'priya.raman'),
    clientOf(second, 'priya.raman'),
  ]);
  await control(orgUrl, 'DELETE', '/journal');
  const answers = await Promise.allSettled(
    Array.from({ length: APPROVALS }, (_, index) =>
      approvers[index % approvers.length].call(
        'POST',
        `/requests/${request.id}/reviews`,
        { decision: 'approve', planDigest: request.planDigest },
      ),
    ),
  );
  const broken = answers.find(
    ({ status, reason }) =>
      status === 'rejected' && !/: (409|403) /.test(reason.message),
  );
  if (broken) throw broken.reason;
  await erin.untilState(request.id, ['succeeded']);
  const updates = await effects(orgUrl, 'object=User&kind=update');
  expectEqual(
    'the number of updates',
    updates.filter(({ after }) => after?.Title === 'Replicated Executive')
      .length,
    1,
  );
  const { items } = await erin.call(
    'GET',
    `/requests/${request.id}/timeline?limit=100`,
  );
  expectEqual(
    'the number of runs in the audit log',
    items.filter(({ type }) => type === 'request.running').length,
    1,
  );
}

async function oneMail({ first, second, orgUrl }) {
  const erin = await clientOf(first, 'erin.walsh');
  await control(orgUrl, 'DELETE', '/journal');
  await control(orgUrl, 'POST', '/faults', {
    match: { method: 'DELETE', path: '/password' },
    effect: { type: 'loseReply', when: 'after' },
    times: null,
  });
  const request = await erin.call('POST', '/requests', {
    action: 'salesforce_reset_password',
    input: { users: ['me'] },
    reason: 'Two replicas',
  });
  const ended = await erin.untilState(request.id, ['needs_admin']);
  if (!ended.blockers?.some(({ code }) => code === 'outcome_unknown')) {
    throw new Error(`the admin is told ${JSON.stringify(ended.blockers)}`);
  }
  const sam = await clientOf(second, 'sam.okafor');
  await sam.call('POST', `/requests/${request.id}/retry`, {
    comment: 'Without repeating',
    repeatUnknown: false,
  });
  await sam.untilState(request.id, ['needs_admin', 'succeeded', 'failed']);
  await control(orgUrl, 'DELETE', '/faults');
  const mails = await effects(orgUrl, 'kind=passwordReset');
  expectEqual('the number of reset e-mails', mails.length, 1);
}

/** The first one is ended by SIGKILL while there is work. */
async function surviveTheEnd({ first, second, orgUrl }) {
  await control(orgUrl, 'DELETE', '/journal');
  const sam = await clientOf(second, 'sam.okafor');
  const users = [
    'marco@acme.com',
    'dan@acme.com',
    'ari@acme.com',
    'ann.lee@acme.com',
  ];
  const requests = [];
  for (const user of users) {
    requests.push(
      await sam.call('POST', '/requests', {
        action: 'salesforce_update_user',
        input: { users: [user], department: 'Survivors' },
        reason: 'Two replicas',
      }),
    );
  }
  const backend = first.services.find(({ name }) => name === 'backend');
  await backend.end({ signal: 'SIGKILL' });
  const tom = await clientOf(second, 'tom.becker');
  for (const request of requests) {
    if (request.state === 'awaiting_approval') {
      await tom.call('POST', `/requests/${request.id}/reviews`, {
        decision: 'approve',
        planDigest: request.planDigest,
      });
    }
    // A lease that the first one held runs out after two minutes.
    await sam.untilState(request.id, ['succeeded'], {
      timeoutMilliseconds: 180_000,
    });
  }
  const updates = await effects(orgUrl, 'object=User&kind=update');
  expectEqual(
    'the number of updates',
    updates.filter(({ after }) => after?.Department === 'Survivors').length,
    users.length,
  );
}
