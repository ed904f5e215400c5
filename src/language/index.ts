/**
 * Language: text, spans, forms, tokens, sentences, tags, lemmas, trees, names. Knows nothing of news.
 */
export { analyse } from "./analyse.ts";
export * from "./document.ts";
export { LanguageError, type LanguageErrorCode } from "./errors.ts";
export { findNames } from "./find-names.ts";
export { type DetectedForm, detectForm, type Form } from "./forms.ts";
export {
  type Country,
  findCityCountries,
  findCountries,
  findProvinceCountries,
  getCapitalCountry,
  getCountryByAdjective,
  getCountryByCode,
  getCountryByName,
  getGivenNameGender,
  isGivenName,
  type NameGender,
} from "./gazetteer.ts";
export { getModelBytesOrThrow, provideModel } from "./model-bytes.ts";
export { type ModelFile, readModelFile } from "./model-file.ts";
export { findNumbers, type NumberMention, type NumberUnit } from "./numbers.ts";
export { parse } from "./parse.ts";
export { stemWord } from "./porter-stemmer.ts";
export { findQuotations, type Quotation } from "./quotations.ts";
export { type AlignmentRow, type RestoredReport, restore } from "./restore.ts";
export { type StemToken, stemText, stemTokens } from "./stem-text.ts";
export { tag } from "./tagger.ts";
export { tokenise } from "./tokenise.ts";
export { CLASS, COARSE_CLASS, FACTS_PER_WORD, getWordFacts, LOWER } from "./word-facts.ts";
