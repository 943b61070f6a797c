/** Messages of the area "request", under the key `request`. */
export const requestMessages = {
  title: 'Request',
} as const;
