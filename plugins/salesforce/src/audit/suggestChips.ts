import type { Suggestion } from '../components/SuggestField';
import type { FilterChip } from './auditFilters';

/** A suggestion that becomes a filter when it is picked. */
export interface ChipSuggestion extends Suggestion {
  chip: FilterChip;
}

const RECORD_ID = /^[a-zA-Z0-9]{15}(?:[a-zA-Z0-9]{3})?$/;
const REQUEST_ID = /^[0-9a-f]{8}-[0-9a-f-]{27}$/i;
const SHOWN_OF_EACH = 6;

/** What the words of the search line may mean. */
export function suggestChips(options: {
  text: string;
  actions: { id: string; title: string }[];
  types: { type: string; label: string }[];
  people: Suggestion[];
  words: {
    doneBy(name: string): string;
    about(name: string): string;
    action: string;
    type: string;
    request: string;
    target: string;
  };
}): ChipSuggestion[] {
  const { people, words } = options;
  const text = options.text.trim();
  const lower = text.toLocaleLowerCase();
  const fits = (...candidates: string[]) =>
    candidates.some(word => word.toLocaleLowerCase().includes(lower));

  // A pasted link to a request serves as its id.
  const requestId = text.split(/[/?#]/).find(part => REQUEST_ID.test(part));
  const suggestions: ChipSuggestion[] = [];
  if (requestId) {
    suggestions.push({
      id: `request:${requestId}`,
      label: requestId,
      description: words.request,
      chip: { field: 'request', value: requestId },
    });
  } else if (RECORD_ID.test(text) && /\d/.test(text)) {
    suggestions.push({
      id: `target:${text}`,
      label: words.about(text),
      description: words.target,
      chip: { field: 'target', value: text },
    });
  }
  for (const { id, label, description } of people) {
    if (id.startsWith('user:')) {
      suggestions.push({
        id: `person:${id}`,
        label: words.doneBy(label),
        description,
        chip: { field: 'person', value: id },
      });
    }
    suggestions.push({
      id: `target:${id}`,
      label: words.about(label),
      description,
      chip: { field: 'target', value: id },
    });
  }
  for (const { id, title } of options.actions
    .filter(action => fits(action.title, action.id))
    .slice(0, SHOWN_OF_EACH)) {
    suggestions.push({
      id: `action:${id}`,
      label: title,
      description: words.action,
      chip: { field: 'action', value: id },
    });
  }
  for (const { type, label } of options.types
    .filter(kind => fits(kind.label, kind.type))
    .slice(0, SHOWN_OF_EACH)) {
    suggestions.push({
      id: `type:${type}`,
      label,
      description: words.type,
      chip: { field: 'type', value: type },
    });
  }
  return suggestions;
}
