/**
 * The form in which a reader sets up what is to be followed.
 *
 * @module
 */

import { markup, type Markup } from './markup.ts';
import {
  checkSetup,
  type ChosenLayer,
  DEFAULT_SETUP,
  OTHER_LAYERS,
  type Setup,
  SetupError,
  VIEWS,
} from './setup.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];

/** The form; it tells of each setup that a reader has made. */
export class SetupForm {
  readonly element: HTMLFormElement;
  #layers: ChosenLayer[] = [];
  readonly #chosen: (setup: Setup) => void;
  /** The path of the layer that is being dragged. */
  #dragged: string | undefined;

  constructor(chosen: (setup: Setup) => void) {
    this.#chosen = chosen;
    this.element = document.createElement('form');
    this.element.className = 'follow-setup';
    this.element.noValidate = true;
    this.element.setAttribute('aria-label', 'What to follow');
    this.element.innerHTML = drawForm().text;
    this.#listen();
    this.fill(DEFAULT_SETUP);
  }

  /** Shows a setup. */
  fill({ request, middleware, view }: Setup): void {
    const method = this.#field<HTMLSelectElement>('method');
    if (![...method.options].some(({ value }) => value === request.method))
      method.add(new Option(request.method));
    method.value = request.method;
    this.#field('path').value = request.path;
    this.#field('headers').value = request.headers
      .map(([name, value]) => `${name}: ${value}`)
      .join('\n');
    this.#field('body').value = request.body;
    this.#field('view').value = view;
    this.#layers = middleware.map((layer) => ({ ...layer }));
    this.#drawLayers();
    this.complain('');
  }

  /** Says what is wrong; nothing where `sentence` is empty. */
  complain(sentence: string): void {
    const place = this.element.querySelector<HTMLElement>('.setup-error');
    if (place) place.textContent = sentence;
  }

  #listen(): void {
    this.element.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#tell();
    });
    this.element.addEventListener('reset', (event) => {
      event.preventDefault();
      this.fill(DEFAULT_SETUP);
      this.#tell();
    });
    this.element.addEventListener('change', ({ target }) => {
      const { name, value, checked } = target as HTMLInputElement;
      if (name === 'layer') this.#layerNamed(value).on = checked;
      if (['layer', 'view', 'method'].includes(name)) this.#tell();
    });
    const list = this.#list();
    list.addEventListener('click', ({ target }) => {
      const { path, move } = (target as HTMLElement).closest('button')?.dataset ?? {};
      if (path !== undefined) this.#move(path, Number(move));
    });
    list.addEventListener('dragstart', (event) => this.#take(event));
    list.addEventListener('dragover', (event) => this.#drag(event));
    list.addEventListener('drop', (event) => this.#drop(event));
    list.addEventListener('dragend', () => this.#drop());
  }

  #take(event: DragEvent): void {
    const item = (event.target as HTMLElement).closest('li');
    this.#dragged = item?.dataset['path'];
    event.dataTransfer?.setData('text/plain', this.#dragged ?? '');
    item?.classList.add('dragged');
  }

  /** The item that is dragged has to stay in the page, or the browser ends the dragging. */
  #drag(event: DragEvent): void {
    const over = (event.target as HTMLElement).closest('li');
    const path = over?.dataset['path'];
    if (this.#dragged === undefined || !over || path === undefined) return;
    event.preventDefault();
    const by = this.#indexOf(path) - this.#indexOf(this.#dragged);
    if (by === 0) return;
    const item = this.#list().querySelector('.dragged');
    if (item) over[by > 0 ? 'after' : 'before'](item);
    this.#shift(this.#dragged, by);
  }

  #drop(event?: DragEvent): void {
    event?.preventDefault();
    if (this.#dragged === undefined) return;
    this.#dragged = undefined;
    this.#drawLayers();
    this.#tell();
  }

  /** Moves a layer and stays on its button. */
  #move(path: string, by: number): void {
    const to = this.#shift(path, by);
    if (to === undefined) return;
    this.#drawLayers();
    const moved = this.#list().querySelectorAll('li')[to];
    moved?.querySelector<HTMLElement>(`[data-move="${by}"]`)?.focus();
    this.#tell();
  }

  #shift(path: string, by: number): number | undefined {
    const from = this.#indexOf(path);
    const to = from + by;
    if (to < 0 || to >= this.#layers.length) return undefined;
    this.#layers.splice(to, 0, ...this.#layers.splice(from, 1));
    return to;
  }

  #tell(): void {
    try {
      const setup = checkSetup(this.#read());
      this.complain('');
      this.#chosen(setup);
    } catch (error) {
      if (!(error instanceof SetupError)) throw error;
      this.complain(error.message);
    }
  }

  #read(): unknown {
    const lines = this.#field('headers')
      .value.split('\n')
      .filter((line) => line.trim() !== '');
    const headers = lines.map((line) => {
      const [, name = line.trim(), value = ''] = /^([^:]*):\s*(.*)$/.exec(line.trim()) ?? [];
      return [name, value];
    });
    return {
      request: {
        method: this.#field('method').value,
        path: this.#field('path').value.trim(),
        headers,
        body: this.#field('body').value,
      },
      middleware: this.#layers,
      view: this.#field('view').value,
    };
  }

  #drawLayers(): void {
    this.#list().innerHTML =
      markup`${this.#layers.map((layer, index) => drawLayer(layer, index, this.#layers.length))}`.text;
  }

  #layerNamed(path: string): ChosenLayer {
    return this.#layers[this.#indexOf(path)] ?? { path, on: false };
  }

  #indexOf(path: string): number {
    return this.#layers.findIndex((layer) => layer.path === path);
  }

  #list(): HTMLElement {
    return this.element.querySelector('.setup-layers') as HTMLElement;
  }

  #field<Field extends HTMLElement = HTMLInputElement>(name: string): Field {
    return this.element.elements.namedItem(name) as unknown as Field;
  }
}

