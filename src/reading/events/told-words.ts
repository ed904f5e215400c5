/**
 * Verbs and nouns by which reports tell deeds, each with its class of PLOVER, and whom they are done to: a party itself
 * ("urged Norland") or whoever answers for a thing ("welcomed the ruling").
 *
 * Looser than `legal-moves.ts`: what these words propose is given with a lower score.
 */
import type { EventClass } from "./event-model.ts";

/**
 * Whom a deed is done to: a `party` itself, whoever answers for a `thing`, whoever `charged` the doer before (with a denial),
 * the state of the report's disaster (`stricken`), or nobody who need be named (`open`).
 */
export type Aim = "party" | "thing" | "charged" | "stricken" | "open";

export interface ToldDeed {
  readonly class: EventClass;
  readonly cameo: string;
  readonly aim: Aim;
  readonly score: number;
  /** Lemmas one of which the verb's object or a phrase beside it must have; none: whatever it has. */
  readonly nouns: ReadonlySet<string> | undefined;
}

function toSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}

const TEXTS =
  "agreement accord deal pact treaty truce ceasefire memorandum contract protocol declaration offer invitation terms proposal";
const CURBS =
  "sanction tariff duty levy embargo quota fine penalty surcharge boycott restriction curb ban blockade curfew freeze";
const FUNDS =
  "aid assistance funding fund payment cooperation help loan grant support trade talk asset account budget ties";
const LAWS =
  "law act clause decree order decision section ban rule ruling verdict reform statute provision conviction sentence";
const ENVOYS = "ambassador negotiator diplomat envoy attache consul official staff mission embassy";
const GUNS = "tear gas baton cannon bullet grenade stun rubber";
const TERMS = "life sentence prison jail custody";
const FORCES = "troop soldier warship ship force battalion army jet tank fighter marine guard police";
const TEXTS_MADE = "resolution text draft motion statement amendment proposal bill declaration plan amendments";
const OBJECTIONS = "objection veto opposition threat claim demand reservation case complaint appeal plan";
const CHARGES =
  "charge claim accusation allegation report suggestion idea notion criticism petition account complaint figure number";

type Row = readonly [EventClass, string, Aim, number, verbs: string, nouns?: string];

