/// <reference types="svelte" />

/** Put in by the build: see `vite.config.ts`. */
declare const __MODELS__: readonly { name: string; bytes: number; digest: string }[];
declare const __IS_STATIC__: boolean;

declare module "*.svelte" {
  import type { Component } from "svelte";

  // biome-ignore lint/suspicious/noExplicitAny: the properties of components are checked by svelte-check, not by tsc.
  const component: Component<any>;
  export default component;
}

declare module "*.txt?raw" {
  const text: string;
  export default text;
}

declare module "*.css";

declare module "world-atlas/countries-110m.json" {
  const topology: unknown;
  export default topology;
}

declare module "i18n-iso-countries/codes.json" {
  const codes: unknown;
  export default codes;
}
