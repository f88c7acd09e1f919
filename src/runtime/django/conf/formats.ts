/**
 * How dates, times and numbers are read and written where a language does not say otherwise.
 *
 * @module
 */

const DATES = ['%Y-%m-%d', '%m/%d/%Y', '%m/%d/%y'];
const TIMES = ['%H:%M:%S', '%H:%M:%S.%f', '%H:%M'];

/** The settings of formats. */
export const formats = {
  DATE_FORMAT: 'N j, Y',
  DATETIME_FORMAT: 'N j, Y, P',
  TIME_FORMAT: 'P',
  YEAR_MONTH_FORMAT: 'F Y',
  MONTH_DAY_FORMAT: 'F j',
  SHORT_DATE_FORMAT: 'm/d/Y',
  SHORT_DATETIME_FORMAT: 'm/d/Y P',
  DATE_INPUT_FORMATS: [
    ...DATES,
    '%b %d %Y',
    '%b %d, %Y',
    '%d %b %Y',
    '%d %b, %Y',
    '%B %d %Y',
    '%B %d, %Y',
    '%d %B %Y',
    '%d %B, %Y',
  ],
  TIME_INPUT_FORMATS: TIMES,
  DATETIME_INPUT_FORMATS: DATES.flatMap((date) => [
    ...TIMES.map((time) => `${date} ${time}`),
    date,
  ]),
  FIRST_DAY_OF_WEEK: 0,
  DECIMAL_SEPARATOR: '.',
  USE_THOUSAND_SEPARATOR: false,
  NUMBER_GROUPING: 0,
  THOUSAND_SEPARATOR: ',',
} as const;
