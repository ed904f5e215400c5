/** What happens in the archive, as it happens. */
import { streamSSE } from "hono/streaming";
import { defineEndpoint } from "../endpoint.ts";
import type { ProgressEvent } from "../progress.ts";

/** Proxies close what is silent for a minute. */
const HEARTBEAT_MS = 25_000;
/** Events that one slow reader may leave waiting before older ones are dropped. */
const MAX_WAITING = 1000;

export const progressEndpoint = defineEndpoint({
  method: "get",
  path: "/progress",
  tag: "Archive",
  summary:
    "Server-sent events: `report` and `judgement` for what this server adds, `revision` whenever the record changes",
  role: "reader",
  resultType: "text/event-stream",
  example:
    'event: report\ndata: {"reportId":"0f3a9c5b7d1e2f40516273849aabbccd","outcome":"added","copyOf":null,"title":"Harbour wall vote"}\n\n',
  async handle({ context }, { progress, stopping }) {
    return streamSSE(context, async (stream) => {
      let waiting: ProgressEvent[] = [];
      let wake = () => {};
      const stopListening = progress.listen((event) => {
        if (waiting.length < MAX_WAITING) waiting.push(event);
        wake();
      });
      const end = () => wake();
      stream.onAbort(end);
      stopping.addEventListener("abort", end);
      try {
        await stream.write(": the record is watched\n\n");
        while (!stream.aborted && !stopping.aborted) {
          const events = waiting;
          waiting = [];
          for (const { type, data } of events) await stream.writeSSE({ event: type, data: JSON.stringify(data) });
          if (waiting.length > 0) continue;
          const isSilent = await new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(true), HEARTBEAT_MS);
            wake = () => {
              clearTimeout(timer);
              resolve(false);
            };
          });
          if (isSilent) await stream.write(": still here\n\n");
        }
      } finally {
        stopping.removeEventListener("abort", end);
        stopListening();
      }
    });
  },
});
