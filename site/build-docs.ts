/** `npm run docs`: the documentation as pages, in dist/docs. */
import { join } from "node:path";
import { root } from "./locate-root.ts";
import { makeSite } from "./make-site.ts";

try {
  const { pages, hasPictures } = await makeSite(join(root, "dist/docs"));
  if (!hasPictures)
    process.stderr.write("No Chromium on this machine: pictures are left out (apt-get install chromium).\n");
  process.stdout.write(`${pages} pages: dist/docs/index.html\n`);
} catch (error) {
  process.stderr.write(`The documentation could not be built. ${(error as Error).message}\n`);
  process.exitCode = 1;
}
