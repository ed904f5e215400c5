/** Kinds of children that a token has, as bits: what is looked at of a whole phrase at once. */

const BITS: Record<string, number> = {
  nsubj: 1,
  "nsubj:pass": 2,
  obj: 4,
  iobj: 8,
  ccomp: 16,
  xcomp: 32,
  obl: 64,
  advcl: 128,
  "aux:pass": 256,
  parataxis: 512,
  cop: 1024,
  mark: 2048,
  nmod: 4096,
  acl: 8192,
  "nmod:poss": 16_384,
  case: 32_768,
  "acl:relcl": 65_536,
  "obl:agent": 131_072,
  aux: 262_144,
  conj: 524_288,
};

const bits = new Map(Object.entries(BITS));

/** The kinds that tell most of a verb. */
export const CORE = 1 | 2 | 4 | 8 | 16 | 32 | 128 | 256 | 512 | 1024;
export const SUBJECT = BITS.nsubj | BITS["nsubj:pass"];
export const MARKER = BITS.case | BITS.mark;

/** The bit of a relation; 0 for one that is not looked at. */
export function findKind(relation: string): number {
  return bits.get(relation) ?? 0;
}
