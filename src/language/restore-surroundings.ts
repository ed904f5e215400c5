/** Looks up, for every token of a document, what the restorer needs to know of it before any form is chosen. */

import { GROUP_FINITE, GROUP_STOP, PAD, type Surroundings } from "./restore-contexts.ts";
import { hashText } from "./restore-hash.ts";
import { hashMark } from "./restore-tokens.ts";

/** Stems of function words that show the time a passage speaks of. */
const PAST = new Set(["wa", "were", "had", "did", "said", "told", "could"].map((stem) => hashText(stem)));
const PRESENT = new Set(["is", "are", "ha", "have", "do", "doe", "will", "can", "say"].map((stem) => hashText(stem)));
const TENSE_REACH = 30;

/** An empty frame for a document of this many tokens. */
export function createSurroundings(length: number): Surroundings {
  const size = length + 2 * PAD;
  return {
    length,
    stems: new Int32Array(size),
    classes: new Uint8Array(size),
    clusters: new Uint8Array(size),
    tenses: new Uint8Array(size),
    leftAnchors: new Int32Array(size),
    rightAnchors: new Int32Array(size),
    nextVerbs: new Int32Array(size),
  };
}

/** The stem that stands for the edge of a document. */
const EDGE = 1;
const ANCHOR_REACH = 6;
const VERB_REACH = 9;

/** Fills in the anchors of surroundings whose stems and classes are there. */
export function fillAnchors(around: Surroundings, groups: Uint8Array, ownEnd: number): void {
  const { length, stems, classes, leftAnchors, rightAnchors, nextVerbs } = around;
  for (let i = 0; i < PAD; i++) {
    stems[i] = EDGE;
    stems[PAD + length + i] = EDGE;
    classes[i] = 0;
    classes[PAD + length + i] = 0;
  }
  let anchor = EDGE;
  let distance = ANCHOR_REACH;
  for (let i = PAD; i < PAD + length; i++) {
    // The neighbour itself is seen anyway.
    leftAnchors[i] = distance < ANCHOR_REACH ? anchor : EDGE;
    const last = classes[i - 1];
    distance += 1;
    if (last > 0 && last < ownEnd) {
      anchor = stems[i - 1];
      distance = 0;
    }
  }
  anchor = EDGE;
  distance = ANCHOR_REACH;
  let verb = EDGE;
  let verbDistance = VERB_REACH;
  for (let i = PAD + length - 1; i >= PAD; i--) {
    rightAnchors[i] = distance < ANCHOR_REACH ? anchor : EDGE;
    nextVerbs[i] = verbDistance < VERB_REACH ? verb : EDGE;
    const next = classes[i + 1];
    distance += 1;
    verbDistance += 1;
    if (next > 0 && next < ownEnd) {
      anchor = stems[i + 1];
      distance = 0;
    }
    const own = classes[i];
    if (own > 0 && own < ownEnd) {
      if (groups[own] === GROUP_FINITE) {
        verb = stems[i];
        verbDistance = 0;
      } else if (groups[own] === GROUP_STOP) {
        verb = stems[i];
        verbDistance = VERB_REACH;
      }
    }
  }
}

const QUOTE = hashMark('"');

/** Fills in the tenses: signs of past and present within reach, inside quotations and outside them apart. */
export function fillTenses(around: Surroundings): void {
  const { length, stems, tenses } = around;
  // Running counts of signs, for inside and outside, and which of the two each token is.
  const past = [new Uint16Array(length + 1), new Uint16Array(length + 1)];
  const present = [new Uint16Array(length + 1), new Uint16Array(length + 1)];
  const sides = new Uint8Array(length);
  let side = 0;
  for (let i = 0; i < length; i++) {
    const stem = stems[PAD + i];
    if (stem === QUOTE) side = 1 - side;
    sides[i] = side;
    for (let s = 0; s < 2; s++) {
      past[s][i + 1] = past[s][i] + (s === side && PAST.has(stem) ? 1 : 0);
      present[s][i + 1] = present[s][i] + (s === side && PRESENT.has(stem) ? 1 : 0);
    }
  }
  for (let i = 0; i < length; i++) {
    const from = Math.max(0, i - TENSE_REACH);
    const to = Math.min(length, i + TENSE_REACH + 1);
    const pasts = (past[sides[i]][to] - past[sides[i]][from]) & 0xffff;
    const presents = (present[sides[i]][to] - present[sides[i]][from]) & 0xffff;
    const all = pasts + presents;
    tenses[PAD + i] = (all === 0 ? 0 : 1 + Math.floor((4 * pasts) / all)) * 2 + sides[i];
  }
}
