import type { AccessReviewItem } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMemo, useState } from 'react';

/** Which rows are chosen, and on which one the keys act. */
export function useItemSelection(items: AccessReviewItem[]) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [current, setCurrent] = useState<number>();
  const shown = useMemo(
    () => items.filter(({ position }) => chosen.has(position)),
    [items, chosen],
  );
  const index = items.findIndex(({ position }) => position === current);

  const toggle = (position: number) => {
    const next = new Set(chosen);
    if (!next.delete(position)) next.add(position);
    setChosen(next);
  };
  return {
    /** Rows of this page that are chosen. */
    chosen: shown,
    current,
    isChosen: (position: number) => chosen.has(position),
    toggle,
    toggleCurrent: () => {
      if (index >= 0) toggle(items[index].position);
    },
    chooseAll: (all: boolean) =>
      setChosen(new Set(all ? items.map(({ position }) => position) : [])),
    clear: () => setChosen(new Set()),
    move: (step: number) => {
      if (items.length === 0) return;
      const next = index < 0 ? 0 : index + step;
      const { position } = items[Math.min(Math.max(next, 0), items.length - 1)];
      setCurrent(position);
      document
        .getElementById(`review-item-${position}`)
        ?.scrollIntoView?.({ block: 'nearest' });
    },
    /** What a decision is about: the chosen rows, or else the current one. */
    toDecide: () =>
      (shown.length > 0 ? shown : items.filter((_, at) => at === index))
        .filter(({ mayDecide }) => mayDecide)
        .map(({ position }) => position),
  };
}

export type ItemSelection = ReturnType<typeof useItemSelection>;
