import { importsOf, roomOf, type Import, type Source } from './sources.js';

/** The floors of the house, from the ground up. Rooms on one floor do not know each other. */
export const FLOORS: readonly (readonly string[])[] = [
  ['kernel'],
  ['vocabulary'],
  ['crm', 'lifecycle'],
  ['sla', 'metrics', 'icp', 'feedback'],
  ['pact'],
  ['warehouse', 'report'],
  [''],
];

const floorOf = (path: string): number => FLOORS.findIndex((rooms) => rooms.includes(roomOf(path)));

const isIndexAbove = ({ from, to }: Import): boolean => {
  const folder = to !== null && to.endsWith('/index.ts') ? to.slice(0, -'index.ts'.length) : null;
  return folder !== null && from !== to && from.startsWith(folder);
};

/** Every import that leads up, across a floor, to a folder's own index, or nowhere. Types count. */
export const layerBreaches = (sources: readonly Source[]): readonly string[] => {
  const known = new Set(sources.map(({ path }) => path));
  return sources.flatMap((source) => {
    if (floorOf(source.path) === -1) return [`${source.path} lies in a room that the house does not have`];
    return importsOf(source).flatMap((found) => {
      if (found.to === null) return [];
      if (!known.has(found.to)) return [`${found.place} imports ${found.specifier}, which is no file`];
      if (roomOf(found.to) === roomOf(found.from)) return isIndexAbove(found) ? [`${found.place} imports its own index`] : [];
      return floorOf(found.to) < floorOf(found.from) ? [] : [`${found.place} imports ${found.to}, which is not below it`];
    });
  });
};

/** Every import by which the program goes round the library's public names. */
export const backDoors = (sources: readonly Source[]): readonly string[] => {
  const known = new Set(sources.map(({ path }) => path));
  return sources.flatMap(importsOf).flatMap(({ place, specifier, to }) => (to === null || known.has(to) ? [] : [`${place} imports ${specifier}`]));
};

/** One way round every cycle of imports that remain at run time. */
export const importCycles = (sources: readonly Source[]): readonly string[] => {
  const next = new Map(sources.map((source) => [source.path, importsOf(source).flatMap(({ to, typeOnly }) => (to === null || typeOnly ? [] : [to]))]));
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]): void => {
    if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
    if (done.has(path) || trail.includes(path)) return;
    for (const to of next.get(path) ?? []) visit(to, [...trail, path]);
    done.add(path);
  };
  for (const { path } of sources) visit(path, []);
  return cycles;
};

/** Every file to which no entry leads, by any chain of imports. */
export const orphans = (sources: readonly Source[], entries: readonly string[]): readonly string[] => {
  const next = new Map(sources.map((source) => [source.path, importsOf(source).flatMap(({ to }) => to ?? [])]));
  const reached = new Set(entries);
  for (const path of reached) for (const to of next.get(path) ?? []) reached.add(to);
  return sources.map(({ path }) => path).filter((path) => !reached.has(path));
};

/** Which packages the library is made of, and the files that may name each. */
const PACKAGES: Readonly<Record<string, RegExp>> = {
  zod: /./,
  xstate: /^lifecycle\//,
  'ical.js': /^sla\/feeds\/icalendar\//,
  'decimal.js': /^kernel\/quotient\.ts$/,
  '@noble/hashes/sha2.js': /^kernel\/canonical\.ts$/,
  '@noble/hashes/utils.js': /^kernel\/canonical\.ts$/,
};

/** Every import of a package from a file that has no business with it. */
export const strangePackages = (sources: readonly Source[]): readonly string[] =>
  sources.flatMap(importsOf).flatMap(({ place, from, specifier, to }) =>
    to !== null || PACKAGES[specifier]?.test(from) === true ? [] : [`${place} imports ${specifier}`],
  );
