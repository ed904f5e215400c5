/** Nouns for what authorities, parties and courts do, and people are for or against. */
import { isContested } from "./issue.ts";
import type { Tree } from "./stance-document.ts";

/** Acts of authority, and of those who bargain with it. */
export const ACTS_OF_AUTHORITY =
  /^(?:agreement|deal|pact|accord|treaty|text|resolution|law|bill|act|order|ban|decree|sanction|duty|tariff|tax|measure|plan|verdict|ruling|judg(?:e)?ment|opinion|sentence|award|warrant|election|referendum|coup|takeover|exchange|truce|cease-?fire|strike|dam|toll|closure)$/;

/** What is asked for, given, refused and fought over besides. */
const DISPUTED =
  /^(?:review|inquiry|enquiry|investigation|probe|inquest|audit|mediation|negotiation|talks|peace|withdrawal|pullout|pullback|exit|release|moratorium|embargo|blockade|boycott|acquittal|conviction|penalty|fine|fund|scheme|policy|reform|amendment|legislation|regulation|rule|cap|levy|subsidy|quota|cut|budget|merger|expansion|extension|pardon|amnesty|extradition|deportation|nomination|appointment|commission|intervention|deployment|trial|impeachment|prosecution|evacuation|occupation|invasion|crackdown|raid|bombing|airstrike|shelling|execution|arrest|detention|killing|attack|decision|proposal|initiative|reshuffle|relocation|eviction|privatisation|privatization|independence|autonomy|recognition|compensation|recount|ransom|wage|rise|hike|lockdown|mandate|vote|motion|target|deadline|restriction|limit|ceiling|project|pipeline|mine|reactor|system|change|approach|response|handling|leadership|candidacy)$/;

/** Whether people may be for or against it: known to be disputed, or an act of authority or of force. */
export function isDisputable(tree: Tree, token: number): boolean {
  const { lemmas, tags } = tree.document;
  if (tags[token] !== "NOUN" && tags[token] !== "PROPN") return false;
  const lemma = lemmas[token].toLowerCase();
  return ACTS_OF_AUTHORITY.test(lemma) || DISPUTED.test(lemma) || isContested(tree, token, undefined);
}
