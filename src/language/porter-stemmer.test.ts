import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stemWord } from "./porter-stemmer.ts";

/** Words of every rule and their stems, as NLTK 3.8 gives them. */
const WORDS = `
abdominal abdomin, able abl, absurdity absurd, acknowledgment acknowledg, action action, activity activ
advance advanc, aggression aggress, agitation agit, aide aid, aimed aim, amass amass, animal anim, anxious anxiou
apparently appar, ass ass, assemblies assembl, atmospheric atmospher, awful aw, bags bag, balance balanc
baseball basebal, basically basic, beautifully beauti, belied beli, betrayal betray, betrayed betray
biology biolog, bled bled, blessed bless, bogus bogu, buried buri, candidate candid, capitalize capit, chant chant
chat chat, clapped clap, cleaner cleaner, clinical clinic, collaborative collabor, coloured colour
colourful colour, comity comiti, compatibility compat, competitiveness competit, compliance complianc
connectivity connect, consciousness conscious, constable constabl, constituency constitu, consultancy consult
contemporaneous contemporan, conventional convent, convey convey, coterie coteri, coworkers cowork
creator creator, criminality crimin, criminalizing crimin, crosses cross, crying cri, cumulative cumul
cynical cynic, deceitful deceit, dedicate dedic, defence defenc, delayed delay, delicate delic, demonize demon
dictator dictat, discrepancy discrep, disobedience disobedi, doubled doubl, dressed dress, dropped drop, duly duli
durability durabl, dying die, ecology ecolog, educational educ, effectiveness effect, electricity electr
element element, eligibility elig, emotional emot, empower empow, enhance enhanc, enroll enrol, ensuring ensur
erosion eros, ethical ethic, ethnicity ethnic, exceptionalism exception, excessively excess, exhibited exhibit
expelled expel, exploration explor, eyewitness eyewit, eying eye, famous famou, famously famous, favourable favour
federalism feder, finalize final, finally final, fitness fit, float float, foment foment, freely freeli
frequency frequenc, frequently frequent, functionality function, furiously furious, futility futil
generator gener, giving give, globalization global, goat goat, grossed gross, gunning gun, hat hat, heat heat
heating heat, hobbled hobbl, hospitalization hospit, humbled humbl, iconic icon, ill ill, illuminate illumin
immeasurably immeasur, implementation implement, inadvertently inadvert, incidence incid, inconvenience inconveni
incorporating incorpor, ineligible inelig, inevitable inevit, inevitably inevit, infancy infanc, inherent inher
inmate inmat, inspirational inspir, integrating integr, internationally intern, interoperability interoper
investigative investig, irrational irrat, irrelevant irrelev, jockey jockey, juries juri, kidnapped kidnap
lasts last, lawfully law, levelled level, levied levi, liability liabil, local local, locating locat, losses loss
mate mate, memorably memor, micromanagement micromanag, moderately moder, money money, monkey monkey, motive motiv
movement movement, murderous murder, mythical mythic, mythology mytholog, namely name, nation nation
nationally nation, neurological neurolog, neutrality neutral, neutralize neutral, notably notabl, obey obey
objectively object, objectivity object, obsession obsess, organizer organ, organizing organ, owner owner
painfully pain, panels panel, parity pariti, passes pass, patently patent, pavement pavement, payment payment
plant plant, played play, playing play, pleasant pleasant, politeness polit, pornographic pornograph
possibility possibl, potency potenc, power power, practically practic, pregnancy pregnanc, prize prize
processed process, proclamation proclam, pubs pub, quizzed quizz, racism racism, radicalization radic, rage rage
raged rage, rally ralli, randomly randomli, ration ration, rational ration, rationalize ration, real real
realism realism, recalled recal, recidivism recidiv, red red, rededicate reded, regulation regul, regulator regul
reiterating reiter, relative rel, relic relic, replayed replay, rescue rescu, resentment resent, resurgent resurg
reversible revers, righteousness righteous, rotate rotat, rumbled rumbl, rupee rupe, saying say
scandalous scandal, schism schism, seed seed, seizing seiz, selflessness selfless, senator senat, sensibly sensibl
sequestration sequestr, session session, settlement settlement, shocking shock, sic sic, sidestepped sidestep
silently silent, simplicity simplic, size size, skilled skill, spanning span, speculative specul, speed speed
spell spell, spelled spell, spies spi, stable stabl, still still, strapped strap, subversive subvers
succeed succeed, suing su, summarize summar, summarizing summar, superbly superbl, surpassed surpass, sway sway
swayed sway, technologically technolog, technology technolog, tension tension, tent tent, terrorism terror
testimonies testimoni, thrive thrive, toxicity toxic, traditional tradit, transparency transpar, tribalism tribal
truancy truanci, undeniably undeni, unless unless, urgent urgent, us us, usability usabl, useful use
usefulness use, vacant vacant, vacation vacat, vehement vehement, vigilance vigil, vigorous vigor, visible visibl
vitality vital, vociferously vocifer, waver waver, winning win, wisely wise, witness wit, witnesses wit
woefully woefulli, wonderfully wonder, worried worri, worrying worri, you you, zombies zombi
`;

const cases = WORDS.trim()
  .split(/,\s|\n/)
  .map((pair) => pair.split(" ") as [string, string]);

describe("stemWord", () => {
  it("stems English words as NLTK does", () => {
    expect(cases.map(([word]) => [word, stemWord(word)])).toEqual(cases);
  });

  it.each([
    ["", ""],
    ["a", "a"],
    ["IS", "is"],
    ["dying", "die"],
    ["Dying", "dy"],
    ["skies", "sky"],
    ["dies", "die"],
    ["died", "die"],
    ["spied", "spi"],
    ["MINISTERS", "minist"],
    ["1990s", "1990"],
    ["don't", "don't"],
    ["café's", "café'"],
    ["éstated", "éstate"],
    ["Straßen", "straßen"],
    ["ying", "ying"],
    ["yying", "yy"],
    ["ed", "ed"],
    ["foo*ding", "food"],
    ["sses", "ss"],
    ["ationally", "ation"],
    ["\u{1d400}it", "\u{1d400}it"],
    ["\u{1d400}\u{1d401}s", "\u{1d400}\u{1d401}"],
  ])("stems %j as NLTK does: %j", (word, stem) => {
    expect(stemWord(word)).toBe(stem);
  });

  it("gives the same lower-case stem twice, never longer than the word by more than a letter", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 40 }), (word) => {
        const stem = stemWord(word);
        expect(stemWord(word)).toBe(stem);
        expect(stem.length).toBeLessThanOrEqual(word.toLowerCase().length + 1);
      }),
    );
  });

  it("takes words longer than any before", () => {
    const root = "vexation".repeat(20_000);
    expect(stemWord(`${root}s`)).toBe(stemWord(root));
    expect(stemWord("cats")).toBe("cat");
  });
});
