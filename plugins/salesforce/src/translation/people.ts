/** Messages about picking people, under the key `people`. */
export const peopleMessages = {
  search: 'Name or e-mail address',
  searchWithGroups: 'Name of a person or group',
} as const;
