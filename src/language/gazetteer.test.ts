import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  findCityCountries,
  findCountries,
  findProvinceCountries,
  getCapitalCountry,
  getCountryByAdjective,
  getCountryByCode,
  getCountryByName,
  getGivenNameGender,
  isGivenName,
} from "./gazetteer.ts";

describe("gazetteer", () => {
  it.each([
    ["United States", "US"],
    ["the United States of America", "US"],
    ["U.S.", "US"],
    ["u.s.", "US"],
    ["US", "US"],
    ["us", undefined],
    ["uk", "GB"],
    ["the UK", "GB"],
    ["Britain", "GB"],
    ["Czech Republic", "CZ"],
    ["Czechia", "CZ"],
    ["Cote d’Ivoire", "CI"],
    ["NORTH KOREA", "KP"],
    ["Congo", "CD"],
    ["Republic of the Congo", "CG"],
    ["Turkey", "TR"],
    ["Kosovo", "XK"],
    ["Scotland", undefined],
    ["Thai", undefined],
    ["", undefined],
  ])("reads %j as the country %j", (text, code) => {
    expect(getCountryByName(text)?.code).toBe(code);
  });

  it.each([
    ["French", "FR"],
    ["Frenchmen", "FR"],
    ["Dutch", "NL"],
    ["Israelis", "IL"],
    ["American", "US"],
    ["danes", "DK"],
    ["Scottish", "GB"],
    ["Indian", "IN"],
    ["France", undefined],
  ])("reads %j as an adjective of %j", (text, code) => {
    expect(getCountryByAdjective(text)?.code).toBe(code);
  });

  it.each([
    ["Berlin", "DE"],
    ["Washington", "US"],
    ["Washington, D.C.", undefined],
    ["Washington D.C.", "US"],
    ["the Kremlin", "RU"],
    ["Bogota", "CO"],
    ["Hamburg", undefined],
  ])("reads %j as a seat of government of %j", (text, code) => {
    expect(getCapitalCountry(text)?.code).toBe(code);
  });

  it("finds cities and provinces in several countries", () => {
    expect(findCityCountries("Hamburg")).toContain("DE");
    expect(findCityCountries("Cambridge")).toEqual(expect.arrayContaining(["GB", "US"]));
    expect(findCityCountries("Nosuchplace")).toEqual([]);
    expect(findProvinceCountries("Georgia")).toContain("US");
    expect(findProvinceCountries("Scotland")).toEqual(["GB"]);
  });

  it("knows given names and the gender that lists and news give them", () => {
    expect(["Anna", "ANNA", "anna", "Peter"].map(isGivenName)).toEqual([true, true, true, true]);
    expect(isGivenName("Ministry")).toBe(false);
    expect(["Anna", "Peter", "Zzyzx"].map(getGivenNameGender)).toEqual(["female", "male", undefined]);
    expect(["Heather", "Karl", "Volodymyr", "Oksana"].map(getGivenNameGender)).toEqual([
      "female",
      "male",
      "male",
      "female",
    ]);
    expect(["Kim", "Robin"].map(getGivenNameGender)).toEqual([undefined, undefined]);
  });

  it("has one code and one name for each country, and finds each by both", () => {
    const countries = findCountries();
    expect(new Set(countries.map(({ code }) => code)).size).toBe(countries.length);
    for (const country of countries) {
      expect(country.code).toMatch(/^[A-Z]{2}$/);
      expect(getCountryByCode(country.code)).toBe(country);
      expect(getCountryByName(country.name)).toBe(country);
    }
  });

  it("answers for any text, twice alike", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const ask = (): unknown[] => [
          getCountryByName(text),
          getCountryByAdjective(text),
          findCityCountries(text),
          isGivenName(text),
        ];
        expect(ask()).toEqual(ask());
      }),
    );
  });
});
