declare module 'tdigest' {
  export class TDigest {
    push(value: number): void;
    percentile(rank: number): number | undefined;
  }
}
