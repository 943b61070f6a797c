import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, type DecorationSet } from '@codemirror/view';

/** Marks where a query is wrong; undefined takes the mark away. */
export const markProblem = StateEffect.define<
  { from: number; to: number } | undefined
>();

/** The mark goes with the first change of the text: it may be mended by then. */
export const problemMark = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = transaction.docChanged ? Decoration.none : marks;
    for (const effect of transaction.effects) {
      if (!effect.is(markProblem)) continue;
      const { length } = transaction.state.doc;
      const place = effect.value;
      next =
        place && place.from < place.to && place.to <= length
          ? Decoration.set(
              Decoration.mark({ class: 'cm-problem' }).range(
                place.from,
                place.to,
              ),
            )
          : Decoration.none;
    }
    return next;
  },
  provide: field => EditorView.decorations.from(field),
});
