import type { PathColumns } from 'revpact/metrics';

export const CHANNELS = 12;

/** Paths of 4.5 touches in the mean, some channels far more often than others; three in ten convert. The same every time. */
export const pathsOfSize = (size: number): PathColumns => {
  let state = 1;
  const draw = (): number => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
  const starts = new Int32Array(size + 1);
  const converted = new Uint8Array(size);
  const codes: number[] = [];
  for (let p = 0; p < size; p += 1) {
    const touches = 1 + Math.floor(-Math.log(draw() + 1e-9) * 4);
    for (let i = 0; i < touches; i += 1) codes.push(Math.floor(draw() * draw() * CHANNELS));
    starts[p + 1] = codes.length;
    converted[p] = draw() < 0.3 ? 1 : 0;
  }
  return { channels: Array.from({ length: CHANNELS }, (_, code) => `c${String(code).padStart(2, '0')}`), starts, codes: Int32Array.from(codes), converted };
};
