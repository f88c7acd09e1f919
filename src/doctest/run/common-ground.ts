/**
 * What jobs in one thread have in common: the objects that JavaScript and Node bring along, and
 * what goes on in the thread. A job that changes any of it must be the thread's last.
 *
 * @module
 */

/** What printing goes through; the harness of each job sets it anew. */
const SET_ANEW = new Set<unknown>([console, process.stdout, process.stderr]);

/** Remembers how things are, to tell later whether they still are. */
export class CommonGround {
  readonly #objects: Map<object, Map<PropertyKey, unknown[]>>;
  readonly #process: string;
  #isUnref = false;

  constructor() {
    this.#watchUnref();
    this.#objects = new Map(listObjects().map((object) => [object, propertiesOf(object)]));
    this.#process = describeProcess();
  }

  /** Whether all is as it was, and nothing is going on. */
  isUntouched(): boolean {
    const busy = process
      .getActiveResourcesInfo()
      .filter((name) => !/^(MessagePort|Immediate)$/.test(name));
    if (this.#isUnref || busy.length > 0 || describeProcess() !== this.#process) return false;
    return [...this.#objects].every(([object, before]) => isSame(before, propertiesOf(object)));
  }

  /** A timer that does not keep a thread alive is not seen among what goes on. */
  #watchUnref(): void {
    const timer = setTimeout(() => {}, 0);
    const immediate = setImmediate(() => {});
    for (const timed of [timer, immediate]) {
      const kind = Object.getPrototypeOf(timed) as { unref: () => object };
      const { unref } = kind;
      const note = (): void => void (this.#isUnref = true);
      kind.unref = function (this: object) {
        note();
        return Reflect.apply(unref, this, []) as object;
      };
    }
    clearTimeout(timer);
    clearImmediate(immediate);
  }
}

/** The global object, all that hangs from it by name, and prototypes of those. */
function listObjects(): object[] {
  const found = new Set<object>([globalThis, process]);
  const named = Object.values(Object.getOwnPropertyDescriptors(globalThis));
  const unnamed: unknown[] = [
    Uint8Array,
    function* () {},
    async () => {},
    [].values(),
    new Map().keys(),
  ];
  for (const value of [
    ...named.map((property): unknown => property.value),
    ...unnamed.map((object): unknown => Object.getPrototypeOf(object)),
  ]) {
    if (!isObject(value) || SET_ANEW.has(value)) continue;
    found.add(value);
    const { prototype } = value as { prototype?: unknown };
    if (isObject(prototype)) found.add(prototype);
  }
  return [...found];
}

function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** What each property is; those whose value is read by a function are not read. */
function propertiesOf(object: object): Map<PropertyKey, unknown[]> {
  const properties = new Map<PropertyKey, unknown[]>();
  for (const key of Reflect.ownKeys(object)) {
    const found = Reflect.getOwnPropertyDescriptor(object, key);
    if (found) properties.set(key, [found.value, found.get, found.set, found.writable]);
  }
  properties.set('[[Prototype]]', [Object.getPrototypeOf(object)]);
  return properties;
}

function isSame(before: Map<PropertyKey, unknown[]>, now: Map<PropertyKey, unknown[]>): boolean {
  if (before.size !== now.size) return false;
  for (const [key, values] of now) {
    const known = before.get(key);
    if (!known || !values.every((value, index) => Object.is(value, known[index]))) return false;
  }
  return true;
}

function describeProcess(): string {
  const listeners = process.eventNames().map((name) => [String(name), process.listenerCount(name)]);
  return JSON.stringify([process.env, process.cwd(), process.exitCode ?? null, listeners]);
}
