/**
 * Classes of verbs and of what they act on, from which legal acts are made: what is given to or taken from somebody by whoever
 * decides, what is begun against somebody, what somebody must bear.
 */

/** Verbs by which whoever decides gives. */
export const GIVING = /^(grant|give|hand|award|issue|impose|deliver|serve|slap|hit|levy|order|approve)$/;
/** Verbs by which somebody is told to have been given. */
export const GETTING = /^(receive|get|draw|earn|incur|accept)$/;
/** Verbs by which whoever decides takes. */
export const TAKING = /^(revoke|suspend|withdraw|cancel|strip|lift|rescind|terminate|annul|remove|pull|waive|deprive)$/;
/** Verbs by which somebody begins a proceeding. */
export const BEGINNING =
  /^(open|launch|begin|start|initiate|bring|file|lodge|submit|institute|mount|commence|take|join)$/;
/** Verbs by which somebody bears a proceeding. */
export const BEARING = /^(face|fight|confront|defend|contest|battle)$/;

/** What is imposed on somebody. */
export const PENALTY = /^(ban|suspension|fine|penalty|sanction|reprimand|disqualification)$/;
/** What ends a trial. */
export const TERM = /^(sentence|term)$/;
/** What somebody who must answer is let have. */
export const LENIENCY = /^(bail|parole)$/;
/** What somebody holds until it is taken. */
export const RIGHT =
  /^(licen[cs]e|permit|accreditation|registration|citizenship|nationality|passport|visa|immunity|charter|certificate)$/;
/** What is begun against somebody. */
export const PROCEEDING =
  /^(proceeding|proceedings|procedure|lawsuit|suit|prosecution|complaint|claim|petition|charge|challenge|action)$/;
/** What somebody bears: "challenge" and "claim" are of politics, too. */
export const BURDEN = /^(proceeding|proceedings|lawsuit|suit|prosecution|charge|trial|action)$/;

/** Who decides on rights and penalties without being a court. */
export const BODY =
  /\b(?:authority|agency|regulator|board|commission|watchdog|inspectorate|committee|council|office|federation|association|administration|panel|unit|tribunal|court|bureau|ombudsman)\b/i;
/** Who decides on the immunity of its members. */
export const CHAMBER =
  /\b(?:parliament|senate|congress|assembly|house|chamber|bundestag|knesset|duma|lawmakers|deputies)\b/i;

/** Ways to say that somebody is to be handed to another state. */
export const HANDING_OVER = /^(extradite|surrender|hand|send|deport|transfer|pack|return|deliver|fly|expel|remove)$/;

/** Nouns of frames that are of the law by themselves: a sentence that holds one is looked at. */
export const FRAME_NOUNS: readonly string[] =
  "bail parole licence license permit accreditation citizenship immunity procedure reprimand sanction inquest award damages compensation".split(
    " ",
  );
