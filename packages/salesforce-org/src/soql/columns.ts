import type { ReadValue } from '../core/fieldReader';
import type { Row } from '../core/types';
import type { ObjectDefinition } from '../schema/definitions';
import type { BoundField, ParentStep } from './bindPath';
import type { ChildQuery } from './bindChildQuery';

/**
 * The columns of an answer, in the order of the select list. Columns of one
 * parent stand together under it, where the first of them stood.
 */
export type Column =
  | {
      readonly kind: 'value';
      readonly key: string;
      readonly field: BoundField;
      /** `toLabel`, `FORMAT`, ... or undefined for the field itself. */
      readonly functionName?: string;
      readonly read: (row: Row) => ReadValue;
    }
  | {
      readonly kind: 'parent';
      readonly key: string;
      readonly step: ParentStep;
      readonly columns: Column[];
    }
  | {
      readonly kind: 'typeof';
      readonly key: string;
      readonly step: ParentStep;
      readonly branches: readonly {
        readonly object: ObjectDefinition;
        readonly columns: readonly Column[];
      }[];
      readonly otherwise: readonly Column[] | undefined;
    }
  | {
      readonly kind: 'children';
      readonly key: string;
      readonly query: ChildQuery;
    };
