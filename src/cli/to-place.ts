/** Where a line comes from: `2031-04-02, The Fenwater Post`. */
export function toPlace({ publishedAt, outlet }: { publishedAt: string | null; outlet: string | null }): string {
  return [publishedAt, outlet].filter((part) => part !== null).join(", ") || "undated";
}
