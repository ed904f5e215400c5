import { describe, expect, it } from "vitest";
import { documentFromRows } from "../document-from-rows.ts";
import { findMentions } from "../find-mentions.ts";
import { findRoles } from "./find-roles.ts";

/** `name = title / of`, a role each. */
function listRoles(row: string): string[] {
  const document = findRoles(findMentions(documentFromRows(row)));
  const { mentions, tokens } = document;
  const spell = (index: number): string =>
    index < 0 ? "-" : tokens.slice(mentions[index].startToken, mentions[index].endToken).map(({ text }) => text).join(" "); // biome-ignore format: one line
  return document.roleDrafts.map(({ holder, title, of }) => `${spell(holder)} = ${title} / ${spell(of)}`);
}

describe("findRoles", () => {
  it.each([
    [
      "a title after a nationality",
      "Hestrian/ADJ/5/amod[state] Defence/PROPN/3/compound Minister/PROPN/5/compound Jon/PROPN/5/compound[person Berg/PROPN/6/nsubj] spoke/VERB/0/root",
      ["Jon Berg = defence minister / Hestrian"],
    ],
    [
      "a title after a possessor",
      "Hestria/PROPN/3/nmod:poss[state] 's/PART/1/case minister/NOUN/5/compound Jon/PROPN/5/flat[person Berg/PROPN/6/nsubj] spoke/VERB/0/root",
      ["Jon Berg = minister / Hestria"],
    ],
    [
      "a title before a form of address",
      "Mining/NOUN/2/compound engineer/NOUN/6/ccomp Dr/PROPN/2/flat Ann/PROPN/2/flat[person Dahl/PROPN/4/flat] spoke/VERB/0/root",
      ["Ann Dahl = mining engineer / -"],
    ],
    [
      "an apposition without a determiner that says of what",
      "Jon/PROPN/8/nsubj[person Berg/PROPN/1/flat] ,/PUNCT/4/punct archdeacon/NOUN/1/appos of/ADP/6/case Quell/PROPN/4/nmod[place] ,/PUNCT/4/punct spoke/VERB/0/root",
      ["Jon Berg = archdeacon / Quell"],
    ],
    [
      "a spokeswoman for a court that has no name",
      "A/DET/2/det spokeswoman/NOUN/9/nsubj for/ADP/5/case the/DET/5/det tribunal/NOUN/2/nmod ,/PUNCT/7/punct Ann/PROPN/2/appos[person Dahl/PROPN/7/flat] spoke/VERB/0/root",
      ["Ann Dahl = spokeswoman / the tribunal"],
    ],
    [
      "an apposition after the name",
      "Jon/PROPN/10/nsubj[person Berg/PROPN/1/flat] ,/PUNCT/7/punct the/DET/7/det party/NOUN/7/nmod:poss 's/PART/5/case leader/NOUN/1/appos ,/PUNCT/7/punct then/ADV/10/advmod spoke/VERB/0/root",
      ["Jon Berg = leader / the party"],
    ],
    [
      "an apposition before the name",
      "The/DET/4/det council/NOUN/4/nmod:poss 's/PART/2/case president/NOUN/9/nsubj ,/PUNCT/6/punct Jon/PROPN/4/appos[person Berg/PROPN/6/flat] ,/PUNCT/6/punct spoke/VERB/0/root",
      ["Jon Berg = president / The council"],
    ],
    [
      "a spokesman for a body",
      "A/DET/2/det spokesman/NOUN/8/nsubj for/ADP/4/case Oxmar/PROPN/2/nmod[organisation] ,/PUNCT/6/punct Jon/PROPN/2/appos[person Berg/PROPN/6/flat] spoke/VERB/0/root",
      ["Jon Berg = spokesman / Oxmar"],
    ],
    [
      "one title for several people",
      "Oxmar/PROPN/3/compound[organisation] leaders/NOUN/3/compound Ann/PROPN/8/nsubj[person Dahl/PROPN/3/flat] and/CCONJ/6/cc Jon/PROPN/3/conj[person Berg/PROPN/6/flat] spoke/VERB/0/root",
      ["Ann Dahl = leader / Oxmar", "Jon Berg = leader / Oxmar"],
    ],
    [
      "a title that is of no body",
      "Jon/PROPN/8/nsubj[person Berg/PROPN/1/flat] ,/PUNCT/5/punct a/DET/5/det teacher/NOUN/1/appos ,/PUNCT/5/punct then/ADV/8/advmod spoke/VERB/0/root",
      ["Jon Berg = teacher / -"],
    ],
    [
      "what a person is said to be",
      "Jon/PROPN/5/nsubj[person Berg/PROPN/1/flat] is/AUX/5/cop the/DET/5/det president/NOUN/0/root of/ADP/7/case Hestria/PROPN/5/nmod[state] ./PUNCT/5/punct",
      ["Jon Berg = president / Hestria"],
    ],
    [
      "a title after a body of several words, without the body's own words",
      "Glass/PROPN/2/compound[organisation House/PROPN/4/compound] press/NOUN/4/compound secretary/NOUN/4/compound Ann/PROPN/6/nsubj[person Dahl/PROPN/4/flat] spoke/VERB/0/root",
      ["Ann Dahl = press secretary / Glass House"],
    ],
    [
      "an office with a general in its name",
      "Attorney/PROPN/3/compound General/PROPN/3/compound Ann/PROPN/5/nsubj[person Dahl/PROPN/3/flat] spoke/VERB/0/root",
      ["Ann Dahl = attorney general / -"],
    ],
    [
      "a rank where nothing else is left of the title",
      "retired/ADJ/2/amod Gen./PROPN/3/compound Ann/PROPN/5/nsubj[person Dahl/PROPN/3/flat] spoke/VERB/0/root",
      ["Ann Dahl = retired general / -"],
    ],
    [
      "an office whose field stands before the name",
      "Hestrian/ADJ/2/amod[state] Secretary/PROPN/7/nsubj of/ADP/5/case State/PROPN/5/compound Ann/PROPN/2/nmod[person Dahl/PROPN/5/flat] spoke/VERB/0/root",
      ["Ann Dahl = secretary of state / Hestrian"],
    ],
    [
      "no person in a place after a place",
      "a/DET/2/det protester/NOUN/8/nsubj in/ADP/4/case Lakeham/PROPN/2/nmod[place] ,/PUNCT/7/punct North/PROPN/7/compound[place Hestria/PROPN/4/appos] ,/PUNCT/4/punct spoke/VERB/0/root",
      [],
    ],
    [
      "no role in a list of people",
      "Jon/PROPN/7/nsubj[person Berg/PROPN/1/flat] ,/PUNCT/4/punct ministers/NOUN/1/conj and/CCONJ/6/cc others/NOUN/1/conj spoke/VERB/0/root",
      [],
    ],
  ])("finds %s", (_, row, expected) => {
    expect(listRoles(row)).toEqual(expected);
  });
});
