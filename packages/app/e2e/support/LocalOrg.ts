/** What a Salesforce user looks like in the local org. */
export interface OrgUser {
  id: string;
  name: string;
  isActive: boolean;
  isFrozen: boolean;
  timeZone: string;
}

/** The local Salesforce org behind the demo, read as its administrator. */
export class LocalOrg {
  readonly #url: string;

  constructor(url: string) {
    this.#url = url;
  }

  async user(username: string): Promise<OrgUser> {
    const [user] = await this.#query(
      `SELECT Id, Name, IsActive, TimeZoneSidKey FROM User WHERE Username = '${username}'`,
    );
    if (!user) throw new Error(`The org has no user '${username}'`);
    const [login] = await this.#query(
      `SELECT IsFrozen FROM UserLogin WHERE UserId = '${user.Id}'`,
    );
    return {
      id: String(user.Id),
      name: String(user.Name),
      isActive: user.IsActive === true,
      isFrozen: login?.IsFrozen === true,
      timeZone: String(user.TimeZoneSidKey),
    };
  }

  async permissionSetsOf(username: string): Promise<string[]> {
    const rows = await this.#query(
      `SELECT PermissionSet.Label FROM PermissionSetAssignment WHERE Assignee.Username = '${username}'`,
    );
    return rows.map(row =>
      String((row.PermissionSet as { Label: string }).Label),
    );
  }

  async resetMailsOf(username: string): Promise<number> {
    const { id } = await this.user(username);
    const effects = await this.#control<unknown[]>(
      'GET',
      `/journal?kind=passwordReset&id=${id}`,
    );
    return effects.length;
  }

  /** What an admin does in Salesforce Setup, so that the user can be deactivated. */
  async clearDeactivationBlockers(username: string): Promise<void> {
    const { id } = await this.user(username);
    const heir = await this.user('sam.okafor@acme.com');
    const rows = await this.#control<
      Array<{ Id: string; ReferenceId: string | null }>
    >('GET', '/rows/SetupReference');
    for (const row of rows.filter(({ ReferenceId }) => ReferenceId === id)) {
      await this.#control('PATCH', `/rows/SetupReference/${row.Id}`, {
        ReferenceId: heir.id,
      });
    }
  }

  /** What somebody sets in Salesforce Setup, so that the user cannot be deactivated. */
  async addDeactivationBlocker(username: string): Promise<void> {
    const { id } = await this.user(username);
    await this.#control('POST', '/rows', {
      object: 'SetupReference',
      rows: [
        { Kind: 'ApprovalApprover', ReferenceId: id, Name: 'Late Approval' },
      ],
      raw: true,
    });
  }

  /** Calls of a kind wait from now on, before anything is done; answers a key to let them go. */
  async hold(match: { method: string; path: string }): Promise<string> {
    const { id } = await this.#control<{ id: string }>('POST', '/faults', {
      match,
      effect: { type: 'hold' },
      times: 1,
    });
    return id;
  }

  /** Waits until a call is held. */
  async untilHeld(key: string): Promise<void> {
    const deadline = Date.now() + 30_000;
    for (;;) {
      const rules = await this.#control<Array<{ id: string; held: number }>>(
        'GET',
        '/faults',
      );
      if (rules.some(({ id, held }) => id === key && held > 0)) return;
      if (Date.now() > deadline) throw new Error('No call came to be held');
      await new Promise(resolve => setTimeout(resolve, 100));
    }
  }

  /** Whatever a journey left behind must not hold the next one up. */
  async releaseAll(): Promise<void> {
    await this.#control('DELETE', '/faults');
  }

  async release(key: string): Promise<void> {
    await this.#control('DELETE', `/faults/${key}`);
  }

  async #query(soql: string): Promise<Array<Record<string, unknown>>> {
    const session = await this.#control<{ access_token: string }>(
      'POST',
      '/tokens',
      { username: 'sam.okafor@acme.com' },
    );
    const response = await fetch(
      `${this.#url}/services/data/v63.0/query?q=${encodeURIComponent(soql)}`,
      { headers: { authorization: `Bearer ${session.access_token}` } },
    );
    if (!response.ok) throw new Error(await response.text());
    return (await response.json()).records;
  }

  async #control<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(`${this.#url}/__org${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body === undefined ? null : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${path}: ${text}`);
    return text === '' ? (undefined as T) : JSON.parse(text);
  }
}
