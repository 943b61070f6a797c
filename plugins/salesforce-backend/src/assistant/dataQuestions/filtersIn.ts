import type { ObjectDescription } from '@salesdesk/backstage-plugin-salesforce-node';
import type { DataSchema } from './DataSchema';
import { dateFilters } from './dateFilters';
import type { FieldMention } from './fieldWords';
import type { FiltersRead } from './Filter';
import { looseFilter } from './looseFilter';
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
  /** The words that the object was named by. */
  own: string;
  /** Reads what could be taken for a value: "by stage", "top 10". */
  between?(): void;
}): FiltersRead {
  const { said, object, mentions, schema, own, between } = options;
  const owner = ownerFilters({ said, object, schema });
  if (owner.kind === 'unclear') return owner;
  const early = [
    ...textFilters({ said, object, mentions }),
    ...stateFilters(object, said),
    ...booleanFilters(said, mentions),
    ...emptyFilters(said, mentions),
    ...dateFilters({ said, object, mentions, schema }),
  ];
  const numbers = numberFilters({ said, object, mentions });
  if (numbers.unclear) {
    return { kind: 'unclear', text: numbers.unclear, options: [] };
  }
  between?.();
  const late = [
    ...valueFilters({ said, object, mentions }),
    ...placeFilter({ said, object, mentions }),
  ];
  for (const mention of mentions) said.take(mention.words);
  return {
    kind: 'filters',
    filters: [
      ...owner.filters,
      ...early,
      ...numbers.filters,
      ...late,
      ...looseFilter({ said, object, own }),
    ],
  };
}
