import { describe, expect, it } from 'vitest';
import { draftOfForm } from '../../../../site/workshop/playground/rendered/form-draft.ts';
import type { FilledForm } from '../../../../site/workshop/playground/rendered/messages.ts';
import { readFormMessage } from '../../../../site/workshop/playground/rendered/read-message.ts';

const form: FilledForm = {
  type: 'submit',
  method: 'POST',
  action: '',
  encoding: '',
  fields: [
    ['name', 'Ann & Bob'],
    ['note', 'ä'],
  ],
};

describe('a form on a drawn page', () => {
  it('is sent as a browser sends it', async () => {
    expect(await draftOfForm(form, '/guests/?page=2')).toEqual({
      method: 'POST',
      path: '/guests/?page=2',
      headers: 'Content-Type: application/x-www-form-urlencoded',
      body: 'name=Ann+%26+Bob&note=%C3%A4',
    });
    const asked = await draftOfForm({ ...form, method: 'GET', action: '?old' }, '/find/');
    expect(asked).toMatchObject({ method: 'GET', path: '/find/?name=Ann+%26+Bob&note=%C3%A4' });
    expect(await draftOfForm({ ...form, action: 'https://other.test/' }, '/')).toBeUndefined();
  });

  it('is sent in parts where it asks for it, with its files', async () => {
    const file = new File(['text'], 'my "notes".txt', { type: 'text/plain' });
    const encoding = 'multipart/form-data';
    const draft = await draftOfForm({ ...form, encoding, fields: [['up', file]] }, '/');
    const [, boundary = ''] = /boundary=(.+)$/.exec(draft?.headers ?? '') ?? [];
    expect(draft?.body.split('\r\n')).toEqual([
      `--${boundary}`,
      'Content-Disposition: form-data; name="up"; filename="my %22notes%22.txt"',
      'Content-Type: text/plain',
      '',
      'text',
      `--${boundary}--`,
      '',
    ]);
  });

  it('is believed only as far as it has the shape of one', () => {
    expect(readFormMessage(form)).toEqual(form);
    expect(readFormMessage({ type: 'submit' })).toBeUndefined();
    expect(readFormMessage(null)).toBeUndefined();
    expect(readFormMessage({ type: 'drawn', title: 3, height: 'x' })).toEqual({
      type: 'drawn',
      title: '',
      height: 0,
    });
    expect(readFormMessage({ ...form, fields: [['a', 1], 'b'] })).toMatchObject({
      fields: [
        ['a', ''],
        ['', ''],
      ],
    });
  });
});
