import { suggestChips } from './suggestChips';

const erin = [{ id: 'user:default/erin.walsh', label: 'Erin Walsh' }];

const suggest = (text: string, people = erin) =>
  suggestChips({
    text,
    people,
    actions: [
      { id: 'salesforce_freeze_user', title: 'Freeze Salesforce users' },
      { id: 'salesforce_create_user', title: 'Create a Salesforce user' },
    ],
    types: [{ type: 'review.approved', label: 'Review: approved' }],
    words: {
      doneBy: name => `Done by ${name}`,
      about: name => `About ${name}`,
      action: 'Action',
      type: 'Kind of entry',
      request: 'One request',
      target: 'Record',
    },
  }).map(({ label, chip }) => [label, chip]);

describe('what the words of the search line may mean', () => {
  it('offers a person both as the one who acted and as the one it was about', () => {
    expect(suggest('erin')).toEqual([
      [
        'Done by Erin Walsh',
        { field: 'person', value: 'user:default/erin.walsh' },
      ],
      [
        'About Erin Walsh',
        { field: 'target', value: 'user:default/erin.walsh' },
      ],
    ]);
  });

  it('offers actions and kinds of entry by their words', () => {
    expect(suggest('FREEZE', [])).toEqual([
      [
        'Freeze Salesforce users',
        { field: 'action', value: 'salesforce_freeze_user' },
      ],
    ]);
    expect(suggest('approved', [])).toEqual([
      ['Review: approved', { field: 'type', value: 'review.approved' }],
    ]);
  });

  it('knows a request by its id and by a pasted link', () => {
    const id = '0f8fad5b-d9cb-469f-a165-70867728950e';
    const request = [[id, { field: 'request', value: id }]];
    expect(suggest(id, [])).toEqual(request);
    expect(
      suggest(`https://portal.acme.com/salesforce/requests/${id}?x=1`, []),
    ).toEqual(request);
  });

  it('knows a record by its id, and takes no word for one', () => {
    expect(suggest('0055g00000ABCDEAAU', [])).toEqual([
      [
        'About 0055g00000ABCDEAAU',
        { field: 'target', value: '0055g00000ABCDEAAU' },
      ],
    ]);
    expect(suggest('responsibilitys', [])).toEqual([]);
  });
});
