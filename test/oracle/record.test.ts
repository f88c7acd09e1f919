import { describe, expect, it } from 'vitest';
import { readCases, readRecording, recordingPath } from './files.ts';
import { SUITES } from './model.ts';
import { startRecorder } from './record.ts';

describe('real Python', () => {
  it('does again what is recorded', async () => {
    const record = await startRecorder();
    for (const suite of SUITES) {
      const { cases } = readCases(recordingPath(suite));
      expect(record(suite, cases)).toEqual(readRecording(recordingPath(suite)));
    }
  }, 60_000);
});
