import type { RequestSummary } from '@salesdesk/backstage-plugin-salesforce-common';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { useRequestSignal } from '../api/useRequestSignal';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { useLinks } from '../hooks/useLinks';
import type { Decision, DecisionResult, ToDecide } from './decision';
import {
  emptyInbox,
  nextAfter,
  stepFrom,
  stillListed,
  toggle,
  type Inbox,
} from './inbox';
import { useOpenRequest, type OpenRequest } from './useOpenRequest';
import { useReviews } from './useReviews';
import { useWaitingRequests, type InboxOrder } from './useWaitingRequests';

/** A decision that waits for its comment and its last word. */
export interface PendingDecision {
  decision: Decision;
  items: ToDecide[];
  sending: boolean;
  error?: unknown;
}

export interface ApprovalsReady {
  items: RequestSummary[];
  more?: { load(): void; loading: boolean };
  order: InboxOrder;
  focusedId?: string;
  focusTurn: number;
  openId?: string;
  open?: OpenRequest;
  selected: RequestSummary[];
  pending?: PendingDecision;
  results: DecisionResult[];
  commands: ApprovalsCommands;
}

export interface ApprovalsCommands {
  setOrder(order: InboxOrder): void;
  /** Moves the reader; what is open beside the list follows. */
  move(step: 1 | -1): void;
  focus(requestId: string): void;
  /** Opens a request beside the list; by default the one in focus. */
  open(requestId?: string): void;
  close(): void;
  /** Picks or drops a request; by default the one in focus. */
  toggleSelected(requestId?: string): void;
  selectAll(): void;
  clearSelection(): void;
  /** Asks for comment and last word on one request; by default the one in focus. */
  decideOne(decision: Decision, requestId?: string): void;
  decideSelected(decision: Decision): void;
  confirm(comment: string): void;
  cancel(): void;
  dismissResults(): void;
}

/** Everything the approvals screen shows and does. */
export function useApprovals(): ScreenState<ApprovalsReady> {
  const openId = useParams()['*'] || undefined;
  const navigate = useNavigate();
  const links = useLinks();
  const { pollInterval } = useRequestSignal();
  const [order, setOrder] = useState<InboxOrder>('oldest');
  const [inbox, setInbox] = useState<Inbox>(emptyInbox);
  const [pending, setPending] =
    useState<Pick<PendingDecision, 'decision' | 'items'>>();
  const [results, setResults] = useState<DecisionResult[]>([]);
  const { query, items, remove } = useWaitingRequests({ order, pollInterval });
  const open = useOpenRequest({ requestId: openId, pollInterval });

  useEffect(() => {
    if (openId) setInbox(before => ({ ...before, focusedId: openId }));
  }, [openId]);

  const ids = items.map(({ id }) => id);
  const { focusedId } = inbox;
  const selected = items.filter(({ id }) => inbox.selectedIds.has(id));
  const show = (requestId: string | undefined, replace = false) =>
    navigate(requestId ? links.approval(requestId) : links.approvals(), {
      replace,
    });

  const reviews = useReviews({
    onResults: setResults,
    onDecided: decidedIds => {
      const next = nextAfter({ ids, decidedIds, currentId: focusedId });
      remove(decidedIds);
      setPending(undefined);
      setInbox(before => ({
        focusedId: next,
        focusTurn: before.focusTurn + 1,
        selectedIds: stillListed(
          before.selectedIds,
          ids.filter(id => !decidedIds.includes(id)),
        ),
      }));
      if (openId && decidedIds.includes(openId)) show(next, true);
    },
  });

  // The digest goes with what is drawn: the open detail, or the line in the list.
  const toDecide = (requestId: string, decision: Decision): ToDecide[] => {
    if (open?.state === 'ready' && open.request.id === requestId) {
      const { title, plan, allowedActions } = open.request;
      return allowedActions.includes(decision)
        ? [{ requestId, title, planDigest: plan.digest }]
        : [];
    }
    const item = items.find(({ id }) => id === requestId);
    return item?.allowedActions.includes(decision)
      ? [{ requestId, title: item.title, planDigest: item.planDigest }]
      : [];
  };
  const ask = (decision: Decision, asked: ToDecide[]) => {
    if (asked.length === 0) return;
    reviews.reset();
    setPending({ decision, items: asked });
  };

  const commands: ApprovalsCommands = {
    setOrder,
    move: step => {
      const next = stepFrom(ids, focusedId, step);
      setInbox(before => ({
        ...before,
        focusedId: next,
        focusTurn: before.focusTurn + 1,
      }));
      if (openId && next && next !== openId) show(next, true);
    },
    focus: requestId =>
      setInbox(before => ({ ...before, focusedId: requestId })),
    open: (requestId = focusedId) => requestId && show(requestId),
    close: () => {
      setInbox(before => ({ ...before, focusTurn: before.focusTurn + 1 }));
      show(undefined);
    },
    toggleSelected: (requestId = focusedId) => {
      if (!requestId || !ids.includes(requestId)) return;
      setInbox(before => ({
        ...before,
        focusedId: requestId,
        selectedIds: toggle(before.selectedIds, requestId),
      }));
    },
    selectAll: () =>
      setInbox(before => ({ ...before, selectedIds: new Set(ids) })),
    clearSelection: () =>
      setInbox(before => ({ ...before, selectedIds: new Set() })),
    decideOne: (decision, requestId = focusedId) => {
      if (!requestId) return;
      if (openId && openId !== requestId) show(requestId, true);
      ask(decision, toDecide(requestId, decision));
    },
    decideSelected: decision =>
      ask(
        decision,
        selected.flatMap(({ id }) => toDecide(id, decision)),
      ),
    confirm: comment => {
      if (pending) reviews.mutate({ ...pending, comment });
    },
    cancel: () => setPending(undefined),
    dismissResults: () => setResults([]),
  };

  return screenStateOf(query, () => {
    const nothing = items.length === 0 && !openId && results.length === 0;
    if (nothing) return undefined;
    return {
      items,
      order,
      openId,
      open,
      selected,
      results,
      commands,
      focusedId,
      focusTurn: inbox.focusTurn,
      pending: pending && {
        ...pending,
        sending: reviews.isPending,
        error: reviews.error ?? undefined,
      },
      more: query.hasNextPage
        ? {
            load: () => void query.fetchNextPage(),
            loading: query.isFetchingNextPage,
          }
        : undefined,
    };
  });
}
