import type {
  BackstageCredentials,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import { TimedCache } from '../people/TimedCache';
import { signInKey } from './signInKey';

/**
 * What the host's sign-in said about people, asked for once in a while: it is
 * stored when somebody signs in and stays as it is until they do so again,
 * while one screen makes several calls. What their roles allow is not in here.
 */
export class SignInClaims {
  readonly #userInfo: UserInfoService;
  readonly #refs = new TimedCache<string[]>({
    now: () => new Date(),
    lifetime: 10_000,
    maximum: 1000,
  });

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
    return this.#refs.get(signInKey(ref, credentials), () =>
      this.#ask(credentials),
    );
  }

  async #ask(credentials: BackstageCredentials): Promise<string[]> {
    const info = await this.#userInfo.getUserInfo(credentials);
    return info.ownershipEntityRefs;
  }
}
