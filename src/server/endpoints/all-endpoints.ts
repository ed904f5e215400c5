/** Every route of the API. */
import type { Endpoint } from "../endpoint.ts";
import { affairEndpoints } from "./affair-endpoints.ts";
import { archiveEndpoints } from "./archive-endpoints.ts";
import { entityEndpoints } from "./entity-endpoints.ts";
import { judgementEndpoints } from "./judgement-endpoints.ts";
import { listEndpoints } from "./list-endpoints.ts";
import { progressEndpoint } from "./progress-endpoint.ts";
import { reportEndpoints } from "./report-endpoints.ts";
import { sessionEndpoints } from "./session-endpoints.ts";
import { userEndpoints } from "./user-endpoints.ts";
import { watchEndpoints } from "./watch-endpoints.ts";

export const ALL_ENDPOINTS: readonly Endpoint[] = [
  ...listEndpoints,
  ...reportEndpoints,
  ...entityEndpoints,
  ...affairEndpoints,
  ...judgementEndpoints,
  ...archiveEndpoints,
  ...watchEndpoints,
  progressEndpoint,
  ...sessionEndpoints,
  ...userEndpoints,
];
