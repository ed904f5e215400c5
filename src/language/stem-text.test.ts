import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stemText, stemTokens } from "./stem-text.ts";

describe("stemText", () => {
  it.each([
    ["Ministers denied it.", "minist deni it ."],
    ["The court's 35,640 pages", "the court ' s 35 , 640 page"],
    ["The court’s self-defence", "the court ’ s self - defenc"],
    ["U.N. (AB) - $1.5bn, 43%", "u . n . ( ab ) - $ 1 . 5bn , 43 %"],
    ["up to 1.5C on News24", "up to 1 . 5C on News24"],
    ["Sky news", "sky news"],
    ["Łódź and Kraków", "Ł ó d ź and krak ó w"],
    ["“Yes … no”—‘no’", "“ ye … no ” — ‘ no ’"],
    ["what ... is--this - so...", "what ... is -- thi - so ..."],
    ["Stop!!! \u{1f44d}", "stop ! ! ! \u{1f44d}"],
    ["One.\n\n  Two\tthree.\n", "one . two three ."],
    ['"Go" now', "`` go `` now"],
    ['He said: "Go."', "he said : `` go . ''"],
    ['Go.\n\n"Go," he said, ("go").', "go . '' go , '' he said , ( '' go `` ) ."],
  ])("turns %j into %j", (text, expected) => {
    expect(stemText(text)).toBe(expected);
  });

  it("gives tokens that cover everything but white space, in order, the same twice", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const tokens = stemTokens(text);
        let end = 0;
        for (const token of tokens) {
          expect(token.end).toBeGreaterThan(token.start);
          expect(text.slice(end, token.start).trim()).toBe("");
          end = token.end;
        }
        expect(text.slice(end).trim()).toBe("");
        expect(stemTokens(text)).toEqual(tokens);
      }),
    );
  });
});
