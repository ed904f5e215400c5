/** Other programs that run in JavaScript, for comparison in the same run: measured only where they are installed. */

export interface Peer {
  name: string;
  /** What it adds to a text. */
  layers: string;
  run: (text: string) => unknown;
}

interface WinkDocument {
  tokens(): { out(its: unknown): unknown[] };
}

type WinkNlp = (model: unknown, pipe?: string[]) => { readDoc(text: string): WinkDocument; its: { pos: unknown } };

/** @returns The peers that are installed. */
export async function loadPeers(): Promise<Peer[]> {
  const peers: Peer[] = [];
  const wink = await load<WinkNlp>("wink-nlp");
  const winkModel = await load<unknown>("wink-eng-lite-web-model");
  if (wink !== undefined && winkModel !== undefined) {
    for (const [layers, pipe] of [
      ["tokens, sentences, tags", ["sbd", "pos"]],
      ["tokens, sentences, tags, dates and amounts, sentiment", undefined],
    ] as const) {
      const nlp = wink(winkModel, pipe === undefined ? undefined : [...pipe]);
      peers.push({ name: "wink-nlp", layers, run: (text) => nlp.readDoc(text).tokens().out(nlp.its.pos) });
    }
  }
  const compromise = await load<(text: string) => { json(options: object): unknown }>("compromise");
  if (compromise !== undefined) {
    peers.push({
      name: "compromise",
      layers: "tokens, sentences, tags, names",
      run: (text) => compromise(text).json({ terms: { tags: true } }),
    });
  }
  return peers;
}

async function load<Module>(name: string): Promise<Module | undefined> {
  try {
    const loaded = (await import(name)) as { default: Module };
    return loaded.default;
  } catch {
    return undefined;
  }
}
