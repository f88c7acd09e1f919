/** Something for a chapter to show. */
export class Greeter {
  /** Greets. */
  greet(name: string): string {
    return `hello ${name}`;
  }
}
