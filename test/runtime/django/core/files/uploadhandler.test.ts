import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { DiskTemporaryFile } from '#runtime/adapters/disk-temporary-files';
import { AttributeError, NotImplementedError } from '#runtime/builtins';
import { latin1Decode, latin1Encode } from '#runtime/codecs';
import { freshSettings } from '#runtime/django/conf';
import { SuspiciousFileOperation } from '#runtime/django/core/exceptions';
import { setTemporaryFiles } from '#runtime/django/core/files/temp';
import { type TemporaryUploadedFile, UploadedFile } from '#runtime/django/core/files/uploadedfile';
import { FileUploadHandler, StopUpload } from '#runtime/django/core/files/uploadhandler';
import type { WSGIRequest } from '#runtime/django/core/handlers/wsgi';
import { RequestFactory } from '#runtime/django/test/client';
import { BytesIO } from '#runtime/io';

const TEMPORARY = 'django.core.files.uploadhandler.TemporaryFileUploadHandler';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'uploads-'));
  freshSettings({ FILE_UPLOAD_HANDLERS: [TEMPORARY], FILE_UPLOAD_TEMP_DIR: folder });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function posted(content: string): WSGIRequest {
  const body = latin1Encode(
    `--B\r\nContent-Disposition: form-data; name="f"; filename="a.txt"\r\n\r\n${content}\r\n--B--\r\n`,
  );
  return new RequestFactory().generic('POST', '/', body, {
    contentType: 'multipart/form-data; boundary=B',
  });
}

describe('a big upload', () => {
  it('is in memory where nobody said that there is a disk', () => {
    const request = posted('no disk');
    const file = request.FILES.get('f') as TemporaryUploadedFile;
    expect(file.temporaryFilePath()).toBe(`${folder}/tmp1.upload.txt`);
    expect(readdirSync(folder)).toEqual([]);
    expect(Array.from(file.chunks(4), latin1Decode)).toEqual(['no d', 'isk']);
  });

  it('lies on the disk until the request is closed', () => {
    setTemporaryFiles((suffix, where) => new DiskTemporaryFile(suffix, where));
    const request = posted('on disk');
    const file = request.FILES.get('f') as TemporaryUploadedFile;
    const path = file.temporaryFilePath();
    expect(path.startsWith(join(folder, 'tmp'))).toBe(true);
    expect(path.endsWith('.upload.txt')).toBe(true);
    expect(readFileSync(path, 'latin1')).toBe('on disk');
    expect([file.read(3), file.read(), file.read()].map(latin1Decode)).toEqual(['on ', 'disk', '']);
    request.close();
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
    expect(() => file.read()).toThrow('I/O operation on closed file.');
  });

  it('may have been moved away before that', () => {
    const file = new DiskTemporaryFile('.upload', folder);
    expect(file.write(latin1Encode('x'))).toBe(1);
    rmSync(file.name);
    expect(() => file.close()).not.toThrow();
    expect(() => file.close()).not.toThrow();
  });
});

describe('the upload handlers of a request', () => {
  it('are those of the settings until others are set', () => {
    const request = posted('x');
    expect(request.uploadHandlers.map(({ constructor }) => constructor.name)).toEqual([
      'TemporaryFileUploadHandler',
    ]);
    request.uploadHandlers = [new FileUploadHandler(request)];
    expect(() => request.FILES).toThrow(NotImplementedError);
  });

  it('cannot be changed once the form was read', () => {
    const request = posted('x');
    void request.FILES;
    expect(() => (request.uploadHandlers = [])).toThrow(AttributeError);
    expect(() => (request.uploadHandlers as FileUploadHandler[]).pop()).toThrow(
      new AttributeError('You cannot alter upload handlers after the upload has been processed.'),
    );
  });
});

it('a stopped upload says whether the rest is read', () => {
  expect(new StopUpload().message).toBe('StopUpload: Consume request data, then halt.');
  expect(new StopUpload({ connectionReset: true }).message).toBe(
    'StopUpload: Halt current upload.',
  );
});

it('a file cannot be named like a folder', () => {
  for (const name of ['..', 'a/..', 'a/']) {
    expect(() => new UploadedFile(new BytesIO(), name)).toThrow(SuspiciousFileOperation);
  }
});
