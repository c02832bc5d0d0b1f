// The little of Node and of the bundler that the sources use, instead of all of Node's types.

declare module "*.wasm" {
  /** The module's bytes in base64. */
  const base64: string;
  export default base64;
}

declare module "fs" {
  export function readFile(path: string, done: (error: Error | null, bytes: Uint8Array) => void): void;
  export function readFileSync(path: string): Uint8Array;
}

declare module "path" {
  export function join(...parts: string[]): string;
}

declare module "url" {
  export function fileURLToPath(url: string): string;
}
