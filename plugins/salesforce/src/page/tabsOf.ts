import type { PageLayoutTab } from '@backstage/frontend-plugin-api';
import type { Me } from '@salesdesk/backstage-plugin-salesforce-common';
import { hasTab, mayOpen } from './sections';

/** A sub-page that an extension brought: its path below ours, and its title. */
export interface SubPage {
  path: string;
  title: string;
  element: JSX.Element;
}

/** The first step of a path: pages below `admin/` share one tab. */
function sectionOf(path: string): string {
  return path.split('/')[0];
}

/**
 * The tabs that a person sees, in the order of the sub-pages. Sub-pages with
 * a common first step are one tab, with tabs of their own on the page.
 */
export function tabsOf(options: {
  base: string;
  pages: SubPage[];
  may: Me['may'] | undefined;
  label: (path: string, fallback: string) => string;
}): PageLayoutTab[] {
  const { base, pages, may, label } = options;
  const tabs = new Map<string, PageLayoutTab>();
  for (const { path, title } of pages) {
    const section = sectionOf(path);
    if (tabs.has(section) || !hasTab(path) || !mayOpen(path, may)) continue;
    tabs.set(section, {
      id: section || 'home',
      label: label(section, title),
      href: section ? `${base}/${section}` : base,
    });
  }
  return [...tabs.values()];
}

/** The sub-pages that share the section of `path` and are open to the person. */
export function siblingsOf(
  path: string,
  pages: SubPage[],
  may: Me['may'] | undefined,
): SubPage[] {
  if (!path.includes('/')) return [];
  return pages.filter(
    page =>
      page.path.startsWith(`${sectionOf(path)}/`) && mayOpen(page.path, may),
  );
}
