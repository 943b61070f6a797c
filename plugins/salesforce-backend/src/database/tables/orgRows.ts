import type { StoredBoolean } from './columns';

export interface OrgRow {
  id: string;
  title: string;
  source: 'config' | 'database';
  entity_ref: string | null;
  owners: string;
  is_default: StoredBoolean;
  status: string;
  status_reason: string | null;
  api_version: string;
  instance_url: string | null;
  organization_id: string | null;
  edition: string | null;
  is_sandbox: StoredBoolean | null;
  sealed_credentials: string | null;
  credentials_view: string | null;
  paused: StoredBoolean;
  limits: string | null;
  checked_at: string | null;
  /** The app that people log in through themselves. */
  sealed_login_app: string | null;
  login_app_client_id: string | null;
  usernames_are_emails: StoredBoolean;
  /** For the JWT bearer flow, when the pair was made here. */
  sealed_key_pair: string | null;
  certificate: string | null;
  revision: number;
  created_at: string;
  updated_at: string;
}

export interface OrgLogRow {
  id: number;
  org_id: string;
  at: string;
  level: 'info' | 'warning' | 'error';
  message: string;
  details: string | null;
}

export interface OauthFlowRow {
  state_hash: string;
  purpose: 'personal' | 'org';
  person_ref: string;
  org_id: string;
  sealed: string;
  created_at: string;
  expires_at: string;
}

export interface PersonalConnectionRow {
  org_id: string;
  person_ref: string;
  user_id: string;
  username: string;
  status: 'connected' | 'expired';
  status_reason: string | null;
  sealed: string | null;
  connected_at: string;
  used_at: string | null;
  revision: number;
}
