/** Messages of the area "requests", under the key `requests`. */
export const requestsMessages = {
  title: 'Requests',
} as const;
