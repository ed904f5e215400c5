import { describe, expect, it } from "vitest";
import { chooseRoleOwners } from "../choose-role-owners.ts";
import { NO_HEADER } from "../find-report-header.ts";
import { nameEntity } from "../name-entity.ts";
import { analyseReport } from "../pipeline.ts";

/** Every role as "holder: title / of". */
function readRoles(text: string): string[] {
  const document = analyseReport(text, NO_HEADER);
  const name = (entity: number): string => (entity < 0 ? "-" : nameEntity(document, document.resolvedEntities[entity]));
  const owners = chooseRoleOwners(document);
  return document.roleDrafts.map(
    ({ holder, title }, index) => `${name(document.entityOf[holder])}: ${title} / ${name(owners[index])}`,
  );
}

describe("findRoles and chooseRoleOwners", () => {
  it.each([
    [
      "The Harbour Watch has 300 members. It is led by Jonas Fell, a former diver.",
      "Jonas Fell: leader / Harbour Watch",
    ],
    [
      "US Defense Secretary Carl Dorn told reporters that troops would stay.",
      "Carl Dorn: defense secretary / United States",
    ],
    ["UK Minister of Health Rita Lane said beds were short.", "Rita Lane: minister of health / United Kingdom"],
    [
      "Clara Venn, who teaches sports law at Aldmoor University, said the ruling was odd.",
      "Clara Venn: teaches sports law / Aldmoor University",
    ],
    [
      "Filip Asen, who speaks for the Youth Alliance, said the fund was needed.",
      "Filip Asen: speaks for / Youth Alliance",
    ],
    [
      "Ines Gray, who lost her husband and who heads the Mothers of the Market association, thanked them.",
      "Ines Gray: head / Mothers of the Market association",
    ],
    ["Chief Justice Theo Basal of the Supreme Court will preside.", "Theo Basal: chief justice / Supreme Court"],
    ["Midfielder Tom Reed praised his captain, Alex Ford.", "Alex Ford: captain / -"],
    [
      "Protests went on in Tessia on Friday. Tessian judges stayed at home, and courts in Tessia were shut.\n\nPrime Minister Ada Rohn said Tessia would not bend.",
      "Ada Rohn: prime minister / Tessia",
    ],
    [
      "The government of neighbouring Morvia was calm. “We wait,” Prime Minister Ivo Dahl told reporters.",
      "Ivo Dahl: prime minister / Morvia",
    ],
    [
      "Orlund’s financial regulator has fined the bank. Finance minister Sol Hjelm said that Orlund would change its law.\n\nOrlund has no other banks.",
      "Sol Hjelm: finance minister / Orlund",
    ],
    ["That brought a warning from Ebria. Its trade minister, Jon Ansel, said so.", "Jon Ansel: trade minister / Ebria"],
    [
      "The letter was sent by former shop worker Ann Gray-Lund, who lost her job.",
      "Ann Gray-Lund: former shop worker / -",
    ],
    ["Analyst Joy Beck of Larkfield Securities cut her rating.", "Joy Beck: analyst / Larkfield Securities"],
    ["Engineer Ivo Hart, of the University of Quell, called it odd.", "Ivo Hart: engineer / University of Quell"],
    ["Professor Ed Carr, who teaches law at Reedmoor University, agreed.", "Ed Carr: professor / Reedmoor University"],
    [
      "A Quellix spokesperson denied it. Shares in Quellix fell. “We are sorry,” chief executive Pia Call said. Quellix will pay.",
      "Pia Call: chief executive / Quellix",
    ],
    ["A rebel spokesman who calls himself Jon Heron said so.", "Jon Heron: rebel spokesman / -"],
    ["Nora Alk, who took over as chief executive of Quellix in May, said so.", "Nora Alk: chief executive / Quellix"],
    ["President-elect Ivo Hart will wait.", "Ivo Hart: president-elect / -"],
    ["General secretary Denise Orr called for a strike.", "Denise Orr: general secretary / -"],
  ])("%s", (text, role) => {
    expect(readRoles(text)).toContain(role);
  });

  it("makes one person of a name with and without letters after it", () => {
    const { resolvedEntities } = analyseReport(
      "Robert Pym MP said he would vote against it. Mr Pym added that the bill was a mess.",
      NO_HEADER,
    );
    expect(resolvedEntities.filter(({ kind, isNamed }) => kind === "person" && isNamed)).toHaveLength(1);
  });

  it("gives 'he said' at the head of a paragraph to whoever spoke last in the one before", () => {
    const document = analyseReport(
      "Ona Lind met Carl Dorn on Monday.\n\n“The pier is closed,” Mr Dorn said. “We cannot open it.”\n\nHe said the work would cost more.",
      NO_HEADER,
    );
    const { speaker } = document.attributionParts.at(-1)!;
    expect(nameEntity(document, document.resolvedEntities[document.entityOf[speaker]])).toBe("Carl Dorn");
  });

  it.each([
    "The court will decide on a warrant for Jon Berg, a spokeswoman for the tribunal said on Tuesday.",
    "Police were looking for Jon Berg, a lawyer for the family told reporters.",
  ])("takes whoever speaks behind a name for nobody's office: %j", (text) => {
    expect(readRoles(text)).toEqual([]);
  });
});