const ROWS: readonly Row[] = [
  ["SUPPORT", "051", "thing", 0.65, "welcome praise applaud hail salute commend endorse laud cheer celebrate embrace thank congratulate"],
  ["SUPPORT", "050", "thing", 0.5, "back support defend recognize recognise favour favor uphold"],
  ["SUPPORT", "050", "thing", 0.5, "vote", "favour favor yes"],
  ["SUPPORT", "050", "thing", 0.5, "give offer express voice lend", "support backing welcome praise thanks blessing gratitude solidarity"],
  ["REJECT", "120", "thing", 0.6, "dismiss rebuff spurn oppose"],
  ["REJECT", "120", "thing", 0.6, "reject block veto defy flout refuse ignore resist shun decline"],
  ["REJECT", "120", "thing", 0.55, "brush_aside brush_off shrug_off wave_away vote_against object_to appeal_against dissent"],
  ["REJECT", "120", "charged", 0.5, "deny dispute contest challenge refute rebut"],
  ["REJECT", "120", "charged", 0.55, "reject dismiss", CHARGES],
  ["REJECT", "120", "thing", 0.5, "file lodge submit", "appeal"],
  ["REJECT", "120", "thing", 0.55, "throw_out toss_out turn_down strike_out", "suit lawsuit case claim complaint appeal bid request application petition offer proposal motion charge"],
  ["REJECT", "120", "thing", 0.55, "suspend strike_down overturn quash annul void block halt freeze froze", LAWS],
  ["ACCUSE", "112", "party", 0.7, "accuse blame fault reproach rebuke"],
  ["ACCUSE", "111", "thing", 0.5, "summon", ENVOYS],
  ["ACCUSE", "112", "party", 0.5, "allege"],
  ["ACCUSE", "115", "party", 0.5, "seek claim demand", "compensation damages damage"],
  ["ACCUSE", "112", "party", 0.55, "issue seek obtain approve request", "warrant indictment"],
  ["ACCUSE", "111", "thing", 0.6, "criticize criticise condemn denounce slam deplore decry lambast lambaste castigate deride mock ridicule assail"],
  ["ACCUSE", "111", "thing", 0.45, "regret lament bemoan complain_about complain_of rail_against speak_against warn_against"],
  ["ACCUSE", "115", "party", 0.6, "charge indict sue prosecute impeach"],
  ["ACCUSE", "115", "party", 0.6, "file lodge bring submit open launch start begin", "complaint case suit lawsuit charge proceeding procedure inquiry investigation probe"],
  ["REQUEST", "020", "party", 0.65, "urge implore beseech beg petition call_on call_upon appeal_to press_for"],
  ["REQUEST", "100", "open", 0.55, "demand call_for appeal_for push_for press_for plead_for insist_on ask_for request"],
  ["REQUEST", "020", "party", 0.5, "order instruct ask tell invite want"],
  ["REQUEST", "020", "party", 0.5, "file lodge bring submit", "petition application motion"],
  ["REQUEST", "100", "open", 0.55, "seek want", "resignation release extradition arrest clarification meeting help mediation apology explanation"],
  ["REQUEST", "020", "party", 0.5, "put", "question request petition"],
  ["REQUEST", "020", "open", 0.5, "make issue launch repeat reiterate", "appeal request plea demand call petition motion application"],
  ["THREATEN", "130", "thing", 0.6, "threaten"],
  ["THREATEN", "130", "thing", 0.45, "warn"],
  ["THREATEN", "130", "party", 0.6, "issue give", "ultimatum warning deadline"],
  ["CONSULT", "040", "party", 0.6, "meet visit telephone phone consult confer_with shuttle_between mediate_between"],
  ["CONSULT", "040", "party", 0.55, "host hold attend begin resume open start", "talk talks meeting summit negotiation consultation conversation call"],
  ["AGREE", "057", "thing", 0.5, "accept", "offer invitation proposal terms mediation plan initiative"],
  ["AGREE", "057", "party", 0.6, "sign agree conclude ratify initial reach strike seal approve accept", TEXTS],
  ["AGREE", "057", "party", 0.5, "honour honor", TEXTS],
  ["AGREE", "030", "party", 0.45, "agree_to agree_with agree_on"],
  ["RETREAT", "080", "thing", 0.55, "lift drop withdraw abandon retract soften waive suspend ease shelve", `${CURBS} ${OBJECTIONS}`],
  ["RETREAT", "080", "party", 0.5, "free acquit release pardon swap exchange hand_over", "prisoner hostage detainee captive"],
  ["RETREAT", "080", "open", 0.45, "resign quit step_down step_aside stand_down retreat back_down climb_down back_down back_off back_out relent withdraw_from pull_out abide_by comply_with reverse back_away yield give_in let_go"],
  ["SANCTION", "163", "party", 0.7, "sanction blacklist embargo penalize penalise fine boycott"],
  ["SANCTION", "163", "party", 0.65, "impose levy slap place announce adopt extend add raise double introduce", CURBS],
  ["SANCTION", "162", "party", 0.6, "freeze froze froz halt cut suspend stop withhold end block", FUNDS],
  ["SANCTION", "161", "party", 0.6, "expel recall withdraw", ENVOYS],
  ["SANCTION", "163", "party", 0.55, "strike hit retaliate respond answer strike_back hit_back", CURBS],
  ["SANCTION", "161", "party", 0.6, "send_home throw_out kick_out", ENVOYS],
  ["SANCTION", "160", "party", 0.55, "bar ban suspend expel exclude proscribe outlaw"],
  ["COERCE", "173", "party", 0.65, "arrest detain jail imprison sentence convict seize oust overthrow topple depose deport extradite evict capture abduct kidnap"],
  ["COERCE", "173", "party", 0.5, "order hand give", TERMS],
  ["COERCE", "175", "party", 0.6, "fire use deploy shoot", GUNS],
  ["COERCE", "175", "party", 0.55, "disperse drive_back push_back hold_back subdue club teargas"],
  ["COERCE", "172", "party", 0.4, "close shut seal blockade confiscate impound"],
  ["COERCE", "173", "party", 0.5, "hold", "truck ship vessel boat crew sailor soldier prisoner hostage journalist captive driver tanker"],
  ["COERCE", "173", "party", 0.6, "find", "guilty"],
  ["ASSAULT", "190", "party", 0.6, "kill attack shell bomb bombard raid ambush shoot strike storm invade massacre wound injure shoot_at fire_at fire_on open_fire"],
  ["PROTEST", "140", "open", 0.6, "protest march demonstrate rally riot walk_out"],
  ["PROTEST", "140", "open", 0.5, "bang beat wave burn chant", "pot pots placard placards banner banners effigy slogan slogans"],
  ["PROTEST", "140", "party", 0.5, "send lodge file deliver hand submit", "protest"],
  ["PROTEST", "140", "open", 0.5, "down", "tool tools"],
  ["PROTEST", "140", "open", 0.5, "stage begin hold call join launch", "strike protest march rally demonstration walkout sit-in boycott vigil"],
  ["PROTEST", "140", "open", 0.5, "take_to gather throng fill block storm push_past", "street streets square gate gates parliament outside front building headquarters embassy courthouse palace"],
  ["MOBILIZE", "150", "open", 0.5, "call_up mobilize mobilise", "reservist reservists conscript conscripts"],
  ["MOBILIZE", "150", "open", 0.5, "deploy mobilize mobilise mass send move station", FORCES],
  ["COOPERATE", "060", "party", 0.45, "cooperate collaborate team_up"],
  ["AID", "070", "party", 0.5, "feed shelter rescue"],
]; // biome-ignore format: one row a line

