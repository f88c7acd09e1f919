import type { APIRoute } from 'astro';
import { readChapters } from '../../../chapters/shelf.ts';
import { pageFences, readPageChapter } from '../../../workshop/python/build/page-fences.ts';
import { hasDjango } from '../../../workshop/python/build/site-files.ts';
import type { PageFences } from '../../../workshop/python/fences.ts';

export async function getStaticPaths() {
  const chapters = await readChapters();
  return chapters.flatMap(({ entry }) => {
    const file = entry.filePath ?? '';
    // A chapter of the tests brings results of its own, and nothing that could be run.
    if (!file.startsWith('content/')) return [];
    const props = pageFences(readPageChapter(file), hasDjango());
    return props.fences.length === 0 ? [] : [{ params: { chapter: entry.id }, props }];
  });
}

/** `/workshop/fences/….json`: the Python of a chapter that runs in a page. */
export const GET: APIRoute<PageFences> = ({ props }) => Response.json(props);
