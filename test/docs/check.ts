import { expect } from 'vitest';

/** An example yields what its document says; if not, the failure names the document's line. */
export const same = (found: unknown, said: unknown, place: string): void => {
  expect(found, place).toStrictEqual(said);
};

/** An example throws an error whose message contains what its document says. */
export const throws = async (run: () => Promise<unknown>, said: string, place: string): Promise<void> => {
  const message = await run().then(
    () => null,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
  expect(message, `${place}: throws`).not.toBeNull();
  expect(message, place).toContain(said);
};
