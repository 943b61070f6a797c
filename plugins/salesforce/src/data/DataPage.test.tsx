import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeError, type FakeBackend } from '../__testUtils__/FakeBackend';
import { renderPlugin } from '../__testUtils__/renderPlugin';
import { sampleAction, sampleActions } from '../__testUtils__/sampleActions';
import { sampleBackend } from '../__testUtils__/sampleBackend';
import { queryLines, withDataSamples } from '../__testUtils__/withDataSamples';

const QUERY = 'SELECT Id, Name, Owner.Name FROM Account';
const atQuery = `/salesforce/data?q=${encodeURIComponent(QUERY)}`;

function open(at: string, change: (backend: FakeBackend) => void = () => {}) {
  const backend = withDataSamples(sampleBackend());
  change(backend);
  renderPlugin({ backend, at });
  return { backend, user: userEvent.setup() };
}

const asked = (backend: FakeBackend, path: string) =>
  backend.calls.filter(call => call.path === path && call.method === 'POST');

beforeAll(() => {
  // jsdom has no layout: give what scrolls a size, and text a place.
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', {
    configurable: true,
    get: () => 600,
  });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', {
    configurable: true,
    get: () => 900,
  });
  Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

describe('the Data page', () => {
  it('runs the query of its address, says whose data it is, and draws only rows in view', async () => {
    const { backend, user } = open(atQuery, base =>
      base.on(
        'post',
        '/data/query',
        ({ body }) =>
          new Response(
            queryLines({
              query: body.query,
              count: 12_000,
              restrictedTo: 'records that you own',
            }).join(''),
          ),
      ),
    );
    expect(
      await screen.findByText('12,000 rows', {}, { timeout: 20_000 }),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Narrowed to records that you own'),
    ).toBeInTheDocument();
    expect(
      await screen.findByText(/what the portal’s integration user may see/),
    ).toBeInTheDocument();
    const table = screen.getByRole('table', { name: 'Rows of the query' });
    expect(table).toHaveAttribute('aria-rowcount', '12001');
    expect(within(table).getAllByRole('row').length).toBeLessThan(60);
    expect(
      within(table).getByRole('link', { name: 'Account 1' }),
    ).toHaveAttribute(
      'href',
      '/salesforce/data/acme/Account/001Ho0000000001AAA',
    );
    // of a parent, by the id that was read beside it
    expect(
      within(table).getAllByRole('link', { name: 'Erin Walsh' })[0],
    ).toHaveAttribute('href', '/salesforce/data/acme/User/005Ho00000ErinAAA1');
    expect(asked(backend, '/data/query')).toHaveLength(1);

    const revenue = () =>
      within(table)
        .getAllByRole('row')
        .slice(1, 3)
        .map(row => within(row).getAllByRole('cell')[2].textContent);
    await user.click(screen.getByRole('button', { name: 'Annual Revenue' }));
    await user.click(screen.getByRole('button', { name: 'Annual Revenue' }));
    expect(
      screen.getByRole('columnheader', { name: 'Annual Revenue' }),
    ).toHaveAttribute('aria-sort', 'descending');
    await waitFor(() => expect(revenue()[0]).toBe('9,999'));

    await user.type(
      screen.getByRole('searchbox', { name: 'Find in these rows' }),
      'account 11999',
    );
    expect(await screen.findByText('1 shown')).toBeInTheDocument();

    await user.click(screen.getByRole('button', { name: '2 records' }));
    const dialog = await screen.findByRole('dialog', { name: 'Contacts' });
    expect(within(dialog).getByText('Contact 11999.1')).toBeInTheDocument();
  });

  it('shows where a query is wrong, in Salesforce’s words', async () => {
    open(atQuery, base =>
      base.on('post', '/data/query', () => {
        throw new FakeError(400, 'Salesforce does not accept this query', {
          code: 'invalid_query',
          details:
            "\nSELECT Id, Name, Owner.Name FROM Account\n           ^\nERROR at Row:1:Column:12\nNo such column 'Name' on entity 'Account'.",
        });
      }),
    );
    expect(await screen.findByText('Line 1, column 12')).toBeInTheDocument();
    expect(
      screen.getByText("No such column 'Name' on entity 'Account'."),
    ).toBeInTheDocument();
  });

  it('never lets half of the rows look like all of them', async () => {
    open(atQuery, base =>
      base.on(
        'post',
        '/data/query',
        ({ body }) =>
          new Response(
            queryLines({ query: body.query, count: 3 }).slice(0, 2).join(''),
          ),
      ),
    );
    expect(
      await screen.findByText(/Broke off after 3 of 3 rows/),
    ).toBeInTheDocument();
  });

  it('stops a query that is running and keeps what has come', async () => {
    const { user } = open(atQuery, base =>
      base.on('post', '/data/query', ({ body, signal }) => {
        const [start, rows] = queryLines({ query: body.query, count: 3 });
        return new Response(
          new ReadableStream({
            start(controller) {
              controller.enqueue(new TextEncoder().encode(start + rows));
              signal.addEventListener('abort', () =>
                controller.error(signal.reason),
              );
            },
          }),
        );
      }),
    );
    await screen.findByText('3 of 3 rows');
    await user.click(screen.getByRole('button', { name: 'Stop' }));
    expect(
      await screen.findByText('Stopped after 3 of 3 rows'),
    ).toBeInTheDocument();
  });

  it('keeps a query, renames it, and forgets it', async () => {
    const { backend, user } = open(atQuery);
    await screen.findByText('3 rows');
    await user.click(screen.getByRole('button', { name: 'Save query' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('Title'), 'Mine');
    await user.click(
      within(dialog).getByRole('checkbox', { name: /Share with everybody/ }),
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Save query' }),
    );
    await waitFor(() =>
      expect(asked(backend, '/data/saved-queries')[0]?.body).toEqual({
        title: 'Mine',
        query: QUERY,
        shared: true,
      }),
    );
    await user.click(screen.getByRole('tab', { name: 'Saved' }));
    expect(await screen.findByText('Shared by Sam okafor')).toBeInTheDocument();
    await user.click(
      await screen.findByRole('button', { name: 'What to do with “Mine”' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Delete' }));
    await user.click(await screen.findByRole('button', { name: 'Delete' }));
    await waitFor(() =>
      expect(screen.queryByText('Mine')).not.toBeInTheDocument(),
    );
  });
});

describe('the page of a record', () => {
  const at = '/salesforce/data/acme/Account/001Ho0000000001AAA';

  it('shows fields in sections, leads to what it refers to, and offers the change that one may ask for', async () => {
    open(at, base =>
      base.on('get', '/actions', () => ({
        items: [
          ...sampleActions,
          {
            ...sampleAction('salesforce_update_user'),
            id: 'salesforce_update_record',
            title: 'Update a record',
          },
        ],
      })),
    );
    const belongs = await screen.findByRole('region', { name: 'Belongs to' });
    expect(
      within(belongs).getByRole('link', { name: 'Erin Walsh' }),
    ).toHaveAttribute('href', '/salesforce/data/acme/User/005Ho00000ErinAAA1');
    expect(
      screen.getByRole('link', { name: 'Show all in Data' }),
    ).toHaveAttribute('href', expect.stringContaining('/salesforce/data?q='));
    const update = await screen.findByRole('link', { name: 'Update' });
    const href = new URL(update.getAttribute('href')!, 'http://localhost');
    expect(href.pathname).toBe('/salesforce/request/salesforce_update_record');
    expect(JSON.parse(href.searchParams.get('input')!)).toEqual({
      object: 'Account',
      record: '001Ho0000000001AAA',
    });
  });

  it('offers no change that one may not ask for, and explains what is not there', async () => {
    open(at, base =>
      base
        .on('get', '/actions', () => ({ items: [] }))
        .on('get', '/data/objects/{object}/records/{record}', () => {
          throw new FakeError(404, 'There is no Account that you may see', {
            code: 'not_found',
          });
        }),
    );
    expect(
      await screen.findByText('There is no Account that you may see'),
    ).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Update' })).toBeNull();
  });
});

describe('the schema browser', () => {
  it('finds objects, shows what they are made of, and leads to a query', async () => {
    const { user } = open('/salesforce/data/objects');
    await user.type(
      await screen.findByRole('searchbox', { name: 'Find an object' }),
      'acc',
    );
    expect(screen.queryByRole('button', { name: /^User/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: /^Account/ }));
    const details = await screen.findByRole('article', { name: 'Account' });
    expect(within(details).getByText('Required')).toBeInTheDocument();
    expect(within(details).getByText('2 values')).toBeInTheDocument();
    expect(within(details).getByRole('link', { name: 'User' })).toHaveAttribute(
      'href',
      '/salesforce/data/objects/User',
    );
    const link = within(details).getByRole('link', {
      name: 'Query this object',
    });
    const query = new URL(link.getAttribute('href')!, 'http://localhost');
    expect(query.searchParams.get('q')).toBe(
      'SELECT Id, Name, Industry, Region__c, Owner.Name\nFROM Account ORDER BY Name\nLIMIT 200',
    );
  });
});
