import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import type { DataSchema } from './DataSchema';
import { dateFilters } from './dateFilters';
import type { FieldMention } from './fieldWords';
import type { FiltersRead } from './Filter';
import { numberFilters } from './numberFilters';
import { ownerFilters } from './ownerFilters';
import { placeFilter } from './placeFilter';
import type { Said } from './Said';
import { booleanFilters, emptyFilters, stateFilters } from './stateFilters';
import { textFilters } from './textFilters';
import { valueFilters } from './valueFilters';

/** Everything that is said of the records themselves. Takes the words of it. */
export function filtersIn(options: {
  said: Said;
  object: ObjectDescription;
  mentions: FieldMention[];
  schema: DataSchema;
  /** Reads what could be taken for a value: "by stage", "top 10". */
  between?(): void;
}): FiltersRead {
  const { said, object, mentions, schema, between } = options;
  const owner = ownerFilters({ said, object, schema });
  if (owner.kind === 'unclear') return owner;
  const early = [
    ...textFilters({ said, object, mentions }),
    ...stateFilters(object, said),
    ...booleanFilters(said, mentions),
    ...emptyFilters(said, mentions),
    ...dateFilters({ said, object, mentions, now: schema.now }),
  ];
  const numbers = numberFilters({ said, object, mentions });
  if (numbers.unclear) {
    return { kind: 'unclear', text: numbers.unclear, options: [] };
  }
  between?.();
  return {
    kind: 'filters',
    filters: [
      ...owner.filters,
      ...early,
      ...numbers.filters,
      ...valueFilters({ said, object, mentions }),
      ...placeFilter({ said, object, mentions }),
    ],
  };
}
