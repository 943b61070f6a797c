import type { RecordPicker } from './recordPickers';

/** A kind of licence, and how a reference says that it is meant. */
export interface LicenseKind {
  prefix: 'user-license' | 'permission-set-license' | 'package-license';
  picker: Extract<
    RecordPicker,
    'license' | 'permission-set-license' | 'package-license'
  >;
  title: string;
}

/** Every kind, the one that people mean most often first. */
export const licenseKinds: readonly LicenseKind[] = [
  { prefix: 'user-license', picker: 'license', title: 'User licence' },
  {
    prefix: 'permission-set-license',
    picker: 'permission-set-license',
    title: 'Permission set licence',
  },
  {
    prefix: 'package-license',
    picker: 'package-license',
    title: 'Package licence',
  },
];
