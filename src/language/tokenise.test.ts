import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenise } from "./tokenise.ts";

/** Words a space apart, tokens within them parted by a bar. */
function showTokens(text: string): string {
  const { tokens } = tokenise(text);
  return tokens.map((token, i) => (i === 0 ? "" : tokens[i - 1].end === token.start ? "|" : " ") + token.text).join("");
}

function listSentences(text: string): string[] {
  return tokenise(text).sentences.map(({ start, end }) => text.slice(start, end));
}

describe("tokens", () => {
  it.each([
    ["Don't say Ann's can't-do", "Do|n't say Ann|'s ca|n't|-|do"],
    ["We cannot; they're gonna", "We can|not|; they|'re gon|na"],
    ["I don’t, I’ve, it’ll, he’d", "I do|n’t|, I|’ve|, it|’ll|, he|’d"],
    ["O'Hara at five o'clock d'Arcy", "O'Hara at five o'clock d'Arcy"],
    ["the students' and boss's view", "the students|' and boss|'s view"],
    ["'Tis the '90s, rock 'n' roll", "'Tis the '90s|, rock 'n' roll"],
    ["do n't, Ann 's", "do n't|, Ann 's"],
    ["a long-term non-starter, re-elected by e-mail", "a long|-|term non-starter|, re-elected by e-mail"],
    ["1,200.50 and 3.5bn, $4.7m, US$20, 43%", "1,200.50 and 3.5|bn|, $|4.7|m|, US$|20|, 43|%"],
    ["It is worth $3.5bn.", "It is worth $|3.5|bn|."],
    ["at 10:30am on 4/5/2021, 40-50 or 555-0199", "at 10:30|am on 4/5/2021|, 40|-|50 or 555-0199"],
    ["the 1990s, 21st, F-16, 5-year", "the 1990s|, 21st|, F|-|16|, 5|-|year"],
    [
      "Mr. Lund of Arvo Inc. v. Sorin, No. 3, e.g. 5 p.m. today",
      "Mr. Lund of Arvo Inc. v. Sorin|, No. 3|, e.g. 5 p.m. today",
    ],
    ["No. It was J. K. Ostby, Ph.D.", "No|. It was J. K. Ostby|, Ph.D."],
    ["the U.N., the U.S.-led force", "the U.N.|, the U.S.|-|led force"],
    ["See www.example.org/a_b?c=1. Or ann.lee@example.org!", "See www.example.org/a_b?c=1|. Or ann.lee@example.org|!"],
    ["(https://example.org/x_(y)).", "(|https://example.org/x_(y)|)|."],
    ["news.example.com and report.pdf ended.The", "news.example.com and report.pdf ended|.|The"],
    ["What?! No... well—maybe -- yes…", "What|?! No|... well|—|maybe -- yes|…"],
    ["``Go,'' \"he\" said “so”", "``|Go|,|'' \"|he|\" said “|so|”"],
    [
      "@ann #vote :) \u{1f44d}\u{1f3fd}\u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
      "@ann #vote :) \u{1f44d}\u{1f3fd}|\u{1f468}\u200d\u{1f469}\u200d\u{1f467}",
    ],
    ["Łódź, Zürich’s café", "Łódź|, Zürich|’s café"],
    ["and/or, 24/7, w/o, AT&T", "and|/|or|, 24/7|, w/o|, AT&T"],
  ])("cuts %j into %j", (text, expected) => {
    expect(showTokens(text)).toBe(expected);
  });
});

