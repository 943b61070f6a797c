/** Messages of the area "form", under the key `form`. */
export const formMessages = {
  title: 'Form',
} as const;
