/** Who asks, and what they may do. */

/** Each may do what the ones before it may. */
export const ROLES = ["reader", "reviewer", "admin"] as const;
export type Role = (typeof ROLES)[number];

export interface Person {
  readonly name: string;
  readonly role: Role;
  /** The secret of the session's cookie, for whoever logged in. */
  readonly session?: string;
}

/** Whoever sits at this machine, where no users are asked for. */
export const LOCAL_PERSON: Person = { name: "local", role: "admin" };

export function mayAct(person: Person, needed: Role): boolean {
  return ROLES.indexOf(person.role) >= ROLES.indexOf(needed);
}
