/**
 * What a server does with an application: prepare the environ, call, send what comes back, and
 * keep the connection's promises when something goes wrong.
 *
 * @module
 */

import {
  AssertionError,
  AttributeError,
  BrokenPipeError,
  ConnectionAbortedError,
  ConnectionResetError,
  NotImplementedError,
} from '../builtins.ts';
import { latin1Encode, utf8Encode } from '../codecs.ts';
import { type ExcInfo, sysExcInfo } from '../sys.ts';
import { time, type Clock } from '../time.ts';
import { formatException } from '../traceback.ts';
import { closeResult, openResult, resultLength } from './application-result.ts';
import { createEnviron, requireKey, setDefault } from './environ.ts';
import { formatDateTime } from './format-date-time.ts';
import { Headers } from './headers.ts';
import { readEnviron } from './read-environ.ts';
import type {
  ApplicationResult,
  Environ,
  ErrorStream,
  FileWrapperClass,
  Header,
  InputStream,
  PartialEnviron,
  StartResponse,
  Write,
  WSGIApplication,
} from './types.ts';
import { checkHeaders, checkStatus } from './start-response-checks.ts';
import { FileWrapper, guessScheme } from './util.ts';

/** Whether an error says that the client has gone. */
function isDisconnect(error: unknown): boolean {
  return (
    error instanceof ConnectionAbortedError ||
    error instanceof BrokenPipeError ||
    error instanceof ConnectionResetError
  );
}

/**
 * Runs one request after another through an application. Subclasses say where bytes come
 * from and go to. @models wsgiref.handlers:BaseHandler
 */
export class BaseHandler {
  wsgiVersion: readonly [number, number] = Object.freeze([1, 0] as const);
  wsgiMultithread = true;
  wsgiMultiprocess = true;
  wsgiRunOnce = false;

  /** Whether the client itself reads what is sent; a gateway's server reads `Status:` instead. */
  originServer = true;
  /** The version in the status line. */
  httpVersion = '1.0';
  /** The `Server` header, or `null` for none. */
  serverSoftware: string | null = null;
  /** What every environ begins with: the process's variables when the handler was made. */
  osEnviron: PartialEnviron = readEnviron();
  /** The clock of the `Date` header, in seconds since 1970. */
  clock: Clock = time;

  /** `null` leaves `wsgi.file_wrapper` out. */
  wsgiFileWrapper: FileWrapperClass | null = FileWrapper;
  /** What `startResponse` keeps headers in. */
  headersClass: new (headers: Header[]) => Headers = Headers;

  /** How many frames of each error are logged; `null` for all. */
  tracebackLimit: number | null = null;
  errorStatus = '500 Internal Server Error';
  errorHeaders: readonly Header[] = [['Content-Type', 'text/plain']];
  errorBody: Uint8Array = utf8Encode('A server error occurred.  Please contact the administrator.');

  /** The state of the request being answered; `close()` resets it. */
  status: string | null = null;
  result: unknown = null;
  headers: Headers | null = null;
  environ: PartialEnviron | null = null;
  headersSent = false;
  /** Bytes of the body so far. */
  bytesSent = 0;
  #iterator: Iterator<unknown> | null = null;

  /**
   * Answers one request. An error that says the client has gone is dropped; any other is
   * logged and answered. @throws what goes wrong while an error is handled.
   * @models wsgiref.handlers:BaseHandler.run
   */
  run(application: WSGIApplication): void {
    try {
      this.callApplication(application);
      this.finishResponse();
    } catch (error) {
      this.recover(error);
    }
  }

  /** Prepares the environ and calls the application. */
  protected callApplication(application: WSGIApplication): void {
    this.setupEnviron();
    const startResponse: StartResponse = (...call) => this.startResponse(...call);
    this.result = application(this.environ as Environ, startResponse);
  }

  /** Does what `run()` does when something was thrown. @throws what goes wrong meanwhile. */
  protected recover(error: unknown): void {
    if (isDisconnect(error)) return;
    try {
      this.handleError(error);
    } catch (second) {
      this.close();
      throw second;
    }
  }

