/** Messages of the area "orgs", under the key `orgs`. */
export const orgsMessages = {
  title: 'Orgs',
} as const;
