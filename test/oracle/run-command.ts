/**
 * How the oracle's commands end.
 *
 * @module
 */

/**
 * Runs a command and sets the process's exit code to what it returns; 2 where it fails, after
 * one line about the reason (Pyodide's own report would print a megabyte of source).
 */
export async function runCommand(command: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await command();
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    console.error(text.trim().split('\n').at(-1));
    process.exitCode = 2;
  }
}
