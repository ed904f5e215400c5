/**
 * Who may use the archive over the network: users, their tokens, and who is logged in.
 *
 * Secrets come and are kept as hashes only; what makes a good hash is for whoever asks.
 */

export interface NewUser {
  readonly name: string;
  readonly role: string;
  /** Null for a user who has tokens only. */
  readonly passwordHash: string | null;
}

export interface User extends NewUser {
  /** ISO time in UTC. */
  readonly createdAt: string;
}

export interface AccessToken {
  readonly id: string;
  readonly user: string;
  /** What it is for, in the user's words. */
  readonly label: string;
  readonly createdAt: string;
}

export interface AccessStore {
  /** @throws {StoreError} `user_exists` */
  addUser(user: NewUser): Promise<User>;
  /** Sets what is given; whoever is logged in under the name must log in again. @throws {StoreError} `not_found` */
  updateUser(name: string, changes: { role?: string; passwordHash?: string | null }): Promise<User>;
  /** With tokens and logins. @throws {StoreError} `not_found` */
  removeUser(name: string): Promise<void>;
  findUsers(): Promise<readonly User[]>;
  getUser(name: string): Promise<User | undefined>;

  /** @throws {StoreError} `not_found`, where there is no such user. */
  addToken(token: { user: string; label: string; hash: string }): Promise<AccessToken>;
  findTokens(user: string): Promise<readonly AccessToken[]>;
  /** @throws {StoreError} `not_found` */
  removeToken(user: string, id: string): Promise<void>;
  getUserByToken(hash: string): Promise<User | undefined>;

  /** Those that ran out before are forgotten. @param expiresAt ISO time in UTC. */
  addSession(session: { user: string; hash: string; expiresAt: string }): Promise<void>;
  removeSession(hash: string): Promise<void>;
  getUserBySession(hash: string, now: string): Promise<User | undefined>;
}