  /** Makes the environ of one request, later sources winning. @models wsgiref.handlers:BaseHandler.setup_environ */
  setupEnviron(): void {
    const environ = createEnviron(this.osEnviron);
    this.environ = environ;
    this.addCgiVars();

    environ['wsgi.input'] = this.getStdin();
    environ['wsgi.errors'] = this.getStderr();
    environ['wsgi.version'] = this.wsgiVersion;
    environ['wsgi.run_once'] = this.wsgiRunOnce;
    environ['wsgi.url_scheme'] = this.getScheme();
    environ['wsgi.multithread'] = this.wsgiMultithread;
    environ['wsgi.multiprocess'] = this.wsgiMultiprocess;

    if (this.wsgiFileWrapper !== null) environ['wsgi.file_wrapper'] = this.wsgiFileWrapper;
    if (this.originServer && this.serverSoftware) {
      setDefault(environ, 'SERVER_SOFTWARE', this.serverSoftware);
    }
  }

  /** Sends the whole result and closes. @models wsgiref.handlers:BaseHandler.finish_response */
  finishResponse(): void {
    const sending = this.sendResult();
    while (sending.next().done !== true);
  }

  /**
   * Sends the result, pausing after every block, so that a server may wait until the client
   * has taken it. When something throws, the result is closed and the rest of the state kept.
   */
  protected *sendResult(): Generator<void, void, undefined> {
    try {
      if (!this.resultIsFile() || !this.sendfile()) {
        this.#iterator = openResult(this.result);
        for (let step = this.#next(); step.done !== true; step = this.#next()) {
          this.write(step.value as Uint8Array);
          yield;
        }
        this.finishContent();
      }
    } catch (error) {
      this.#closeResult();
      throw error;
    }
    this.close();
  }

  /** `http` or `https`. @models wsgiref.handlers:BaseHandler.get_scheme */
  getScheme(): string {
    return guessScheme(this.environ ?? {});
  }

  /** Adds a length where the result is a single block, which is at hand. @models wsgiref.handlers:BaseHandler.set_content_length */
  setContentLength(): void {
    if (resultLength(this.result) === 1) {
      this.headers?.set('Content-Length', String(this.bytesSent));
    }
  }

  /** The last change to the headers before they are sent. @models wsgiref.handlers:BaseHandler.cleanup_headers */
  cleanupHeaders(): void {
    if (this.headers?.has('Content-Length') === false) this.setContentLength();
  }

  /**
   * Stores status and headers until the first block is sent. With `excInfo` they replace
   * earlier ones. @throws {AssertionError} for a second call without `excInfo`, or a status or
   * header that may not be; with `excInfo`, its error when headers are out already.
   * @models wsgiref.handlers:BaseHandler.start_response
   */
  startResponse(status: string, headers: Header[], excInfo: ExcInfo | null = null): Write {
    if (excInfo !== null) {
      if (this.headersSent) throw excInfo[1];
    } else if (this.headers !== null) {
      throw new AssertionError('Headers already set!');
    }

    this.status = status;
    this.headers = new this.headersClass(headers);
    checkStatus(status);
    checkHeaders(headers);
    return (data) => this.write(data);
  }

  /** Sends the status line, `Date` and `Server`, or a gateway's `Status`. @models wsgiref.handlers:BaseHandler.send_preamble */
  sendPreamble(): void {
    if (!this.originServer) {
      this._write(latin1Encode(`Status: ${this.status}\r\n`));
      return;
    }
    if (!this.clientIsModern()) return;
    this._write(latin1Encode(`HTTP/${this.httpVersion} ${this.status}\r\n`));
    if (this.headers?.has('Date') !== true) {
      this._write(latin1Encode(`Date: ${formatDateTime(this.clock())}\r\n`));
    }
    if (this.serverSoftware && this.headers?.has('Server') !== true) {
      this._write(latin1Encode(`Server: ${this.serverSoftware}\r\n`));
    }
  }

  /**
   * Sends a block of the body, and the headers before the first.
   * @throws {AssertionError} for what is not bytes, or before `startResponse`.
   * @models wsgiref.handlers:BaseHandler.write
   */
  write(data: Uint8Array): void {
    if (!(data instanceof Uint8Array)) {
      throw new AssertionError('write() argument must be a bytes instance');
    }
    if (!this.status) throw new AssertionError('write() before start_response()');

    this.bytesSent += data.length;
    if (!this.headersSent) this.sendHeaders();
    this._write(data);
    this._flush();
  }

