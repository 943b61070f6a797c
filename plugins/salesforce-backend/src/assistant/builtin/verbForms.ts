import type { VerbClass } from './lexicon';

const forms: Array<{ words: string[]; done: string[]; form: VerbClass }> = [
  {
    form: 'freeze',
    words: ['freezing', 'suspending', 'locking'],
    done: ['frozen', 'suspended'],
  },
  {
    form: 'unfreeze',
    words: ['unfreezing', 'unlocking'],
    done: ['unfrozen', 'unlocked'],
  },
  {
    form: 'deactivate',
    words: ['deactivating', 'disabling'],
    done: ['deactivated', 'disabled'],
  },
  {
    form: 'reactivate',
    words: ['reactivating', 'enabling'],
    done: ['reactivated', 'enabled', 'activated'],
  },
  {
    form: 'give',
    words: ['giving', 'granting', 'assigning', 'adding', 'requesting'],
    done: ['given', 'granted', 'assigned', 'added'],
  },
  {
    form: 'take',
    words: ['removing', 'revoking', 'taking'],
    done: ['removed', 'revoked', 'unassigned'],
  },
  {
    form: 'change',
    words: ['changing', 'switching', 'setting', 'moves'],
    done: ['changed', 'switched', 'set', 'moved'],
  },
  {
    form: 'transfer',
    words: ['transferring', 'reassigning'],
    done: ['transferred', 'reassigned'],
  },
  { form: 'reset', words: ['resetting'], done: ['reset'] },
];

/** "freezing"; and "frozen" behind "be", as in "should be frozen". */
export function formOf(word: string, before: string): VerbClass | undefined {
  return forms.find(
    ({ words, done }) =>
      words.includes(word) || (done.includes(word) && before === 'be'),
  )?.form;
}
