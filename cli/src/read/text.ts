import { isUtf8 } from 'node:buffer';
import type { World } from '../world.js';
import { complaint, fileIssue, readable, unreadable, type Complaint, type Read } from './complaint.js';

/** The text of a UTF-8 file, its byte order mark taken off; nothing else is changed. */
export const readText = async (world: World, file: string, limit: number): Promise<Read<string>> => {
  try {
    const bytes = await world.files.size(file);
    if (bytes > limit) return unreadable(complaint(file, fileIssue('too_large', { bytes, limit })));
    return decode(file, await world.files.read(file));
  } catch (error) {
    return unreadable(unopened(file, error));
  }
};

/** The complaint about a file that the system would not open. */
export const unopened = (file: string, error: unknown): Complaint => {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === undefined) throw error;
  return complaint(file, code === 'ENOENT' ? fileIssue('not_found', undefined) : fileIssue('not_readable', { reason: reasonOf(code) }));
};

/** What the system's refusal means, in words. */
export const reasonOf = (code: unknown): string => {
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EEXIST' || code === 'ENOTDIR') return 'it is a file, or lies in one, and a folder is needed';
  if (code === 'EACCES' || code === 'EPERM') return 'permission denied';
  if (code === 'EROFS') return 'the disk is read-only';
  if (code === 'ENOSPC') return 'the disk is full';
  return String(code);
};

const decode = (file: string, bytes: Uint8Array): Read<string> => {
  if (isUtf8(bytes)) return readable(new TextDecoder('utf-8').decode(bytes));
  const wide = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
  const hint = wide ? ' but UTF-16; save it as UTF-8' : '; save it as UTF-8';
  return unreadable(complaint(file, fileIssue('not_utf8', { hint }), wide ? null : firstBadLine(bytes)));
};

const firstBadLine = (bytes: Uint8Array): number => {
  for (let line = 1, from = 0; ; line += 1) {
    const end = bytes.indexOf(0x0a, from);
    if (end === -1 || !isUtf8(bytes.subarray(from, end))) return line;
    from = end + 1;
  }
};
