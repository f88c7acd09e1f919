import { EventEmitter } from 'node:events';
import { beforeEach, expect, test } from 'vitest';
import type { ParsedRequest } from '#runtime/http/server';
import { IncomingConnection } from '#runtime/wsgiref/incoming-connection';

class FakeSocket extends EventEmitter {
  destroyed = false;
  readonly writableLength = 0;
  ending = false;

  write(): boolean {
    return true;
  }

  destroy(): void {
    this.destroyed = true;
  }

  destroySoon(): void {
    this.ending = true;
  }
}

const request = (path: string) => ({ path }) as ParsedRequest;

let socket: FakeSocket;
let connection: IncomingConnection;

beforeEach(() => {
  socket = new FakeSocket();
  connection = new IncomingConnection(socket);
});

test('requests come in the order in which they began to arrive, each when it is whole', async () => {
  const first = Promise.withResolvers<ParsedRequest>();
  connection.add(first.promise);
  connection.add(Promise.resolve(request('/2')));
  const taken = connection.next();
  first.resolve(request('/1'));
  expect([(await taken)?.path, (await connection.next())?.path]).toEqual(['/1', '/2']);
});

test('whoever waits gets the request that comes next', async () => {
  const taken = connection.next();
  connection.add(Promise.resolve(request('/late')));
  expect((await taken)?.path).toBe('/late');
});

test.each(['end', 'close'])(
  'a client that is gone (%s) has what it sent before answered',
  async (event) => {
    connection.add(Promise.resolve(request('/before')));
    socket.emit(event);
    expect([(await connection.next())?.path, await connection.next()]).toEqual(['/before', null]);
  },
);

test('a client that goes while somebody waits ends the waiting', async () => {
  const taken = connection.next();
  socket.emit('close');
  expect(await taken).toBeNull();
});

test('a broken socket is dropped, a finished one is closed once all is sent', async () => {
  socket.emit('error');
  expect(socket.destroyed).toBe(true);
  await connection.finish();
  expect(socket.ending).toBe(true);
});
