import { EditorView } from '@codemirror/view';

/** The editor in the clothes of the design system, light and dark. */
export const editorTheme = EditorView.theme({
  '&': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-neutral-1)',
    border: '1px solid var(--bui-border-2)',
    borderRadius: 'var(--bui-radius-3)',
    fontSize: 'var(--bui-font-size-3)',
  },
  '&.cm-focused': {
    outline: '2px solid var(--bui-ring)',
    outlineOffset: '-1px',
  },
  '.cm-scroller': {
    fontFamily: 'var(--bui-font-monospace, ui-monospace, monospace)',
    lineHeight: '1.6',
    minHeight: '8.5rem',
    maxHeight: '40vh',
    overflow: 'auto',
  },
  '.cm-content': {
    caretColor: 'var(--bui-fg-primary)',
    padding: 'var(--bui-space-3)',
  },
  '.cm-line': { padding: '0' },
  '.cm-cursor': { borderLeftColor: 'var(--bui-fg-primary)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground':
    { backgroundColor: 'var(--bui-announcement-bg-subdued)' },
  '.cm-placeholder': { color: 'var(--bui-fg-secondary)' },
  '.cm-problem': {
    textDecoration: 'underline wavy var(--bui-negative-fg-subdued)',
    textUnderlineOffset: '3px',
    backgroundColor: 'var(--bui-negative-bg-subdued)',
  },
  '.cm-tooltip': {
    color: 'var(--bui-fg-primary)',
    backgroundColor: 'var(--bui-bg-neutral-2)',
    border: '1px solid var(--bui-border-2)',
    borderRadius: 'var(--bui-radius-2)',
    overflow: 'hidden',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--bui-font-monospace, ui-monospace, monospace)',
    fontSize: 'var(--bui-font-size-2)',
    maxHeight: '16rem',
    maxWidth: 'min(90vw, 36rem)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': {
    padding: 'var(--bui-space-1) var(--bui-space-2)',
  },
  '.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    color: 'var(--bui-accent-fg)',
    backgroundColor: 'var(--bui-accent-bg)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontStyle: 'normal', opacity: '0.85' },
});
