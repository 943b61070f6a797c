import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';

/** For so long what a sign-in said is not asked for again. Milliseconds. */
const kept = 10_000;
const mostPeople = 1000;

/**
 * What the host's sign-in said about people, asked for once in a while: it is
 * stored when somebody signs in and stays as it is until they do so again,
 * while one screen makes several calls. What their roles allow is not in here.
 */
export class SignInClaims {
  readonly #userInfo: UserInfoService;
  readonly #heard = new Map<string, { refs: Promise<string[]>; at: number }>();

  constructor(options: { userInfo: UserInfoService }) {
    this.#userInfo = options.userInfo;
  }

  /** The entity refs that somebody owns things by. */
  async ownershipRefs(
    ref: string,
    credentials: BackstageCredentials,
  ): Promise<string[]> {
    // Without an end, a credential is no token of the host's sign-in.
    if (!credentials.expiresAt) return this.#ask(credentials);
    const key = `${ref} ${credentials.expiresAt.getTime()}`;
    const now = Date.now();
    const heard = this.#heard.get(key);
    if (heard && now - heard.at <= kept) return heard.refs;
    const refs = this.#ask(credentials);
    this.#heard.delete(key);
    this.#heard.set(key, { refs, at: now });
    // A failure is no answer.
    refs.catch(() => this.#heard.delete(key));
    if (this.#heard.size > mostPeople) {
      const [oldest] = this.#heard.keys();
      this.#heard.delete(oldest);
    }
    return refs;
  }

  async #ask(credentials: BackstageCredentials): Promise<string[]> {
    const info = await this.#userInfo.getUserInfo(credentials);
    return info.ownershipEntityRefs;
  }
}
