import { describe, expect, it } from "vitest";
import { read } from "../read.ts";

/** Each case as "kind, stage at court by applicant: who (of what), …". */
function readCases(text: string): string[] {
  const { entities, cases } = read({ text });
  const name = (id: string | null): string => entities.find((entity) => entity.id === id)?.name ?? "nobody";
  return cases.map(
    ({ kind, stage, court, applicant, respondents }) =>
      `${kind}, ${stage} at ${name(court)} by ${name(applicant)}: ${respondents
        .map(({ person, allegations }) => `${name(person)} (${allegations.map((each) => each.name).join(", ")})`)
        .join(", ")}`,
  );
}

describe("bodies that punish", () => {
  it.each([
    ["who fines, behind the sum", "The telecoms company Velocom was fined 12 million dollars by the Merland Competition Authority over price fixing.", "fine, issued at Merland Competition Authority by nobody: Velocom (price fixing)"],
    ["who announces a fine", "Aldo Bank has been fined a record 90 million euros for rigging auctions, the Energy Markets Board said on Monday.", "fine, issued at Energy Markets Board by nobody: Aldo Bank (rigging auctions)"],
    ["a fine that is imposed", "The Merland Competition Authority imposed a fine of 3m crowns on Aldo Bank for breaches of its duty to report payments.", "fine, issued at Merland Competition Authority by nobody: Aldo Bank (breaches of its duty to report payments)"],
    ["a bank that fines", "Tolvia's central bank has revoked the licence of Aldo Bank and fined its owner, Anton Brule, for concealing losses.", "fine, issued at Tolvia's central bank by nobody: Anton Brule (concealing losses)"],
    ["a reprimand", "The Press Council reprimanded the Daily Herald for publishing the names of the victims.", "reprimand, issued at Press Council by nobody: Daily Herald (publishing the names of the victims)"],
    ["sentences handed down", "The High Court has handed down death sentences to Jon Berg and Piet Harrow for treason and desertion.", "criminal charges, ended at High Court by nobody: Jon Berg (treason, desertion), Piet Harrow (treason, desertion)"],
    ["what for, behind term and court", "Opposition politician Clara Vess was jailed for four years by the High Court on Tuesday for insulting the king.", "criminal charges, ended at High Court by nobody: Clara Vess (insulting the king)"],
    ["an appeal of a convict", "Norland's highest court has rejected an appeal by the activist Lena Marsk against her conviction for trespassing.", "appeal, refused at Norland's highest court by nobody: Lena Marsk (trespassing)"],
    ["charges behind whom they are against", "The Federal Prosecutor's Office said it had filed charges against Anton Brule, the former head of the intelligence service, over the leak of classified documents.", "criminal charges, requested at nobody by Federal Prosecutor's Office: Anton Brule (leak of classified documents)"],
    ["a finding of rights, which is no crime", "The European Court of Human Rights held on Tuesday that Norland had violated the right to a fair trial of the journalist Lena Marsk.", "case, issued at European Court of Human Rights by Lena Marsk: Norland (violated the right to a fair trial of the journalist Lena Marsk)"],
    ["an opinion that is asked for", "The Court of the Seas has been asked by the Assembly of Island States for an advisory opinion on who owns the ridge.", "advisory opinion, requested at Court of the Seas by Assembly of Island States: "],
  ])("reads %s", (_, text, told) => {
    expect(readCases(text)).toEqual([told]);
  }); // biome-ignore format: one text a line

  it.each([
    ["a warning to nobody", "The Sports Federation issued a warning for those who travel."],
    ["a claim that somebody is pressed on", "The minister was pressed on that claim by Senator Lena Marsk."],
  ])("takes %s for none", (_, text) => {
    expect(readCases(text)).toEqual([]);
  });
});
