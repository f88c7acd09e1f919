import { renderedPage } from '../../workshop/build/rendered-page.ts';

/** `/workshop/rendered.html`: where the playground draws the pages that a project answers. */
export const GET = async (): Promise<Response> =>
  new Response(await renderedPage(), { headers: { 'Content-Type': 'text/html' } });
