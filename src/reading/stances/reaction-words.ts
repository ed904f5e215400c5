/** Closed classes of English by which reports tell how something is taken. */

/** Of a reaction or of whoever reacts. */
export const HARSH =
  /^(?:scathing|blistering|furious|sharp|harsh|angry|dismissive|defiant|withering|hostile|critical|unimpressed|unmoved|unconvinced|indignant|incensed|outraged|irate|scornful|contemptuous|negative|cool|cold|frosty|chilly|icy|blunt|bitter|disappointed|dismayed|appalled|alarmed|saddened|unhappy|sceptical|skeptical|opposed|concerned|worried|troubled)(?:er)?$/i;
export const WARM =
  /^(?:warm|positive|supportive|approving|enthusiastic|jubilant|jubilation|delighted|pleased|content|satisfied|grateful|thankful|relieved|glad|happy|impressed|appeased|proud|ready|favou?rable)(?:er)?$/i;
/** Praise or blame held back, or both at once. */
export const RESTRAINED =
  /^(?:guarded|cautious|qualified|lukewarm|tepid|measured|muted|grudging|conditional|half-hearted|ambivalent|torn|circumspect|mixed)$/i;
export const REACTION = /^(?:reaction|response|answer|reply|tone|mood|verdict|assessment|judgment|comment)$/;
/** What is brought against a decision, and verbs for bringing it. */
export const MOVE_AGAINST =
  /^(?:appeal|challenge|petition|lawsuit|suit|complaint|objection|annulment|protest|review|veto|boycott)$/;
export const BRINGING = /^(?:lodge|file|bring|join|seek|mount|launch|enter|register|submit|raise)$/;
/** What one does to those who have acted against one. */
export const STRIKING_BACK = /^(?:retaliate|expel|summon|recall)$/;
/** What one says or does against a part of a thing. */
export const COMPLAINING =
  /^(?:complain|warn|caution|lament|criticise|criticize|appeal|lack|concern|doubt|question|insist|demand|regret|worry|flaw|loophole)$/;
/** What those speak of who want the law to take its course. */
export const LAWFUL = /^(?:accountability|accountable|justice|impunity)$/i;
