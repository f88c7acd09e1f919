/**
 * What a mutation run found.
 *
 * @module
 */

/** A change that no check noticed. */
export interface Survivor {
  file: string;
  line: number;
  /** What was changed. */
  what: string;
}

/** Changes that could not be tried here, and why. */
export interface Untried {
  what: string;
  reason: string;
}

/** How many changes were made, and how many of them a check noticed. */
export interface MutationReport {
  mutants: number;
  killed: number;
  survivors: Survivor[];
  /** Absent where all could be tried. */
  untried?: Untried[];
}

/** A change to try, and how to find out whether it is noticed. */
export interface Mutant extends Survivor {
  isKilled: () => Promise<boolean>;
}

/** Tries mutants, `width` of them at a time. Survivors are listed by their places, whichever ended first. */
export async function tryMutants(mutants: Mutant[], width: number): Promise<MutationReport> {
  const queue = [...mutants.entries()];
  const survivors: [order: number, survivor: Survivor][] = [];
  const work = async (): Promise<void> => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [order, { file, line, what, isKilled }] = next;
      if (!(await isKilled())) survivors.push([order, { file, line, what }]);
    }
  };
  await Promise.all(Array.from({ length: width }, work));
  survivors.sort(
    ([order, left], [otherOrder, right]) =>
      left.file.localeCompare(right.file) || left.line - right.line || order - otherOrder,
  );
  return {
    mutants: mutants.length,
    killed: mutants.length - survivors.length,
    survivors: survivors.map(([, survivor]) => survivor),
  };
}
