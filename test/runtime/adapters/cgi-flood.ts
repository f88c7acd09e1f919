import { runCgi } from '#runtime/adapters/cgi';

runCgi(function* flood(_, startResponse) {
  startResponse('200 OK', [['Content-Type', 'application/octet-stream']]);
  for (let block = 0; block < 1000; block += 1) yield new Uint8Array(65_536);
});