describe("sentences", () => {
  it.each<[string, string[]]>([
    ["Mr. Lund left. Ms. Ostby stayed.", ["Mr. Lund left.", "Ms. Ostby stayed."]],
    [
      "He lives in the U.S. She does not. The U.S. Senate met.",
      ["He lives in the U.S.", "She does not.", "The U.S. Senate met."],
    ],
    ["It rose 3.5 per cent. No. 3 fell.", ["It rose 3.5 per cent.", "No. 3 fell."]],
    ["“We won.” She smiled. “Did you?” he asked.", ["“We won.”", "She smiled.", "“Did you?” he asked."]],
    ["PORT ASTER (QN) - The talks ended. Nobody spoke.", ["PORT ASTER (QN) -", "The talks ended.", "Nobody spoke."]],
    ["PORT ASTER - The talks ended.", ["PORT ASTER -", "The talks ended."]],
    ["PORT ASTER, 3 May 2021 — The talks ended.", ["PORT ASTER, 3 May 2021 —", "The talks ended."]],
    ["Aster (QN) – The talks ended.", ["Aster (QN) –", "The talks ended."]],
    ["The talks – so far – went on.", ["The talks – so far – went on."]],
    ["MPs - those who stayed - voted.", ["MPs - those who stayed - voted."]],
    ["Talks end\n\nBy Ann Lee\n\nThe talks ended.", ["Talks end", "By Ann Lee", "The talks ended."]],
    ["The talks\nended on\nMonday. They failed.", ["The talks\nended on\nMonday.", "They failed."]],
    ["He paused ... and went on. Then he left.", ["He paused ... and went on.", "Then he left."]],
    [
      "the ministers met . they did not agree , mr. lund said .",
      ["the ministers met .", "they did not agree , mr. lund said ."],
    ],
    ["", []],
    [" \n ", []],
  ])("cuts %j into %j", (text, expected) => {
    expect(listSentences(text)).toEqual(expected);
  });
});

/** Strings of the kinds that break tokenisers. */
const hardText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 80 }),
  fc
    .array(
      fc.constantFrom(
        "a",
        "Bc",
        "n't",
        "'",
        "’",
        '"',
        "“",
        "-",
        ".",
        "...",
        "1",
        ",",
        "@",
        "www.",
        "http://",
        " ",
        "\n",
        "/",
        "&",
        "\u{1f44d}",
        "\ud800",
        "U.S.",
        ":)",
      ),
      { maxLength: 60 },
    )
    .map((parts) => parts.join("")),
);

describe("a sentence without an end", () => {
  it("is cut after a thousand tokens, so that work on its pairs stays small", () => {
    const { sentences } = tokenise("go ".repeat(2_500));
    expect(sentences.map(({ startToken, endToken }) => endToken - startToken)).toEqual([1_000, 1_000, 500]);
  });
});

describe("tokenise", () => {
  it("covers everything but white space with ordered tokens, every one in one sentence, the same twice", () => {
    fc.assert(
      fc.property(hardText, (text) => {
        const document = tokenise(text);
        let end = 0;
        let rebuilt = "";
        for (const token of document.tokens) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          expect(token.text).toBe(text.slice(token.start, token.end));
          expect(token.text).not.toMatch(/\s/);
          const gap = text.slice(end, token.start);
          expect(gap.replace(/[\u0000-\u0020\u007f\u0085\u200b\u2060]/g, "").trim()).toBe("");
          rebuilt += gap + token.text;
          end = token.end;
        }
        expect(rebuilt + text.slice(end)).toBe(text);
        let next = 0;
        for (const sentence of document.sentences) {
          expect(sentence.startToken).toBe(next);
          expect(sentence.endToken).toBeGreaterThan(next);
          expect(sentence.start).toBe(document.tokens[next].start);
          next = sentence.endToken;
          expect(sentence.end).toBe(document.tokens[next - 1].end);
        }
        expect(next).toBe(document.tokens.length);
        expect(tokenise(text)).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    "a.",
    "aa.",
    "a-",
    "1,",
    "'",
    '"',
    "@a",
    "a@",
    "www.",
    "http://",
    "(",
    ":",
    "-",
    ".",
    "a'",
    "1/",
    "&A",
    "\n",
    "\ud800",
    "\u{1f44d}\u200d",
  ])("takes a long line of %j in one go", (part) => {
    const text = part.repeat(Math.ceil(1_000_000 / part.length));
    const { tokens } = tokenise(text);
    expect(tokens.every((token, i) => i === 0 || token.start >= tokens[i - 1].end)).toBe(true);
  });
});
