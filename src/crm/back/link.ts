import * as z from 'zod';
import { fail, ok, type Result } from '../../kernel/result.js';
import { readWith, schema } from '../../kernel/schema.js';
import { crmIssue } from '../issues.js';

/** The kinds of record that a CRM shows on a page of their own. */
export const RECORD_KINDS = ['lead', 'contact', 'account', 'opportunity', 'meeting'] as const;
/** One of {@link RECORD_KINDS}. */
export type RecordKind = (typeof RECORD_KINDS)[number];

const linkTemplatesShape = /* @__PURE__ */ schema(() => {
  const template = z
    .string()
    .max(2000)
    .regex(/^https:\/\/[A-Za-z0-9.-]+(?::\d{1,5})?\/[^\s{}<>"'`\\]*\{id\}[^\s{}<>"'`\\]*$/, {
      error: 'a link is https, with {id} once and after the host: https://acme.example/lead/{id}',
    })
    .exactOptional();
  return z.strictObject({ lead: template, contact: template, account: template, opportunity: template, meeting: template });
});
/** Where the CRM shows a record, by kind: `https://acme.example/lead/{id}`. */
export interface LinkTemplates extends z.infer<typeof linkTemplatesShape> {}
export const LinkTemplates: z.ZodType<LinkTemplates> = linkTemplatesShape;

/**
 * The address of a record in the CRM, its id percent-encoded (brackets, quotes and asterisks too, so that the link
 * survives Markdown). Only https, and the id never reaches the host.
 *
 * Issues: `crm.no_link` without a template for the kind; `crm.id_not_linkable` for an id that is no id or that a
 * browser would read as a step upwards (`.`, `..`); those of a template that is none.
 *
 * @example
 * ```ts
 * import { recordLink } from 'revpact/crm';
 *
 * const link = recordLink({ lead: 'https://acme.example/lead/{id}' }, 'lead', 'a b/1');
 * link.ok && link.value // => 'https://acme.example/lead/a%20b%2F1'
 * ```
 */
export const recordLink = (templates: LinkTemplates, kind: RecordKind, id: string): Result<string> => {
  const read = readWith(LinkTemplates, templates);
  if (!read.ok) return read;
  const template = read.value[kind];
  if (template === undefined) return fail([crmIssue('no_link', { kind })]);
  if (id === '' || id === '.' || id === '..' || id.length > 200 || /\p{Surrogate}/u.test(id))
    return fail([crmIssue('id_not_linkable', { id })]);
  const encoded = encodeURIComponent(id).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return ok(template.replace('{id}', () => encoded));
};