const DEEDS = new Map<string, ToldDeed[]>();
for (const [cls, cameo, aim, score, verbs, nouns] of ROWS)
  for (const verb of verbs.split(" ")) {
    const deed: ToldDeed = {
      class: cls,
      cameo,
      aim,
      score,
      nouns: nouns === undefined ? undefined : toSet(nouns),
    };
    DEEDS.set(verb, [...(DEEDS.get(verb) ?? []), deed]);
  }

/**
 * The lemma as the rows of words have it: those of rare verbs are often cut wrongly ("bom" of "bombed", "shel" of "shelled").
 *
 * @param text The verb as it stands.
 */
export function toToldLemma(text: string, lemma: string, isKnown: (verb: string) => boolean = hasDeed): string {
  const own = lemma.toLowerCase();
  if (isKnown(own)) return own;
  const stem = /^(.{2,}?)(?:ed|ing|s|es)$/.exec(text.toLowerCase())?.[1];
  if (stem === undefined) return own;
  const undoubled = stem.at(-1) === stem.at(-2) ? stem.slice(0, -1) : stem;
  return [stem, `${stem}e`, undoubled].find(isKnown) ?? own;
}

function hasDeed(verb: string): boolean {
  return DEEDS.has(verb);
}

const WITH_PARTICLE: ReadonlySet<string> = new Set(
  [...DEEDS.keys()].filter((verb) => verb.includes("_")).map((verb) => verb.slice(0, verb.indexOf("_"))),
);

/** Whether a verb tells something of its own with one of its particles or prepositions. */
export function takesParticle(lemma: string): boolean {
  return WITH_PARTICLE.has(lemma);
}

/** @param verb Lemma, alone or with particle or preposition: `call_for`. @param nouns Lemmas of what stands beside it. */
export function findToldDeed(verb: string, nouns: readonly string[]): ToldDeed | undefined {
  // Lemmas of rare verbs may lack an "e" or have one too many: "fin", "applaude".
  const deeds =
    DEEDS.get(verb) ?? DEEDS.get(`${verb}e`) ?? (verb.endsWith("e") ? DEEDS.get(verb.slice(0, -1)) : undefined);
  return (
    deeds?.find((deed) => deed.nouns !== undefined && nouns.some((noun) => deed.nouns?.has(noun))) ??
    deeds?.find((deed) => deed.nouns === undefined)
  );
}

