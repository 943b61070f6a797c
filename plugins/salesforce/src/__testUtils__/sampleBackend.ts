import type {
  Draft,
  Me,
  Option,
  RequestDetail,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { FakeBackend, FakeError } from './FakeBackend';
import { people } from './people';
import { sampleActions } from './sampleActions';
import { sampleAssistant } from './sampleAssistant';
import {
  hoursBefore,
  requestsInEveryState,
  sampleDecision,
  samplePlan,
  sampleRequest,
} from './samples';

export const sampleMe: Me = {
  person: people.erin,
  salesforceUsers: [
    {
      org: 'acme',
      orgTitle: 'Acme production',
      status: 'active',
      id: '005Ho00000ErinAAA',
      name: 'Erin Walsh',
      username: 'erin.walsh@acme.com',
      profile: 'Standard User',
      role: 'Account Executive NA',
    },
  ],
  may: {
    review: true,
    readAudit: true,
    managePolicies: true,
    manageOrgs: true,
    seeAllRequests: true,
    useAssistant: true,
    readInventory: true,
    readAllData: true,
  },
};

const users: Option[] = [
  ['marco@acme.com', 'Marco Bianchi', 'Account Executive EMEA', 'active'],
  ['dan@acme.com', 'Dan Novak', 'Standard User', 'active'],
  ['dan.nowak@acme.com', 'Dan Nowak', 'Standard User', 'frozen'],
  ['ari@acme.com', 'Ari Cohen', 'Account Executive NA', 'active'],
  ['sean.obrien@acme.com', "Seán O'Brien", 'Account Executive NA', 'active'],
  ['grace.holm@acme.com', 'Grace Holm', 'Account Executive EMEA', 'inactive'],
].map(([value, label, role, status]) => ({
  value,
  label,
  detail: `${value} · ${role}`,
  status,
}));

const named: Option[] = [
  'Sales Cloud Einstein',
  'Knowledge Editor',
  'CRM User',
  'Standard User',
  'Sales Manager',
  'RevOps',
].map(label => ({ value: label, label, detail: 'Sample' }));

/** A backend with a bit of everything. Tests replace the routes they are about. */
export function sampleBackend(): FakeBackend {
  const requests = requestsInEveryState();
  const details = new Map<string, RequestDetail>(
    requests.map(summary => [summary.id, sampleRequest(summary)]),
  );
  const detail = (id: string): RequestDetail => {
    const found = details.get(id);
    if (!found) throw new FakeError(404, `No request '${id}'`);
    return found;
  };
  return new FakeBackend()
    .on('get', '/me', () => sampleMe)
    .on('get', '/assistant', () => sampleAssistant)
    .on('get', '/actions', () => ({ items: sampleActions }))
    .on('get', '/orgs', () => ({
      items: [
        {
          id: 'acme',
          title: 'Acme production',
          status: 'connected',
          isDefault: true,
          owners: [people.sam],
        },
      ],
    }))
    .on('get', '/requests', ({ query }) => {
      const states = query.getAll('state');
      const items = requests.filter(
        request =>
          (states.length === 0 || states.includes(request.state)) &&
          (query.get('view') !== 'to_review' ||
            request.state === 'awaiting_approval') &&
          request.title
            .toLowerCase()
            .includes((query.get('q') ?? '').toLowerCase()),
      );
      const limit = Number(query.get('limit') ?? 50);
      const start = Number(query.get('cursor') ?? 0);
      const end = start + limit;
      return {
        items: items.slice(start, end),
        ...(end < items.length ? { nextCursor: String(end) } : {}),
      };
    })
    .on('get', '/requests/{requestId}', ({ params }) =>
      detail(params.requestId),
    )
    .on('get', '/requests/{requestId}/changes', ({ params }) => ({
      items: detail(params.requestId).plan.changes,
    }))
    .on('get', '/requests/{requestId}/timeline', ({ params }) => ({
      items: [
        {
          sequence: 101,
          at: hoursBefore(3),
          type: 'request.submitted',
          actor: people.erin.ref,
          actorPerson: people.erin,
          summary: 'Erin Walsh asked to freeze Marco Bianchi',
          requestId: params.requestId,
          data: { reason: 'He is out on leave for three months.' },
          previousHash: '0'.repeat(64),
          hash: '1'.repeat(64),
        },
      ],
    }))
    .on('get', '/orgs/{org}/options/{picker}', ({ params, query }) => {
      const source = params.picker === 'salesforce-user' ? users : named;
      const q = (query.get('q') ?? '').toLowerCase();
      return {
        items: source.filter(({ label, value }) =>
          `${label} ${value}`.toLowerCase().includes(q),
        ),
        truncated: false,
      };
    })
    .on(
      'post',
      '/drafts',
      ({ body }): Draft => ({
        org: 'acme',
        action: body.action,
        title: 'Freeze Marco Bianchi',
        input: body.input,
        valid: true,
        errors: [],
        plan: samplePlan(),
        decision: sampleDecision(),
        undo: 'Can be undone: the users are unfrozen.',
      }),
    )
    .on('post', '/requests', () => sampleRequest());
}
