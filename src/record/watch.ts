/** What is watched: a feed asked again and again, or a person or an affair whose new statements are reported. */

export type NewWatch =
  | { readonly kind: "feed"; readonly subject: string; readonly deliverTo?: null }
  | {
      readonly kind: "entity" | "affair";
      /** Id of the entity or the affair. */
      readonly subject: string;
      /** A file that lines are added to, or an http(s) address that they are posted to; null for standard output. */
      readonly deliverTo?: string | null;
    };

export interface Watch {
  readonly id: string;
  readonly kind: "feed" | "entity" | "affair";
  readonly subject: string;
  readonly deliverTo: string | null;
  readonly createdAt: string;
  /** What the watch remembers: for feeds, what the server said last; for others, how far it has reported. */
  readonly state: WatchState;
}

export interface WatchState {
  readonly etag?: string;
  readonly lastModified?: string;
  /** ISO time before which the feed is not asked again. */
  readonly notBefore?: string;
  /** ISO time of the last run, whether it went well or not. */
  readonly askedAt?: string;
  readonly failures?: number;
  /** What went wrong the last time, in one line. */
  readonly problem?: string;
  /** Hashes of the entries of the feed that were taken, the newest last. */
  readonly seen?: readonly string[];
  /** Cursor into `findNewStatements`. */
  readonly reportedTo?: string;
}
