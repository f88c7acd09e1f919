import { ValueError } from '#runtime/builtins';

const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Days of the week by their names; the view gets their numbers. */
export class DayConverter {
  readonly regex = '[a-z]+';

  toPython(text: string): number {
    const day = DAYS.indexOf(text);
    if (day < 0) throw new ValueError(`${text} is no day`);
    return day + 1;
  }

  toUrl(value: unknown): string {
    return DAYS[Number(value) - 1] ?? '';
  }
}
