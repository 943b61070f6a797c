/** Messages of the area "home", under the key `home`. */
export const homeMessages = {
  title: 'Home',
} as const;