function drawForm(): Markup {
  return markup`<fieldset class="setup-request">
      <legend>The request</legend>
      <div class="setup-line">
        <label
          >Method
          <select name="method">
            ${METHODS.map((method) => markup`<option>${method}</option>`)}
          </select></label
        ><label class="setup-path"
          >Path
          <input
            name="path"
            type="text"
            autocomplete="off"
            autocapitalize="none"
            spellcheck="false"
        /></label>
      </div>
      <label
        >Headers, one a line
        <textarea name="headers" rows="3" spellcheck="false" autocomplete="off"></textarea></label
      ><label
        >Body
        <textarea name="body" rows="2" spellcheck="false" autocomplete="off"></textarea></label
      ><label
        >The view
        <select name="view">
          ${Object.entries(VIEWS).map(([name, does]) => markup`<option value="${name}">${does}</option>`)}
        </select></label
      >
      <p class="setup-error" role="alert"></p>
      <p class="setup-go">
        <button class="go" type="submit">Follow it</button> <button type="reset">Start over</button>
      </p>
    </fieldset>
    <fieldset class="setup-middleware">
      <legend>Middleware, outermost first</legend>
      <ol class="setup-layers"></ol>
    </fieldset>`;
}

function drawLayer({ path, on }: ChosenLayer, index: number, count: number): Markup {
  const name = path.slice(path.lastIndexOf('.') + 1);
  const does = (OTHER_LAYERS as Record<string, string>)[path];
  const mover = (by: number, word: string, sign: string, isOff: boolean): Markup =>
    markup`<button
      type="button"
      data-path="${path}"
      data-move="${by}"
      aria-label="Move ${name} ${word}"
      ${isOff && markup` aria-disabled="true"`}
    >
      ${sign}
    </button>`;
  return markup`<li
    draggable="true"
    data-path="${path}"
    class="${`${on ? 'on' : 'off'}`}"
  >
    <label
      ><input type="checkbox" name="layer" value="${path}" ${on && markup` checked`} />
      <span>${name}</span></label
    >${does && markup` <span class="does">${does}</span>`}<span class="movers"
      >${mover(-1, 'outwards', '↑', index === 0)}${mover(1, 'inwards', '↓', index === count - 1)}</span
    >
  </li>`;
}
