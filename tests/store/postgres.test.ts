import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openStore } from "../../src/store/index.ts";
import { findPostgres, type PostgresServer, startPostgres } from "./postgres-server.ts";
import { describeRecordStore } from "./record-store-suite.ts";

const programs = findPostgres();

if (programs === undefined) {
  describe("PostgreSQL", () => {
    it.skipIf(process.env.CI !== "true")("has its server's programs installed (apt-get install postgresql)", () => {
      expect(programs).toBeDefined();
    });
  });
} else {
  let server: PostgresServer;
  beforeAll(() => {
    server = startPostgres(programs);
  }, 120_000);
  afterAll(() => server.stop());

  let archives = 0;
  describeRecordStore("PostgreSQL", async () => openStore(await server.createDatabase(`archive${archives++}`)));
}
