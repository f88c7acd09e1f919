/**
 * The playground, open: files on one side, the client on the other.
 *
 * @module
 */

import { programNamed, sandboxFor } from '../../sandbox/programs.ts';
import { Client, type Exchange } from '../client.ts';
import { CookieJar } from '../cookie-jar.ts';
import { addressOf, DraftError, EMPTY, followed, type Draft } from '../draft.ts';
import { Keeper } from '../keeper.ts';
import type { Preset } from '../presets.ts';
import { draftOfForm } from '../rendered/form-draft.ts';
import type { ProjectPlace } from '../served.ts';
import type { ProjectStore, Saved } from '../store.ts';
import { Workspace } from '../workspace.ts';
import { showAnswer } from './answer-view.ts';
import { CookieView } from './cookie-view.ts';
import { DraftForm } from './draft-form.ts';
import { FileView } from './file-view.ts';
import { HistoryView } from './history-view.ts';
import { find } from './make.ts';
import { announce } from './words.ts';

/** The open playground. */
export class Bench {
  readonly workspace = new Workspace();
  readonly #root: HTMLElement;
  readonly #jar = new CookieJar();
  readonly #client: Client;
  readonly #files: FileView;
  readonly #form: DraftForm;
  readonly #cookies: CookieView;
  readonly #history: HistoryView;
  readonly #keeper: Keeper;
  readonly #name: HTMLInputElement;
  #isOpen = false;
  #isSending = false;

  constructor(root: HTMLElement, store: ProjectStore) {
    this.#root = root;
    const send = (): void => void this.send();
    this.#client = new Client(openServer, this.#jar, Date.now);
    this.#keeper = new Keeper(
      store,
      () => (this.#isOpen ? this.saved : undefined),
      (words, kept) => this.#showKept(words, kept !== 'kept'),
    );
    const change = (): void => this.#keeper.soon();
    this.#files = new FileView(root, this.workspace, send);
    this.#form = new DraftForm(root, { send, change });
    this.#cookies = new CookieView(root, this.#jar, change);
    this.#history = new HistoryView(root, (exchange) => {
      this.#form.draft = exchange.draft;
      this.#show(exchange);
      find(root, '.status').textContent = announce(exchange);
    });
    this.#name = find(root, '[name="project"]');
    this.#name.addEventListener('input', () => this.workspace.rename(this.#name.value));
    this.workspace.listen(change);
    addEventListener('pagehide', () => this.#keeper.keep());
    addEventListener('beforeunload', (event) => {
      if (this.#keeper.losing(this.workspace.touched)) event.preventDefault();
    });
  }

  /** All that is to be kept. */
  get saved(): Saved {
    const { project, touched } = this.workspace;
    return { project, touched, draft: this.#form.draft, cookies: this.#jar.all(Date.now()) };
  }

  /** Puts a project here, in the place of what there was; the server and the client begin anew. */
  put({ project, touched, draft, cookies }: Saved, requests: readonly Draft[] = []): void {
    this.#client.stop();
    this.#files.forget();
    this.#jar.clear();
    for (const cookie of cookies) this.#jar.add(cookie);
    this.#isOpen = true;
    this.#root.hidden = false;
    this.workspace.replace(project, touched);
    this.#name.value = project.name;
    this.#form.draft = draft;
    this.#form.fault = '';
    this.#form.suggest(requests);
    this.#cookies.show();
    this.#history.clear();
    find(this.#root, '.answer').replaceChildren();
    this.#keeper.keep();
    void sandboxFor('playground')
      .warm(programNamed('playground'))
      .catch(() => {});
  }

  /** Puts a preset here. */
  putPreset({ project, requests }: Preset): void {
    const [draft = EMPTY] = requests;
    this.put({ project, touched: false, draft, cookies: [] }, requests);
  }

  /** Sends what stands in the form, unless something is on its way. */
  async send(): Promise<void> {
    if (this.#isSending) return;
    const status = find(this.#root, '.status');
    const { draft } = this.#form;
    try {
      this.#isSending = true;
      this.#form.fault = '';
      status.textContent = 'Sending…';
      const exchange = await this.#client.send(this.workspace.project.files, draft);
      this.#history.add(exchange);
      this.#cookies.show();
      this.#keeper.soon();
      this.#show(exchange);
      status.textContent = announce(exchange);
    } catch (error) {
      status.textContent = '';
      if (!(error instanceof DraftError)) throw error;
      this.#form.fault = error.message;
    } finally {
      this.#isSending = false;
    }
  }

  #show(exchange: Exchange): void {
    this.#files.clearMarks();
    const from = exchange.draft.path;
    showAnswer(find(this.#root, '.answer'), exchange, {
      open: (place, message) => this.#open(place, message),
      redirect: (status, location) =>
        this.#go(followed(exchange.draft, status, location), location),
      follow: (address) => {
        const path = addressOf(address, from);
        this.#go(path === undefined ? undefined : { ...EMPTY, path }, address);
      },
      submit: async (form) => this.#go(await draftOfForm(form, from), form.action),
    });
  }

  #open({ path, line }: ProjectPlace, message: string): void {
    this.#files.goTo(path, { line, kind: 'error', message });
  }

  #go(draft: Draft | undefined, address: string): void {
    if (!draft) {
      this.#form.fault = `${address} leads out of the project: the client visits localhost:8000 only.`;
      return;
    }
    this.#form.draft = draft;
    void this.send();
  }

  #showKept(words: string, isLosing: boolean): void {
    const kept = find(this.#root, '.kept');
    if (kept.textContent !== words) kept.textContent = words;
    kept.classList.toggle('losing', isLosing);
  }
}

async function openServer() {
  const sandbox = sandboxFor('playground');
  const session = await sandbox.open(programNamed('playground'));
  void sandbox.warm(programNamed('playground')).catch(() => {});
  return session;
}
