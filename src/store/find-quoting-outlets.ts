/** Which outlets carry one's words. */
import { sql } from "kysely";
import type { QuotingOutlets } from "../record/index.ts";
import { findEntityNumber } from "./select-items.ts";
import type { Database } from "./tables.ts";

const MAX_COUNTED = 5000;

export async function findQuotingOutlets(db: Database, entityId: string): Promise<QuotingOutlets | undefined> {
  const who = await findEntityNumber(db, entityId);
  if (who === undefined) return undefined;
  const { rows } = await sql<{ outlet: string | null; statements: number; direct: number; last: string | null }>`
    with said as materialized (select i.report_nr, i.mode from item i
      where i.who = ${who} and i.kind = 'statement' and i.status <> 'rejected' order by i.nr desc limit ${MAX_COUNTED}),
    counted as materialized (select report_nr, count(*) as statements, sum(case when mode <> 'indirect' then 1 else 0 end) as direct
      from said group by report_nr)
    select min(r.outlet) as outlet, sum(c.statements) as statements, sum(c.direct) as direct, max(r.published_at) as last
    from counted c join report r on r.nr = c.report_nr group by r.outlet_key order by 2 desc, 1`.execute(db);
  const outlets = rows.map(({ outlet, statements, direct, last }) => ({
    outlet,
    statementCount: Number(statements),
    directCount: Number(direct),
    last,
  }));
  const counted = outlets.reduce((sum, { statementCount }) => sum + statementCount, 0);
  return { outlets, counted, isWhole: counted < MAX_COUNTED };
}
