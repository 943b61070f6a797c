import { Combobox } from '@backstage/ui';
import { useEffect, useRef, useState, type ReactNode } from 'react';

/** Something that can be picked. */
export interface Suggestion {
  id: string;
  label: string;
  /** What tells it apart. */
  description?: string;
}

/**
 * A field to type into that offers what fits. What is picked goes elsewhere,
 * as a chip for instance, and the field is empty again.
 */
export function SuggestField(props: {
  label?: string;
  'aria-label'?: string;
  description?: string;
  placeholder?: string;
  icon?: ReactNode;
  text: string;
  onText(text: string): void;
  suggestions: Suggestion[];
  isLoading?: boolean;
  isDisabled?: boolean;
  onPick(id: string): void;
  className?: string;
}) {
  const { text, onText, suggestions, onPick, isLoading, ...field } = props;
  const ref = useRef<HTMLDivElement>(null);
  // Emptying the field would open its list again, so each pick begins a new one.
  const [picks, setPicks] = useState(0);
  useEffect(() => {
    if (picks > 0) ref.current?.querySelector('input')?.focus();
  }, [picks]);
  return (
    <Combobox
      key={picks}
      ref={ref}
      {...field}
      menuTrigger="input"
      options={suggestions}
      loading={{ state: isLoading ? 'filtering' : 'idle' }}
      search={{ mode: 'server', inputValue: text, onInputChange: onText }}
      value={null}
      onChange={key => {
        if (key === null) return;
        onText('');
        setPicks(picks + 1);
        onPick(String(key));
      }}
    />
  );
}
