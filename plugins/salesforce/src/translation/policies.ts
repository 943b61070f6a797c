/** Messages of the area "policies", under the key `policies`. */
export const policiesMessages = {
  title: 'Policies',
} as const;
