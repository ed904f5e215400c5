/**
 * Moves of law, trade and assemblies, whose classes the annotation of readings sets: warrants and complaints accuse, arrests
 * and verdicts coerce, tariffs and expulsions sanction, a veto rejects. The verb dictionary knows them partly or otherwise.
 */
import type { EventClass } from "./event-model.ts";

export interface Move {
  readonly class: EventClass;
  readonly cameo: string;
  /** How sure it is by its words alone, where the classifier has seldom seen them. */
  readonly score?: number;
  /** Done to the object itself, whatever it is: "arrest". */
  readonly isDirect?: boolean;
}

interface MoveFrame extends Move {
  readonly verbs: ReadonlySet<string>;
  /** The object or a noun with a preposition ("apply for warrants") must be one of these; none: any object. */
  readonly nouns: ReadonlySet<string> | undefined;
}

function frame(cls: EventClass, cameo: string, verbs: string, nouns?: string, score?: number): MoveFrame {
  return {
    class: cls,
    cameo,
    verbs: new Set(verbs.split(" ")),
    nouns: nouns === undefined ? undefined : new Set(nouns.split(" ")),
    ...(score === undefined ? {} : { score }),
    isDirect: nouns === undefined,
  };
}

const CURBS = "tariff duty levy sanction embargo quota fine penalty surcharge boycott";

const RELIEF = "aid help assistance relief supply supplies medicine food tent blanket generator ambulance rescuer";

const FRAMES: readonly MoveFrame[] = [
  frame("ACCUSE", "112", "issue seek request obtain approve secure sign unseal apply ask want grant name", "warrant indictment"),
  frame("ACCUSE", "112", "seek request demand", "arrest prosecution indictment"),
  frame("ACCUSE", "115", "file lodge bring submit launch open", "complaint case suit lawsuit application charge petition proceedings proceeding claim"),
  frame("ACCUSE", "112", "accuse"),
  frame("ACCUSE", "115", "charge indict prosecute sue impeach"),
  frame("COERCE", "173", "arrest detain jail imprison sentence convict incarcerate"),
  frame("COERCE", "174", "deport extradite"),
  frame("SANCTION", "163", "impose raise lift increase slap levy announce introduce double triple widen extend place put", CURBS),
  frame("SANCTION", "163", "sanction penalise penalize fine embargo"),
  frame("SANCTION", "162", "freeze froze cut suspend halt stop withhold", "aid assistance funding payment"),
  frame("SANCTION", "166", "expel recall", "ambassador diplomat envoy attache consul official staff"),
  frame("SANCTION", "160", "deduct dock strip", "point title medal"),
  frame("RETREAT", "085", "suspend ease drop shelve scrap cut pause waive remove repeal reduce lift", `${CURBS} curfew blockade siege`),
  frame("THREATEN", "138", "threaten float", `${CURBS} tax`),
  frame("AID", "070", "send offer give provide deliver pledge donate promise dispatch ship fly rush", RELIEF, 0.75),
  frame("REJECT", "129", "veto"),
  frame("CONSULT", "040", "hold have attend", "talk talks meeting summit discussion negotiation consultation"),
]; // biome-ignore format: one frame a line

/** The frames of each verb, in their order. */
const FRAMES_OF = new Map<string, MoveFrame[]>();
for (const each of FRAMES) for (const verb of each.verbs) FRAMES_OF.set(verb, [...(FRAMES_OF.get(verb) ?? []), each]);

/** Lifting a curb ends it, lifting one "to 40 %" raises it. */
const RAISED_TO = new Set(["to", "by"]);
/** "announced the easing of sanctions". */
const ENDS = new Set("easing lifting removal suspension end relief waiver repeal relaxation cut reduction".split(" "));
const LIFTED: Move = { class: "RETREAT", cameo: "085" };

/** Whether a verb makes a move with some object. */
export function isMoveVerb(verb: string): boolean {
  return FRAMES_OF.has(verb);
}

/** @param nouns Lemmas of the object and of the nouns behind prepositions of verb and object. */
export function findLegalMove(
  verb: string,
  nouns: readonly string[],
  prepositions: readonly string[],
): Move | undefined {
  const move = FRAMES_OF.get(verb)?.find(
    ({ nouns: wanted }) => wanted === undefined || nouns.some((noun) => wanted.has(noun)),
  );
  if (move?.class === "SANCTION" && nouns.some((noun) => ENDS.has(noun))) return LIFTED;
  if (move === undefined || verb !== "lift") return move;
  return prepositions.some((preposition) => RAISED_TO.has(preposition)) ? move : LIFTED;
}
