// The little of Node that the command line uses, instead of all of Node's types.

declare const __dirname: string;
declare function require(id: string): unknown;

declare const process: {
  readonly argv: string[];
  readonly platform: string;
  readonly env: { readonly [name: string]: string | undefined };
  exitCode?: number;
  exit(code?: number): never;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly stdout: TerminalOrPipe;
  readonly stderr: TerminalOrPipe;
};

interface TerminalOrPipe {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): void;
  on(event: "error", handler: (error: Error & { code?: string }) => void): void;
}

declare module "fs" {
  export function existsSync(path: string): boolean;
  export function readdirSync(path: string): string[];
  export function readFileSync(path: string): Uint8Array;
  export function writeFileSync(path: string, text: string, options?: { flag?: "w" | "wx"; mode?: number }): void;
}

declare module "path" {
  export function dirname(path: string): string;
}

declare module "crypto" {
  export interface KeyObject {
    readonly asymmetricKeyType?: string;
    export(options: { type: "pkcs8" | "spki"; format: "pem" }): string;
    export(options: { type: "pkcs8" | "spki"; format: "der" }): Uint8Array;
  }
  export function createPrivateKey(pem: string): KeyObject;
  export function createPublicKey(key: KeyObject): KeyObject;
  export function generateKeyPairSync(type: "ed25519"): { publicKey: KeyObject; privateKey: KeyObject };
  export function sign(algorithm: null, data: Uint8Array, key: KeyObject): Uint8Array;
}

declare module "worker_threads" {
  export class Worker {
    constructor(source: string, options: { eval: true; workerData: unknown });
    once(event: "exit" | "error", handler: () => void): void;
  }
}
