import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching } from '@codemirror/language';
import { EditorState } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  keymap,
  placeholder as placeholderOf,
} from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { editorTheme } from './editorTheme';
import { markProblem, problemMark } from './problemMark';
import { soqlCompletions, type SchemaLookup } from './soqlCompletions';
import { soqlLanguage } from './soqlLanguage';

/** What others can do with an editor that is there. */
export interface EditorHandle {
  /** Puts text at the cursor, or in place of what is selected. */
  insert(text: string): void;
  focus(): void;
}

/** @see SoqlEditor */
export interface SoqlEditorProps {
  label: string;
  describedBy: string;
  placeholder: string;
  value: string;
  onChange(value: string): void;
  onRun(): void;
  schema: SchemaLookup;
  problem?: { from: number; to: number };
  /** Called with the editor when it is there, and with none when it goes. */
  onReady?(editor: EditorHandle | undefined): void;
}

/** An offer that has just come, or is about to, is not walked past either. */
function takeOffer(view: EditorView): boolean {
  return acceptCompletion(view) || completionStatus(view.state) !== null;
}

/**
 * An editor for one query: colours, completion from the org's description,
 * Ctrl+Enter runs. Tab takes a completion while one is offered, and leaves
 * the editor otherwise, so that the keyboard is never caught in it.
 */
export default function SoqlEditor(props: SoqlEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const editor = useRef<EditorView>();
  const latest = useRef(props);
  latest.current = props;

  useEffect(() => {
    const { label, describedBy, placeholder, value } = latest.current;
    const run = () => {
      latest.current.onRun();
      return true;
    };
    const view = new EditorView({
      parent: place.current!,
      state: EditorState.create({
        doc: value,
        extensions: [
          keymap.of([
            { key: 'Ctrl-Enter', run },
            { key: 'Mod-Enter', run },
            { key: 'Tab', run: takeOffer },
            ...closeBracketsKeymap,
            ...completionKeymap,
            ...historyKeymap,
            ...defaultKeymap,
          ]),
          history(),
          drawSelection(),
          bracketMatching(),
          closeBrackets(),
          soqlLanguage,
          autocompletion({
            override: [
              context => soqlCompletions(latest.current.schema)(context),
            ],
            icons: false,
          }),
          problemMark,
          editorTheme,
          EditorView.lineWrapping,
          EditorView.contentAttributes.of({
            'aria-label': label,
            'aria-describedby': describedBy,
          }),
          placeholderOf(placeholder),
          EditorView.updateListener.of(update => {
            if (update.docChanged) {
              latest.current.onChange(update.state.doc.toString());
            }
          }),
        ],
      }),
    });
    editor.current = view;
    latest.current.onReady?.({
      insert: text => {
        view.dispatch(view.state.replaceSelection(text));
        view.focus();
      },
      focus: () => view.focus(),
    });
    return () => {
      latest.current.onReady?.(undefined);
      view.destroy();
    };
  }, []);

  const { value, problem } = props;
  useEffect(() => {
    const view = editor.current;
    if (!view || view.state.doc.toString() === value) return;
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: value },
      selection: { anchor: value.length },
    });
  }, [value]);

  useEffect(() => {
    editor.current?.dispatch({ effects: markProblem.of(problem) });
  }, [problem]);

  return <div ref={place} />;
}
