import { comparedSubject } from '../../workshop/python/build/subject.ts';
import type { SubjectFile } from '../../workshop/beside/compared.ts';

/** `/workshop/compared.json`: the functions whose calls are set beside those of real Django. */
export const GET = (): Response => {
  const { functions, methods, classes, closed } = comparedSubject();
  const sorted = (names: ReadonlySet<string>): string[] => [...names].toSorted();
  return Response.json({
    functions: sorted(functions),
    methods: sorted(methods),
    classes: sorted(classes),
    closed: sorted(closed),
  } satisfies SubjectFile);
};
