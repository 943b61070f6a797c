import type { PickerRow } from './recordPickers';
import type { UserLoginRow, UserRow } from './userRows';

/** What was read of users, and how to find it again. */
export class UserTable {
  readonly #byId = new Map<string, UserRow>();
  readonly #byText = new Map<string, UserRow[]>();
  readonly #logins = new Map<string, UserLoginRow>();
  readonly #members = new Map<string, Map<string, UserRow>>();
  readonly #sets = new Map<string, PickerRow[]>();
  readonly #unreadable = new Map<string, string[]>();

  add(rows: UserRow[]): void {
    for (const row of rows) {
      if (this.#byId.has(row.Id)) continue;
      this.#byId.set(row.Id, row);
      this.#index('Username', row.Username, row);
      this.#index('Name', row.Name, row);
      if (row.Email) this.#index('Email', row.Email, row);
    }
  }

  #index(field: string, text: string, row: UserRow): void {
    const key = `${field} ${text.toLowerCase()}`;
    const rows = this.#byText.get(key);
    if (rows) rows.push(row);
    else this.#byText.set(key, [row]);
  }

  get rows(): UserRow[] {
    return [...this.#byId.values()];
  }

  /** Rows whose field has this text, as SOQL compares: without case. */
  where(field: 'Username' | 'Email' | 'Name', text: string): UserRow[] {
    return this.#byText.get(`${field} ${text.toLowerCase()}`) ?? [];
  }

  /** By the 18-character form. */
  withId(id: string): UserRow[] {
    const row = this.#byId.get(id);
    return row ? [row] : [];
  }

  addLogins(logins: UserLoginRow[]): void {
    for (const login of logins) this.#logins.set(login.UserId, login);
  }

  loginOf(userId: string): UserLoginRow | undefined {
    return this.#logins.get(userId);
  }

  /** Users whom the set at this path brought in. */
  addToSet(path: string, rows: UserRow[]): void {
    this.add(rows);
    const members = this.#members.get(path) ?? new Map<string, UserRow>();
    for (const row of rows) members.set(row.Id, row);
    this.#members.set(path, members);
  }

  membersAt(path: string): UserRow[] {
    return [...(this.#members.get(path)?.values() ?? [])].sort(
      (left, right) =>
        left.Name.localeCompare(right.Name, 'en') ||
        (left.Id < right.Id ? -1 : 1),
    );
  }

  /** Sets that have the name at this path: one, none or several. */
  noteSets(path: string, sets: PickerRow[]): void {
    this.#sets.set(path, sets);
  }

  setsAt(path: string): PickerRow[] {
    return this.#sets.get(path) ?? [];
  }

  /** Groups in the set at this path whose members cannot be listed. */
  noteUnreadable(path: string, names: string[]): void {
    this.#unreadable.set(path, names);
  }

  unreadableAt(path: string): string[] {
    return this.#unreadable.get(path) ?? [];
  }
}
