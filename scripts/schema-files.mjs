/**
 * Writes what the built library knows as files, so that editors and other services can read it: dist/schema/*.json, the
 * JSON Schema of each kind of document, and dist/glossary.json, the words.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/** @type {(path: string, value: object) => void} */
const writeJson = (path, value) => writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`);

/** @type {(dist: string) => Promise<void>} */
export const writeSchemaFiles = async (dist) => {
  /** @type {(entry: string) => Promise<any>} */
  const built = (entry) => import(pathToFileURL(resolve(dist, `${entry}.js`)).href);
  const [{ jsonSchemas }, { GLOSSARY }] = [await built('pact/schema'), await built('vocabulary/index')];
  const folder = join(dist, 'schema');
  const schemas = Object.entries(jsonSchemas());
  mkdirSync(folder, { recursive: true });
  for (const file of readdirSync(folder)) if (!schemas.some(([name]) => file === `${name}.json`)) rmSync(join(folder, file));
  for (const [name, schema] of schemas) writeJson(join(folder, `${name}.json`), schema);
  writeJson(join(dist, 'glossary.json'), GLOSSARY);
};
