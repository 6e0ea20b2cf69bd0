/** What every host has and the language's own library of types does not name. */
declare const TextDecoder: new (label: 'utf-8', options: { readonly fatal: true; readonly ignoreBOM: true }) => {
  readonly decode: (bytes?: Uint8Array, options?: { readonly stream: boolean }) => string;
};

/**
 * Decodes UTF-8 that comes in pieces, cut anywhere; null for the end. What comes back is null where the bytes are none. A
 * byte order mark stays.
 */
export const utf8Reader = (): ((piece: Uint8Array | null) => string | null) => {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let inside = false;
  return (piece) => {
    try {
      if (piece === null) return inside ? decoder.decode() : '';
      // A piece that begins and ends between characters needs no memory, and hosts decode it several times as fast.
      const open = (piece[piece.length - 1] ?? 0) >= 0x80;
      if (!inside && !open) return decoder.decode(piece);
      inside = open || piece.length === 0;
      return decoder.decode(piece, { stream: true });
    } catch {
      return null;
    }
  };
};
