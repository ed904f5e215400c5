/** Looks up, for every token of a document, what the restorer needs to know of it before any form is chosen. */
import { GROUP_FINITE, GROUP_STOP, PAD, type Surroundings } from "./restore-contexts.ts";

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
