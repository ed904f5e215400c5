/** A word about what was just done, at the foot of the page, with the way back where there is one. */
interface Toast {
  message: string;
  undo?: (() => Promise<void>) | undefined;
}

let current = $state.raw<Toast>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** Long enough to be read and reached with the keyboard. */
const SHOWN_MS = 12_000;

export function getToast(): Toast | undefined {
  return current;
}

export function tell(message: string, undo?: () => Promise<void>): void {
  clearTimeout(timer);
  current = { message, undo };
  timer = setTimeout(() => {
    current = undefined;
  }, SHOWN_MS);
}

export function tellError(error: unknown): void {
  const advice = error !== null && typeof error === "object" && "advice" in error ? ` ${String(error.advice)}` : "";
  tell(`${error instanceof Error ? error.message : String(error)}${advice}`);
}

/** In another view the key means something else: what could be undone here is then undone in the list of judgements. */
export function leaveToast(): void {
  if (current?.undo !== undefined) current = undefined;
}

/** Undoes what the toast tells of. */
export async function undoToast(): Promise<void> {
  const undo = current?.undo;
  if (undo === undefined) return;
  current = undefined;
  try {
    await undo();
    tell("Undone.");
  } catch (error) {
    tellError(error);
  }
}
