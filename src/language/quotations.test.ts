import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findMarkRoles, findQuotations, MARK_ROLE } from "./quotations.ts";
import { splitTokens } from "./split-tokens.ts";

function find(text: string) {
  const { starts, ends, count } = splitTokens(text);
  const tokens = Array.from({ length: count }, (_, i) => {
    return { start: starts[i], end: ends[i], text: text.slice(starts[i], ends[i]) };
  });
  return findQuotations({ text, tokens });
}

/** The content of each quotation, with a sign for each inner one (>), one that goes on (+) or stays open (~). */
function show(text: string): string[] {
  return find(text).map(
    ({ contentStart, contentEnd, depth, isClosed, continues }) =>
      ">".repeat(depth) + (continues ? "+" : "") + (isClosed ? "" : "~") + text.slice(contentStart, contentEnd),
  );
}

describe("findQuotations", () => {
  it.each<[style: string, text: string, expected: string[]]>([
    ["none", "Nobody spoke.", []],
    ["curly", "“We won,” she said. “Go.”", ["We won,", "Go."]],
    ["straight", '"We won," she said. "Go."', ["We won,", "Go."]],
    ["British curly", "‘We won’, she said. ‘The ministers’ vote is ours.’", ["We won", "The ministers’ vote is ours."]],
    [
      "British straight",
      "'We won', she said. 'The court's vote, don't forget.'",
      ["We won", "The court's vote, don't forget."],
    ],
    ["nested", "“He said ‘never’ twice,” she said.", ["He said ‘never’ twice,", ">never"]],
    ["nested straight", `"He said 'never again'," she said.`, ["He said 'never again',", ">never again"]],
    ["nested at both ends", `'"Go" is what they said,' she wrote.`, [`"Go" is what they said,`, ">Go"]],
    ["nested British", "‘She said “no, thank you”,’ he told us.", ["She said “no, thank you”,", ">no, thank you"]],
    ["grave accents", "`` We won , '' she said .", ["We won ,"]],
    ["attached grave accents", "``We won,'' she said.", ["We won,"]],
    ["guillemets", "She said «we won».", ["we won"]],
    ["brackets", 'The law ("a scandal") passed.', ["a scandal"]],
    ["after a dash", 'The law—"a scandal"—passed.', ["a scandal"]],
    ["one word", "The “deal” failed.", ["deal"]],
    ["empty", 'He said "" and left.', []],
    [
      "over paragraphs",
      "“We began.\n\n“We went on.\n\n“We won,” she said.",
      ["~We began.", "+~We went on.", "+We won,"],
    ],
    ["over paragraphs, straight", '"We began.\n\n"We won," she said.', ["~We began.", "+We won,"]],
    ["over paragraphs, single", "‘We began.\n\n‘We won,’ she said.", ["~We began.", "+We won,"]],
    ["closed and opened again", '"We began."\n\n"We won," she said.', ["We began.", "We won,"]],
    ["never closed", "“We began.\n\nNobody else spoke.", ["~We began."]],
    ["never closed at the end", "She said: “We began.", ["~We began."]],
    ["tokenised, no direction", `" we won , " she said . " go . "`, ["we won ,", "go ."]],
    [
      "tokenised, with nested",
      `she said : " they told us ' never again ' , and we left . " nobody spoke .`,
      ["they told us ' never again ' , and we left .", ">never again"],
    ],
    ["coded by the mark before", "he call it `` shame `` . '' we won , '' he said .", ["shame", "we won ,"]],
    [
      "coded, over lost paragraphs",
      "they left . '' we began in may . '' we saw ' a wall ' and stop . '' the answer wa cold . a `` storm `` came .",
      ["~we began in may .", "+we saw ' a wall ' and stop .", ">a wall", "storm"],
    ],
    ["mixed marks", "he said `` we won . ” and “ it wa late , '' he ad .", ["we won .", "it wa late ,"]],
    ["apostrophes", "'Tis the '90s and the students' union of O'Hara's don't-know 'em all", []],
    ["curly apostrophes", "’Tis the ’90s, rock ’n’ roll; the students’ union", []],
    ["wrongly curled year", "In the ‘90s they left.", []],
    ["spaced apostrophes", "the court ' s view , the states ' plan , they don ' t know", []],
    ["a lone mark", 'It was 6" long.', []],
    ["headline", "Minister 'will not go' as deal fails", ["will not go"]],
    ["dialogue", "“Why?” “No.”", ["Why?", "No."]],
  ])("reads %s", (_, text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  it("gives the places of the marks and of what they hold", () => {
    expect(find("She said: “ we won ”.")).toEqual([
      { start: 10, end: 20, contentStart: 12, contentEnd: 18, depth: 0, isClosed: true, continues: false },
    ]);
  });

  it("tells the roles of marks to those who put a text together", () => {
    const text = "he call the court ' s rule `` a shame `` and `` no more . ''";
    const { starts, ends, count } = splitTokens(text);
    const tokens = Array.from({ length: count }, (_, i) => {
      return { start: starts[i], end: ends[i], text: text.slice(starts[i], ends[i]) };
    });
    const roles = [...findMarkRoles({ text, tokens })].filter((role) => role !== MARK_ROLE.none);
    const { opens, closes, apostrophe } = MARK_ROLE;
    expect(roles).toEqual([apostrophe, opens, closes, opens, closes]);
  });

  it("gives ordered, nested spans within the text, the same twice", () => {
    const part = fc.constantFrom(
      "we",
      "Won",
      ".",
      ",",
      '"',
      "'",
      "“",
      "”",
      "‘",
      "’",
      "``",
      "''",
      "`",
      "\n\n",
      "\n",
      " ",
      "s",
      "«",
      "»",
      "\ud800",
      ":",
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 80 }), fc.boolean(), (parts, isSpaced) => {
        const text = parts.join(isSpaced ? " " : "");
        const quotations = find(text);
        const open: number[] = [];
        let last = 0;
        for (const { start, end, contentStart, contentEnd, depth, isClosed } of quotations) {
          expect(start).toBeGreaterThanOrEqual(last);
          last = start;
          expect(start < contentStart && contentStart < contentEnd && contentEnd <= end && end <= text.length).toBe(
            true,
          );
          expect(contentEnd < end).toBe(isClosed);
          while (open.length > 0 && open[open.length - 1] <= start) open.pop();
          expect(depth).toBe(open.length);
          if (open.length > 0) expect(end).toBeLessThanOrEqual(open[open.length - 1]);
          open.push(end);
        }
        expect(find(text)).toEqual(quotations);
      }),
      { numRuns: 400 },
    );
  });

  it.each(['"', "'", "“", "”", "``", "' ", "“a\n\n", '"a" '])("takes a long line of %j in one go", (part) => {
    expect(find(part.repeat(50_000)).length).toBeLessThan(50_001);
  });
});
