import type { Result } from '../kernel/result.js';

/** The own fields of what may be no object at all, by name. */
export const fieldsOf =
  (value: unknown) =>
  (name: string): unknown =>
    typeof value === 'object' && value !== null && Object.hasOwn(value, name) ? (value as Readonly<Record<string, unknown>>)[name] : undefined;

/** Whether reading refused to look at a value any further: it is nested too deep, too large, or throws when it is looked at. */
export const isRefused = (read: Result<unknown>): boolean =>
  !read.ok && read.issues.some(({ code }) => code === 'input.not_plain' || code === 'input.too_deep' || code === 'input.too_large');
