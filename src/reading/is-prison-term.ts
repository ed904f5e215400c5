/** Years and months that somebody is sent to prison for: "11 years in prison", "sentenced to six months", "a four-year term". */
import type { NumberMention, ParsedDocument } from "../language/index.ts";
import { findSentence } from "./find-sentence.ts";

const SENTENCING = /^(?:sentence|jail|imprison|condemn|incarcerate)$/;
/** What is done with a term where the report tells of a sentence: "got six years", "had sought 20 years". */
const DEALING = /^(?:get|receive|seek|demand|request|face|give|hand|draw|serve|recommend|impose)$/;
const PRISON = /^(?:prison|jail|custody|imprisonment|detention|bars|probation|incarceration|labour|labor)$/;
/** Closed-class words that stand between a term and the prison: "in a maximum-security prison", "behind bars". */
const MAX_TO_PRISON = 5;
const MAX_FROM_VERB = 6;

export function isPrisonTerm(document: ParsedDocument, { startToken, endToken }: NumberMention): boolean {
  const { lemmas, tokens } = document;
  const word = (token: number): string => tokens[token]?.text.toLowerCase() ?? "";
  // "a four-year prison term"
  if (/^[-–‑]$/.test(word(endToken)) && /^(?:year|month)$/.test(word(endToken + 1))) {
    for (let token = endToken + 2; token < endToken + 5; token++) {
      if (/^(?:sentence|imprisonment)$/.test(word(token))) return true;
      if (word(token) === "term") return PRISON.test(word(token - 1)) || isInSentencing(document, startToken);
      if (!/^(?:NOUN|ADJ)$/.test(document.tags[token])) return false;
    }
    return false;
  }
  if (!/^(?:year|month)$/.test(lemmas[endToken]?.toLowerCase() ?? "")) return false;
  if (/^(?:in|of|behind|under|on)$/.test(word(endToken + 1))) {
    for (let token = endToken + 2; token < endToken + 2 + MAX_TO_PRISON; token++) {
      if (PRISON.test(word(token))) return true;
      if (!/^(?:NOUN|ADJ|DET|PUNCT|PRON)$/.test(document.tags[token]) || word(token) === ",") break;
    }
  }
  if (/^(?:ago|earlier|later|before|after|old)$/.test(word(endToken + 1))) return false;
  const { startToken: from } = document.sentences[findSentence(document.sentences, startToken)];
  for (let token = startToken - 1; token >= Math.max(from, startToken - MAX_FROM_VERB); token--) {
    const lemma = lemmas[token].toLowerCase();
    if (SENTENCING.test(lemma) || /^(?:jailed|sentenced|imprisoned|sentence|term)$/.test(word(token))) return true;
    if (document.tags[token] !== "VERB") continue;
    const isAskedFor = /^(?:ask|call|push|press)$/.test(lemma) && word(token + 1) === "for";
    if (!isAskedFor && !DEALING.test(lemma)) return false;
    // Right behind the verb, and what "in", "over" or "since" leads to is a time.
    if (document.tags.slice(token + (isAskedFor ? 2 : 1), startToken).includes("ADP")) return false;
    return tellsOfSentence(document);
  }
  return false;
}

/** Whether the sentence around tells of somebody who is sentenced. */
function isInSentencing({ lemmas, sentences, tags }: ParsedDocument, token: number): boolean {
  const { startToken, endToken } = sentences[findSentence(sentences, token)];
  for (let at = startToken; at < endToken; at++)
    if (tags[at] === "VERB" && SENTENCING.test(lemmas[at].toLowerCase())) return true;
  return false;
}

/** Whether the report tells of somebody who is sentenced or sent to prison. */
function tellsOfSentence({ lemmas, tags }: ParsedDocument): boolean {
  return lemmas.some(
    (lemma, at) =>
      (tags[at] === "VERB" && SENTENCING.test(lemma)) || (tags[at] === "NOUN" && /^(?:prison|jail)$/.test(lemma)),
  );
}
