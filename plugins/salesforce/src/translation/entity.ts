/** Messages of the area "entity", under the key `entity`. */
export const entityMessages = {
  title: 'Salesforce',
} as const;
