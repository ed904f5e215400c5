/** Words of a report that refer to somebody or something, before it is decided to whom. */
import type { AnalysedDocument, Name, Quotation } from "../language/index.ts";
import type { ReportHeader } from "./find-report-header.ts";
import type { KnownNames } from "./know-names.ts";
import type { Entity } from "./schema.ts";

export type EntityKind = Entity["kind"];

export interface Mention {
  /** Its place in the list of mentions. */
  readonly index: number;
  /** From the determiner, possessor or first adjective to the head; for a name, its tokens without title. */
  readonly startToken: number;
  readonly endToken: number;
  /** The noun, the last token of the name, or the pronoun. */
  readonly headToken: number;
  readonly sentence: number;
  readonly by: "name" | "description" | "pronoun";
  /** What it seems to be by its own words; `undefined` for a pronoun that may be anything. */
  readonly kind: EntityKind | undefined;
  readonly plural: boolean;
  readonly gender: "male" | "female" | undefined;
  /** Grammatical person of a pronoun, 3 for all else. */
  readonly person: 1 | 2 | 3;
  readonly determiner: "definite" | "indefinite" | "demonstrative" | "possessive" | "quantity" | "none";
  readonly name: Name | undefined;
  /** Mention to which "'s" or a possessive pronoun ties this one; -1 where there is none. */
  readonly possessor: number;
  /** Names that stand before the head: "EU" of "the EU foreign ministers". */
  readonly modifiers: readonly number[];
  /** Words before a name that describe it: "Defence Minister" of "Norland's Defence Minister Jon Berg"; else empty. */
  readonly titleStart: number;
  readonly titleEnd: number;
  /** First token of the whole phrase, title and possessor included. */
  readonly phraseStart: number;
  /** Index of the quotation that holds it, or -1. */
  readonly quotation: number;
  /** The token of the phrase that the sentence hangs it on: its head lies outside the phrase. */
  readonly attachment: number;
}

/** A document with all layers of the language room, its quotations and what it says of itself. */
export type QuotedDocument = AnalysedDocument &
  KnownNames & {
    readonly header: ReportHeader;
    readonly quotations: readonly Quotation[];
  };

export type MentionedDocument = QuotedDocument & {
  /** In text order of their heads. */
  readonly mentions: readonly Mention[];
  /** Per token the index of the mention headed there, or -1. */
  readonly mentionAt: Int32Array;
  /** Per token the index of the innermost quotation that holds it, or -1. */
  readonly quotationAt: Int32Array;
};
