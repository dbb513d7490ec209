import { minutesPerDay, stampOf } from './calendar.ts';

export interface TimeFault {
  readonly code: 'step-not-regular' | 'duplicate-time' | 'time-backwards' | 'time-gap' | 'daylight-saving';
  readonly line: number | null;
  readonly column: null;
  /** The time that was found, as yyyymmddHHMM, or the minutes between two lines. */
  readonly value: number | null;
  /** What was expected. */
  readonly min?: number;
  readonly max?: number;
}

/** What the times of the lines say. */
export interface Regular {
  /** Minutes from record to record; null where there is no regular step. */
  readonly step: 30 | 60 | null;
  /** Minutes since 1970-01-01 00:00. */
  readonly firstEnd: number;
  readonly faults: readonly TimeFault[];
}

/**
 * Checks that times follow one another by 30 or by 60 minutes, and names every line where they do not. An hour left
 * out or given twice at night is told apart: daylight saving time, where standard time is needed.
 * @param minutes time of each line; NaN where it could not be read, and reported elsewhere
 */
export function regularTimes(minutes: Float64Array, lineOf: Int32Array, means: 'start' | 'end'): Regular {
  const step = stepOf(minutes);
  if (step === null) {
    const value = minutes.length > 1 ? (minutes[1] ?? 0) - (minutes[0] ?? 0) : null;
    const fault = {
      line: null,
      column: null,
      value: Number.isFinite(value) ? value : null,
      min: 30,
      max: 60,
    };
    return { step, firstEnd: 0, faults: [{ code: 'step-not-regular', ...fault }] };
  }
  const faults: TimeFault[] = [];
  let before = Number.NaN;
  for (let i = 0; i < minutes.length; i++) {
    const moment = minutes[i] ?? Number.NaN;
    if (Number.isNaN(moment)) {
      before += step; // reported as a bad time; it counts as the one expected
      continue;
    }
    if (!Number.isNaN(before) && moment !== before + step)
      faults.push(faultAt(moment, before, step, lineOf[i] ?? 0));
    before = moment;
  }
  const firstEnd = (minutes[0] ?? 0) + (means === 'start' ? step : 0);
  return { step, firstEnd, faults };
}

/** The step that most lines have, if it is 30 or 60 minutes. */
function stepOf(minutes: Float64Array): 30 | 60 | null {
  let halves = 0;
  let hours = 0;
  for (let i = 1; i < minutes.length; i++) {
    const difference = (minutes[i] ?? 0) - (minutes[i - 1] ?? 0);
    if (difference === 30) halves++;
    if (difference === 60) hours++;
  }
  if (Math.max(halves, hours) * 2 < minutes.length - 1 || halves + hours === 0) return null;
  return halves >= hours ? 30 : 60;
}

function faultAt(moment: number, before: number, step: number, line: number): TimeFault {
  const jump = moment - before - step;
  const hour = (((before % minutesPerDay) + minutesPerDay) % minutesPerDay) / 60;
  const night = hour >= 0.5 && hour <= 4;
  const expected = stampOf(before + step);
  const common = { line, column: null, value: stampOf(moment), min: expected, max: expected };
  if (night && Math.abs(jump) === 60 && (step === 30 || jump > 0 || moment === before))
    return { code: 'daylight-saving', ...common };
  if (moment === before) return { code: 'duplicate-time', ...common };
  return { code: jump < 0 ? 'time-backwards' : 'time-gap', ...common };
}
