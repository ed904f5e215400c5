/** English abbreviations that end in a point: closed classes, lower-cased and without it. */

function words(list: string): ReadonlySet<string> {
  return new Set(list.trim().split(/\s+/));
}

/** Stand before a name or a number, so that no sentence ends at their point. */
export const TITLES = words(`
  mr mrs ms mx dr prof rev fr hon msgr messrs mme mlle
  gen maj col lt sgt cpl pvt capt cmdr cdr adm brig
  sen sens rep reps gov gens pres amb atty supt insp st ste mt ft
`);

/** Taken for abbreviations wherever they stand. */
export const ALWAYS = words(`
  jr sr inc corp ltd co bros mfg etc vs al cf ca viz approx est dept univ assn dist
  ave blvd jan feb aug sept oct nov dec tues thurs
  esq ph.d phd plc vol vols ed eds op cit ibid
`);

/** Abbreviations only with a capital letter, since the same letters make a word: "Sat. night". */
export const WITH_CAPITAL = words(`
  sat sun mon wed fri tue thu thur mar apr jun jul sep
  ariz calif colo conn ga ill kan ky la mass md mich minn mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
  fla ala ark del ind miss dak sask ont que alta
  bldg attn arrv exp spec pt univ rd hwy jct
`);

/** Abbreviations only before a number: "No. 3", "pp. 4-6". */
export const BEFORE_NUMBER = words(
  "no nos p pp pg pgs fig figs sec secs art arts ch chap sect para eq eqs rm ext tel vol v",
);

/** What stands before a single capital letter that is no initial: "Plan B. Then". */
export const BEFORE_LETTER_NAME = words(`
  plan vitamin group type class grade option part section appendix exhibit team hepatitis schedule figure table
  side channel model block division level item category zone i and or
`);
