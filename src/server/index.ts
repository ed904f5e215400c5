/** Server: the API and the page over one archive. */
export { loadPageFiles, type PageFiles } from "./page-files.ts";
export { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";
