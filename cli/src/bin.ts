#!/usr/bin/env node
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import process from 'node:process';
import { main } from './main.js';

// A reader that has seen enough (`revpact … | head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  throw error;
});

process.exitCode = await main(process.argv.slice(2), {
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
  columns: process.stdout.isTTY ? process.stdout.columns : 120,
  color: process.stdout.isTTY && process.env['NO_COLOR'] === undefined,
});
