/**
 * What English calls states beside the names of the country list: abbreviations, older names, peoples, and the seats that
 * stand for a government. A closed class, keyed by ISO 3166-1 alpha-3 as the country list is.
 */

/** Common English names, where the country list prefers another. */
export const PREFERRED_NAMES: Readonly<Record<string, string>> = {
  COG: "Republic of the Congo",
  TUR: "Turkey",
};

/** Added names. */
export const MORE_NAMES: Readonly<Record<string, readonly string[]>> = {
  ARE: ["UAE", "United Arab Emirates", "Emirates"],
  BIH: ["Bosnia", "Bosnia and Herzegovina"],
  CAF: ["CAR"],
  CHN: ["PRC", "Mainland China"],
  // News means the larger of the two by the bare word.
  COD: ["Congo", "DRC", "Democratic Republic of the Congo", "Zaire"],
  CPV: ["Cabo Verde"],
  CZE: ["Czech Republic"],
  GBR: ["UK", "Britain", "United Kingdom", "GB"],
  KGZ: ["Kyrgyzstan"],
  KNA: ["St. Kitts and Nevis", "Saint Kitts"],
  KOR: ["ROK"],
  LCA: ["St. Lucia"],
  PNG: ["PNG"],
  PSE: ["Palestinian Territories", "Occupied Palestinian Territories", "Palestinian Territory"],
  RUS: ["Russian Federation"],
  SAU: ["KSA"],
  STP: ["Sao Tome"],
  SWZ: ["Swaziland"],
  TTO: ["Trinidad"],
  TUR: ["Turkey", "Türkiye"],
  USA: ["US", "USA", "America", "United States of America"],
  VAT: ["Vatican", "Holy See"],
  VCT: ["St. Vincent and the Grenadines"],
};

/** Names in the list that English uses for something else, or that are no names. */
export const WITHHELD_NAMES: Readonly<Record<string, readonly string[]>> = {
  BRN: ["the Abode of Peace"],
  COG: ["Congo"],
  IMN: ["Mann", "Mannin"],
  ISL: ["Island"],
  MEX: ["Mexicanos"],
  PRT: ["Portuguesa"],
  SAU: ["Saudi"],
  TGO: ["Togolese"],
  THA: ["Thai", "Prathet"],
};

/** Adjectives and words for the people beside the list's demonyms; where -s makes the plural it is added. */
export const MORE_ADJECTIVES: Readonly<Record<string, readonly string[]>> = {
  ARG: ["Argentinian", "Argentinean"],
  AZE: ["Azeri"],
  BGD: ["Bengali"],
  BRB: ["Bajan"],
  BWA: ["Botswanan", "Batswana"],
  BFA: ["Burkinabé"],
  CPV: ["Cape Verdean"],
  CZE: ["Czechs"],
  DNK: ["Dane"],
  DJI: ["Djiboutian"],
  ESP: ["Spaniard"],
  FIN: ["Finn"],
  FRA: ["Frenchman", "Frenchmen", "Frenchwoman", "Frenchwomen"],
  GBR: [
    "Briton",
    "Brit",
    "English",
    "Englishman",
    "Englishmen",
    "Scottish",
    "Scot",
    "Welsh",
    "Welshman",
    "Northern Irish",
  ],
  GTM: ["Guatemalan"],
  HRV: ["Croat"],
  IRL: ["Irishman", "Irishmen", "Irishwoman"],
  ISL: ["Icelandic"],
  KAZ: ["Kazakh"],
  KGZ: ["Kyrgyz", "Kyrgyzstani"],
  KNA: ["Kittitian"],
  LAO: ["Lao"],
  LSO: ["Basotho"],
  LUX: ["Luxembourgish"],
  MCO: ["Monacan"],
  MDV: ["Maldivian"],
  MMR: ["Myanmarese"],
  NLD: ["Dutchman", "Dutchmen"],
  NZL: ["New Zealand"],
  PHL: ["Philippine"],
  POL: ["Pole"],
  SAU: ["Saudi"],
  SLV: ["Salvadorian", "Salvadorean"],
  SOM: ["Somalian"],
  SRB: ["Serb"],
  SUR: ["Surinamese"],
  SVK: ["Slovakian"],
  SVN: ["Slovenian"],
  SWE: ["Swede"],
  TJK: ["Tajik"],
  TLS: ["Timorese"],
  TTO: ["Tobagonian"],
  TUR: ["Turk"],
  UZB: ["Uzbek"],
  UNK: ["Kosovan"],
  WSM: ["Western Samoan"],
  YEM: ["Yemenite"],
};

/** Of states that share a word for their people, the one that English means. */
export const ADJECTIVE_OWNERS: Readonly<Record<string, string>> = {
  American: "USA",
  Congolese: "COD",
  Dominican: "DOM",
  Dutch: "NLD",
  French: "FRA",
  Indian: "IND",
  Norwegian: "NOR",
};

/** Capitals and seats that stand for a government, as "Moscow" does, beside the list's capitals. */
export const MORE_SEATS: Readonly<Record<string, readonly string[]>> = {
  BOL: ["La Paz"],
  CHN: ["Peking"],
  FRA: ["Elysée", "Elysée Palace"],
  GBR: ["Downing Street", "Whitehall", "Westminster"],
  HKG: ["Hong Kong"],
  IND: ["Delhi"],
  KAZ: ["Nur-Sultan"],
  MMR: ["Naypyitaw"],
  MNG: ["Ulaanbaatar"],
  RUS: ["Kremlin"],
  TWN: ["Taipei"],
  UKR: ["Kiev"],
  USA: ["Washington", "Washington DC", "White House", "Capitol Hill", "Pentagon"],
  YEM: ["Sanaa"],
};

/** ISO 3166-1 alpha-2 of countries that have no provinces in the province list, from which the others are taken. */
export const CODES: Readonly<Record<string, string>> = {
  ABW: "AW", AIA: "AI", ALA: "AX", ATA: "AQ", ATF: "TF", BES: "BQ", BLM: "BL", BVT: "BV", CCK: "CC", COK: "CK", CUW: "CW",
  CXR: "CX", CYM: "KY", ESH: "EH", FLK: "FK", FRO: "FO", GGY: "GG", GIB: "GI", GLP: "GP", GUF: "GF", GUM: "GU", HKG: "HK",
  HMD: "HM", IMN: "IM", IOT: "IO", JEY: "JE", MAC: "MO", MAF: "MF", MCO: "MC", MTQ: "MQ", MYT: "YT", NFK: "NF", NIU: "NU",
  PCN: "PN", PRI: "PR", REU: "RE", SGP: "SG", SGS: "GS", SJM: "SJ", SPM: "PM", SXM: "SX", TCA: "TC", TKL: "TK", TUV: "TV",
  UMI: "UM", UNK: "XK", VAT: "VA", VGB: "VG", VIR: "VI", WLF: "WF",
}; // biome-ignore format: a table
