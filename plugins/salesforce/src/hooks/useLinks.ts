import { useRouteRef } from '@backstage/frontend-plugin-api';
import type { AllowedAction } from '@salesdesk/backstage-plugin-salesforce-common';
import { useMemo } from 'react';
import { parseEntityRef } from '@backstage/catalog-model';
import { keepInput } from '../form/inputHandover';
import { entityRouteRef, rootRouteRef } from '../routes';

/** Servers refuse addresses that are much longer. */
const LONGEST_INPUT = 4_000;

/** What a link to a form fills in. */
export interface FormLink {
  action: string;
  input?: Record<string, unknown>;
  org?: string;
  reason?: string;
  /** Id of a request of one's own that the form changes. */
  amends?: string;
}

/**
 * Addresses of the plugin's pages. They hold wherever the host mounts the
 * plugin, and also on catalog pages.
 */
export function useLinks() {
  const base = (useRouteRef(rootRouteRef)?.() ?? '/salesforce').replace(
    /\/$/,
    '',
  );
  const entity = useRouteRef(entityRouteRef);
  return useMemo(
    () => ({
      home: () => base || '/',
      requests: () => `${base}/requests`,
      /** With an action, its dialog is open, where it is allowed. */
      request: (id: string, action?: AllowedAction) =>
        `${base}/requests/${encodeURIComponent(id)}${
          action ? `?do=${action}` : ''
        }`,
      form: (link: FormLink) => formPath(base, link),
      assistant: () => `${base}/assistant`,
      conversation: (id: string) =>
        `${base}/assistant/${encodeURIComponent(id)}`,
      approvals: () => `${base}/approvals`,
      approval: (id: string) => `${base}/approvals/${encodeURIComponent(id)}`,
      directory: (section?: string, id?: string) =>
        [`${base}/directory`, section, id && encodeURIComponent(id)]
          .filter(Boolean)
          .join('/'),
      boards: () => `${base}/boards`,
      board: (id: string) => `${base}/boards/${encodeURIComponent(id)}`,
      data: (link?: { query?: string; org?: string }) =>
        withSearch(`${base}/data`, { q: link?.query, org: link?.org }),
      record: (link: { org: string; object: string; id: string }) =>
        `${base}/data/${[link.org, link.object, link.id]
          .map(encodeURIComponent)
          .join('/')}`,
      objects: (link: { org?: string; object?: string }) =>
        withSearch(
          `${base}/data/objects${
            link.object ? `/${encodeURIComponent(link.object)}` : ''
          }`,
          { org: link.org },
        ),
      reviews: () => `${base}/reviews`,
      review: (id: string) => `${base}/reviews/${encodeURIComponent(id)}`,
      audit: () => `${base}/audit`,
      admin: () => `${base}/admin`,
      orgs: () => `${base}/admin/orgs`,
      policies: () => `${base}/admin/policies`,
      /** The catalog page of an entity; undefined without a catalog. */
      entity: (ref: string) => {
        if (!entity) return undefined;
        const { kind, namespace, name } = parseEntityRef(ref);
        return entity({
          kind: kind.toLocaleLowerCase('en-US'),
          namespace,
          name,
        });
      },
    }),
    [base, entity],
  );
}

export type Links = ReturnType<typeof useLinks>;

function formPath(base: string, link: FormLink): string {
  const query = new URLSearchParams();
  if (link.input && Object.keys(link.input).length > 0) {
    const json = JSON.stringify(link.input);
    if (json.length > LONGEST_INPUT) query.set('kept', keepInput(json));
    else query.set('input', json);
  }
  if (link.org) query.set('org', link.org);
  if (link.reason) query.set('reason', link.reason);
  if (link.amends) query.set('amends', link.amends);
  const search = query.toString();
  return `${base}/request/${encodeURIComponent(link.action)}${
    search ? `?${search}` : ''
  }`;
}

function withSearch(
  path: string,
  values: Record<string, string | undefined>,
): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values)) {
    if (value) search.set(name, value);
  }
  return search.size > 0 ? `${path}?${search}` : path;
}
