/** Server: the API and the page over one archive. */
export { loadPageFiles, type PageFiles } from "./page-files.ts";
export { ROLES, type Role } from "./person.ts";
export { hashPassword, hashToken, MIN_PASSWORD_LENGTH, makePassword, makeToken } from "./security/secrets.ts";
export { type RunningServer, type ServerOptions, startServer } from "./start-server.ts";
