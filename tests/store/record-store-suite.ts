/** What every store does alike. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as joinPath } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { getTextExporter, importLines } from "../../src/exchange/index.ts";
import type { RecordStore, StatementFilter } from "../../src/store/index.ts";
import { openStore } from "../../src/store/index.ts";
import { fillArchive, join } from "../exchange/fill-archive.ts";
import { invent, tollReport } from "./invented-reports.ts";

const QUOTE = "we shall never let foreign captains pay for our broken harbour walls";

export function describeRecordStore(name: string, open: () => Promise<RecordStore>): void {
  describe(name, () => {
    let store: RecordStore;
    beforeEach(async () => {
      await store?.close();
      store = await open();
    });
    afterAll(async () => store?.close());
    const expectSound = async () => {
      const faults = [];
      for await (const fault of store.check()) faults.push(fault);
      expect(faults).toEqual([]);
    };

    it("has users with tokens and sessions, kept apart from the record's revision", async () => {
      const before = await store.getRevision();
      const marr = await store.addUser({ name: "marr", role: "reviewer", passwordHash: "p1" });
      expect(marr).toMatchObject({ name: "marr", role: "reviewer", passwordHash: "p1" });
      await expect(store.addUser({ name: "marr", role: "admin", passwordHash: null })).rejects.toThrow(/already/);
      await store.addUser({ name: "aldo", role: "reader", passwordHash: null });
      expect((await store.findUsers()).map(({ name }) => name)).toEqual(["aldo", "marr"]);

      const token = await store.addToken({ user: "marr", label: "nightly export", hash: "h1" });
      expect(await store.findTokens("marr")).toEqual([token]);
      expect(await store.getUserByToken("h1")).toEqual(marr);
      expect(await store.getUserByToken("h2")).toBeUndefined();
      await expect(store.addToken({ user: "nobody", label: "", hash: "h3" })).rejects.toThrow(/no user/);
      await expect(store.removeToken("aldo", token.id)).rejects.toThrow(/no token/);

      await store.addSession({ user: "marr", hash: "s1", expiresAt: "2999-01-01T00:00:00.000Z" });
      expect(await store.getUserBySession("s1", "2998-12-31T00:00:00.000Z")).toEqual(marr);
      expect(await store.getUserBySession("s1", "2999-01-02T00:00:00.000Z")).toBeUndefined();
      expect(await store.updateUser("marr", { role: "reader" })).toMatchObject({ role: "reader", passwordHash: "p1" });
      expect(await store.getUserBySession("s1", "2998-12-31T00:00:00.000Z")).toBeUndefined();
      await store.addSession({ user: "marr", hash: "s2", expiresAt: "2999-01-01T00:00:00.000Z" });
      await store.removeUser("marr");
      expect(await store.getUser("marr")).toBeUndefined();
      expect(await store.getUserByToken("h1")).toBeUndefined();
      expect(await store.getUserBySession("s2", "2998-12-31T00:00:00.000Z")).toBeUndefined();
      await expect(store.removeUser("marr")).rejects.toThrow(/no user/);
      expect(await store.getRevision()).toBe(before);
      await expectSound();
    });

    it("moves its revision on with every change of the record", async () => {
      const seen = new Set([await store.getRevision()]);
      const report = tollReport("2031-05-02", QUOTE);
      const changes: (() => Promise<unknown>)[] = [
        () => store.addReports([report]),
        () => store.createAffair({ name: "The wall" }),
        () => store.setReportsInAffair("the-wall", [report.report.id], true),
        () => store.judge({ verdict: "accept", by: "ed", key: `${report.report.id}/s1` }),
        () => store.undoJudgement("j1", "ed"),
      ];
      for (const change of changes) {
        await change();
        expect(seen).not.toContain(await store.getRevision());
        seen.add(await store.getRevision());
      }
      await store.findStatements();
      expect(seen).toContain(await store.getRevision());
    });

    describe("from a dump", () => {
      const folder = mkdtempSync(joinPath(tmpdir(), "onrecord-dump-"));
      let source: RecordStore;
      let dump: string;
      beforeEach(async () => {
        source = await openStore(joinPath(folder, `${Math.random()}.db`));
        await fillArchive(source);
        dump = await write(source);
      });
      afterAll(() => rmSync(folder, { recursive: true, force: true }));

      const write = async (from: RecordStore) =>
        join((await getTextExporter("jsonl"))(from, {}, { base: "", software: "" }));
      const put = async (text: string, to = store) => {
        const outcomes: string[] = [];
        const lines = (async function* () {
          for (const [index, line] of text.split("\n").entries()) yield { number: index + 1, text: line };
        })();
        for await (const done of importLines(to, lines))
          outcomes.push(done.outcome === "refused" ? `${done.number}: ${done.message}` : done.outcome);
        return outcomes;
      };

      it("becomes the same archive, byte for byte, and its lists are the same", async () => {
        expect(new Set(await put(dump))).toEqual(new Set(["added"]));
        expect(await write(store)).toBe(dump);
        await expectSound();
        const { engine: _, ...stats } = await store.getStats();
        expect(stats).toEqual({ ...(await source.getStats()), engine: undefined });
        const list = async (from: RecordStore) => ({
          statements: (await from.findStatements()).items.map(({ utteranceId: _id, ...line }) => line),
          entities: (await from.findEntities()).items,
          board: await from.getStanceBoard("the-toll"),
          judgements: (await from.findJudgements()).items,
          reports: (await from.findReports({ affairId: "the-toll" })).items,
        });
        expect(await list(store)).toEqual(await list(source));
        await source.close();
      });

      it("takes nothing twice", async () => {
        const [outcomes] = [await put(dump), await put(dump)].slice(1);
        expect(new Set(outcomes)).toEqual(new Set(["known"]));
        expect(await write(store)).toBe(dump);
        await source.close();
      });

      it("names the lines that cannot be put in, and puts in the rest", async () => {
        const lines = dump.trimEnd().split("\n");
        const stray = lines[1].replace('"sentences":[{"start":0', '"sentences":[{"start":90000');
        const text = [lines[0], "{", stray, '{"kind":"report"}', ...lines.slice(1), '{"kind":"joke"}'].join("\n");
        const refused = (await put(text)).filter((outcome) => /^\d/.test(outcome));
        expect(refused).toEqual([
          "2: is not JSON",
          expect.stringMatching(/^3: a span ends at \d+, beyond the text$/),
          expect.stringMatching(/^4: addedAt: /),
          expect.stringMatching(new RegExp(`^${lines.length + 4}: kind: `)),
        ]);
        expect(await write(store)).toBe(dump);
        await source.close();
      });

      it("keeps its own judgements beside those that come", async () => {
        const own = tollReport("2031-07-01", "ships shall pay what ships break in the harbour");
        await store.addReports([own]);
        const { id } = await store.judge({ by: "Cy", verdict: "accept", key: `${own.report.id}/s1` });
        expect((await put(dump)).filter((outcome) => outcome !== "added")).toEqual([]);
        expect((await store.findJudgements({ by: "Cy" })).items).toMatchObject([{ id, undoneBy: null }]);
        const { items } = await store.findJudgements();
        expect(items.filter(({ verdict }) => verdict === "undo")).toMatchObject([{ undoes: "j4" }]);
        expect(items.find((one) => one.id === "j4")).toMatchObject({ verdict: "reject", undoneBy: "j5" });
        await expectSound();
        await source.close();
      });

      it("refuses what is no dump", async () => {
        expect(await put('{"text":"A report."}\n')).toEqual([
          expect.stringContaining("1: is no archive of the format"),
        ]);
        await source.close();
      });
    });

    it("keeps a report once, as it came, however often it is added", async () => {
      const report = tollReport("2031-05-02", QUOTE);
      expect((await store.addReports([report, report])).map(({ outcome }) => outcome)).toEqual(["added", "known"]);
      expect((await store.addReports([report]))[0].outcome).toBe("known");
      const stored = await store.getReport(report.report.id);
      expect(stored?.reading).toEqual(report.reading);
      expect(stored?.report).toEqual(report.report);
      expect((await store.getStats()).reports).toBe(1);
      expect(await store.findKnown([report.report.id, "x"], "r1")).toEqual(new Set([report.report.id]));
      await expectSound();
    });

    it("adds all reports of one call or none", async () => {
      const broken = {
        ...tollReport("2031-05-03", "nothing at all of this is kept"),
        reader: undefined as unknown as string,
      };
      await expect(store.addReports([tollReport("2031-05-02", QUOTE), broken])).rejects.toThrow();
      expect((await store.getStats()).reports).toBe(0);
      await expectSound();
    });

    it("finds statements by words whatever their endings, by speaker and by date, the newest first", async () => {
      await store.addReports([
        tollReport("2031-05-02", QUOTE),
        tollReport("2031-06-02", "captains pay too much for a wall"),
        tollReport("2031-06-09", "a ferry is no fishing boat, as everybody knows"),
      ]);
      const find = async (filter: Parameters<RecordStore["findStatements"]>[0]) =>
        (await store.findStatements(filter)).items.map(({ report }) => report.publishedAt);
      expect(await find({ words: "captain walls" })).toEqual(["2031-06-02", "2031-05-02"]);
      expect(await find({ words: "captain -foreign" })).toEqual(["2031-06-02"]);
      expect(await find({ words: "captain", to: "2031-05" })).toEqual(["2031-05-02"]);
      expect(await find({ from: "2031-06", outlet: "coast post" })).toEqual(["2031-06-09", "2031-06-02"]);
      expect(await find({ stance: "supports", words: "ferry" })).toEqual([]);
      const [{ id }] = (await store.findEntities({ name: "marr" })).items;
      expect(await find({ speaker: id })).toHaveLength(3);
      expect(await find({ speaker: id, words: "captain" })).toEqual(["2031-06-02", "2031-05-02"]);
      expect(await find({ speaker: id, words: "captain -foreign", from: "2031-06" })).toEqual(["2031-06-02"]);
      const reportId = tollReport("2031-05-02", QUOTE).report.id;
      expect(await find({ speaker: id, words: "captain", reportId })).toEqual(["2031-05-02"]);
      expect(await find({ speaker: "per-nobody" })).toEqual([]);
      expect(await find({ speaker: "per-nobody", words: "captain" })).toEqual([]);
      const first = await store.findStatements({}, { limit: 2 });
      expect(first.items).toHaveLength(2);
      expect((await store.findStatements({}, { limit: 2, after: first.next! })).items).toHaveLength(1);
      expect((await store.findReports({ words: "harbor toll -ferry" })).items).toHaveLength(0);
      expect((await store.findReports({ words: "harbours toll -ferry" })).items).toHaveLength(2);
      await expect(store.findStatements({ words: "-captain" })).rejects.toThrow("needs a word");
    });

    it("takes one person of two reports for one, and namesakes of two states for two", async () => {
      const other = (name: string, state: string, text: string) =>
        invent({
          text: `${name} ${state} ${text}`,
          entities: [
            { name, roles: [["prime minister", "e2"]] },
            { name: state, kind: "state" },
          ],
        });
      await store.addReports([
        tollReport("2031-05-02", QUOTE),
        other("Marrant", "Veldria", "spoke at noon."),
        other("Marrant", "Ostmark Isles", "slept."),
        other("Jon Marrant", "Veldria", "swam."),
      ]);
      const persons = (await store.findEntities({ kind: "person" })).items.map((entity) => [
        entity.name,
        entity.reportCount,
      ]);
      expect(persons.sort()).toEqual([
        ["Ilse Marrant", 2],
        ["Jon Marrant", 1],
        ["Marrant", 1],
      ]);
      const [ilse] = (await store.findEntities({ name: "ilse" })).items;
      const entity = await store.getEntity(ilse.id);
      expect(entity?.appearances.map(({ reason }) => reason).sort()).toEqual(["first", "role"]);
      expect(entity?.roles[0]).toMatchObject({ title: "prime minister", of: { name: "Veldria" }, reportCount: 2 });
      expect(entity?.similar.map(({ name: similar }) => similar).sort()).toEqual(["Jon Marrant", "Marrant"]);
      await expectSound();
    });

    it("counts a near-copy once", async () => {
      const body = Array.from({ length: 60 }, (_, i) => `word${i}`).join(" ");
      const make = (end: string) =>
        invent({
          text: `Ilse Marrant said the toll is a mistake. ${body} ${end}`,
          entities: [{ name: "Ilse Marrant" }],
          statements: [{ content: ["the toll is a mistake"], speaker: "e1" }],
        });
      const [first, copy] = await store.addReports([make("The end."), make("This is from an agency.")]);
      expect(first.copyOf).toBeNull();
      expect(copy.copyOf).toBe(first.reportId);
      expect((await store.findStatements()).items).toHaveLength(1);
      expect((await store.findStatements({ copies: true })).items).toHaveLength(2);
      expect((await store.getReport(first.reportId))?.copies.map(({ id }) => id)).toEqual([copy.reportId]);
      await expectSound();
    });

    it("sets one utterance of several reports side by side, with what was cut", async () => {
      await store.addReports([
        tollReport("2031-05-02", QUOTE),
        tollReport("2031-05-03", "we shall never let foreign captains pay", "opposes", "Inland Mail"),
      ]);
      const [group] = (await store.findUtterances({})).items;
      expect(group.speaker?.name).toBe("Ilse Marrant");
      expect(group.versions.map(({ relation, leftOut }) => [relation, leftOut.map(({ text }) => text)])).toEqual([
        ["fullest", []],
        ["trimmed", ["for our broken harbour walls"]],
      ]);
    });

    it("tells which outlets carry somebody's words", async () => {
      await store.addReports([
        tollReport("2031-05-02", QUOTE),
        tollReport("2031-05-03", "the wall must stand"),
        tollReport("2031-05-04", "captains can wait", "opposes", "Inland Mail"),
      ]);
      const [{ id }] = (await store.findEntities({ name: "marrant" })).items;
      expect(await store.findQuotingOutlets(id)).toEqual({
        outlets: [
          { outlet: "Coast Post", statementCount: 2, directCount: 2, last: "2031-05-03" },
          { outlet: "Inland Mail", statementCount: 1, directCount: 1, last: "2031-05-04" },
        ],
        counted: 3,
        isWhole: true,
      });
      expect(await store.findQuotingOutlets("per-nobody")).toBeUndefined();
    });

    it("finds statements by outlet, act and stance, as people's judgements leave them", async () => {
      const [first, second] = [
        tollReport("2031-05-02", QUOTE),
        tollReport("2011-05-04", "captains can wait", "supports", "Inland Mail"),
      ];
      await store.addReports([first, second]);
      const find = async (filter: StatementFilter) =>
        (await store.findStatements(filter)).items.map(({ report }) => report.publishedAt);
      expect(await find({ outlet: "inland mail" })).toEqual(["2011-05-04"]);
      expect(await find({ words: "captains", outlet: "Inland Mail", stance: "opposes" })).toEqual([]);
      expect(await find({ stance: "opposes" })).toEqual(["2031-05-02"]);
      expect(await find({ words: "captains", stance: "opposes" })).toEqual(["2031-05-02"]);
      expect(await find({ act: "assert" })).toEqual(["2031-05-02", "2011-05-04"]);
      const stance = await store.judge({ verdict: "reject", key: `${first.report.id}/t1`, by: "ada" });
      await store.judge({
        verdict: "correct",
        key: `${first.report.id}/s1`,
        correction: { act: "promise" },
        by: "ada",
      });
      expect(await find({ words: "captains", stance: "opposes" })).toEqual([]);
      expect(await find({ act: "promise" })).toEqual(["2031-05-02"]);
      expect(await find({ act: "assert", outlet: "coast post" })).toEqual([]);
      await expectSound();
      await store.undoJudgement(stance.id, "ada");
      expect(await find({ stance: "opposes", act: "promise" })).toEqual(["2031-05-02"]);
      await expectSound();
    });

    it("finds matches of all times a page at a time, the newest first", async () => {
      const dates = ["2031-05-02", "2031-04-28", "2031-01-30", "2030-02-02", "2027-12-31", "2011-07-07", "1987-03-01"];
      await store.addReports(dates.map((date) => tollReport(date, `captains pay on ${date}`)));
      const undated = invent({
        text: "Orla Finch said captains slept.",
        entities: [{ name: "Orla Finch" }],
        statements: [{ content: ["captains slept"], speaker: "e1" }],
      });
      await store.addReports([undated]);
      const list = async (filter: StatementFilter, limit: number) => {
        const found: (string | null)[] = [];
        for (let after: string | null = null; ; ) {
          const page = await store.findStatements(filter, { limit, ...(after === null ? {} : { after }) });
          found.push(...page.items.map(({ report }) => report.publishedAt));
          after = page.next;
          if (after === null) return found;
        }
      };
      for (const limit of [1, 2, 3, 50]) expect(await list({ words: "captains" }, limit)).toEqual([...dates, null]);
      expect(await list({ words: "captains", to: "2030" }, 2)).toEqual(dates.slice(3));
      expect(await list({ words: "captains", from: "2011-07", to: "2031-04" }, 2)).toEqual(dates.slice(1, 6));
    });

    it("finds words in an affair, whether it has few of all reports or most of them", async () => {
      const dates = Array.from({ length: 14 }, (_, index) => `2031-05-${index + 10}`);
      const toReport = (date: string) => tollReport(date, `the captains pay, port ${toSaying(date)}`);
      const toSaying = (date: string) => `${"abcdefghijklmn"[Number(date.slice(-2)) - 10]}x`.repeat(3);
      await store.addReports(dates.map(toReport));
      await store.createAffair({ name: "All", query: { words: "toll" } });
      await store.createAffair({ name: "Few", query: { words: "toll", from: "2031-05-12", to: "2031-05-14" } });
      const find = async (filter: StatementFilter) =>
        (await store.findStatements(filter)).items.map(({ report }) => report.publishedAt);
      const newestFirst = [...dates].reverse();
      expect(await find({ words: "captains", affairId: "all" })).toEqual(newestFirst);
      expect(await find({ words: "captains", affairId: "few" })).toEqual(newestFirst.slice(9, 12));
      expect(await find({ words: toSaying("2031-05-13"), affairId: "few" })).toEqual(["2031-05-13"]);
      expect(await find({ words: toSaying("2031-05-15"), affairId: "few" })).toEqual([]);
      expect(await find({ words: "captains", affairId: "few", to: "2031-05-13" })).toEqual(newestFirst.slice(10, 12));
      const id = (await store.findReports({ affairId: "few" })).items[0].id;
      await store.setReportsInAffair("few", [id], false);
      expect(await find({ words: "captains", affairId: "few" })).toEqual(newestFirst.slice(10, 12));
    });

    it("lists an affair's lines as it lists all, also where hundreds of reports share their days or have none", async () => {
      const reports = Array.from({ length: 150 }, (_, index) => {
        const day = String(1 + (index % 3)).padStart(2, "0");
        const month = String(1 + (index % 7)).padStart(2, "0");
        const stance = index === 4 || index === 149 ? "supports" : "opposes";
        return tollReport(`2031-${month}-${day}`, `the captains pay, number ${index} of many`, stance);
      });
      const undated = Array.from({ length: 90 }, (_, index) =>
        invent({
          text: `Orla Finch said the harbour toll slept ${index} times.`,
          entities: [{ name: "Orla Finch" }],
          statements: [{ content: [`slept ${index} times`], speaker: "e1" }],
        }),
      );
      await store.addReports([...undated, ...reports]);
      await store.createAffair({ name: "All", query: { words: "toll" } });
      const list = async (filter: StatementFilter, limit: number) => {
        const keys: string[] = [];
        for (let after: string | null = null; ; ) {
          const page = await store.findStatements(filter, { limit, ...(after === null ? {} : { after }) });
          keys.push(...page.items.map(({ key }) => key));
          after = page.next;
          if (after === null) return keys;
        }
      };
      const all = await list({}, 500);
      expect(all.length).toBeGreaterThan(200);
      for (const limit of [7, 100, 500]) expect(await list({ affairId: "all" }, limit)).toEqual(all);
      const within = { from: "2031-02", to: "2031-05" };
      expect(await list({ ...within, affairId: "all" }, 9)).toEqual(await list(within, 9));
      const rare = (affair: object) => store.findStances({ stance: "supports", ...affair }, { limit: 1 });
      const first = await rare({ affairId: "all" });
      expect(first.items).toEqual((await rare({})).items);
      const last = await store.findStances({ stance: "supports", affairId: "all" }, { limit: 1, after: first.next! });
      expect([last.items.length, last.next]).toEqual([1, null]);
    }, 60_000);

    it("shows who stands where in an affair, and where somebody turned", async () => {
      await store.addReports([tollReport("2031-05-02", QUOTE)]);
      const affair = await store.createAffair({ name: "The harbour toll", query: { words: "harbour toll" } });
      const issue = await store.addIssue(affair.id, { proposition: "The harbour toll should be raised" });
      await store.addReports([tollReport("2031-06-02", "the sums changed and so have we all", "supports")]);
      const board = await store.getStanceBoard(affair.id);
      expect(board?.rows).toHaveLength(1);
      expect(board?.rows[0]).toMatchObject({
        holder: { name: "Ilse Marrant" },
        country: null,
        cells: [{ current: "supports", since: "2031-06-02", count: 2, hasTurned: true }],
      });
      const history = await store.getStanceHistory(board!.rows[0].holder.id, issue.id);
      expect(history?.turningPoints).toEqual([1]);
      expect((await store.getAffair(affair.id))?.reportCount).toBe(2);
      const [{ id }] = (await store.findReports({ affairId: affair.id })).items;
      await store.setReportsInAffair(affair.id, [id], false);
      expect((await store.getStanceBoard(affair.id))?.rows[0].cells[0]?.current).toBe("opposes");
      await expect(store.createAffair({ name: "The Harbour Toll" })).rejects.toThrow("already");
      await store.removeAffair(affair.id);
      expect(await store.findAffairs()).toEqual([]);
    });

    it("applies a correction, keeps it when the report is read again, and takes it back when it is undone", async () => {
      const report = tollReport("2031-05-02", QUOTE);
      const key = `${report.report.id}/s1`;
      await store.addReports([report]);
      await store.judge({ verdict: "correct", key, correction: { speaker: "Orla Finch", act: "promise" }, by: "ada" });
      const find = async () =>
        (await store.findStatements()).items.map(({ speaker, act, status }) => [speaker?.name, act, status]);
      expect(await find()).toEqual([["Orla Finch", "promise", "corrected"]]);
      await expectSound();
      const [outcome] = await store.addReports([{ ...report, reader: "r2" }]);
      expect(outcome.outcome).toBe("reread");
      expect(await find()).toEqual([["Orla Finch", "promise", "corrected"]]);
      const [judgement] = (await store.findJudgements({ key })).items;
      expect(judgement).toMatchObject({ verdict: "correct", by: "ada", undoneBy: null });
      await store.undoJudgement(judgement.id, "bo");
      expect(await find()).toEqual([["Ilse Marrant", "assert", "unjudged"]]);
      expect((await store.findJudgements()).items.map(({ verdict, by }) => [verdict, by])).toEqual([
        ["undo", "bo"],
        ["correct", "ada"],
      ]);
      await expect(store.undoJudgement(judgement.id, "bo")).rejects.toThrow("undone");
      await expectSound();
    });

    it("keeps an accepted item that a newer reader no longer finds", async () => {
      const report = tollReport("2031-05-02", QUOTE);
      await store.addReports([report]);
      await store.judge({ verdict: "accept", key: `${report.report.id}/s1`, by: "ada" });
      await store.addReports([{ ...report, reader: "r2", reading: { ...report.reading!, statements: [] } }]);
      const [line] = (await store.findStatements({ words: "captain" })).items;
      expect([line.speaker?.name, line.status, line.key]).toEqual([
        "Ilse Marrant",
        "accepted",
        `${report.report.id}/j1`,
      ]);
      await expectSound();
    });

    it("hides what was rejected, and asks for a judgement on the least sure first", async () => {
      const report = tollReport("2031-05-02", QUOTE);
      await store.addReports([report]);
      expect((await store.findToReview()).items.map(({ kind }) => kind)).toEqual(["stance", "statement"]);
      await store.judge({ verdict: "reject", key: `${report.report.id}/s1`, by: "ada" });
      expect((await store.findStatements()).items).toEqual([]);
      expect((await store.findStatements({ status: "rejected" })).items).toHaveLength(1);
      expect((await store.findToReview()).items).toHaveLength(1);
      await expect(store.judge({ verdict: "accept", key: `${report.report.id}/s9`, by: "ada" })).rejects.toThrow(
        "no item",
      );
      await expectSound();
    });

    it("merges two entities and splits one, and back", async () => {
      await store.addReports([
        tollReport("2031-05-02", QUOTE),
        invent({
          text: "Premier Marranti spoke.",
          entities: [{ name: "Marranti" }],
          statements: [{ content: ["spoke"], speaker: "e1" }],
        }),
      ]);
      const [one] = (await store.findEntities({ name: "ilse" })).items;
      const [other] = (await store.findEntities({ name: "marranti" })).items;
      const merged = await store.judge({ verdict: "merge", entityId: other.id, into: one.id, by: "ada" });
      expect((await store.getEntity(other.id))?.id).toBe(one.id);
      expect((await store.findStatements({ speaker: one.id })).items).toHaveLength(2);
      expect((await store.findStatements({ speaker: one.id, words: "spoke" })).items).toHaveLength(1);
      await expectSound();
      await store.undoJudgement(merged.id, "ada");
      expect((await store.findStatements({ speaker: one.id })).items).toHaveLength(1);
      expect((await store.findStatements({ speaker: one.id, words: "spoke" })).items).toEqual([]);
      const { appearances } = (await store.getEntity(one.id))!;
      await store.judge({ verdict: "split", key: `${appearances[0].reportId}/${appearances[0].localId}`, by: "ada" });
      expect((await store.findStatements({ speaker: one.id })).items).toHaveLength(0);
      await store.judge({ verdict: "link", entityId: one.id, authority: "wikidata", identifier: "Q1", by: "ada" });
      expect((await store.getEntity(one.id))?.links).toMatchObject([{ authority: "wikidata", identifier: "Q1" }]);
      await expectSound();
    });

    it("keeps what is not read, and gives new statements in the order of adding", async () => {
      const unread = invent({ text: "Ein Bericht in einer anderen Sprache." });
      await store.addReports([{ ...unread, reading: null }]);
      expect((await store.getReport(unread.report.id))?.reading).toBeNull();
      const { last } = await store.findNewStatements({});
      await store.addReports([tollReport("1999-05-02", QUOTE)]);
      const fresh = await store.findNewStatements({}, { after: last });
      expect(fresh.items).toHaveLength(1);
      expect((await store.findNewStatements({}, { after: fresh.last })).items).toEqual([]);
      const watch = await store.addWatch({ kind: "feed", subject: "https://example.org/feed" });
      await store.setWatchState(watch.id, { etag: '"1"' });
      expect((await store.findWatches())[0].state).toEqual({ etag: '"1"' });
      await store.removeWatch(watch.id);
      expect((await store.getStats()).unread).toBe(1);
      await expectSound();
    });
  });
}
