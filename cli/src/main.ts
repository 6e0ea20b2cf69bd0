import { Command, CommanderError, Option } from 'commander';
import { TREND_LOOKS } from 'revpact/metrics';
import { terminalText } from 'revpact/report';
import { check } from './commands/check.js';
import { FAIL_ON, FORMATS, review, type ReviewArguments } from './commands/review.js';
import { target, type TargetArguments } from './commands/target.js';
import { EXIT, EXIT_HELP } from './exit.js';
import { VERSION } from './version.js';
import type { World } from './world.js';

/**
 * The program: arguments in, exit code out. It reads no clock and no environment; what it touches is in `world`.
 *
 * @param argv - Without the program's own name.
 */
export const main = async (argv: readonly string[], world: World): Promise<number> => {
  let code: number = EXIT.done;
  const program = new Command('revpact')
    .description('The agreement between marketing and sales, as code: check it, review what became of it, and say whom to call.')
    .version(VERSION, '--version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand(false)
    .addHelpText('after', `\nExample:\n  revpact check pact.json\n  revpact review --help\n\n${EXIT_HELP}`)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: world.stdout,
      writeErr: (text) => {
        world.stderr(text.split('\n').map(terminalText).join('\n'));
      },
      getOutHelpWidth: () => world.columns,
      getErrHelpWidth: () => world.columns,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    });

  program
    .command('check')
    .summary('read a pact and say everything that is wrong with it')
    .description('Read a pact, check its form and that its parts fit together, and print every issue with its place.')
    .argument('<pact...>', 'pact files, JSON')
    .addHelpText('after', `\nExample:\n  revpact check pact.json\n\n${EXIT_HELP}`)
    .action(async (files: string[]) => {
      code = await check(files, world);
    });

  program
    .command('review')
    .summary('judge a period by the pact: which promises were kept')
    .description('Judge a period by the pact: each clause kept, broken, at risk, unproven or excused, with the records that show it.')
    .addOption(new Option('--pact <file>', 'the pact, JSON; again for each further version (required)').argParser(collect))
    .addOption(new Option('--events <file>', 'what happened: CSV, TSV, Parquet, JSON or NDJSON; again for further files (required)').argParser(collect))
    .addOption(new Option('--mapping <file>', 'how rows become events, JSON, or "generic"; one for all files, or one for each --events in order').argParser(collect))
    .option('--accounts <file>', 'accounts: CSV, Parquet or JSON with the columns id, name, owner and any others')
    .option('--spend <file>', 'what was spent: columns id, from, to, amount, currency, and kind, channel, campaign')
    .option('--quotas <file>', 'what was planned: columns id, kind, from, to, and party, person, count or amount with currency, weekdays')
    .option('--rates <file>', 'what currencies are worth, for metrics that convert: columns from, to, since, rate')
    .option('--period <label>', '2026-Q2, 2026-H1, 2026-05, 2026-W14, 2026, 2026-04-01/2026-06-30, or FY2027-Q2 where the pact has fiscal years (required)')
    .option('--as-of <moment>', "the moment of judgement: a date (the end of that day in the pact's zone) or 2026-06-30T18:00:00+02:00 (required)")
    .option('--known-by <moment>', 'leave out what was recorded later; written as --as-of is')
    .option('--trend <periods>', 'show the scorecard over so many periods too, 2 to 36, this one the last')
    .addOption(new Option('--trend-look <look>', 'as of when each of them is looked at; equally_early where it is left out').choices([...TREND_LOOKS]))
    .addOption(new Option('--format <format>', 'what to print').choices([...FORMATS]).default('text'))
    .option('--out <dir>', 'also write review.md, review.json, findings.csv and rejected.csv there')
    .addOption(new Option('--fail-on <states>', `exit with 1 when a clause is in one of these states: ${FAIL_ON.join(', ')}`).argParser(collect))
    .option('--no-color', 'print no colours')
    .addHelpText(
      'after',
      `\nExample:
  revpact review --pact pact.json --events events.csv --accounts accounts.csv \\
    --period 2026-Q2 --as-of 2026-06-30 --out review/ --fail-on broken

Events: one row an event, with the columns id, type, at (ISO with offset), lead_id, party, kind
(human or automation), and others as the type needs them: stage, to, fields, class, reason,
channel, opportunity_id, amount, currency, … Unknown columns become attributes. An export with
other columns is read by a --mapping. docs/importing.md describes both.

${EXIT_HELP}`,
    )
    .action(async (options: ReviewArguments) => {
      code = await review(options, world);
    });

  program
    .command('target')
    .summary('score accounts by the pact: whom to call, whom not, and why')
    .description("Score accounts by the pact's target filter, and print whom to call, best first, and whom not, each with the reasons.")
    .option('--pact <file>', 'the pact, JSON (required)')
    .option('--accounts <file>', 'accounts: CSV, Parquet or JSON with the columns id, name, owner and any others; lists as a;b (required)')
    .option('--as-of <moment>', "the moment of judgement: a date (the end of that day in the pact's zone) or 2026-06-30T18:00:00+02:00 (required)")
    .option('--capacity <accounts>', 'how many accounts can be worked; all that reach a tier where it is left out')
    .option('--rows <accounts>', 'how many accounts a page names, on the list and off it; 50 where it is left out')
    .addOption(new Option('--format <format>', 'what to print').choices([...FORMATS]).default('text'))
    .option('--no-color', 'print no colours')
    .addHelpText('after', `\nExample:\n  revpact target --pact pact.json --accounts accounts.csv --as-of 2026-06-30 --capacity 200\n\n${EXIT_HELP}`)
    .action(async (options: TargetArguments) => {
      code = await target(options, world);
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.invalid;
    const story = error instanceof Error ? (error.stack ?? error.message) : String(error);
    world.stderr(`This is a bug in revpact ${VERSION}; please report it with the lines below\n`);
    world.stderr(`${story.split('\n').map(terminalText).join('\n')}\n`);
    return EXIT.bug;
  }
};

const collect = (value: string, before: readonly string[] | undefined): readonly string[] => [...(before ?? []), value];
