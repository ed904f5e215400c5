/**
 * The reference of the library as Markdown, a page a room, from the declarations that the build writes and their doc comments.
 *
 * API Extractor reads them: it brings the compiler that it needs, which the compiler of this project no longer is.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Extractor, ExtractorConfig } from "@microsoft/api-extractor";
import {
  ApiDeclaredItem,
  ApiDocumentedItem,
  type ApiItem,
  ApiItemContainerMixin,
  ApiPackage,
} from "@microsoft/api-extractor-model";
import { root } from "./locate-root.ts";

/** Types that the compiler wrote out, such as those of a schema, are cut: they say nothing that the page of the API does not say better. */
const MAX_LINES = 40;

type Comment = NonNullable<ApiDocumentedItem["tsdocComment"]>;
type Node = Comment["summarySection"] | Comment["summarySection"]["nodes"][number];

/** @param room A folder of `src` that the package exports, such as `reading`. Its declarations must be built. */
export function describeRoom(room: string): string {
  const folder = mkdtempSync(join(tmpdir(), "onrecord-docs-"));
  try {
    const file = join(folder, `${room}.api.json`);
    extract(join(root, `dist/src/${room}/index.d.ts`), file);
    const members = ApiPackage.loadFromJsonFile(file).entryPoints[0].members;
    const sections: [string, ApiItem[]][] = [
      ["Functions", members.filter(({ kind }) => kind === "Function")],
      ["Classes", members.filter(({ kind }) => kind === "Class")],
      ["Values", members.filter(({ kind }) => kind === "Variable")],
      ["Types", members.filter(({ kind }) => kind === "Interface" || kind === "TypeAlias" || kind === "Enum")],
    ];
    return [
      `# onrecord/${room}`,
      `\`\`\`js\nimport { … } from "onrecord/${room}";\n\`\`\``,
      ...sections
        .filter(([, items]) => items.length > 0)
        .flatMap(([title, items]) => [`## ${title}`, ...items.map(describeItem)]),
    ].join("\n\n");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function extract(mainEntryPointFilePath: string, apiJsonFilePath: string): void {
  const config = ExtractorConfig.prepare({
    configObject: {
      mainEntryPointFilePath,
      projectFolder: root,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            ...{ target: "ES2023", lib: ["ES2023"], module: "NodeNext", moduleResolution: "NodeNext" },
            ...{ types: ["node"], strict: true, skipLibCheck: true, noEmit: true, allowImportingTsExtensions: true },
          },
          files: [mainEntryPointFilePath],
        },
      },
      apiReport: { enabled: false },
      docModel: { enabled: true, apiJsonFilePath },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, "package.json"),
  });
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = message.logLevel !== "error";
    },
  });
}

function describeItem(item: ApiItem): string {
  const members = ApiItemContainerMixin.isBaseClassOf(item) ? item.members : [];
  const described = members.filter(
    (member) => member instanceof ApiDocumentedItem && member.tsdocComment !== undefined,
  );
  return [
    `### ${item.displayName}`,
    `\`\`\`ts\n${[showDeclaration(item), ...members.map((member) => `  ${showDeclaration(member)}`)].join("\n")}${members.length > 0 ? "\n}" : ""}\n\`\`\``,
    item instanceof ApiDocumentedItem && item.tsdocComment !== undefined ? describeComment(item.tsdocComment) : "",
    described
      .map((member) => {
        const comment = (member as ApiDocumentedItem).tsdocComment!;
        return `- \`${member.displayName}\`: ${describeComment(comment).replace(/\s*\n\s*/g, " ")}`;
      })
      .join("\n"),
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

function showDeclaration(item: ApiItem): string {
  if (!(item instanceof ApiDeclaredItem)) return item.displayName;
  const text = item.excerpt.text.replace(/^export (declare )?/, "");
  if (item.kind === "Interface" || item.kind === "Class") return `${text.trimEnd()} {`;
  const lines = text.replaceAll('import("zod").', "").split("\n");
  return lines.length <= MAX_LINES ? lines.join("\n") : `${lines.slice(0, MAX_LINES - 10).join("\n")}\n  …`;
}

function describeComment(comment: Comment): string {
  const named = comment.params.blocks.map(
    (block) => `- \`${block.parameterName}\`: ${toMarkdown(block.content).replace(/\s*\n\s*/g, " ")}`,
  );
  const others = comment.customBlocks.map(
    (block) => `**${block.blockTag.tagName.slice(1)}** ${toMarkdown(block.content)}`,
  );
  return [
    toMarkdown(comment.summarySection),
    comment.remarksBlock === undefined ? "" : toMarkdown(comment.remarksBlock.content),
    named.join("\n"),
    comment.returnsBlock === undefined ? "" : `**returns** ${toMarkdown(comment.returnsBlock.content)}`,
    ...others,
  ]
    .filter((part) => part !== "")
    .join("\n\n");
}

/** Doc comments are written in Markdown: their words as they stand, a blank line after each paragraph. */
function toMarkdown(node: Node): string {
  const parts: string[] = [];
  walk(node);
  return parts.join("").trim();

  function walk(inner: { kind: string; getChildNodes(): readonly unknown[] }): void {
    if (inner.kind === "SoftBreak") parts.push("\n");
    else if (inner.kind === "Excerpt") parts.push(String((inner as unknown as { content: object }).content));
    else for (const child of inner.getChildNodes()) walk(child as never);
    if (inner.kind === "Paragraph") parts.push("\n\n");
  }
}
