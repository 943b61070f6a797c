import {
  filterFromSearch,
  isNarrowed,
  queryFromFilter,
  searchFromFilter,
} from './requestsFilter';

describe('the filter of the list of requests', () => {
  it('comes back from its own address', () => {
    const address =
      'view=all&state=awaiting_approval&state=needs_admin&action=salesforce_freeze_user&org=acme&q=marco&order=expiring';
    const filter = filterFromSearch(new URLSearchParams(address), 'mine');
    expect(searchFromFilter(filter, 'mine').toString()).toBe(address);
    expect(queryFromFilter(filter)).toEqual({
      view: 'all',
      state: ['awaiting_approval', 'needs_admin'],
      action: ['salesforce_freeze_user'],
      org: 'acme',
      q: 'marco',
      order: 'expiring',
    });
  });

  it('keeps the address bare when nothing is chosen', () => {
    const filter = filterFromSearch(new URLSearchParams(), 'mine');
    expect(searchFromFilter(filter, 'mine').toString()).toBe('');
    expect(queryFromFilter(filter)).toEqual({ view: 'mine', order: 'newest' });
    expect(isNarrowed(filter)).toBe(false);
  });

  it('leaves out words of an address that mean nothing', () => {
    const filter = filterFromSearch(
      new URLSearchParams('view=yours&state=lost&order=random'),
      'all',
    );
    expect(filter).toEqual({ view: 'all', states: [], q: '', order: 'newest' });
  });
});
