import { useCallback, useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { EditorHandle } from '../editor/SoqlEditor';
import { useOrgChoice } from '../shared/useOrgChoice';
import { useSchemaLookup } from '../shared/useSchema';
import { exportFileName } from './exportFileName';
import { useExport } from './useExport';
import { useQueryHistory } from './useQueryHistory';
import { useQueryRun } from './useQueryRun';
import { useSavedQueries } from './useSavedQueries';

/** Longer queries stay out of the address: servers refuse to be asked for it. */
const longestAddress = 6_000;

/**
 * Everything the query screen shows and does. The address holds the query that
 * is shown, so that it can be sent to somebody: they run it with their own
 * eyes. Whoever opens an address with a query sees its rows at once.
 */
export function useQueryScreen() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('q') ?? '';
  const savedId = search.get('saved') ?? undefined;
  const choice = useOrgChoice(search.get('org') ?? undefined);
  const { org } = choice;
  const [text, setText] = useState(asked);
  const { run, start, stop } = useQueryRun();
  const { past, remember, forget } = useQueryHistory();
  const saved = useSavedQueries(org);
  const csv = useExport();
  const schema = useSchemaLookup(org);
  const editor = useRef<EditorHandle>();
  const isFailed = run?.status === 'failed';
  const problem = isFailed && run.query === text ? run.problem : undefined;

  useEffect(() => {
    if (!asked) return;
    setText(asked);
    start({ query: asked, org });
  }, [asked, org, start]);

  const go = useCallback(
    (next: { q?: string; org?: string; saved?: string }) =>
      setSearch(
        Object.fromEntries(
          Object.entries(next).filter(
            (entry): entry is [string, string] => entry[1] !== undefined,
          ),
        ),
      ),
    [setSearch],
  );

  const show = (query: string, savedQuery?: string) => {
    setText(query);
    if (!query.trim()) return;
    remember({ query, org, at: new Date().toISOString() });
    const isLong = encodeURIComponent(query).length > longestAddress;
    if (query === asked || isLong) start({ query, org });
    if (query !== asked || savedQuery !== savedId) {
      go({ q: isLong ? undefined : query, org, saved: savedQuery });
    }
  };

  const shownSaved =
    saved.list.state === 'ready'
      ? saved.list.items.find(({ id }) => id === savedId)
      : undefined;

  return {
    choice,
    chooseOrg: (id: string) => go({ q: asked || undefined, org: id }),
    text,
    setText,
    run,
    problem,
    runText: () => show(text, savedId),
    show,
    stop,
    past,
    forget,
    saved,
    shownSaved,
    markSaved: (id: string) => go({ q: asked || undefined, org, saved: id }),
    csv,
    exportText: () =>
      csv.start({ query: text, org, name: exportFileName(text, new Date()) }),
    schema,
    insert: (name: string) => editor.current?.insert(name),
    holdEditor: (handle: EditorHandle | undefined) => {
      editor.current = handle;
    },
  };
}

export type QueryScreen = ReturnType<typeof useQueryScreen>;
