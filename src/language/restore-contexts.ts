/**
 * What the restorer looks at when it weighs the forms of one stem.
 *
 * To the left stand forms already chosen, to the right stems: what is to come is known but for its endings. Each context
 * is a hash that is then mixed with a candidate (its form, its class, or its rule) to find a weight.
 */
import { mixHash } from "./restore-hash.ts";

/** Room before and after a document, so that windows need no checks. */
export const PAD = 4;

/** Groups of classes, by their main tag. */
export const GROUP_OTHER = 0;
export const GROUP_NOUN = 1;
export const GROUP_FINITE = 2;
export const GROUP_PREPOSITION = 3;
export const GROUP_STOP = 4;
export const GROUP_BREAK = 5;

/** The group of a class, from its main Penn tag. */
export function groupOfTag(tag: string): number {
  if (tag === ".") return GROUP_STOP;
  if (tag === "," || tag === "CC") return GROUP_BREAK;
  if (tag.startsWith("NN") || tag === "PRP" || tag === "EX") return GROUP_NOUN;
  if (tag === "VBZ" || tag === "VBP" || tag === "VBD" || tag === "MD") return GROUP_FINITE;
  if (tag === "IN" || tag === "TO") return GROUP_PREPOSITION;
  return GROUP_OTHER;
}

/** A document as the contexts see it; every array has {@link PAD} places before the first token and after the last. */
export interface Surroundings {
  length: number;
  stems: Int32Array;
  /** The class of each stem's commonest form. */
  classes: Uint8Array;
  /** The cluster of each stem, by the company it keeps. */
  clusters: Uint8Array;
  /** Whether the words around speak of the past or the present: 0 no sign, then from all present to all past. */
  tenses: Uint8Array;
  /** The nearest single-class token (function word or mark) to the left, beyond the neighbour: its stem. */
  leftAnchors: Int32Array;
  rightAnchors: Int32Array;
  /** The nearest finite function word to the right, before the sentence ends. */
  nextVerbs: Int32Array;
}

/** What is known of the tokens to the left. */
export interface History {
  form1: number;
  form2: number;
  form3: number;
  class1: number;
  class2: number;
  class3: number;
  /** Clusters of the last two forms. */
  cluster1: number;
  cluster2: number;
  /** Class of the noun that a coming verb probably belongs to. */
  headNoun: number;
  /** Class of the last finite verb. */
  lastFinite: number;
  inPhrase: boolean;
}

export function createHistory(): History {
  return {
    form1: 1,
    form2: 1,
    form3: 1,
    class1: 0,
    class2: 0,
    class3: 0,
    cluster1: 0,
    cluster2: 0,
    headNoun: 0,
    lastFinite: 0,
    inPhrase: false,
  };
}

/** Moves a history on by one token. */
export function advanceHistory(
  history: History,
  form: number,
  formClass: number,
  cluster: number,
  group: number,
): void {
  history.cluster2 = history.cluster1;
  history.cluster1 = cluster;
  history.form3 = history.form2;
  history.form2 = history.form1;
  history.form1 = form;
  history.class3 = history.class2;
  history.class2 = history.class1;
  history.class1 = formClass;
  if (group === GROUP_NOUN) {
    if (!history.inPhrase) history.headNoun = formClass;
  } else if (group === GROUP_FINITE) {
    history.lastFinite = formClass;
    history.inPhrase = false;
  } else if (group === GROUP_PREPOSITION) {
    history.inPhrase = true;
  } else if (group === GROUP_BREAK) {
    history.inPhrase = false;
  } else if (group === GROUP_STOP) {
    history.inPhrase = false;
    history.headNoun = 0;
  }
}

/** Contexts that are mixed with the candidate's form, then those mixed with its class, then those with its rule. */
export const FORM_CONTEXTS = 29;
/** How many of the form's contexts are looked at first. */
export const FIRST_CONTEXTS = 12;
export const CLASS_CONTEXTS = 30;
export const RULE_CONTEXTS = 7;
/** Then those mixed with the cluster of its form. */
export const CLUSTER_CONTEXTS = 9;
/** Weights of the candidate itself: how common it is, what the document chose before. */
export const OWN_CONTEXTS = 3;
export const ALL_CONTEXTS = FORM_CONTEXTS + CLASS_CONTEXTS + CLUSTER_CONTEXTS + RULE_CONTEXTS + OWN_CONTEXTS;

