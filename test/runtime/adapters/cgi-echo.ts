import { runCgi } from '#runtime/adapters/cgi';
import { latin1Decode, utf8Encode } from '#runtime/codecs';

runCgi((environ, startResponse) => {
  const input = environ['wsgi.input'];
  const parts = [
    input.read(3),
    input.readline(2),
    input.readline(),
    ...input.readlines(1),
    ...input.readlines(),
    input.read(),
    input.readline(),
  ];
  environ['wsgi.errors'].writelines(['read ', `${parts.length} parts €\n`]);
  startResponse('200 OK', [['Content-Type', 'text/plain']]);
  return [
    utf8Encode(
      JSON.stringify([environ.PATH_INFO, environ['wsgi.run_once'], ...parts.map(latin1Decode)]),
    ),
  ];
});
