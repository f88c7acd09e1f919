/**
 * The page that Python's HTTP server sends when it cannot make sense of a request.
 *
 * @module
 */

/** The phrase and the explanation of the codes that this server itself sends, as CPython 3.14 has them. */
const EXPLANATIONS: ReadonlyMap<number, readonly [phrase: string, explanation: string]> = new Map([
  [400, ['Bad Request', 'Bad request syntax or unsupported method']],
  [413, ['Content Too Large', 'Content is too large']],
  [414, ['URI Too Long', 'URI is too long']],
  [
    431,
    [
      'Request Header Fields Too Large',
      'The server is unwilling to process the request because its header fields are too large',
    ],
  ],
  [505, ['HTTP Version Not Supported', 'Cannot fulfill request']],
]);

/** The phrase and the explanation of a status code, question marks for one that is not known. */
export function explain(code: number): readonly [phrase: string, explanation: string] {
  return EXPLANATIONS.get(code) ?? ['???', '???'];
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** The page as HTML. @models http.server:DEFAULT_ERROR_MESSAGE */
export function errorPage(code: number, message: string, explanation: string): string {
  return `<!DOCTYPE HTML>
<html lang="en">
    <head>
        <meta charset="utf-8">
        <style type="text/css">
            :root {
                color-scheme: light dark;
            }
        </style>
        <title>Error response</title>
    </head>
    <body>
        <h1>Error response</h1>
        <p>Error code: ${code}</p>
        <p>Message: ${escapeHtml(message)}.</p>
        <p>Error code explanation: ${code} - ${escapeHtml(explanation)}.</p>
    </body>
</html>
`;
}
