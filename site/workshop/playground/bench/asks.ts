/**
 * Questions to the reader, in the page's own dialog.
 *
 * @module
 */

import { find, make, makeButton } from './make.ts';

/** Asks whether something is to be done. */
export async function confirmed(question: string, yes: string, no: string): Promise<boolean> {
  return (await ask(question, yes, no)) !== undefined;
}

/**
 * Asks for a line of text until it can be used, or the reader has had enough.
 *
 * @param use throws where the text cannot be used; its message is shown
 */
export async function askFor(
  question: string,
  { yes, before, use }: { yes: string; before: string; use: (text: string) => void },
): Promise<void> {
  const input = make('input', '');
  input.value = before;
  input.autocomplete = 'off';
  input.spellcheck = false;
  input.setAttribute('autocapitalize', 'off');
  await ask(question, yes, 'Cancel', { input, use });
}

interface Field {
  input: HTMLInputElement;
  use: (text: string) => void;
}

function ask(
  question: string,
  yes: string,
  no: string,
  field?: Field,
): Promise<string | undefined> {
  const dialog = find<HTMLDialogElement>(document, 'dialog.asks');
  const form = make('form', '');
  form.method = 'dialog';
  const words = make(field ? 'label' : 'p', 'question', question);
  words.id = 'question';
  const fault = make('p', 'fault');
  fault.setAttribute('role', 'alert');
  const accept = make('button', 'strong', yes);
  const answers = make(
    'p',
    'answers',
    accept,
    ' ',
    makeButton(no, () => dialog.close()),
  );
  if (field) words.append(field.input);
  form.append(words, fault, answers);
  dialog.setAttribute('aria-labelledby', 'question');
  dialog.replaceChildren(form);
  const { promise, resolve } = Promise.withResolvers<string | undefined>();
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    try {
      field?.use(field.input.value.trim());
      resolve(field?.input.value ?? '');
      dialog.close();
    } catch (error) {
      fault.textContent = error instanceof Error ? error.message : String(error);
    }
  });
  dialog.addEventListener('close', () => resolve(undefined), { once: true });
  dialog.showModal();
  field?.input.select();
  return promise;
}
