import type { ActionDescription } from '@salesdesk/backstage-plugin-salesforce-common';

export type Family = ActionDescription['family'];

/** The shelves of forms, in the order in which they stand. */
const order: Family[] = ['users', 'access', 'setup', 'data'];

/** The actions that become requests and that the person may ask for. */
export function requestableActions(
  actions: ActionDescription[],
): ActionDescription[] {
  return actions.filter(
    ({ kind, permitted }) => kind === 'write' && permitted !== 'no',
  );
}

/** Actions by family; a family without any is left out. */
export function byFamily(
  actions: ActionDescription[],
): { family: Family; actions: ActionDescription[] }[] {
  return order
    .map(family => ({
      family,
      actions: actions.filter(action => action.family === family),
    }))
    .filter(shelf => shelf.actions.length > 0);
}

/** The actions whose title or description has all of the words. */
export function findActions(
  actions: ActionDescription[],
  words: string,
): ActionDescription[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return actions.filter(({ title, description }) => {
    const text = `${title} ${description}`.toLocaleLowerCase();
    return wanted.every(word => text.includes(word));
  });
}