/** Verbs of giving, whose gift tells of relief in a report of a disaster. */
/** Texts and acts that are put before a court or body. */
export const FILED = toSet("complaint case suit lawsuit petition application appeal motion request challenge");
/** Verbs of lodging them. */
export const FILING = toSet("file lodge bring submit take launch");
/** What one would not do with another is refused to him. */
export const COOPERATIVE = toSet(
  "apply implement negotiate accept sign recognize recognise attend join talk return release comply withdraw meet pay agree cooperate participate obey surrender honour honor endorse support help extradite",
);
/** What somebody is said to have none of: "the court has no jurisdiction". */
export const STANDING = toSet(
  "jurisdiction validity standing basis merit legitimacy authority mandate right force foundation power place business",
);
/** What is sentenced to. */
export const PENALTIES = toSet("year month life sentence term");
/** Offers, and verbs that make them. */
export const OFFERING = toSet("offer invite propose suggest");

export const GIVING = toSet(
  "send fly ship dispatch rush donate pledge release provide offer deliver give promise allocate commit contribute airlift pay truck bring lend",
);
/** Verbs of sending, after which any thing may be relief. */
export const SENDING = toSet("send fly ship dispatch rush donate airlift truck");
/** Words and people that are sent, which help nobody. */
export const NO_RELIEF = toSet(
  "letter message signal note protest delegation envoy note case bill statement condolence troop force army warning ambassador minister proposal reply invitation text draft",
);
export const RELIEF = toSet(
  "aid help assistance relief supply supplies medicine food tent blanket generator ambulance rescuer team plane helicopter aircraft unit engineer doctor medic diver equipment euro dollar pound million crown ship vessel boat water money dog crew ton tonne rice cash soldier fund funds $ € £",
);
/** Texts that several put forward together. */
export const DRAFTED = toSet(TEXTS_MADE);
export const DRAFTING = toSet(
  "draft sponsor propose broker co-sponsor cosponsor present submit table launch author write introduce lead put_forward",
);
/** Verbs whose denial rejects: "does not accept the figures". */
export const ACCEPTING = toSet("accept recognize recognise support endorse acknowledge back approve");
/** What is hostile when somebody says that he will do it. */
export const HOSTILE = toSet(
  "leave quit boycott sue retaliate respond withdraw close cut stop halt strike attack expel bar ban impose suspend veto block fight seize resign pull seal shut refuse revoke tear challenge",
);

const NOUN_ROWS: readonly (readonly [EventClass, string, Aim, number, nouns: string])[] = [
  ["SUPPORT", "051", "thing", 0.5, "welcome praise backing endorsement"],
  ["REJECT", "120", "thing", 0.45, "refusal rejection veto dismissal objection"],
  ["ACCUSE", "111", "thing", 0.45, "criticism condemnation rebuke accusation complaint claim allegation"],
  ["REQUEST", "020", "open", 0.45, "appeal demand plea request petition"],
  ["THREATEN", "130", "thing", 0.45, "threat ultimatum"],
  ["COERCE", "173", "party", 0.5, "arrest detention sentencing conviction imprisonment ouster overthrow deportation"],
  ["ASSAULT", "190", "party", 0.5, "attack assault shelling bombing bombardment raid strike airstrike invasion killing"],
  ["CONSULT", "040", "open", 0.45, "visit meeting talks mediator mediation"],
  ["SANCTION", "163", "party", 0.5, "sanction sanctions tariff embargo expulsion blockade"],
  ["PROTEST", "140", "open", 0.45, "protest demonstration march"],
]; // biome-ignore format: one row a line

const NOUNS = new Map<string, ToldDeed>();
for (const [cls, cameo, aim, score, nouns] of NOUN_ROWS)
  for (const noun of nouns.split(" ")) NOUNS.set(noun, { class: cls, cameo, aim, score, nouns: undefined });

export function findToldNoun(noun: string): ToldDeed | undefined {
  return NOUNS.get(noun);
}
