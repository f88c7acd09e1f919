import { sandboxPage } from '../../workshop/build/sandbox-page.ts';

/** `/workshop/sandbox.html`: where snippets run. */
export const GET = async (): Promise<Response> =>
  new Response(await sandboxPage(false), { headers: { 'Content-Type': 'text/html' } });
