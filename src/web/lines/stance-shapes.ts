/** Shapes that tell stances apart without colour, about the origin and within six units of it. */
import type { StanceLine } from "../../record/index.ts";

export type StanceName = StanceLine["stance"];

export const STANCES: readonly StanceName[] = ["supports", "opposes", "mixed", "neutral"];

export const STANCE_PATHS: Record<StanceName, string> = {
  supports: "M0-5 5 4H-5Z",
  opposes: "M0 5 5-4H-5Z",
  mixed: "M0-5.5 5 0 0 5.5-5 0Z",
  neutral: "M-4.5 0A4.5 4.5 0 1 0 4.5 0A4.5 4.5 0 1 0-4.5 0",
};
