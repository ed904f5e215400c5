/** Who is at the page, and what they may do; an archive on this machine alone asks nobody. */
import { ApiError, get, send, setCsrfToken, whenLogInNeeded } from "./client.ts";

export interface Me {
  name: string;
  role: "reader" | "reviewer" | "admin";
  /** Whether the archive asks nobody who they are. */
  isOpen: boolean;
}

type Session =
  | { kind: "starting" }
  | { kind: "open"; me: Me }
  | { kind: "asked" }
  | { kind: "failed"; error: ApiError };

let session = $state.raw<Session>({ kind: "starting" });

export function getSession(): Session {
  return session;
}

export function canJudge(): boolean {
  return session.kind === "open" && session.me.role !== "reader";
}

export function canAdminister(): boolean {
  return session.kind === "open" && session.me.role === "admin";
}

whenLogInNeeded(() => {
  session = { kind: "asked" };
});

export async function startSession(): Promise<void> {
  session = { kind: "starting" };
  try {
    open(await get<Answer>("me"));
  } catch (error) {
    session =
      error instanceof ApiError && error.status === 401
        ? { kind: "asked" }
        : { kind: "failed", error: error instanceof ApiError ? error : new ApiError(0, String(error), "Try again.") };
  }
}

interface Answer extends Me {
  csrfToken: string | null;
}

function open({ csrfToken, ...me }: Answer): void {
  setCsrfToken(csrfToken ?? undefined);
  session = { kind: "open", me };
}

/** @throws {ApiError} where the name or the password is wrong. */
export async function logIn(name: string, password: string): Promise<void> {
  open(await send<Answer>("POST", "sessions", { name, password }));
}

export async function logOut(): Promise<void> {
  await send("DELETE", "sessions");
  setCsrfToken(undefined);
  session = { kind: "asked" };
}
