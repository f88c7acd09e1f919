import { sandboxPage } from '../../workshop/build/sandbox-page.ts';

/** `/workshop/sandbox-wasm.html`: the same for what needs WebAssembly. */
export const GET = async (): Promise<Response> =>
  new Response(await sandboxPage(true), { headers: { 'Content-Type': 'text/html' } });
