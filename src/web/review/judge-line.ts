/** Judges a line where it stands, with the way back. */
import { tell, tellError } from "../shell/toast.svelte.ts";
import { sendJudgement, undoJudgement } from "./send-judgement.ts";

const SAID = { accept: "Accepted", reject: "Rejected" } as const;

/**
 * Judges a line and tells so at the foot of the page, where it can be undone.
 *
 * @param onchange Called when it is judged, and again when that is undone.
 */
export async function judgeLine(key: string, verdict: keyof typeof SAID, onchange: () => void): Promise<void> {
  try {
    const judgement = await sendJudgement(key, verdict);
    tell(`${SAID[verdict]}. Press z to undo.`, async () => {
      await undoJudgement(judgement.id);
      onchange();
    });
    onchange();
  } catch (error) {
    tellError(error);
  }
}
