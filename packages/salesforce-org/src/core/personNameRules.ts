import type { DraftRow, ObjectRules } from './types';

/** "Erin Walsh": the parts of a person's name that are there. */
export function fullName(row: DraftRow): string | null {
  const name = [row.FirstName, row.LastName].filter(Boolean).join(' ');
  return name || null;
}

/** Compound names, which every org keeps whatever else it does. */
export const personNameRules: readonly ObjectRules[] = [
  'User',
  'Contact',
  'Lead',
].map(object => ({ object, stored: { Name: fullName } }));
