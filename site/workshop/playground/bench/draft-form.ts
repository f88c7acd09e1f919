/**
 * The form in which a request is written.
 *
 * @module
 */

import type { Draft } from '../draft.ts';
import { find, make, makeButton } from './make.ts';

const FIELDS = ['method', 'path', 'headers', 'body'] as const;

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** Reads and fills in the form. */
export class DraftForm {
  readonly #form: HTMLFormElement;
  readonly #fault: HTMLElement;
  readonly #suggestions: HTMLElement;
  readonly #send: () => void;

  constructor(root: HTMLElement, { send, change }: { send: () => void; change: () => void }) {
    this.#form = find(root, 'form.draft');
    this.#fault = find(this.#form, '.fault');
    this.#suggestions = find(root, '.suggestions');
    this.#send = send;
    this.#form.addEventListener('submit', (event) => {
      event.preventDefault();
      send();
    });
    this.#form.addEventListener('input', change);
    this.#form.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      send();
    });
  }

  /** What stands in it. */
  get draft(): Draft {
    const [method = '', path = '', headers = '', body = ''] = FIELDS.map(
      (name) => this.#field(name).value,
    );
    return { method, path, headers, body };
  }

  /** Fills it in. */
  set draft(draft: Draft) {
    for (const name of FIELDS) this.#field(name).value = draft[name];
    if (this.#field('method').value === '') this.#field('method').value = 'GET';
    const more = find<HTMLDetailsElement>(this.#form, 'details');
    more.open ||= draft.headers !== '' || draft.body !== '';
  }

  /** Shows why a draft cannot be sent, or nothing. */
  set fault(words: string) {
    this.#fault.textContent = words;
  }

  /** Offers requests that are good to begin with. */
  suggest(drafts: readonly Draft[]): void {
    const buttons = drafts.map((draft) =>
      makeButton(`${draft.method} ${draft.path}`, () => {
        this.draft = draft;
        this.#send();
      }),
    );
    this.#suggestions.hidden = buttons.length === 0;
    this.#suggestions.replaceChildren(make('span', '', 'Try'), ...buttons);
  }

  #field(name: (typeof FIELDS)[number]): Field {
    return find<Field>(this.#form, `[name="${name}"]`);
  }
}
