import type {
  RequestDetail,
  RequestSeats,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { people } from '../__testUtils__/people';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import { sampleRequest } from '../__testUtils__/samples';

const pool = {
  kind: 'user_license' as const,
  id: '100A',
  name: 'Salesforce Platform',
  needed: 1,
  total: 20,
  used: 20,
};

function stuck(more: Partial<RequestDetail>): RequestDetail {
  return sampleRequest({
    id: 'req-1',
    state: 'needs_admin',
    title: 'Create a Salesforce user for Nina Newcomer',
    ...more,
  });
}

describe('the page of a request', () => {
  it('that meets a full licence names who could give a seat back, and lets it wait', async () => {
    let seats: RequestSeats = {
      pools: [
        {
          ...pool,
          holders: [
            {
              userId: '005G',
              name: 'Grace Holm',
              username: 'grace.holm@acme.com',
              reason: 'no_login',
              lastLoginAt: '2024-01-01T00:00:00.000Z',
              action: 'salesforce_deactivate_user',
              input: { users: ['grace.holm@acme.com'] },
            },
          ],
        },
      ],
      maySeeHolders: true,
      mayWait: true,
      mayLeave: false,
    };
    const backend = sampleBackend()
      .on('get', '/requests/{requestId}', () =>
        stuck({
          blockers: [
            {
              code: 'license_full',
              message: 'One Salesforce Platform licence needed, none is free',
              remedy: 'Deactivate users who no longer need it',
              pool,
            },
          ],
        }),
      )
      .on('get', '/requests/{requestId}/seats', () => seats)
      .on('post', '/requests/{requestId}/seats/queue', () => {
        seats = {
          ...seats,
          mayWait: false,
          mayLeave: true,
          queue: {
            position: 2,
            started: false,
            since: '2026-11-28T09:00:00.000Z',
          },
        };
        return seats;
      });
    renderPlugin({ backend, at: '/salesforce/requests/req-1' });
    const user = userEvent.setup();
    expect(await screen.findByText('20 of 20 in use')).toBeVisible();
    expect(screen.getByText(/No login for 90 days/)).toBeVisible();
    expect(
      screen.getByRole('link', { name: 'Deactivate Grace Holm…' }),
    ).toHaveAttribute(
      'href',
      expect.stringContaining('/request/salesforce_deactivate_user?input='),
    );
    await user.click(screen.getByRole('button', { name: 'Wait for a seat' }));
    expect(await screen.findByText('No. 2 in the queue')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Stop waiting' })).toBeVisible();
  });

  it('that somebody stopped says who, and what can be done', async () => {
    const backend = sampleBackend().on('get', '/requests/{requestId}', () =>
      stuck({
        allowedActions: ['retry', 'cancel'],
        blockers: [{ code: 'stopped', message: 'It was stopped', remedy: '' }],
        stop: { by: people.erin, at: '2026-11-28T09:00:00.000Z' },
      }),
    );
    renderPlugin({ backend, at: '/salesforce/requests/req-1' });
    expect(await screen.findByText('Stopped by Erin Walsh')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Run again' })).toBeVisible();
    expect(
      screen.queryByText('An admin has to clear something in Salesforce first'),
    ).toBeNull();
  });

  it('is stopped from its page, and opens the dialog that a link names', async () => {
    const stopped: string[] = [];
    const running = stuck({ state: 'running', allowedActions: ['stop'] });
    const backend = sampleBackend()
      .on('get', '/requests/{requestId}', () => running)
      .on('post', '/requests/{requestId}/stop', ({ params }) => {
        stopped.push(params.requestId);
        return {
          ...running,
          allowedActions: [],
          stop: { by: people.erin, at: '2026-11-28T09:00:00.000Z' },
        };
      });
    // As the audit log links to an undo.
    renderPlugin({ backend, at: '/salesforce/requests/req-1?do=stop' });
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', {
        name: 'Stop before the next change',
      }),
    );
    await waitFor(() => expect(stopped).toEqual(['req-1']));
  });
});