/** Fills in the contexts of the token at `at` (a place in the padded arrays) that are mixed with a form. */
export function fillFormContexts(into: Int32Array, history: History, around: Surroundings, at: number): void {
  const { cluster1, cluster2, form1, form2, form3, class1, class2, headNoun, lastFinite } = history;
  const { stems, classes, clusters } = around;
  const stem1 = stems[at + 1];
  const stem2 = stems[at + 2];
  const right1 = classes[at + 1];
  const right2 = classes[at + 2];
  const leftAnchor = around.leftAnchors[at];
  const rightAnchor = around.rightAnchors[at];
  const clusterRight1 = clusters[at + 1];
  const clusterRight2 = clusters[at + 2];
  const tense = around.tenses[at];
  const form12 = mixHash(form1, form2);
  const stem12 = mixHash(stem1, stem2);
  const class12 = class1 * 256 + class2;
  const rights12 = right1 * 256 + right2;
  let n = 0;
  into[n++] = 0x1357_9bdf;
  into[n++] = mixHash(form1, 1);
  into[n++] = mixHash(stem1, 2);
  into[n++] = mixHash(form12, 3);
  into[n++] = mixHash(stem12, 4);
  into[n++] = mixHash(mixHash(form1, stem1), 5);
  into[n++] = mixHash(class1 * 256 + right1, 8);
  into[n++] = mixHash(mixHash(form1, right1), 11);
  into[n++] = mixHash(mixHash(stem1, class1), 12);
  into[n++] = mixHash(cluster1, 23);
  into[n++] = mixHash(clusterRight1, 24);
  into[n++] = mixHash(cluster1 * 256 + clusterRight1, 25);
  // Up to here the contexts that decide most cases alone.
  into[n++] = mixHash(form2, 6);
  into[n++] = mixHash(stem2, 7);
  into[n++] = mixHash(class12, 9);
  into[n++] = mixHash(rights12, 10);
  into[n++] = mixHash(mixHash(form12, form3), 13);
  into[n++] = mixHash(mixHash(form12, stem1), 14);
  into[n++] = mixHash(mixHash(stem12, form1), 15);
  into[n++] = mixHash(leftAnchor, 16);
  into[n++] = mixHash(rightAnchor, 17);
  into[n++] = mixHash(class12 * 256 + right1, 18);
  into[n++] = mixHash(class1 * 65536 + rights12, 19);
  into[n++] = mixHash(lastFinite, 20);
  into[n++] = mixHash(headNoun * 256 + class1, 21);
  into[n++] = mixHash(mixHash(leftAnchor, rightAnchor), 22);
  into[n++] = mixHash(clusterRight1 * 256 + clusterRight2, 26);
  into[n++] = mixHash(cluster2 * 256 + cluster1, 27);
  into[n++] = mixHash(tense, 28);
}

