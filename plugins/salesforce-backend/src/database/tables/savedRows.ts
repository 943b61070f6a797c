import type { StoredBoolean } from './columns';

export interface SavedQueryRow {
  id: string;
  owner_ref: string;
  org_id: string;
  title: string;
  query: string;
  shared: StoredBoolean;
  updated_at: string;
}

export interface BoardRow {
  id: string;
  owner_ref: string;
  title: string;
  description: string | null;
  definition: string;
  shared_with: string;
  revision: number;
  created_at: string;
  updated_at: string;
}
