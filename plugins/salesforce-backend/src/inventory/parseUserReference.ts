/** What a reference to Salesforce users says, before anything is read. */
export type UserReference =
  | { kind: 'id'; id: string }
  /** Has the form of an address: a username, or else an e-mail address. */
  | { kind: 'address'; address: string }
  | { kind: 'name'; name: string }
  | { kind: 'person'; ref: string }
  | { kind: 'catalog_group'; ref: string }
  | { kind: 'set'; set: UserSet; name: string }
  | { kind: 'condition'; text: string };

/** Something in Salesforce that users are in. */
export type UserSet =
  | 'public-group'
  | 'role'
  | 'profile'
  | 'permission-set'
  | 'permission-set-group';

const setPattern =
  /^(public-group|role|profile|permission-set|permission-set-group):\s*(.+)$/is;

/** Reads a reference by the grammar of `userReference`. Pure. */
export function parseUserReference(options: {
  reference: string;
  requesterRef: string;
}): UserReference {
  // Text from a Mac may hold ë as e and a sign above it; Salesforce keeps ë.
  const reference = options.reference.trim().normalize('NFC');
  if (reference.toLowerCase() === 'me') {
    return { kind: 'person', ref: options.requesterRef };
  }
  if (/^user:[^\s]+$/i.test(reference)) {
    return { kind: 'person', ref: reference };
  }
  if (/^group:[^\s]+$/i.test(reference)) {
    return { kind: 'catalog_group', ref: reference };
  }
  const set = setPattern.exec(reference);
  if (set) {
    return {
      kind: 'set',
      set: set[1].toLowerCase() as UserSet,
      name: set[2].trim(),
    };
  }
  const condition = /^where:(.+)$/is.exec(reference);
  if (condition) return { kind: 'condition', text: condition[1].trim() };
  // 005 are users in every org; a name of 15 letters begins otherwise
  if (/^005[A-Za-z0-9]{12}([A-Za-z0-9]{3})?$/.test(reference)) {
    return { kind: 'id', id: reference };
  }
  return reference.includes('@')
    ? { kind: 'address', address: reference }
    : { kind: 'name', name: reference };
}