/** Likewise those mixed with the class and the cluster of a form. */
export function fillGroupContexts(into: Int32Array, history: History, around: Surroundings, at: number): void {
  const { cluster1, cluster2, form1, form2, class1, class2, class3, headNoun, lastFinite } = history;
  const { stems, classes, clusters } = around;
  const stem1 = stems[at + 1];
  const stem2 = stems[at + 2];
  const right1 = classes[at + 1];
  const right2 = classes[at + 2];
  const right3 = classes[at + 3];
  const leftAnchor = around.leftAnchors[at];
  const rightAnchor = around.rightAnchors[at];
  const nextVerb = around.nextVerbs[at];
  const cluster = clusters[at];
  const clusterLeft1 = clusters[at - 1];
  const clusterRight1 = clusters[at + 1];
  const clusterRight2 = clusters[at + 2];
  const tense = around.tenses[at];
  const form12 = mixHash(form1, form2);
  const stem12 = mixHash(stem1, stem2);
  const class12 = class1 * 256 + class2;
  const rights12 = right1 * 256 + right2;
  let n = FORM_CONTEXTS;
  into[n++] = mixHash(form1, 31);
  into[n++] = mixHash(stem1, 32);
  into[n++] = mixHash(form12, 33);
  into[n++] = mixHash(stem12, 34);
  into[n++] = mixHash(mixHash(form1, stem1), 35);
  into[n++] = mixHash(class12, 36);
  into[n++] = mixHash(class1 * 256 + right1, 37);
  into[n++] = mixHash(rights12, 38);
  into[n++] = mixHash(class12 * 256 + class3, 39);
  into[n++] = mixHash(class12 * 256 + right1, 40);
  into[n++] = mixHash(class1 * 65536 + rights12, 41);
  into[n++] = mixHash(mixHash(class12, rights12), 42);
  into[n++] = mixHash(rights12 * 256 + right3, 43);
  into[n++] = mixHash(mixHash(leftAnchor, rightAnchor), 44);
  into[n++] = mixHash(mixHash(leftAnchor, class1), 45);
  into[n++] = mixHash(mixHash(rightAnchor, right1), 46);
  into[n++] = mixHash(headNoun * 256 + class1, 47);
  into[n++] = mixHash(mixHash(headNoun * 256 + class1, right1), 48);
  into[n++] = mixHash(lastFinite * 256 + class1, 49);
  into[n++] = mixHash(mixHash(lastFinite * 256 + class1, rightAnchor), 50);
  into[n++] = mixHash(mixHash(nextVerb, rightAnchor), 51);
  into[n++] = mixHash(cluster, 52);
  into[n++] = mixHash(cluster * 256 + clusterLeft1, 53);
  into[n++] = mixHash(cluster * 256 + clusterRight1, 54);
  into[n++] = mixHash(clusterLeft1 * 256 + clusterRight1, 55);
  into[n++] = mixHash(clusterRight1 * 256 + clusterRight2, 56);
  into[n++] = mixHash(tense * 256 + class1, 58);
  into[n++] = mixHash(tense * 256 + cluster, 59);
  into[n++] = mixHash(cluster * 65536 + class1 * 256 + right1, 60);
  into[n++] = mixHash(mixHash(cluster * 256 + class1, lastFinite), headNoun + 61);
  // With the cluster of the form.
  into[n++] = mixHash(form1, 81);
  into[n++] = mixHash(stem1, 82);
  into[n++] = mixHash(cluster1, 83);
  into[n++] = mixHash(cluster2 * 256 + cluster1, 84);
  into[n++] = mixHash(clusterRight1, 85);
  into[n++] = mixHash(clusterRight1 * 256 + clusterRight2, 86);
  into[n++] = mixHash(cluster1 * 256 + clusterRight1, 87);
  into[n++] = mixHash(mixHash(cluster2 * 256 + cluster1, clusterRight1 * 256 + clusterRight2), 88);
  into[n++] = mixHash(mixHash(leftAnchor, rightAnchor), 89);
}

/**
 * Likewise those mixed with the rule, for stems that are rare or unknown.
 *
 * @param ending3 Hash of the stem's last three letters, `ending2` of its last two.
 */
export function fillRuleContexts(
  into: Int32Array,
  history: History,
  around: Surroundings,
  at: number,
  ending3: number,
  ending2: number,
): void {
  const { form1, class1 } = history;
  const stem1 = around.stems[at + 1];
  const right1 = around.classes[at + 1];
  let n = FORM_CONTEXTS + CLASS_CONTEXTS + CLUSTER_CONTEXTS;
  into[n++] = mixHash(ending3, 61);
  into[n++] = mixHash(ending2, 62);
  into[n++] = mixHash(mixHash(ending3, class1), 63);
  into[n++] = mixHash(mixHash(ending3, right1), 64);
  into[n++] = mixHash(mixHash(ending2, class1), right1);
  into[n++] = mixHash(mixHash(ending2, form1), 66);
  into[n++] = mixHash(mixHash(ending2, stem1), 67);
}

/** The contexts of the candidate itself, mixed with nothing else. */
export function fillOwnContexts(
  into: Int32Array,
  start: number,
  relative: number,
  total: number,
  cached: number,
  formClass: number,
): void {
  into[start] = mixHash(relative * 64 + (total >> 1), 71);
  into[start + 1] = mixHash(relative * 4 + cached, 72);
  into[start + 2] = mixHash(formClass * 4 + cached, 73);
}

/** Where a weight lies: a place of 26 bits, from a context and what it is mixed with. */
export const PLACE_BITS = 26;
export function findPlace(context: number, target: number): number {
  let hash = Math.imul(context ^ target, 0x7feb_352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846c_a68b);
  return (hash ^ (hash >>> 16)) >>> (32 - PLACE_BITS);
}

/** What a class or a rule is mixed as. */
export function hashClass(formClass: number): number {
  return Math.imul(formClass + 1, 0x3c6e_f372);
}

export function hashCluster(cluster: number): number {
  return Math.imul(cluster + 1, 0x2545_f491);
}

export function hashRule(rule: number): number {
  return Math.imul(rule + 1, 0x1b87_3593);
}
