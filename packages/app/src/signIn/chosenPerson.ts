const KEY = 'salesdesk.demo.person';

/**
 * Who this tab is. Session storage, so that an employee and an approver can be
 * open side by side in two tabs of one browser.
 */
export const chosenPerson = {
  get: () => sessionStorage.getItem(KEY) ?? undefined,
  set: (userEntityRef: string) => sessionStorage.setItem(KEY, userEntityRef),
  forget: () => sessionStorage.removeItem(KEY),
};
