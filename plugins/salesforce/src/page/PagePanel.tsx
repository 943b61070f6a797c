import { useEffect, useRef, type ReactNode } from 'react';
import styles from './PagePanel.module.css';

/**
 * The content below the tabs of the page. The tabs of the design system say
 * that they control a panel but leave it to us to draw (as of BUI 0.18), so
 * this element takes the id that the selected tab speaks of. Without it, screen
 * readers are sent to a place that does not exist.
 */
export function PagePanel(props: { children: ReactNode }) {
  const ref = useRef<HTMLElement>(null);

  useEffect(() => {
    const panel = ref.current;
    const page = panel?.parentElement;
    if (!panel || !page) return undefined;
    const follow = () => {
      // The header stands before the panel, so its tab is the first found.
      const tab = page.querySelector('[role=tab][aria-controls]');
      const id = panel.contains(tab)
        ? null
        : tab?.getAttribute('aria-controls');
      if (id && panel.id !== id) panel.id = id;
    };
    follow();
    const observer = new MutationObserver(follow);
    for (const header of page.children) {
      if (header === panel) continue;
      observer.observe(header, {
        subtree: true,
        childList: true,
        attributeFilter: ['aria-controls'],
      });
    }
    return () => observer.disconnect();
  }, []);

  return (
    <main ref={ref} className={styles.panel}>
      {props.children}
    </main>
  );
}