  /** Sends a file the platform's own way and says whether it did; here it never does. @models wsgiref.handlers:BaseHandler.sendfile */
  sendfile(): boolean {
    return false;
  }

  /**
   * Sends the headers where no block did. @throws {AttributeError} where the application
   * never called `startResponse`. @models wsgiref.handlers:BaseHandler.finish_content
   */
  finishContent(): void {
    if (this.headersSent) return;
    if (this.headers === null) {
      throw new AttributeError("'NoneType' object has no attribute 'setdefault'");
    }
    this.headers.setdefault('Content-Length', '0');
    this.sendHeaders();
  }

  /** Closes the result and forgets the request. @models wsgiref.handlers:BaseHandler.close */
  close(): void {
    try {
      this.#closeResult();
    } finally {
      this.#iterator = null;
      this.result = null;
      this.headers = null;
      this.status = null;
      this.environ = null;
      this.bytesSent = 0;
      this.headersSent = false;
    }
  }

  /** Sends the headers; an HTTP/0.9 client gets none. @models wsgiref.handlers:BaseHandler.send_headers */
  sendHeaders(): void {
    this.cleanupHeaders();
    this.headersSent = true;
    if (this.originServer && !this.clientIsModern()) return;
    this.sendPreamble();
    if (this.headers !== null) this._write(this.headers.toBytes());
  }

  /** Whether the result was made by `wsgi.file_wrapper`. @models wsgiref.handlers:BaseHandler.result_is_file */
  resultIsFile(): boolean {
    return this.wsgiFileWrapper !== null && this.result instanceof this.wsgiFileWrapper;
  }

  /**
   * Whether the client understands headers. @throws {KeyError} without `SERVER_PROTOCOL`; a
   * `TypeError` once closed, when there is no environ. @models wsgiref.handlers:BaseHandler.client_is_modern
   */
  clientIsModern(): boolean {
    if (this.environ === null) throw new TypeError("'NoneType' object is not subscriptable");
    return requireKey(this.environ, 'SERVER_PROTOCOL').toUpperCase() !== 'HTTP/0.9';
  }

  /** Writes a traceback to the error stream. @models wsgiref.handlers:BaseHandler.log_exception */
  logException(excInfo: ExcInfo): void {
    const stderr = this.getStderr();
    stderr.write(formatException(excInfo[1], this.tracebackLimit));
    stderr.flush();
  }

  /** Logs an error, and answers with the error page if nothing was sent yet. @models wsgiref.handlers:BaseHandler.handle_error */
  handleError(error: unknown): void {
    const excInfo = sysExcInfo(error);
    this.logException(excInfo);
    if (this.headersSent) return;
    const startResponse: StartResponse = (...call) => this.startResponse(...call);
    this.result = this.errorOutput(this.environ as Environ, startResponse, excInfo);
    this.finishResponse();
  }

  /**
   * The application that answers when the real one failed; it is also told of the error.
   * @models wsgiref.handlers:BaseHandler.error_output
   */
  errorOutput(
    _environ: Environ,
    startResponse: StartResponse,
    excInfo: ExcInfo,
  ): ApplicationResult {
    startResponse(this.errorStatus, [...this.errorHeaders], excInfo);
    return [this.errorBody];
  }

  /** Takes bytes for the client. @models wsgiref.handlers:BaseHandler._write */
  _write(_data: Uint8Array): void {
    throw new NotImplementedError();
  }

  /** Sees to it that the bytes taken so far are on their way. @models wsgiref.handlers:BaseHandler._flush */
  _flush(): void {
    throw new NotImplementedError();
  }

  /** The stream for `wsgi.input`. @models wsgiref.handlers:BaseHandler.get_stdin */
  getStdin(): InputStream {
    throw new NotImplementedError();
  }

  /** The stream for `wsgi.errors`. @models wsgiref.handlers:BaseHandler.get_stderr */
  getStderr(): ErrorStream {
    throw new NotImplementedError();
  }

  /** Puts the request's CGI variables into the environ. @models wsgiref.handlers:BaseHandler.add_cgi_vars */
  addCgiVars(): void {
    throw new NotImplementedError();
  }

  #next(): IteratorResult<unknown> {
    return (this.#iterator as Iterator<unknown>).next();
  }

  #closeResult(): void {
    closeResult(this.result, this.#iterator);
  }
}
