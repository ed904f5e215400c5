/** Every trainer, in an order in which each finds what it learns from. */
import type { Trainer } from "./trainer.ts";

export const trainers: readonly Trainer[] = [];
