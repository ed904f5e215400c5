import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { describeRecordStore } from "./record-store-suite.ts";

const folder = mkdtempSync(join(tmpdir(), "onrecord-"));
let archives = 0;

afterAll(() => rmSync(folder, { recursive: true }));

describeRecordStore("SQLite", () => openStore(join(folder, `${archives++}.db`)));
