import { describe, expect, it } from 'vitest';
import { readCases, readRecording, recordingPath } from './files.ts';
import { startRecorder } from './record.ts';
import { SUITE_NAMES, SUITES } from './suites.ts';

describe('real Python', () => {
  it('does again what is recorded', async () => {
    const record = await startRecorder();
    for (const suite of SUITE_NAMES.filter((name) => SUITES[name].judge === 'wsgiref')) {
      expect(record(readCases(recordingPath(suite)))).toEqual(readRecording(recordingPath(suite)));
    }
  });
});
