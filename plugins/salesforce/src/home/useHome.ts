import type {
  ActionDescription,
  Me,
  RequestPage,
} from '@salesdesk/backstage-plugin-salesforce-common';
import { useActions } from '../api/useActions';
import { useMe } from '../api/useMe';
import { useRequestList } from '../api/useRequestList';
import { screenStateOf, type ScreenState } from '../hooks/ScreenState';
import { quickActionsFor, type QuickAction } from './quickActions';
import { requestableActions } from './requestableActions';

/** How many requests each list of the home page shows. */
export const SHOWN_REQUESTS = 5;
/** How many are counted before it says "more than". */
const COUNTED_REQUESTS = 20;

export type RequestsState = ScreenState<RequestPage>;

export type HomeState = ScreenState<{
  me: Me;
  quickActions: QuickAction[];
  requestable: ActionDescription[];
  /** Undefined for people who review nothing. */
  waiting?: RequestsState;
  mine: RequestsState;
}>;

export function useHome(): HomeState {
  const me = useMe();
  const actions = useActions();
  const mayReview = me.data?.may.review === true;
  const waiting = useRequestList(
    { view: 'to_review', order: 'oldest', limit: COUNTED_REQUESTS },
    mayReview,
  );
  const mine = useRequestList({ view: 'mine', limit: SHOWN_REQUESTS });

  const frame = screenStateOf(me, person => ({ me: person }));
  const offer = screenStateOf(actions, all => ({
    requestable: requestableActions(all),
  }));
  if (frame.state !== 'ready') return frame;
  if (offer.state !== 'ready') return offer;
  return {
    state: 'ready',
    me: frame.me,
    requestable: offer.requestable,
    quickActions: quickActionsFor({
      me: frame.me,
      requestable: offer.requestable,
    }),
    ...(mayReview ? { waiting: screenStateOf(waiting, pageOrEmpty) } : {}),
    mine: screenStateOf(mine, pageOrEmpty),
  };
}

function pageOrEmpty(page: RequestPage): RequestPage | undefined {
  return page.items.length > 0 ? page : undefined;
}
