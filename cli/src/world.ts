/** Everything the program touches, passed in: the tests run it in process, and `bin.ts` is the only file that knows Node's. */
export interface World {
  readonly files: Files;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** The version of the host's time-zone data; null where it does not say. */
  readonly zoneData: string | null;
  /** Width of the terminal in characters. */
  readonly columns: number;
  /** The terminal shows colours and the user has not switched them off. */
  readonly color: boolean;
}

/** The file system as this program needs it. Each call rejects with Node's error where it fails. */
export interface Files {
  readonly size: (path: string) => Promise<number>;
  readonly read: (path: string) => Promise<Uint8Array>;
  readonly write: (path: string, text: string) => Promise<void>;
  readonly makeDirectory: (path: string) => Promise<void>;
  /** The absolute path: what the embedded database is told. */
  readonly resolve: (path: string) => string;
}
