/**
 * Hostile Python, and what must come of it. An answer to an exercise in Python may have come to a
 * reader from somebody else.
 *
 * @module
 */

/** Code that ends the Python that it runs in, or spoils it, and what a reader is told; `timeout` in milliseconds. */
export const ENDS: { name: string; code: string; timeout?: number; told: RegExp }[] = [
  {
    name: 'a loop without end',
    code: 'while True: pass',
    timeout: 1000,
    told: /Stopped after 10 s: the snippet does not end\./,
  },
  {
    name: 'printing without end',
    code: "while True: print('x' * 1000)",
    told: /Printed more than 65536 bytes\./,
  },
  {
    name: 'an exit',
    code: 'import sys; sys.exit(3)',
    told: /Raises SystemExit: 3\./,
  },
  {
    name: 'the end of its process',
    code: 'import os; os._exit(3)',
    told: /Ends Python itself: Program terminated with exit\(3\)\./,
  },
  {
    name: 'a signal to itself',
    code: 'import os, signal; os.kill(os.getpid(), signal.SIGKILL)',
    told: /Ends Python itself: Program terminated with exit\(137\)\./,
  },
  {
    name: 'a crash',
    code: 'import os; os.abort()',
    told: /Ends Python itself: unreachable\./,
  },
  {
    name: 'recursion beyond the stack',
    code: 'import sys; sys.setrecursionlimit(10**9)\nf = lambda n: f(n + 1)\nf(0)',
    told: /Ends Python itself: Maximum call stack size exceeded\./,
  },
  {
    name: 'a change of what judges it',
    code: "import doctest, builtins\ndoctest.DocTestRunner.run = None\nbuiltins.print = None\nraise ValueError('mine')",
    told: /Raises ValueError: mine\./,
  },
];

/** Code that tries every way out that Python has in a page, and how many checks it has. @param port of a server on this computer */
export function reachingOut(port: number): { code: string; checks: number } {
  const attempts: [attempt: string, gives: string][] = [
    [`pyodide.http.open_url(canary)`, 'NameError'],
    [`pyodide.http.pyfetch(canary).send(None)`, 'NameError'],
    [`urllib.request.urlopen(canary)`, 'URLError'],
    [`socket.create_connection(('localhost', ${port}), 1).send(b'GET /canary')`, 'OSError'],
    [`subprocess.run(['ls'])`, 'OSError'],
    [`threading.Thread(target=print).start()`, 'RuntimeError'],
    [`run_js('1 + 1')`, 'ImportError'],
    [`js.Object.constructor.new('return globalThis')()`, 'JsException'],
    [`js.setTimeout('1', 1)`, 'JsException'],
    [`pyodide_js.loadPackage(canary)`, 'PyodideFuture'],
    [`pyodide_js.runPython('open("/etc/passwd")')`, 'FileNotFoundError'],
    [`open('/etc/passwd')`, 'FileNotFoundError'],
  ];
  const names =
    'fetch XMLHttpRequest WebSocket importScripts postMessage self globalThis location indexedDB navigator caches document';
  const code = [
    '>>> import js, pyodide_js, pyodide.http, socket, subprocess, threading, urllib.request',
    '>>> from pyodide.code import run_js',
    `>>> canary = 'http://localhost:${port}/canary'`,
    '>>> def tried(attempt):',
    '...     try:',
    '...         return type(attempt()).__name__',
    '...     except BaseException as error:',
    '...         return type(error).__name__',
    `>>> [name for name in '${names}'.split() if hasattr(js, name)]`,
    '[]',
    ...attempts.flatMap(([attempt, gives]) => [`>>> tried(lambda: ${attempt})`, `'${gives}'`]),
  ].join('\n');
  return { code, checks: attempts.length + 1 };
}
