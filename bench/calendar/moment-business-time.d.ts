import 'moment';

/** The part of moment-business-time that is used here; the package brings no types of its own. */
declare module 'moment' {
  interface Moment {
    workingDiff(from: Moment, unit: 'milliseconds' | 'minutes'): number;
    addWorkingTime(amount: number, unit: 'minutes'): Moment;
  }
  interface LocaleSpecification {
    readonly workinghours?: readonly (readonly string[] | null)[];
    readonly holidays?: readonly string[];
  }
}
