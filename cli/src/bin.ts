#!/usr/bin/env node
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { EXIT } from './exit.js';
import { main } from './main.js';

const output = { unwritable: false };
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // A reader that has seen enough (`revpact … | head`) is no fault, and changes nothing about what was found.
  if (error.code === 'EPIPE') return;
  if (!output.unwritable) process.stderr.write(`standard output: cannot be written: ${error.code ?? error.message}\n`);
  output.unwritable = true;
  process.exitCode = EXIT.invalid;
});
process.stderr.on('error', () => {
  // Nobody listens, and there is nobody left to tell.
});

const code = await main(process.argv.slice(2), {
  files: {
    size: async (path) => (await stat(path)).size,
    read: (path) => readFile(path),
    write: (path, text) => writeFile(path, text, 'utf8'),
    makeDirectory: async (path) => {
      await mkdir(path, { recursive: true });
    },
    resolve: (path) => resolve(path),
  },
  stdout: (text) => {
    process.stdout.write(text);
  },
  stderr: (text) => {
    process.stderr.write(text);
  },
  zoneData: process.versions['tz'] ?? null,
  columns: process.stdout.isTTY ? process.stdout.columns : 120,
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
});
process.exitCode = output.unwritable ? EXIT.invalid : code;
