export interface ConversationRow {
  id: string;
  person_ref: string;
  org_id: string | null;
  title: string;
  turn_count: number;
  created_at: string;
  updated_at: string;
}

export interface TurnRow {
  id: string;
  conversation_id: string;
  position: number;
  words: string;
  page: string | null;
  org_id: string;
  interpreter: 'builtin' | 'model';
  state: 'running' | 'done' | 'cancelled' | 'failed';
  at: string;
  duration_ms: number | null;
  notice: string | null;
  progress: string;
  left_the_house: string;
  problem: string | null;
  blocks: string;
  memory: string | null;
}
