/**
 * The clock, injected: what asks for the time gets what it was given.
 *
 * @module
 */

import { environ } from './os.ts';
import { PerProcess } from './process.ts';

/** Tells the time in seconds since 1970, as Python's `time.time()` does. */
export type Clock = () => number;

const clock = new PerProcess<Clock>(() => () => Date.now() / 1000);

/** Seconds since 1970. @models time:time */
export function time(): number {
  return clock.value();
}

/** Puts another clock in place for the rest of this process. */
export function setClock(other: Clock): void {
  clock.value = other;
}

/** A moment as clocks on the wall show it. @models time:struct_time */
export interface LocalTime {
  year: number;
  /** From 1. */
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** From 0, which is Monday. */
  weekday: number;
  /** From 1. */
  yearDay: number;
  /** Of the zone, such as `CST`. */
  zoneName: string;
  /** In minutes east of Greenwich. */
  zoneOffset: number;
}

const formatIn = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat('en-US', {
    ...(zone ? { timeZone: zone } : {}),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
    timeZoneName: 'short',
  });

let lastFormat: { zone: string; format: Intl.DateTimeFormat } | null = null;

function universal(moment: Date): LocalTime {
  const midnight = Date.UTC(moment.getUTCFullYear(), 0, 1);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    second: moment.getUTCSeconds(),
    weekday: (moment.getUTCDay() + 6) % 7,
    yearDay: Math.floor((moment.getTime() - midnight) / 86_400_000) + 1,
    zoneName: 'UTC',
    zoneOffset: 0,
  };
}

/** Making one takes long, and a process stays in its zone. */
function formatOf(zone: string): Intl.DateTimeFormat {
  if (lastFormat?.zone !== zone || zone === '') lastFormat = { zone, format: formatIn(zone) };
  return lastFormat.format;
}

/** A moment, in seconds since 1970, in the zone of the variable `TZ`, or else in the system's. @models time:localtime */
export function localtime(seconds: number = time()): LocalTime {
  const moment = new Date(Math.floor(seconds) * 1000);
  const zone = environ()['TZ'] ?? '';
  if (zone === 'UTC') return universal(moment);
  const format = formatOf(zone);
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes) => Number(parts.get(type));
  const [year, month, day] = [number('year'), number('month'), number('day')];
  const [hour, minute, second] = [number('hour'), number('minute'), number('second')];
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return {
    year,
    month,
    day,
    hour,
    minute,
    second,
    weekday: (new Date(wall).getUTCDay() + 6) % 7,
    yearDay: Math.floor((wall - Date.UTC(year, 0, 1)) / 86_400_000) + 1,
    zoneName: parts.get('timeZoneName') ?? '',
    zoneOffset: Math.round((wall - moment.getTime()) / 60_000),
  };
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const DIRECTIVES: Readonly<Record<string, (moment: LocalTime) => string>> = {
  Y: ({ year }) => String(year),
  y: ({ year }) => digits(year % 100),
  m: ({ month }) => digits(month),
  d: ({ day }) => digits(day),
  H: ({ hour }) => digits(hour),
  I: ({ hour }) => digits(hour % 12 || 12),
  M: ({ minute }) => digits(minute),
  S: ({ second }) => digits(second),
  p: ({ hour }) => (hour < 12 ? 'AM' : 'PM'),
  a: ({ weekday }) => (WEEKDAYS[weekday] ?? '').slice(0, 3),
  A: ({ weekday }) => WEEKDAYS[weekday] ?? '',
  b: ({ month }) => (MONTHS[month - 1] ?? '').slice(0, 3),
  B: ({ month }) => MONTHS[month - 1] ?? '',
  j: ({ yearDay }) => digits(yearDay, 3),
  Z: ({ zoneName }) => zoneName,
  z: ({ zoneOffset }) => {
    const minutes = Math.abs(zoneOffset);
    const sign = zoneOffset < 0 ? '-' : '+';
    return sign + digits(Math.floor(minutes / 60)) + digits(minutes % 60);
  },
  '%': () => '%',
};

/** A moment in words; what is no directive stays. @models time:strftime */
export function strftime(format: string, moment: LocalTime = localtime()): string {
  return format.replaceAll(/%(.)/gsu, (whole, directive: string) => {
    const write = Object.hasOwn(DIRECTIVES, directive) ? DIRECTIVES[directive] : undefined;
    return write ? write(moment) : whole;
  });
}

function digits(value: number, width = 2): string {
  return String(value).padStart(width, '0');
}
