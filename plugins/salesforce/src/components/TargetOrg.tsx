import { createContext } from 'react';

/** The org of the targets below; where it is known, they link to the directory. */
export const TargetOrg = createContext<string | undefined>(undefined);
